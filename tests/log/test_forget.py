"""Forgetting: a name is gone from the file's bytes, and the log folds unchanged."""

import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import EverybodyForgotten
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.rules.people.identity import person_with
from fishbowl.log import Store
from tests.domain.invariants import without_words
from tests.log.conftest import outspoken, put
from tests.support.phone import Phone
from tests.support.room import Room

NAME = "Rafael Ölmez-Quispe"
WORDS = ("Ölmez", "Quispe", "Unmistakable", "unspeakable", "Raffaello")


@pytest.fixture
def room() -> Room:
    """Somebody joined, asked in words, suggested, renamed themself, and sat."""
    return outspoken()


def in_the_file(path: Path) -> set[str]:
    """Which of the person's words are anywhere in the database's files."""
    held = b"".join(file.read_bytes() for file in path.parent.glob("fishbowl.db*"))
    return {word for word in WORDS if word.encode() in held}


def forget(store: Store, room: Room) -> None:
    """Put the evening into the file, then let the person delete themself."""
    put(store, room.log)
    before = len(room.log)
    room.phone_of("Raffaello").forgets()
    put(store, room.log[before:])


def test_every_word_is_gone_from_the_file_and_its_journal(store: Store, path: Path, room: Room):
    put(store, room.log)
    assert in_the_file(path) == set(WORDS)
    before = len(room.log)
    room.phone_of("Raffaello").forgets()
    put(store, room.log[before:])
    assert in_the_file(path) == set()


def test_words_that_had_reached_the_main_file_are_gone_too(store: Store, path: Path, room: Room):
    put(store, room.log)
    store._writer.execute("pragma wal_checkpoint(truncate)")
    before = len(room.log)
    room.phone_of("Raffaello").forgets()
    put(store, room.log[before:])
    assert in_the_file(path) == set()


def test_the_rest_of_the_log_is_as_it_was(store: Store, room: Room):
    forget(store, room)
    folded = fold(store.entries("WAVE47"))
    assert without_words(folded) == without_words(room.session)
    assert [entry.event.name for entry in store.entries("WAVE47")] == [
        entry.event.name for entry in room.log
    ]


def test_nobody_else_is_touched(store: Store, path: Path, room: Room):
    kofi = room.asks("Kofi Mensah-Adu")[0]
    kofi.suggests("A quiet question")
    room.facilitator.begins_topic("What the facilitator wrote")
    forget(store, room)
    put(store, room.log, code="TUNE88")
    folded = fold(store.entries("WAVE47"))
    assert folded.people[kofi.person].called == "Kofi Mensah-Adu"
    assert {topic.title for topic in folded.topics.values()} == {
        "", "A quiet question", "What the facilitator wrote",
    }  # fmt: skip


def test_the_same_person_in_another_session_is_another_matter(store: Store, room: Room):
    put(store, room.log, code="TUNE88")
    forget(store, room)
    assert fold(store.entries("TUNE88")).people[room.person("Guest 1")].called == "Raffaello"


def test_if_the_file_refuses_nobody_is_half_forgotten(store: Store, path: Path, room: Room):
    put(store, room.log)
    before = len(room.log)
    room.phone_of("Raffaello").forgets()
    lock = sqlite3.connect(path)
    store._writer.execute("pragma busy_timeout = 0")
    lock.execute("begin immediate")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        put(store, room.log[before:])
    lock.rollback()
    lock.close()
    assert store.entries("WAVE47") == room.log[:before]
    put(store, room.log[before:])
    assert in_the_file(path) == set()


def test_words_go_as_soon_as_nobody_reads_the_old_file(store: Store, path: Path, room: Room):
    """A backup or an export that reads meanwhile may keep the journal alive for a moment."""
    put(store, room.log)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("begin")
    reader.execute("select count(*) from entries").fetchone()
    before = len(room.log)
    room.phone_of("Raffaello").forgets()
    put(store, room.log[before:])
    reader.execute("rollback")
    reader.close()
    before = len(room.log)
    room.joins("The next person")
    put(store, room.log[before:])
    assert in_the_file(path) == set()


def test_words_that_their_author_takes_back_are_gone_and_nothing_else_is(
    store: Store, path: Path, room: Room
):
    rafael = room.phone_of("Raffaello")
    rafael.puts_question("Unmistakable question?")
    rafael.leaves_point("unspeakable point")
    rafael.leaves_point("Another point")
    put(store, room.log)
    before = len(room.log)
    rafael.takes_question_back("Unmistakable question?")
    rafael.withdraws_point("unspeakable point")
    put(store, room.log[before:])
    entries = store.entries("WAVE47")
    held = {words for e in entries if (words := getattr(e.event, "words", ""))}
    assert held == {"unspeakable words", "Another point"}
    assert b"unspeakable point" not in b"".join(
        file.read_bytes() for file in path.parent.glob("fishbowl.db*")
    )
    folded = fold(entries)
    assert without_words(folded) == without_words(room.session)
    assert [point.words for point in folded.points.values()] == ["Another point"]


