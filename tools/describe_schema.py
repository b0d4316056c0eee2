"""Writes JSON Schema of everything that leaves the program as JSON from the Python types.

``python tools/describe_schema.py`` writes ``docs/schema/*.json``; with ``--check`` it only tells
whether what is there is up to date.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import msgspec
from describe_wire import FACE_SLICES, MESSAGES

from fishbowl.domain.session import commands
from fishbowl.domain.session.events import EVENT_TYPES
from fishbowl.harvest.exports.json_types import Document
from fishbowl.log.raw_entries import RawEntry
from fishbowl.services.import_checks import Foot, Head

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "schema"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
REF = "#/$defs/{name}"

Schema = dict[str, Any]


def main() -> None:
    """Write the files, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if stale")
    check = parser.parse_args().check
    for name, schema in schemas().items():
        path, wanted = FOLDER / name, json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        if path.is_file() and path.read_text(encoding="utf-8") == wanted:
            continue
        if check:
            sys.exit(f"{path.relative_to(ROOT)} is stale: run python tools/describe_schema.py")
        FOLDER.mkdir(exist_ok=True)
        path.write_text(wanted, encoding="utf-8")


def schemas() -> dict[str, Schema]:
    """Make every schema, by the name of its file."""
    return {"wire.json": _wire(), "export.json": _export(), "log.json": _log()}


def _wire() -> Schema:
    """What goes over the Socket.IO connection, in both directions."""
    slices = {kind for shown in FACE_SLICES.values() for kind in shown.values()}
    known = sorted(slices, key=lambda kind: kind.__name__)
    every = (*MESSAGES, *commands.COMMANDS, *known)
    refs, defs = msgspec.json.schema_components(every, ref_template=REF)
    for face, shown in FACE_SLICES.items():
        defs[f"{face.capitalize()}Slices"] = {
            "type": "object",
            "description": f"Every slice of the {face}, under its name on the wire.",
            "properties": {
                name: {"$ref": REF.format(name=kind.__name__)} for name, kind in shown.items()
            },
        }
    return _schema(
        "Messages between the server and a face",
        "docs/protocol.md says when each is sent.",
        {"anyOf": list(refs[: len(MESSAGES)])},
        defs,
    )


def _export() -> Schema:
    """A session as ``fishbowl export --format json`` writes it."""
    (ref,), defs = msgspec.json.schema_components([Document], ref_template=REF)
    return _schema(
        "A session as JSON",
        "What `fishbowl export --format json` writes; docs/exports.md says what it means.",
        ref,
        defs,
    )


def _log() -> Schema:
    """A line of a backup: the head, an entry with the fields of its event, or the foot."""
    lines, events = (Head, RawEntry, Foot), list(EVENT_TYPES.values())
    refs, defs = msgspec.json.schema_components((*lines, *events), ref_template=REF)
    defs[RawEntry.__name__]["allOf"] = [
        {
            "if": {"properties": {"type": {"const": name}, "version": {"const": kind.version}}},
            "then": {"properties": {"data": ref}},
        }
        for (name, kind), ref in zip(EVENT_TYPES.items(), refs[len(lines) :], strict=True)
    ]
    return _schema(
        "A line of a backup",
        "What `fishbowl export --all` writes: a head, the entries of one log, and a foot.",
        {"anyOf": list(refs[: len(lines)])},
        defs,
    )


def _schema(title: str, about: str, root: Schema, defs: Schema) -> Schema:
    named = {name: defs[name] for name in sorted(defs)}
    return {"$schema": DRAFT, "title": title, "description": about, **root, "$defs": named}


if __name__ == "__main__":
    main()
