"""Reads recorded logs, and folds them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from fishbowl.domain.session.codec import loaded
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.upcast import upcast
from fishbowl.log.raw_entries import RawEntry
from fishbowl.log.raw_entries import stored as as_stored
from fishbowl.services.import_checks import SUFFIX
from tests.logs.projection import digest

HERE = Path(__file__).parent
EXPECTED = HERE / "expected.json"
EVERY = 100
"""A state is hashed after so many entries, and at the end."""


def recorded_logs() -> list[Path]:
    """Every recorded log: a folder a release, a file a session."""
    return sorted(HERE.glob(f"*/*{SUFFIX}"))


def name_of(path: Path) -> str:
    """The name of a log in ``expected.json``: its release and its file."""
    return f"{path.parent.name}/{path.name.removesuffix(SUFFIX)}"


def expected() -> dict[str, dict[str, str]]:
    """For every log the number of entries to the hash of the state after so many."""
    found: dict[str, dict[str, str]] = json.loads(EXPECTED.read_text())
    return found


def stored(path: Path) -> Iterator[dict[str, Any]]:
    """The entries of a log, as they are stored."""
    _head, *lines, _foot = path.read_text(encoding="utf-8").splitlines()
    yield from map(json.loads, lines)


def entries(path: Path) -> Iterator[Entry]:
    """The entries of a log, brought up to date as they are when a log is read."""
    yield from upcast(list(map(_entry, stored(path))))


def hashes(path: Path) -> dict[str, str]:
    """Fold a log and hash its state on the way."""
    found: dict[str, str] = {}
    state = None
    count = 0
    for count, entry in enumerate(entries(path), 1):
        state = fold([entry], state)
        if count % EVERY == 0:
            found[str(count)] = digest(state)
    found[str(count)] = digest(state)
    return found


def _entry(fields: dict[str, Any]) -> Entry:
    data = msgspec.Raw(msgspec.json.encode(fields["data"]))
    return loaded(as_stored(RawEntry(**{**fields, "data": data})))
