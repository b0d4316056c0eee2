"""Snapshots: a state comes back as it was, and no snapshot is used or kept that should not be."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from msgspec.structs import replace

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.model import Action, Part, Touch
from fishbowl.domain.session.model.base import PartKind
from fishbowl.domain.session.state import _COLLECTIONS, Session
from fishbowl.log import Store, chain, open_store, snapshots
from fishbowl.log import snapshot_codec as codec
from fishbowl.log.connection import connect
from tests.log.conftest import outspoken, put
from tests.log.test_forget import WORDS, in_the_file
from tests.logs.projection import digest
from tests.logs.recorded import entries, recorded_logs
from tests.support.room import Room

CODE = "WAVE47"


@pytest.fixture
def room() -> Room:
    """An evening with words of one person in every place that a state has for them."""
    return outspoken()


@pytest.fixture
def kept(store: Store, room: Room) -> Session:
    """A session with a snapshot that holds all of it."""
    put(store, room.log)
    assert keep(store, room.session)
    return room.session


@pytest.fixture
def inside(path: Path, kept: Session) -> Iterator[sqlite3.Connection]:
    with closing(connect(path)) as connection:
        yield connection


def keep(store: Store, session: Session) -> bool:
    return store.keep_snapshot(CODE, session.seq, codec.encode(session))


def count(store: Store) -> int:
    (number,) = store._reader.execute("select count(*) from snapshots").fetchone()
    return int(number)


def used(store: Store) -> bool:
    """Whether the state of the session would come from its snapshot."""
    return snapshots.folded(store._reader, CODE) is not None


@pytest.mark.parametrize("path", recorded_logs(), ids=lambda path: path.stem)
def test_a_state_comes_back_as_it_was_and_goes_on_alike(path: Path):
    log = list(entries(path))
    for until in (1, len(log) // 3, len(log) // 2, len(log)):
        state = fold(log[:until])
        again = codec.decode(codec.encode(state))
        assert again == state
        assert digest(again) == digest(state)
        assert fold(log[until:], again) == fold(log[until:], state)


def test_a_frozen_wall_comes_back_with_what_it_shows(room: Room):
    room.facilitator.sends(c.SetWall(showing="frozen"))
    state = room.session
    assert state.picture.frozen is not None
    data = codec.encode(state)
    again = codec.decode(data)
    assert again == state
    assert isinstance(again.picture.frozen, Session)
    room.facilitator.sends(c.SetWall(showing="live"))
    held = [t.before for a in room.session.actions for t in a.touches if t.part.kind == "picture"]
    assert any(isinstance(before.frozen, Session) for before in held), "undo freezes it again"
    assert codec.decode(codec.encode(room.session)) == room.session


@pytest.fixture(scope="module")
def played() -> list[Session]:
    """How the longer of the recorded logs end."""
    logs = [path for path in recorded_logs() if not path.name.startswith("evening")]
    return [state for path in logs if (state := fold(entries(path))) is not None]


@pytest.mark.parametrize("kind", get_args(PartKind))
def test_earlier_values_of_every_kind_of_part_come_back(played: list[Session], kind: str):
    """A history may hold any of them, whatever those of the recorded logs happen to hold."""
    collection = _COLLECTIONS.get(kind)
    for state in played:
        ids = [0] if collection is None else list(getattr(state, collection))
        touches = tuple(
            Touch(part=part, before=state.part(part), toucher_before=0, toucher_after=9)
            for part in (Part(kind, id) for id in (*ids[:3], -1))
            if collection is not None or part.id == 0
        )
        action = Action(id=9, at_ms=0, event="settings.changed", touches=touches)
        noted = replace(state, actions=(*state.actions, action))
        assert codec.decode(codec.encode(noted)) == noted
    with pytest.raises(msgspec.ValidationError):
        codec._part_decoder(kind).decode(msgspec.msgpack.encode(0.5))


def test_the_same_state_is_read_from_the_snapshot_and_from_the_log(
    store: Store, room: Room, kept: Session, monkeypatch: pytest.MonkeyPatch
):
    assert used(store)
    assert store.folded(CODE) == fold(store.entries(CODE)) == kept
    before = len(room.log)
    room.phone_of("Raffaello").asks()
    put(store, room.log[before:])
    assert used(store)
    assert store.folded(CODE) == fold(store.entries(CODE)) == room.session
    read: list[int] = []
    real = snapshots.read_entries
    monkeypatch.setattr(
        snapshots, "read_entries", lambda *args: read.append(args[2]) or real(*args)
    )
    store.folded(CODE)
    assert read == [kept.seq], "only what came after it is read"


def test_a_state_until_an_entry_is_folded_from_the_first(store: Store, room: Room, kept: Session):
    assert store.folded(CODE, 3) == fold(room.log[:3])


def test_erasing_drops_the_snapshot_and_its_words_leave_the_file(
    store: Store, path: Path, room: Room, kept: Session
):
    assert in_the_file(path) == set(WORDS)
    before = len(room.log)
    room.phone_of("Raffaello").forgets()
    put(store, room.log[before:])
    assert count(store) == 0
    assert in_the_file(path) == set()
    assert store.folded(CODE) == fold(store.entries(CODE))


def test_a_snapshot_that_was_on_its_way_when_words_were_erased_is_not_kept(
    store: Store, path: Path, room: Room
):
    put(store, room.log)
    earlier = room.session
    before = len(room.log)
    room.phone_of("Raffaello").forgets()
    put(store, room.log[before:])
    assert not keep(store, earlier)
    assert count(store) == 0
    assert in_the_file(path) == set()


def test_one_that_was_read_before_words_were_erased_and_folded_after_is_not_used(
    store: Store, room: Room, kept: Session, monkeypatch: pytest.MonkeyPatch
):
    real = snapshots.read_entries
    before = len(room.log)

    def forgets_meanwhile(*args: object) -> object:
        monkeypatch.setattr(snapshots, "read_entries", real)
        room.phone_of("Raffaello").forgets()
        put(store, room.log[before:])
        return real(*args)

    monkeypatch.setattr(snapshots, "read_entries", forgets_meanwhile)
    state = store.folded(CODE)
    assert not any(word in repr(state) for word in WORDS)


def test_a_log_that_goes_on_meanwhile_keeps_its_snapshot(store: Store, room: Room):
    put(store, room.log)
    earlier = room.session
    before = len(room.log)
    room.phone_of("Raffaello").asks()
    put(store, room.log[before:])
    assert keep(store, earlier)
    assert used(store)
    assert store.folded(CODE) == room.session


def test_a_snapshot_of_another_schema_is_ignored_and_removed_at_the_next_start(
    store: Store, path: Path, kept: Session, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(snapshots, "schema", lambda: "that of the next program")
    assert not used(store)
    assert store.folded(CODE) == kept
    store.close()
    with closing(open_store(path)) as again:
        assert count(again) == 0
        assert again.folded(CODE) == kept


def test_the_schema_changes_with_the_code_that_folds(tmp_path: Path, monkeypatch):
    before = codec.schema()
    folder = tmp_path / "domain"
    folder.mkdir()
    (folder / "state.py").write_text("class Session: ...")
    monkeypatch.setattr(codec.domain, "__path__", [str(folder)])
    codec.schema.cache_clear()
    other = codec.schema()
    (folder / "state.py").write_text("class Session:\n    seats = 0")
    codec.schema.cache_clear()
    assert len({before, other, codec.schema()}) == 3
    monkeypatch.undo()
    codec.schema.cache_clear()
    assert codec.schema() == before


@pytest.mark.parametrize(
    "damage",
    [
        "update snapshots set state = substr(state, 1, length(state) - 40)"
        " || x'00' || substr(state, -39)",
        "update snapshots set state = x''",
        "update snapshots set state = 'text'",
        "update snapshots set checksum = zeroblob(32)",
        "update snapshots set seq = seq - 1",
        "update snapshots set chain = zeroblob(32)",
        "update snapshots set seq = seq - 1, chain = (select chain from entries"
        " where entries.seq = snapshots.seq - 1)",
        "update entries set chain = zeroblob(32) where seq = (select seq from snapshots)",
        "delete from entries where seq = (select seq from snapshots)",
    ],
)
def test_a_snapshot_that_was_changed_or_is_of_another_log_is_not_used(
    store: Store, inside: sqlite3.Connection, damage: str
):
    assert used(store)
    inside.execute(damage)
    assert not used(store)
    assert store.folded(CODE) == fold(store.entries(CODE))


def of_another_type(state: bytes) -> bytes:
    """A snapshot whose first field, a number, is a text."""
    session, *others = msgspec.msgpack.decode(state, type=list[msgspec.Raw])
    _, *fields = msgspec.msgpack.decode(session, type=list[msgspec.Raw])
    return msgspec.msgpack.encode([["one", *fields], *others])


@pytest.mark.parametrize(
    "forged",
    [
        lambda kept: msgspec.msgpack.encode(["a session", [], []]),
        lambda kept: of_another_type(codec.encode(kept)),
        lambda kept: codec.encode(replace(kept, code="TUNE88")),
        lambda kept: codec.encode(replace(kept, seq=kept.seq + 1)),
    ],
    ids=["shape", "field", "session", "entry"],
)
def test_a_snapshot_of_something_else_is_not_used(
    store: Store, inside: sqlite3.Connection, kept: Session, forged: Callable[[Session], bytes]
):
    state = forged(kept)
    (chained,) = inside.execute("select chain from snapshots").fetchone()
    checksum = snapshots._checksum(CODE, kept.seq, codec.schema(), chained, state)
    inside.execute("update snapshots set state = ?, checksum = ?", (state, checksum))
    assert not used(store)
    assert store.folded(CODE) == kept


def test_a_snapshot_breaks_no_session_where_what_follows_does_not_fit(
    store: Store, room: Room, kept: Session, monkeypatch: pytest.MonkeyPatch
):
    before = len(room.log)
    room.phone_of("Raffaello").asks()
    put(store, room.log[before:])

    def stumbles(*_: object) -> None:
        raise AttributeError("a rule that does not know this state")

    monkeypatch.setattr(snapshots, "fold", stumbles)
    assert store.folded(CODE) == room.session


def test_a_deleted_session_leaves_no_snapshot(store: Store, path: Path, kept: Session):
    assert store.delete_session(CODE, 0)
    assert count(store) == 0
    assert in_the_file(path) == set()


def test_a_snapshot_changes_no_hash_and_is_in_a_copy_as_well(
    store: Store, path: Path, kept: Session, inside: sqlite3.Connection
):
    chain.check(inside, CODE)
    path.unlink()
    store.append([], [])
    assert store.path != path
    assert used(store)
