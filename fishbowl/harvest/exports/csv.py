"""The turns as one table for spreadsheets; a line a turn, times in seconds and as a clock.

``spoken_seconds`` is empty where the floor was not marked for most of the talk.
"""

import csv
from collections.abc import Iterable
from io import StringIO
from unicodedata import category, normalize

from fishbowl.harvest.model import Summary, TurnFacts
from fishbowl.harvest.words import clock, name_of

HEADER = (
    "turn",
    "person",
    "first_turn",
    "chairs",
    "began",
    "ended",
    "seated_seconds",
    "spoken_seconds",
    "topics",
)

Row = tuple[str | int, ...]

_FORMULA = ("=", "+", "-", "@")
"""What a cell must not begin with: a spreadsheet would work it out, and a name is no formula.

Spreadsheets of East Asian systems take the full-width forms for the same, and all of them pass over
blanks and characters without width.
"""


def to_csv(summary: Summary) -> str:
    """Write what is given; the caller has made it publishable. The header is always there."""
    return written(HEADER, (_row(summary, turn) for turn in summary.turns))


def written(header: Row, rows: Iterable[Row]) -> str:
    """Write a table; the header is there even where there is nothing to say."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _row(summary: Summary, turn: TurnFacts) -> Row:
    return (
        turn.turn,
        cell(name_of(turn.who)),
        "yes" if turn.first else "no",
        " ".join(str(stretch.chair) for stretch in turn.stretches),
        clock(turn.began_run_ms),
        clock(turn.ended_run_ms),
        round(turn.seated_ms / 1000),
        round(turn.spoken_ms / 1000) if summary.figures.by_floor else "",
        cell("; ".join(_topics(summary, turn))),
    )


def _topics(summary: Summary, turn: TurnFacts) -> list[str]:
    return [
        topic.title
        for topic in summary.topics
        if any(
            span.from_run_ms < turn.ended_run_ms and turn.began_run_ms < span.to_run_ms
            for span in topic.spans
        )
    ]


def cell(text: str) -> str:
    """Make a text safe for a spreadsheet."""
    is_risky = _begins(text) in _FORMULA or text.startswith(("\t", "\r"))
    return f"'{text}" if is_risky else text


def _begins(text: str) -> str:
    """The first character that a spreadsheet sees, in its usual form."""
    seen = (char for char in text if not char.isspace() and category(char) not in ("Cc", "Cf"))
    return normalize("NFKC", next(seen, ""))
