"""A second kind of stream beside the sessions of one file, by its declaration alone."""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

import pytest

from fishbowl.domain.kernel.codec import Codec
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.streams import KINDS
from fishbowl.log import Conflict, Listed, Store, StoreError, open_store
from fishbowl.services import snapshots
from fishbowl.services.batch import Envelope, Outcome, StreamChange
from fishbowl.services.effects import kind_effects
from fishbowl.services.shared_log import SharedLog
from fishbowl.services.stream_writer import StreamWriter
from fishbowl.services.writer import Service
from tests.log.conftest import STREAM, put
from tests.streams.shelf import SHELF, BookPut, Entry, PutBook, Shelf, ShelfRow
from tests.support.hand_clock import HandClock
from tests.support.room import Room
from tests.support.served import CODE, NEW

GIVER = "Unmistakable Quispe"
FICTION = SHELF.stream("F")


class Library:
    """A file with sessions and shelves, and a writer of shelves."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store: Store = open_store(path, kinds=(*KINDS, SHELF))
        self.clock = HandClock()
        self.writer = StreamWriter(SharedLog(self.store), SHELF, kind_effects(SHELF), self.clock)
        self.published: list[StreamChange[Shelf]] = []
        self.writer.subscribe(self.published.append)

    def does(self, command: PutBook, id: str, key: str = "") -> Outcome:
        envelope = Envelope(code="F", command=command, command_id=id, role=Role.ATTENDEE, key=key)
        future: Future[Outcome] = Future()
        self.writer._write([(envelope, future)])
        return future.result(5)

    @property
    def shelf(self) -> Shelf:
        found = self.writer.state("F")
        assert found is not None
        return found

    def in_the_file(self, words: str) -> bool:
        return any(words.encode() in file.read_bytes() for file in self.path.parent.glob("*.db*"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    library = Library(path)
    put(library.store, Room().log)
    assert library.does(PutBook(title="Faust", by=GIVER), "put-1", "device").ok
    assert library.does(PutBook(title="Fiesta", by="Ines"), "put-2").ok
    yield library
    library.store.close()


def test_its_log_is_read_and_folds_to_what_its_writer_says(library: Library):
    entries = library.store.entries(FICTION)
    assert [type(entry) for entry in entries] == [Entry, Entry]
    assert entries[0].event == BookPut(title="Faust", by=GIVER)
    assert SHELF.fold(entries) == library.shelf == library.store.folded(FICTION)
    assert [change.after.seq for change in library.published] == [1, 2]
    with closing(Library(library.path).store) as again:
        assert again.folded(FICTION) == library.shelf


def test_a_session_of_the_same_key_is_another_stream(library: Library):
    put(library.store, Room().log, code="F")
    assert library.store.entries(FICTION) != library.store.entries(STREAM)
    assert library.shelf.books[1][0] == "Faust"
    library.store.check(FICTION)
    library.store.check(STREAM)


def test_each_kind_is_listed_with_its_own_row(library: Library):
    deadline = library.shelf.at_ms + 1
    (listed,) = library.store.streams("shelf")
    assert listed == Listed(FICTION, ShelfRow(label="F", books=2, next_deadline_ms=deadline))
    (session,) = library.store.streams("session")
    assert session.stream == STREAM
    assert library.store.stream_counts("shelf", "books") == {2: 1}
    assert library.store.stream_counts("session", "state") == {session.row.state: 1}


def test_a_command_that_comes_again_has_its_first_answer(library: Library):
    first = library.does(PutBook(title="Felix Krull", by="Ines"), "put-3")
    assert library.does(PutBook(title="Felix Krull", by="Ines"), "put-3") == first
    with closing(Library(library.path).store):
        again = Library(library.path)
        assert again.does(PutBook(title="Felix Krull", by="Ines"), "put-3") == first
        again.store.close()
    assert len(library.store.entries(FICTION)) == 3


def test_an_entry_that_does_not_follow_is_a_conflict(library: Library):
    last = library.store.entries(FICTION)[-1]
    with pytest.raises(Conflict):
        library.store.append({FICTION: [last]}, [])


def test_its_hash_chain_finds_what_was_changed(library: Library):
    library.store.check(FICTION)
    library.store._writer.execute(
        "update entries set data = replace(data, 'Faust', 'Feast') where type = 'book.put'"
    )
    with pytest.raises(ValueError, match="entry 1 does not match its hash"):
        library.store.check(FICTION)
    library.store.check(STREAM)


def test_who_is_forgotten_leaves_log_state_and_file(library: Library):
    assert library.in_the_file(GIVER)
    sender = library.store.entries(FICTION)[0].sender
    assert library.does(PutBook(forget=1), "forget-1").ok
    assert library.shelf.books[1] == ("Faust", "")
    assert library.shelf == SHELF.fold(library.store.entries(FICTION))
    assert library.store.entries(FICTION)[0].sender not in ("", sender)
    assert not library.in_the_file(GIVER)
    library.store.check(FICTION)
    again = library.does(PutBook(forget=1), "forget-2")
    assert (again.ok, again.code, again.seq) == (True, "already_so", None)


def test_its_snapshot_is_used_and_goes_with_what_is_erased(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(snapshots, "EVERY", 2)
    before = library.shelf
    library.writer._snapshots.stop([("F", before)])

    def kept() -> list[tuple[int]]:
        return library.store._reader.execute("select seq from snapshots").fetchall()

    assert kept() == [(2,)]
    with monkeypatch.context() as patched:
        patched.setattr(library.store, "entries", lambda stream: pytest.fail("all was read"))
        assert library.store.folded(FICTION) == before
    assert library.does(PutBook(forget=1), "forget-1").ok
    assert kept() == []
    assert not library.writer._snapshots._keep("F", 2, SHELF.pack(before)), "it holds erased words"
    assert library.store.folded(FICTION) == library.shelf


def test_a_deleted_one_leaves_its_key_and_nothing_else(library: Library):
    assert library.writer.delete("F")
    assert not library.writer.delete("F")
    assert library.store.streams("shelf") == library.store.entries(FICTION) == []
    assert library.store.deleted("shelf") == {"F"}
    assert library.store.deleted("session") == frozenset()
    assert library.does(PutBook(title="Faust"), "put-1").seq is not None, "the log knows it no more"
    assert not library.in_the_file(GIVER)
    assert library.store.without_row() == 0


def test_a_program_that_does_not_know_the_kind_serves_the_others(library: Library):
    library.store.close()
    with closing(open_store(library.path)) as store:
        service = Service(store, HandClock())
        answer: Future[Outcome] = Future()
        start = Envelope(code=CODE, command=NEW, command_id="new", role=Role.FACILITATOR)
        service._write([(start, answer)])
        assert answer.result(5).code == "session_exists"


def test_an_event_that_is_not_listed_under_its_name_is_an_error():
    with pytest.raises(TypeError, match="BookPut does not declare the name book"):
        Codec(Entry, {"book.bought": BookPut}, {})


def test_an_event_of_another_kind_is_unknown_in_it(library: Library):
    library.store._writer.execute(
        "update entries set type = 'book.put' where type = 'session.created'"
    )
    with pytest.raises(StoreError, match="WAVE47 cannot be read"):
        library.store.entries(STREAM)
