"""The exports: one table of what there is, and one way through it."""

from collections.abc import Callable
from datetime import UTC, tzinfo

import msgspec

from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.exports.calendar import to_ics
from fishbowl.harvest.exports.chapters import (
    REFUSED_WITH,
    refused_words,
    to_chapter_list,
    to_vtt,
)
from fishbowl.harvest.exports.csv_room import TABLES
from fishbowl.harvest.exports.json import to_json
from fishbowl.harvest.exports.markdown import to_markdown
from fishbowl.harvest.model import Summary

__all__ = ["FORMATS", "TABLES", "Choices", "Format", "export", "refusal"]


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What one can choose about a file.

    ``zone`` is where the room was, for dates that people read; files for machines are in UTC.
    ``table`` is a key of :data:`TABLES`. ``offset_ms`` is how much later chapters are in the file.
    """

    zone: tzinfo = UTC
    table: str = "turns"
    offset_ms: int = 0


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of file: how it is written, what it is called on the web, how its name ends.

    ``tells_times`` marks what is nothing but times at which something was said.
    """

    write: Callable[[Summary, Choices], str]
    content_type: str
    suffix: str
    tells_times: bool = False


FORMATS: dict[str, Format] = {
    "md": Format(
        write=lambda summary, chosen: to_markdown(summary, chosen.zone),
        content_type="text/markdown; charset=utf-8",
        suffix=".md",
    ),
    "json": Format(
        write=lambda summary, _chosen: to_json(summary),
        content_type="application/json; charset=utf-8",
        suffix=".json",
    ),
    "csv": Format(
        write=lambda summary, chosen: TABLES[chosen.table](summary),
        content_type="text/csv; charset=utf-8; header=present",
        suffix=".csv",
    ),
    "vtt": Format(
        write=lambda summary, chosen: to_vtt(summary, chosen.offset_ms),
        content_type="text/vtt; charset=utf-8",
        suffix=".vtt",
        tells_times=True,
    ),
    "chapters": Format(
        write=lambda summary, chosen: to_chapter_list(summary, chosen.offset_ms),
        content_type="text/plain; charset=utf-8",
        suffix="-chapters.txt",
        tells_times=True,
    ),
    "ics": Format(
        write=lambda summary, _chosen: to_ics(summary),
        content_type="text/calendar; charset=utf-8",
        suffix=".ics",
    ),
}
"""Every format by the name that commands and addresses use."""


def export(
    summary: Summary,
    format: str,
    *,
    zone: tzinfo = UTC,
    table: str = "turns",
    offset_ms: int = 0,
) -> str:
    """Write a summary as a file, as far as its attribution allows.

    :param format: a key of :data:`FORMATS`.
    :param zone: where the room was, for dates that people read; files for machines are in UTC.
    :param table: which table a CSV file holds, a key of :data:`TABLES`.
    :param offset_ms: how much later chapters are in the file than in the recording.
    :raises KeyError: there is no such format, or no such table.
    """
    chosen = Choices(zone=zone, table=table, offset_ms=offset_ms)
    return FORMATS[format].write(publishable(summary), chosen)


def refusal(summary: Summary, format: str) -> str | None:
    """Say why there is no such file of this session; ``None`` where there is one."""
    refused = FORMATS[format].tells_times and REFUSED_WITH in publishable(summary).left_out
    return refused_words() if refused else None
