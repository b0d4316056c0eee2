"""Commands about the record: whose name stands in it, and when somebody records the talk."""

from fishbowl.domain.commands.base import Command


class CreditMe(Command, frozen=True, kw_only=True):
    """Have one's own name in the summary, or not; where everybody chooses for themself."""

    on: bool


class MarkRecordingStart(Command, frozen=True, kw_only=True):
    """Say that a recording starts now; every screen in the room says so until it ends."""


class MarkRecordingStop(Command, frozen=True, kw_only=True):
    """Say that the recording has ended."""
