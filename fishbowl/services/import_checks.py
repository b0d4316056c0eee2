"""Validation of a backup file before anything of it is imported.

The file is untrusted input: its size, every field and the order of times are checked. A log is
accepted if it can be folded, replayed, summarised, exported and rendered as every view.
:mod:`fishbowl.services.import_budget` limits time and memory.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from fishbowl.access.codes import normalised
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.codec import UnknownEvent, loaded
from fishbowl.domain.session.events import Entry, WifiSet
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.upcast import upcast
from fishbowl.log.raw_entries import RawEntry, stored
from fishbowl.services.import_rendering import Indexed, folded, rendered

SCHEMA = "fishbowl.log/1"
SUFFIX = ".fishbowl.jsonl"

FILE_MAX_BYTES = 64 * 1024 * 1024
"""About ten times the longest session in the tests."""
LINE_MAX_BYTES = 1024 * 1024
ENTRIES_MAX = 200_000
FIRST_AT_MS = 1_577_836_800_000
"""The year 2020: no session is older than the program."""
AHEAD_MAX_MS = 24 * 3_600_000
"""How far in the future an entry may be, for clocks that were wrong."""


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """The first line of a file."""

    schema: str
    code: str
    note: str = ""


class Foot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The last line of a file."""

    entries: int


class InvalidBackup(Exception):
    """A file cannot be imported; the message says why in one sentence."""


class ValidatedLog(NamedTuple):
    """A log that can be taken in.

    :param session: its state.
    :param indexed: for a finished session, what the archive is to say about it.
    """

    session: Session
    indexed: Indexed | None


def validated_log(path: Path, now_ms: int, zone: tzinfo = UTC) -> ValidatedLog:
    """Read a whole file, fold its log, and make everything of it that a page would.

    :param now_ms: session time; later entries are invalid, but for a tolerance.
    :raises InvalidBackup: the file is invalid.
    :raises OSError: it cannot be read.
    """
    name = path.name
    try:
        entries = upcast(list(_validated(_decoded(path), now_ms)))
        session, states = folded(entries)
        if session is None:
            raise InvalidBackup(f"{name} is broken: there is no entry in it.")
        if f"{session.code}{SUFFIX}" != name or session.code != normalised(session.code):
            raise InvalidBackup(f"{name} is broken: it holds the log of {session.code[:40]}.")
        return ValidatedLog(session, rendered(session, entries, states, zone))
    except UnknownEvent as error:
        raise InvalidBackup(f"{name} was written by a newer Fishbowl ({_short(error)}).") from error
    except InvalidBackup:
        raise
    except OSError:
        raise
    except RecursionError as error:
        raise InvalidBackup(f"{name} is broken: something in it is nested too deeply.") from error
    except Exception as error:  # whatever a log makes the rules stumble over, it is not taken in
        raise InvalidBackup(f"{name} is broken: {_short(error)}.") from error


def _decoded(path: Path) -> Iterator[Entry]:
    return (loaded(stored(raw)) for raw in backup_entries(path))


def backup_entries(path: Path) -> Iterator[RawEntry]:
    """Read the entries of a file one by one.

    :raises InvalidBackup: it is not a backup, incomplete, or too large.
    :raises OSError: it cannot be read.
    """
    name = path.name
    if path.stat().st_size > FILE_MAX_BYTES:
        raise InvalidBackup(f"{name} is larger than {FILE_MAX_BYTES // 2**20} MB.")
    read_entry = msgspec.json.Decoder(RawEntry).decode
    count, before = 0, b""
    try:
        lines = _lines(path)
        head = msgspec.json.decode(next(lines, b""), type=Head)
        if head.schema != SCHEMA:
            raise InvalidBackup(f"{name} is not a backup that this Fishbowl can read.")
        for line in lines:
            if before:
                yield read_entry(before)
                count += 1
                if count > ENTRIES_MAX:
                    raise InvalidBackup(f"{name} has more than {ENTRIES_MAX:,} entries.")
            before = line
        foot = msgspec.json.decode(before, type=Foot)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidBackup(f"{name} is broken or cut off: {_short(error)}.") from error
    if foot.entries != count:
        raise InvalidBackup(f"{name} is broken: {foot.entries - count} entries are missing.")


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while line := file.readline(LINE_MAX_BYTES + 1):
            if len(line) > LINE_MAX_BYTES:
                raise InvalidBackup(f"{path.name} is broken: a line is longer than a megabyte.")
            yield line


def _validated(entries: Iterable[Entry], now_ms: int) -> Iterator[Entry]:
    """Pass on entries that this program could have written.

    :raises ValueError: two entries have the same command id and part, a time is earlier than the
        one before or impossible, or a text contains control characters.
    """
    seen: set[tuple[str, int]] = set()
    before = Millis(FIRST_AT_MS)
    for entry in entries:
        if (entry.command_id, entry.part) in seen:
            raise ValueError(f"entry {entry.seq} is there twice")
        seen.add((entry.command_id, entry.part))
        if not before <= entry.at_ms <= now_ms + AHEAD_MAX_MS:
            raise ValueError(f"entry {entry.seq} is of an impossible time")
        before = entry.at_ms
        if len(entry.command_id) > 200 or not 0 <= entry.part < ENTRIES_MAX or entry.actor < 0:
            raise ValueError(f"entry {entry.seq} is of nobody")
        is_typed = isinstance(entry.event, WifiSet)  # the name of a network may contain anything
        if not is_typed and any(map(_has_controls, _texts(entry.event))):
            raise ValueError(f"entry {entry.seq} holds a control character")
        yield entry


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, msgspec.Struct):
        for field in part.__struct_fields__:
            yield from _texts(getattr(part, field))


def _has_controls(text: str) -> bool:
    """Whether a text has control characters or characters that change the text direction."""
    return not text.isprintable() and any(_is_control(char) for char in text)


def _is_control(char: str) -> bool:
    bidi = unicodedata.bidirectional(char)
    return unicodedata.category(char) in ("Cc", "Cs") or bidi in (
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    )  # fmt: skip


def _short(error: Exception) -> str:
    """The message of an error, shortened: it may quote the file."""
    return " ".join(f"{error}".split())[:200] or type(error).__name__
