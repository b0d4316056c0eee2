"""An older copy of a database is erased of what was erased since, before it is served."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from fishbowl.archive.indexing import index_session
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.log import Store, open_store
from fishbowl.log.erasure_list import list_of
from fishbowl.services.reapply_erasures import Reapplied, reapply
from fishbowl.services.session_log import append_session
from tests.log.conftest import STREAM, delete, outspoken
from tests.support.room import Room

NOW_MS = 1_900_000_000_000
WORDS = ("Ölmez", "Quispe", "Unmistakable", "unspeakable", "Raffaello")


def keep(store: Store, room: Room) -> None:
    """Append what the store does not have yet."""
    known = len(store.entries(STREAM))
    append_session(store, room.session, room.log[known:])


def words_in(path: Path) -> set[str]:
    files = path.parent.glob(f"{path.name}*")
    held = b"".join(file.read_bytes() for file in files if file.is_file())
    return {word for word in WORDS if word.encode() in held}


class Copies:
    """A database, a copy of it from before, and what happened since."""

    def __init__(self, folder: Path) -> None:
        self.path, self.old = folder / "now" / "talks.db", folder / "then" / "talks.db"
        self.old.parent.mkdir()
        self.room = outspoken()
        with closing(open_store(self.path)) as store:
            keep(store, self.room)
        shutil.copy(self.path, self.old)

    def since(self) -> None:
        """Write what has happened since the copy."""
        with closing(open_store(self.path)) as store:
            keep(store, self.room)

    def applied(self) -> Reapplied:
        """Open the copy with the list of the database, as a start does."""
        with closing(open_store(self.old, erasures=list_of(self.path))) as store:
            return reapply(store, NOW_MS)

    def state(self):
        with closing(open_store(self.old, readonly=True)) as store:
            return fold(store.entries(STREAM))


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    return Copies(tmp_path)


def test_a_forgotten_person_is_forgotten_in_the_copy_once(copies: Copies):
    person = copies.room.phone_of("Raffaello").person
    copies.room.phone_of("Raffaello").forgets()
    copies.since()
    assert words_in(copies.old) == set(WORDS)
    assert copies.applied() == Reapplied(1, 0, ())
    assert words_in(copies.old) == set()
    assert copies.state().people[person].forgotten
    length = copies.state().seq
    assert copies.applied() == Reapplied(0, 0, ())
    assert copies.state().seq == length
    with closing(open_store(copies.old, readonly=True)) as store:
        store.check(STREAM)


def test_who_waits_in_the_copy_leaves_before_being_forgotten(copies: Copies):
    copies.room.phone_of("Raffaello").forgets()
    copies.since()
    assert copies.applied()
    session = copies.state()
    assert not session.open_request
    assert not session.current_turn


def test_words_that_were_taken_back_are_gone_from_the_copy(tmp_path: Path):
    copies = Copies(tmp_path)
    noor = copies.room.joins("Noor")[0]
    noor.puts_question("An unspeakable question")
    copies.since()
    shutil.copy(copies.path, copies.old)
    noor.takes_question_back("An unspeakable question")
    copies.since()
    assert b"An unspeakable question" in copies.old.read_bytes()
    assert copies.applied() == Reapplied(1, 0, ())
    assert b"An unspeakable question" not in copies.old.read_bytes()
    assert [one.called for one in copies.state().people.values()].count("Noor") == 1


def test_a_session_that_was_deleted_is_deleted_from_the_copy(copies: Copies):
    with closing(open_store(copies.path)) as store:
        delete(store, at_ms=NOW_MS)
    assert copies.applied() == Reapplied(0, 1, ())
    with closing(open_store(copies.old)) as store:
        assert store.streams("session") == []
        assert store.deleted("session") == {"WAVE47"}
    assert words_in(copies.old) == set()


def test_the_date_of_a_session_holds_for_the_copy_too(tmp_path: Path):
    copies = Copies(tmp_path)
    room = copies.room
    room.facilitator.sends(c.ChangeSettings(keep_until_ms=room.now_ms + 60_000))
    copies.since()
    shutil.copy(copies.path, copies.old)
    room.wait(minutes=60 * 24)
    copies.since()
    assert copies.applied().erasures >= 1
    assert words_in(copies.old) == set()


def test_what_can_be_found_in_the_archive_goes_as_well(copies: Copies):
    copies.room.facilitator.closes()
    copies.since()
    shutil.copy(copies.path, copies.old)
    with closing(open_store(copies.old)) as store:
        index_session(store, "WAVE47")
    assert b"Unmistakable" in copies.old.read_bytes()
    copies.room.phone_of("Raffaello").forgets()
    copies.since()
    assert copies.applied()
    assert words_in(copies.old) == set()


def test_another_session_of_that_code_is_left_alone(copies: Copies):
    copies.room.phone_of("Raffaello").forgets()
    copies.since()
    copies.old.unlink()
    with closing(open_store(copies.old)) as store:
        other = Room()
        other.wait(seconds=5)
        other.joins("Rafael Ölmez-Quispe")
        other.log[0] = replace(other.log[0], at_ms=other.log[0].at_ms + 1)
        keep(store, other)
    assert copies.applied() == Reapplied(0, 0, ())
    assert "Ölmez" in words_in(copies.old)


def test_people_who_came_after_the_copy_are_nobody_in_it(copies: Copies):
    noor = copies.room.joins("Noor")[0]
    noor.forgets()
    copies.since()
    assert copies.applied() == Reapplied(0, 0, ())
    assert copies.state().seq == len(copies.room.log) - 2


def test_words_in_a_log_that_cannot_be_folded_are_overwritten_all_the_same(copies: Copies):
    copies.room.phone_of("Raffaello").forgets()
    copies.since()
    with closing(sqlite3.connect(copies.old)) as connection, connection:
        connection.execute("update entries set type = 'of.the.future' where seq = 2")
    assert copies.applied() == Reapplied(1, 0, ("WAVE47",))
    assert words_in(copies.old) == set()
