"""What a file comes to: lines of a programme, and what could not be read."""

from typing import Literal, NamedTuple

from fishbowl.domain.series.commands import ProgrammeLine

FILE_MAX_BYTES = 4 * 1024 * 1024
"""A conference of a thousand talks with their abstracts takes about 2 MB in pretalx."""
PROBLEMS_MAX = 100
"""So many are told one by one."""

Kind = Literal["frab", "sessionize", "calendar", "table"]
FileCode = Literal["too_long", "unknown", "broken", "empty", "too_many"]
Code = Literal["no_title", "no_time", "no_end", "too_long", "all_day", "repeats", "unreadable"]


class BadProgramme(Exception):
    """A file cannot be read as a programme; ``code`` says why."""

    def __init__(self, code: FileCode) -> None:
        super().__init__(code)
        self.code: FileCode = code


class Problem(NamedTuple):
    """A session of the file that cannot be read.

    :param words: its title, or the beginning of its line.
    """

    words: str
    code: Code


class Programme(NamedTuple):
    """What a file holds.

    :param problems: the first of what could not be read; ``unread`` counts all.
    :param breaks: breaks, registrations and cancelled sessions, which are passed over.
    """

    kind: Kind
    lines: tuple[ProgrammeLine, ...]
    problems: tuple[Problem, ...]
    unread: int = 0
    breaks: int = 0


class Unread(Exception):
    """One session cannot be read."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code: Code = code
