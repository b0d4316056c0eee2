"""The exports: one table of what there is, and one way through it."""

from collections.abc import Callable
from datetime import UTC, tzinfo

import msgspec

from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.exports.csv import to_csv
from fishbowl.harvest.exports.json import to_json
from fishbowl.harvest.exports.markdown import to_markdown
from fishbowl.harvest.model import Summary


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of file: how it is written, what it is called on the web, how its name ends."""

    write: Callable[[Summary, tzinfo], str]
    content_type: str
    suffix: str


FORMATS: dict[str, Format] = {
    "md": Format(write=to_markdown, content_type="text/markdown; charset=utf-8", suffix=".md"),
    "json": Format(
        write=lambda summary, _zone: to_json(summary),
        content_type="application/json; charset=utf-8",
        suffix=".json",
    ),
    "csv": Format(
        write=lambda summary, _zone: to_csv(summary),
        content_type="text/csv; charset=utf-8; header=present",
        suffix=".csv",
    ),
}
"""Every format by the name that commands and addresses use."""


def export(summary: Summary, format: str, *, zone: tzinfo = UTC) -> str:
    """Write a summary as a file, as far as its attribution allows.

    :param format: a key of :data:`FORMATS`.
    :param zone: where the room was, for dates that people read; files for machines are in UTC.
    :raises KeyError: there is no such format.
    """
    return FORMATS[format].write(publishable(summary), zone)
