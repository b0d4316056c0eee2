"""The export formats, and the function that writes a summary in one of them."""

from collections.abc import Callable
from datetime import UTC, tzinfo

import msgspec

from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.exports.calendar import to_ics
from fishbowl.harvest.exports.chapters import (
    REQUIRED_PART,
    refusal_reason,
    to_chapter_list,
    to_vtt,
)
from fishbowl.harvest.exports.csv_room import TABLES
from fishbowl.harvest.exports.json import to_json
from fishbowl.harvest.exports.markdown import to_markdown
from fishbowl.harvest.model import Summary

__all__ = ["FORMATS", "TABLES", "Choices", "Format", "export", "refusal"]


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """The options of an export.

    ``zone`` is the time zone of the room, for dates that people read; machine formats are in UTC.
    ``table`` is a key of :data:`TABLES`. ``offset_ms`` is added to the times of chapters.
    """

    zone: tzinfo = UTC
    table: str = "turns"
    offset_ms: int = 0


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """An export format: its writer, content type and file suffix.

    ``tells_times`` marks formats that consist of the times of topics.
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
"""All formats, by the name in commands and addresses."""


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
    :param zone: the time zone of the room, for dates that people read; machine formats are in UTC.
    :param table: the table of a CSV file, a key of :data:`TABLES`.
    :param offset_ms: is added to the times of chapters.
    :raises KeyError: there is no such format, or no such table.
    """
    chosen = Choices(zone=zone, table=table, offset_ms=offset_ms)
    return FORMATS[format].write(publishable(summary), chosen)


def refusal(summary: Summary, format: str) -> str | None:
    """Why the attribution allows no file of this format; ``None`` if it does."""
    refused = FORMATS[format].tells_times and REQUIRED_PART in publishable(summary).left_out
    return refusal_reason() if refused else None
