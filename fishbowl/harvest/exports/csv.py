"""The turns as CSV: a line for each turn, times in seconds and on the session clock.

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
"""Characters that begin a formula (CSV injection).

Spreadsheets also accept their full-width forms, and skip spaces and zero-width characters before
them.
"""


def to_csv(summary: Summary) -> str:
    """Write the turns of a publishable summary; the header is always there."""
    return written(HEADER, (_row(summary, turn) for turn in summary.turns))


def written(header: Row, rows: Iterable[Row]) -> str:
    """Write a table with its header, also without rows."""
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
        " ".join(str(interval.chair) for interval in turn.intervals),
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
    """Prefix a text with an apostrophe if a spreadsheet would read it as a formula."""
    is_risky = _begins(text) in _FORMULA or text.startswith(("\t", "\r"))
    return f"'{text}" if is_risky else text


def _begins(text: str) -> str:
    """The first visible character, normalised (NFKC)."""
    seen = (char for char in text if not char.isspace() and category(char) not in ("Cc", "Cf"))
    return normalize("NFKC", next(seen, ""))