def test_the_words_of_the_guest_who_somebody_was_are_gone_too(store: Store, path: Path):
    room = Room()
    room.facilitator.starts()
    room.facilitator.queues("Unmistakable")
    (rafael,) = room.joins(NAME)
    room.facilitator.merges("Unmistakable", into=NAME)
    put(store, room.log)
    before = len(room.log)
    rafael.forgets()
    put(store, room.log[before:])
    assert in_the_file(path) == set()
    assert without_words(fold(store.entries("WAVE47"))) == without_words(room.session)


def bytes_of(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob("fishbowl.db*"))


def test_the_pseudonym_of_the_phone_is_gone_with_the_name(store: Store, path: Path):
    room = Room()
    rafael = Phone(room, "Rafael", device="pseudonym-of-a-phone")
    room.sends(c.RecoverPerson(person=rafael.person), role=Role.DOOR, key="pseudonym-of-another")
    rafael.key = "pseudonym-of-another"
    room.facilitator.sends_out("Rafael")
    put(store, room.log)
    assert b"pseudonym-of" in bytes_of(path)
    before = len(room.log)
    rafael.forgets()
    put(store, room.log[before:])
    assert b"pseudonym-of" not in bytes_of(path)
    folded = fold(store.entries("WAVE47"))
    assert person_with(folded, "pseudonym-of-another") is not None
    assert without_words(folded) == without_words(room.session)


def test_a_published_password_is_in_no_entry_undo_value_or_frozen_wall(store: Store, path: Path):
    room = Room()
    hand = room.facilitator
    hand.sends(c.SetWifi(network="Hall 2", password="open sesame"))
    hand.starts()
    hand.sends(c.SetWall(showing="frozen"))
    hand.sends(c.SetWifi(network="Hall 2", password="open barley"))
    hand.closes()
    hand.sends(c.SetWall(showing="frozen"))
    put(store, room.log)
    assert "open sesame" in repr(fold(store.entries("WAVE47")))
    before = len(room.log)
    hand.sends(c.PublishSummary())
    put(store, room.log[before:])
    for password in ("open sesame", "open barley"):
        assert password not in repr(fold(store.entries("WAVE47")))
        assert password.encode() not in bytes_of(path)


def test_words_that_were_changed_before_they_were_taken_back_are_gone_too(store: Store, path: Path):
    room = Room()
    room.facilitator.starts()
    (rafael,) = room.joins("Rafael")
    room.facilitator.closes()
    kept = rafael.sends(c.KeepTakeaway(kind="take", words="first wording"))[0].seq
    rafael.sends(c.EditTakeaway(takeaway=kept, words="second wording"))
    put(store, room.log)
    before = len(room.log)
    rafael.sends(c.WithdrawTakeaway(takeaway=kept))
    put(store, room.log[before:])
    assert b"wording" not in bytes_of(path)


def test_what_tells_the_commands_of_a_phone_apart_is_gone_with_it(store: Store):
    room = Room()
    rafael, kofi = room.asks("Rafael", "Kofi")
    mine = (rafael.person, rafael.key)
    log = [replace(e, sender="hand" if e.actor == 0 else f"phone {e.actor}") for e in room.log]
    log = [replace(e, sender="joined") if e.event.name == "person.joined" else e for e in log]
    put(store, log)
    rafael.forgets()
    put(store, room.log[len(log) :])
    senders = {entry.seq: entry.sender for entry in store.entries("WAVE47")}
    assert senders[mine[0]] == f"gone-{mine[0]}"
    assert f"phone {mine[0]}" not in senders.values()
    assert f"phone {kofi.person}" in senders.values()
    assert senders[1] == "hand"


@pytest.mark.parametrize("everybody", [False, True])
def test_forgetting_reads_entries_of_its_own_session_alone(
    store: Store, room: Room, everybody: bool
):
    put(store, room.log)
    before = len(room.log)
    if everybody:
        forgotten = EverybodyForgotten(people=tuple(room.session.people))
        room._append((forgotten,), Role.TIME, PersonId(0))
    else:
        room.phones["device 1"].forgets()
    statements: list[str] = []
    store._writer.set_trace_callback(statements.append)
    put(store, room.log[before:])
    store._writer.set_trace_callback(None)
    on_entries = [one for one in statements if "entries" in one and not one.startswith("--")]
    plans = [row[3] for one in on_entries for row in _plan(store, one)]
    of_entries = [step for step in plans if "entries" in step]
    assert any("update entries set data" in one for one in on_entries)
    assert of_entries
    assert all("SEARCH entries" in step and "session_id=?" in step for step in of_entries)


def _plan(store: Store, statement: str) -> list[tuple[int, int, int, str]]:
    """How SQLite finds the rows of a statement."""
    return store._writer.execute(f"explain query plan {statement}").fetchall()
