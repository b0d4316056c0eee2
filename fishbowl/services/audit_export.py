"""The audit list as a file: a table for a spreadsheet, or JSON for a program."""

import csv
import io
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from fishbowl.log.audit import AuditLine

SCHEMA = "fishbowl.audit/1"
COLUMNS = ("at", "last_at", "who", "generation", "what", "detail", "code", "count")


def to_csv(lines: Iterable[AuditLine]) -> str:
    """Write a table with a head; times are ISO 8601, UTC. Every field is a code or a number."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(map(_fields, lines))
    return text.getvalue()


def to_json(lines: Iterable[AuditLine]) -> str:
    """Write an object with ``schema`` and ``lines``; times are ISO 8601, UTC."""
    whole = {"schema": SCHEMA, "lines": [_fields(line) for line in lines]}
    return msgspec.json.format(msgspec.json.encode(whole).decode(), indent=2) + "\n"


def _fields(line: AuditLine) -> dict[str, object]:
    plain = {
        **msgspec.structs.asdict(line),
        "at": _iso(line.at_ms),
        "last_at": _iso(line.last_at_ms),
    }
    return {name: plain[name] for name in COLUMNS}


def _iso(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="seconds")
