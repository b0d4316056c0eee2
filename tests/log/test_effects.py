"""Effects: they commit with the entries, in one transaction, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fishbowl.domain.session.erasure import Erasure
from fishbowl.domain.session.snapshot import pack
from fishbowl.log import Conflict, Store, StoreError
from fishbowl.log.effects import (
    AnyEffect,
    DeleteStream,
    DropArchived,
    EndSignIns,
    Erase,
    ImportLog,
    KeepSnapshot,
    PutArchived,
    PutNumber,
    PutRow,
    PutSignIn,
)
from fishbowl.log.records import ArchivedSession, SignIn
from tests.log.conftest import STREAM, evening, put, row
from tests.support.room import Room

SIGN_IN = SignIn(
    token_hash=b"1", opens="runner", code="WAVE47", generation=1, began_at_ms=0, seen_at_ms=0,
    expires_at_ms=9,
)  # fmt: skip
NOWHERE = STREAM._replace(key="NOWHERE")


@pytest.fixture
def room() -> Room:
    return evening()


def finished(seq: int) -> ArchivedSession:
    return ArchivedSession(
        code="WAVE47", began_on="2026-11-29", year=2026, ended_at_ms=0, minutes=1, people=1,
        voices=1, language="", attribution="none", published=False, edition=0, seq=seq, portrait="",
    )  # fmt: skip


@pytest.mark.parametrize(
    "fails",
    [
        lambda room: PutRow(stream=NOWHERE, row=row()),
        lambda room: Erase(stream=NOWHERE, what=Erasure(wifi=True)),
        lambda room: KeepSnapshot(stream=STREAM, seq=99, state=pack(room.session)),
        lambda room: ImportLog(stream=STREAM, entries=()),
        lambda room: DeleteStream(stream=NOWHERE, at_ms=0),
        lambda room: PutArchived(stream=STREAM, about=finished(1), texts=()),
        lambda room: DropArchived(stream=NOWHERE),
    ],
    ids=lambda make: make.__code__.co_names[0],
)
def test_where_one_is_made_from_what_is_no_longer_so_nothing_has_happened(
    store: Store, room: Room, fails: Callable[[Room], AnyEffect]
):
    put(store, room.log[:3])
    before = store.entries(STREAM)
    others = [PutSignIn(sign_in=SIGN_IN), PutNumber(name="owner_generation", value=2)]
    with pytest.raises(Conflict):
        store.append({STREAM: room.log[3:]}, [*others, fails(room)])
    assert store.entries(STREAM) == before
    assert (store.sign_ins(), store.numbers()) == ([], {})


def test_where_the_entries_are_refused_no_effect_is_there(store: Store, room: Room):
    put(store, room.log[:3])
    with pytest.raises(Conflict):
        store.append({STREAM: room.log[:1]}, [PutNumber(name="owner_generation", value=2)])
    assert store.numbers() == {}


def test_entries_have_no_hole_among_themselves(store: Store, room: Room):
    with pytest.raises(Conflict):
        store.append({STREAM: [*room.log[:2], *room.log[3:]]}, [])
    assert store.entries(STREAM) == []


def test_effects_need_no_entries_and_are_applied_in_their_order(store: Store):
    late = SignIn(
        token_hash=b"2", opens="owner", code="", generation=1, began_at_ms=0, seen_at_ms=0,
        expires_at_ms=99,
    )  # fmt: skip
    store.append({}, [PutSignIn(sign_in=SIGN_IN), PutSignIn(sign_in=late)])
    assert store.sign_ins() == [SIGN_IN, late]
    store.append({}, [EndSignIns(expired_at_ms=9), PutNumber(name="n", value=1)])
    store.append({}, [PutNumber(name="n", value=2), PutSignIn(sign_in=SIGN_IN)])
    assert (store.sign_ins(), store.numbers()) == ([late, SIGN_IN], {"n": 2})
    store.append({}, [EndSignIns(code="WAVE47"), EndSignIns(opens="owner")])
    assert store.sign_ins() == []


def test_a_log_without_new_entries_is_left_as_it_is(store: Store, room: Room):
    store.append({STREAM: []}, [])
    assert store.streams("session") == []
    put(store, room.log)
    store.append({STREAM: []}, [])
    assert store.entries(STREAM) == room.log


def test_no_error_of_the_engine_leaves_the_log(store: Store, path: Path, room: Room):
    put(store, room.log)
    store.close()
    for asks in (
        lambda: store.append({STREAM: []}, []),
        lambda: store.news({STREAM: 0}, []),
        store.secret,
        store.tidy,
        lambda: store.entries(STREAM),
        lambda: store.folded(STREAM),
        lambda: store.raw_entries(STREAM),
        lambda: store.check(STREAM),
        lambda: store.streams("session"),
        lambda: store.deleted("session"),
        store.stale_codes,
        store.sign_ins,
        store.numbers,
    ):
        with pytest.raises(StoreError):
            asks()
    path.unlink()
    with pytest.raises(StoreError):
        store.beside()
