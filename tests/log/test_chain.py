"""The hash chain of a log: every change of what is never erased is found, and erasing is none."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fishbowl.domain.kernel.erasure import Row
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.codec import encode
from fishbowl.domain.session.erasure import Erasure, erasable_fields, fields_to_blank
from fishbowl.domain.session.events import (
    EVENT_TYPES,
    Entry,
    Event,
    EverybodyForgotten,
    PersonForgotten,
    WifiErased,
)
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import Store, chain, open_store
from fishbowl.log.connection import connect
from fishbowl.log.raw_entries import RawEntry
from fishbowl.services.importing import import_effects
from tests.log.conftest import STREAM, evening, put, row
from tests.logs.recorded import HERE, stored

LOG = HERE / "0.1.0" / "rare.fishbowl.jsonl"
CODE = "WAVE47"
NOW_MS = 4_000_000_000_000
FROZEN = Path(__file__).parent / "erasable.json"
COVERED = (
    "seq",
    "command_id",
    "part",
    "at_ms",
    "actor",
    "role",
    "type",
    "version",
    "data",
    "chain",
)

RECORDED = list(stored(LOG))
PEOPLE = [entry["seq"] for entry in RECORDED if entry["type"] == "person.joined"]
OTHERS = sorted(
    {name for name in EVENT_TYPES if erasable_fields(name)} - {entry["type"] for entry in RECORDED}
)
ENTRIES = RECORDED + [
    {
        **RECORDED[-1],
        "seq": len(RECORDED) + number,
        "command_id": f"other-{number}",
        "type": name,
        "data": {"person": PEOPLE[0], **dict.fromkeys(sorted(erasable_fields(name)), "äöü, “x”")},
    }
    for number, name in enumerate(OTHERS, 1)
]
"""A short log that holds every kind of entry that can lose something."""
SEQS = st.integers(1, len(ENTRIES))
slow = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def write(store: Store) -> None:
    """Put the log into a store."""
    entries = [
        RawEntry(**{**entry, "data": msgspec.Raw(msgspec.json.encode(entry["data"]))})
        for entry in ENTRIES
    ]
    store.append({}, import_effects(row(CODE), entries))


@pytest.fixture
def inside(store: Store, path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of its own to a database with that log."""
    write(store)
    with closing(connect(path)) as connection:
        yield connection


def found(connection: sqlite3.Connection) -> bool:
    """Whether the chain says that something was changed."""
    try:
        chain.check(connection, session_stream(CODE), erasable_fields)
    except (ValueError, sqlite3.OperationalError):  # the latter: a text is no UTF-8
        return True
    return False


def erasable_places(type: str, data: bytes) -> set[int]:
    """Which bytes of an entry's JSON are those of values that can be erased."""
    places: set[int] = set()
    for name in erasable_fields(type):
        value = json.loads(data).get(name)
        if value is None:
            continue
        member = b'"%s":' % name.encode()
        start = data.index(member) + len(member)
        end = start + len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
        places.update(range(start, end))
    return places


@slow
@given(seq=SEQS, column=st.sampled_from(COVERED), data=st.data())
def test_any_byte_that_changes_in_what_is_never_erased_is_found(
    inside: sqlite3.Connection, seq: int, column: str, data: st.DataObject
):
    query = f"select type, {column} from entries where seq = ?"
    (type, value) = inside.execute(query, (seq,)).fetchone()
    written = value if isinstance(value, bytes) else str(value).encode()
    left_out = erasable_places(type, written) if column == "data" else set()
    place = data.draw(st.sampled_from(sorted(set(range(len(written))) - left_out)))
    changed = bytearray(written)
    changed[place] ^= 1 << data.draw(st.integers(0, 7))
    inside.execute("begin")
    try:
        inside.execute(
            f"update entries set {column} = {'?' if column == 'chain' else 'cast(? as text)'}"
            " where seq = ?",
            (bytes(changed), seq),
        )
        assert found(inside)
    except sqlite3.IntegrityError:
        assume(False)  # SQLite itself refuses it
    finally:
        inside.execute("rollback")


@pytest.mark.parametrize(
    "damage",
    [
        "delete from entries where seq = 3",
        "delete from entries where seq > 3",
        "delete from entries",
        "update streams set entry_count = entry_count + 1",
        "update streams set head = zeroblob(32)",
        "update streams set head = null",
        "update entries set data = json_set(data, '$.question', 'Another?') where seq = 1",
        "update entries set chain = null where seq = 2",
    ],
)
def test_what_is_changed_or_missing_is_found(inside: sqlite3.Connection, damage: str):
    assert not found(inside)
    assert inside.execute(damage).rowcount
    assert found(inside)


