"""Commands about what stays open after a session: actions, questions, commitments."""

from fishbowl.domain.commands.base import Command, Title
from fishbowl.domain.ids import Seq


class CloseItem(Command, frozen=True, kw_only=True):
    """Say that something is done, or does not matter any more; ``words`` may say how it went.

    ``item`` is the id of a note, a question or a commitment: ids are one row of numbers.
    """

    item: Seq
    words: Title = ""


class ReopenItem(Command, frozen=True, kw_only=True):
    """Say that something is open after all."""

    item: Seq
