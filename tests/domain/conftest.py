"""The same examples on every machine: a failure of hypothesis is found again by whoever looks."""

from hypothesis import settings

settings.register_profile("fishbowl", derandomize=True, database=None)
settings.load_profile("fishbowl")