@slow
@given(a=SEQS, b=SEQS)
def test_entries_that_changed_places_are_found(inside: sqlite3.Connection, a: int, b: int):
    assume(a != b)
    inside.execute("begin")
    for before, after in ((a, -1), (b, a), (-1, b)):
        inside.execute("update entries set seq = ? where seq = ?", (after, before))
    assert found(inside)
    inside.execute("rollback")


@settings(slow, max_examples=40)
@given(
    people=st.sets(st.sampled_from(PEOPLE)),
    kept=st.sets(SEQS),
    keeps_summary=st.booleans(),
    everybody=st.booleans(),
)
def test_whoever_is_erased_the_chain_holds(
    tmp_path_factory: pytest.TempPathFactory,
    people: set[int],
    kept: set[int],
    keeps_summary: bool,
    everybody: bool,
):
    events: list[Event] = [PersonForgotten(person=PersonId(person)) for person in sorted(people)]
    events.append(WifiErased())
    if everybody:
        forgotten = tuple(map(PersonId, PEOPLE))
        events.append(
            EverybodyForgotten(
                people=forgotten, kept=tuple(map(Seq, sorted(kept))), keeps_summary=keeps_summary
            )
        )
    path = tmp_path_factory.mktemp("erased") / "fishbowl.db"
    with closing(open_store(path)) as store:
        write(store)
        first = len(ENTRIES) + 1
        put(store, [entry(first + part, event) for part, event in enumerate(events)])
        assert not found(store._reader)
        keys = store._reader.execute(
            "select data ->> 'key' from entries where type = 'person.joined' and"
            " (? or seq in (select value from json_each(?)))",
            (everybody, json.dumps(sorted(people))),
        ).fetchall()
    assert set(keys) <= {("",)}, "something was erased"


def entry(seq: int, event: Event) -> Entry:
    return Entry(
        seq=Seq(seq), command_id=f"erases-{seq}", part=0, at_ms=Millis(NOW_MS),
        actor=PersonId(0), role=Role.FACILITATOR, event=event,
    )  # fmt: skip


def test_no_rule_of_erasing_overwrites_a_field_that_the_chain_covers():
    rows = [
        Row(seq, seq, name, dict.fromkeys(kind.__struct_fields__, 1))
        for seq, (name, kind) in enumerate(EVENT_TYPES.items(), 1)
    ]
    seqs = frozenset(row.seq for row in rows)
    what = Erasure(people=seqs, items=seqs, wifi=True, everybody=True)
    blank = {rows[seq - 1].type: set(fields) for seq, fields in fields_to_blank(what, rows)}
    assert blank == {name: erasable_fields(name) for name in EVENT_TYPES if erasable_fields(name)}


def test_what_a_released_version_leaves_out_of_its_hash_never_changes():
    """Of each version of an event: its fields, and those that the chain leaves out.

    A field that shall become erasable, or not be it any more, needs a new name in a new version.
    """
    frozen: dict[str, dict[str, list[str]]] = json.loads(FROZEN.read_text())
    for name, version in frozen.items():
        type = name.partition(" ")[0]
        assert sorted(erasable_fields(type) & set(version["fields"])) == version["left_out"], name
    missing = {f"{name} {kind.version}" for name, kind in EVENT_TYPES.items()} - frozen.keys()
    assert not missing, "run python -m tests.log.freeze_erasable"


def test_a_log_with_a_lost_tail_goes_on_and_its_loss_stays_known(store: Store, path: Path):
    room = evening()
    put(store, room.log[:-2])
    with closing(connect(path)) as connection:
        connection.execute("delete from entries where seq > 3")
        put(store, room.log[3:])
        assert [entry.seq for entry in store.entries(STREAM)] == [e.seq for e in room.log]
        assert found(connection)


def test_the_hash_of_an_entry_is_as_the_documents_say(store: Store):
    room = evening()
    put(store, room.log)
    hashes = store._reader.execute("select hex(chain) from entries order by seq").fetchall()
    before = ""
    for one, (written,) in zip(room.log, hashes, strict=True):
        type, version, data = encode(one.event)
        fields = json.loads(data)
        for name in erasable_fields(type):
            fields.pop(name, None)
        kept = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
        array = [before, one.seq, one.command_id, one.part, one.at_ms, one.actor, one.role.value,
                 type, version, kept]  # fmt: skip
        covered = json.dumps(array, ensure_ascii=False, separators=(",", ":")).encode()
        before = hashlib.sha256(covered).hexdigest()
        assert written.lower() == before
    head = store._reader.execute("select entry_count, lower(hex(head)) from streams").fetchone()
    assert head == (len(room.log), before)


def test_a_session_without_entries_has_a_chain_of_none(store: Store):
    store._writer.execute("insert into streams (kind, key) values (?, ?)", STREAM)
    assert not found(store._reader)
