"""What can go wrong with a log. No error of an engine, such as SQLite's, leaves this package."""

from typing import Literal

Reason = Literal["disk_full", "locked", "readonly", "disk_error", "damaged", "file_gone", "unknown"]
"""Why a log refuses, for the consoles."""


class StoreError(Exception):
    """The database, or one log in it, cannot be used; the message says why in one sentence."""

    reason: Reason = "file_gone"


class Unavailable(StoreError):
    """The database refused what was asked, as a whole; nothing in it has changed.

    It may do it another time: it is locked, the disk is full or failed. It does not mean that a
    stream is broken.
    """

    def __init__(self, message: str, reason: Reason = "unknown") -> None:
        super().__init__(message)
        self.reason: Reason = reason


class Conflict(Exception):
    """A log is not as whoever writes believes; the append was refused, and nothing was changed."""


class EffectRefused(Conflict):
    """An effect is refused for good, such as a token that was spent; nothing was changed.

    :param code: the reason, as whoever sent the command is told.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
