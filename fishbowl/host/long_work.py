"""How long work tells how far it is, without knowing who shows it.

Whoever works long takes a :data:`Report` and calls it now and then. The command line shows it
(:mod:`fishbowl.cli.progress`); a server and most tests ignore it.
"""

from collections.abc import Callable

Report = Callable[[str, int, int], None]
"""Takes what is being done ("Checking logs"), how much of it is done, and how much there is.

It may be called as often as work goes on: showing it is limited by whoever shows it. A new first
argument begins another stage. ``total`` may be 0 while it is not known."""


def ignored(what: str, done: int, total: int) -> None:
    """Tell nobody; the default of everything that takes a :data:`Report`."""
