"""The list to which each migration adds itself, and what a long one reports to."""

from contextvars import ContextVar

from sqlite_utils import Migrations

from fishbowl.host.long_work import Report, ignored

migrations = Migrations("fishbowl")
"""All migrations, in the order in which they are applied."""

reporting: ContextVar[Report] = ContextVar("reporting", default=ignored)
"""Is told how far a long migration is. A migration is given nothing but the database."""
