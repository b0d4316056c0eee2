"""Writes ``docs/protocol.md`` from the Python types, so that the two cannot drift apart.

With ``--check`` it only tells whether the document is up to date.
"""

from __future__ import annotations

import argparse
import inspect
import sys
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from describe_wire import FACE_SLICES, MESSAGES, SHARED, UNIONS, _slice_types, _type
from msgspec import NODEFAULT
from msgspec import inspect as types

from fishbowl.domain.session import commands, events
from fishbowl.domain.session.rights import RIGHTS, Scope

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "protocol.md"

INTRODUCTION = """\
# The wire

Everything that is said between the server and a face. This document is made from the types by
`python tools/describe_protocol.py`; a test fails when it is stale.
[schema/wire.json](schema/wire.json)
is the same as JSON Schema, made by `python tools/describe_schema.py`.

## In short

* A face is an ordinary Socket.IO client (protocol 5, default namespace, path `/socket.io`). It
  connects with a `Handshake` as `auth`. A console is let in by its key cookie, a phone by
  nothing but a code that exists.
* The server answers with `view`, `whole: true`, and all slices of that face. From then on a
  `view` holds the slices that changed, whole. Keep a slice whose `version` is not older than
  the one you have of that slice; forget everything when a message is `whole`. Then late, lost
  and doubled messages are harmless.
* A client that says `differences: true` is sent what changed within a slice, where that is
  shorter, and numbered messages; see `ViewMessage`. Others lose nothing but bytes. Phones are sent
  counts at most twice a second, and rarer messages when much changes in a big room.
* Count time yourself: session time now is `now_ms` plus the wall time since the message
  arrived, times `rate`. The clock slice and all `*_run_ms` are on the session clock: `running =
  min(now, paused_at_ms, closed_at_ms) - started_at_ms - paused_ms`, 0 before the start.
* `signals` comes at most once a second and is not part of the version. `stopping` is the last
  word of a server that ends.
* To act, emit `command` with a `CommandMessage` and wait for the `Ack`. Make the `id` yourself,
  8 to 64 random characters, and send the same one again if no answer came: it happens once, and
  you get the first answer. `ok` means on disk.
* `seq` names what a command created: the request of `ask_for_chair`, the call of `call_person`,
  the turn of `seat_person`. It is `null` where nothing had to happen, and `said` tells how
  things are.
* Nothing on the wire is a sentence: codes and parameters go out, and each face makes the words.
"""


def main() -> None:
    """Write the document, or check it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if stale")
    check = parser.parse_args().check
    wanted = "\n".join(document())
    if DOCUMENT.is_file() and DOCUMENT.read_text() == wanted:
        return
    if check:
        sys.exit(f"{DOCUMENT.relative_to(ROOT)} is stale: run python tools/describe_protocol.py")
    DOCUMENT.write_text(wanted)


def document() -> Iterator[str]:
    """Make the lines of the document."""
    yield INTRODUCTION
    yield "## Messages\n"
    for message in MESSAGES:
        yield from _struct(message)
    yield "## Commands\n"
    yield "Who may send what: `any` about anybody, `own` only about oneself.\n"
    yield from _commands()
    yield "## Slices by face\n"
    for face, shown in FACE_SLICES.items():
        yield f"* **{face}**: " + ", ".join(f"`{n}` ({_link(t)})" for n, t in shown.items())
    yield "\n## Slices\n"
    for struct in (*SHARED, *_slice_types()):
        yield from _struct(struct)
    yield "## Codes\n"
    for name, codes in UNIONS.items():
        yield f"* **{name}**: " + ", ".join(f"`{code}`" for code in typing.get_args(codes))
    yield "\n## Events in the log\n"
    yield "What is stored, one JSON object an entry, under a name and a version that never change."
    yield "Words marked * are overwritten when their person is forgotten.\n"
    yield from _events()


def _struct(struct: type[msgspec.Struct]) -> Iterator[str]:
    yield f"### {struct.__name__}\n"
    yield _prose(struct) + "\n"
    rows = [(name, f"`{kind}`", default) for name, kind, default in _fields(struct)]
    if rows:
        yield from _table(("field", "type", "default"), rows)


def _commands() -> Iterator[str]:
    rows = []
    for command in commands.COMMANDS:
        fields = ", ".join(
            f"{name}: {kind}" + (f" = {default}" if default else "")
            for name, kind, default in _fields(command)
        )
        roles = ", ".join(
            role.value if scope is Scope.ANY else f"{role.value} (own)"
            for role, scope in RIGHTS[command].items()
        )
        name = command.__struct_config__.tag
        rows.append((f"`{name}`", f"`{fields}`" if fields else "", roles, _first_line(command)))
    yield from _table(("do", "fields", "who", "what"), rows)


def _events() -> Iterator[str]:
    rows = []
    for name, event in events.EVENT_TYPES.items():
        fields = ", ".join(
            f"{field}{'*' if field in event.erasable else ''}" for field in event.__struct_fields__
        )
        rows.append((f"`{name}`", str(event.version), fields, _first_line(event)))
    yield from _table(("name", "version", "fields", "what"), rows)


def _fields(struct: type[msgspec.Struct]) -> Iterator[tuple[str, str, str]]:
    """Name, type and default of each field; the default is empty where one must be given."""
    described = types.type_info(struct)
    assert isinstance(described, types.StructType)
    for field in described.fields:
        default = "" if field.default is NODEFAULT else msgspec.json.encode(field.default).decode()
        yield field.encode_name, _type(field.type), default


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
    yield ""


def _prose(struct: type) -> str:
    return inspect.cleandoc(struct.__doc__ or "").replace("``", "`")


def _first_line(struct: type) -> str:
    return " ".join(_prose(struct).partition("\n\n")[0].split())


def _link(struct: type) -> str:
    return f"[{struct.__name__}](#{struct.__name__.lower()})"


if __name__ == "__main__":
    main()
