"""Copies of a file with a second kind of stream: on a standby, in a backup, and restored."""

from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

import pytest

from fishbowl.domain.streams import KINDS
from fishbowl.host.threads import directly
from fishbowl.log import Store, StoreError, open_store
from fishbowl.log.copies import Deletion, Piece
from fishbowl.log.copy_source import FileCopySource
from fishbowl.log.erasure_list import list_of
from fishbowl.log.people_effects import PutContact
from fishbowl.log.verify import verify
from fishbowl.services.backups import back_up
from fishbowl.services.reapply_erasures import reapply
from fishbowl.services.restoring import restore
from fishbowl.standby import feed
from fishbowl.standby.messages import PROTOCOL, Ask, Hello
from tests.log.conftest import STREAM, put
from tests.streams.shelf import SHELF, PutBook
from tests.streams.test_second_kind import FICTION, GIVER, Library
from tests.support.room import Room

NOW_MS = 1_900_000_000_000
BOTH = (*KINDS, SHELF)


class Shelves:
    """A library whose file a second one follows."""

    def __init__(self, folder: Path) -> None:
        self.library = Library(folder / "first" / "library.db")
        self.path = folder / "second" / "copy.db"
        self.copy: Store = Library(self.path).store
        self.feed = feed.Feed(self.library.store, directly, "mark", lambda: 0, lambda: None)
        self.library.writer.subscribe(
            lambda change: self.feed.on_grown(self.library.writer.stream_of(change.after))
        )
        self.number = 0
        self.id = b""

    def follow(self) -> None:
        hello = Hello(
            ticket=b"", protocol=PROTOCOL, mark="", address="http://second.example", epoch=0,
            kinds=[kind.name for kind in BOTH],
        )  # fmt: skip
        welcome = self.feed.welcome(hello)
        self.id, self.number = welcome.line, 0
        with self.copy.copy_source() as source:
            wants = [head for head in welcome.heads if not source.has(head)]
        self.take([type(head)(*head.stream, 0, b"") for head in wants])
        self.take()

    def take(self, wants: Any = ()) -> feed.Batch:
        ask = Ask(ticket=b"", line=self.id, number=self.number, wants=[*wants])
        batch = self.feed.answer(ask, nullcontext())
        self.copy.take_copy(batch.pieces, batch.deletions, batch.tables)
        self.number = batch.number
        return batch

    def contacts(self) -> list[Any]:
        return self.copy._reader.execute("select owner, sealed from contacts").fetchall()


@pytest.fixture
def shelves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelves]:
    monkeypatch.setattr(feed, "WAIT_S", 0.05)
    monkeypatch.setattr(feed, "LOOK_S", 0.0)
    shelves = Shelves(tmp_path)
    put(shelves.library.store, Room().log)
    assert shelves.library.does(PutBook(title="Faust", by=GIVER), "put-1", "device").ok
    yield shelves
    shelves.library.store.close()
    shelves.copy.close()


def add_contact(store: Store, id: str) -> None:
    put = PutContact(owner=id, kind="mail", sealed=b"\x01\xff", digest=b"")
    store.append({}, [put])


def words_in(path: Path) -> bool:
    return any(GIVER.encode() in file.read_bytes() for file in path.parent.glob("*.db*"))


def test_every_kind_of_stream_and_its_row_is_followed(shelves: Shelves):
    shelves.follow()
    assert shelves.library.does(PutBook(title="Fiesta", by="Ines"), "put-2").ok
    shelves.take()
    for stream in (FICTION, STREAM):
        assert shelves.copy.entries(stream) == shelves.library.store.entries(stream)
        shelves.copy.check(stream)
        assert shelves.copy.streams(stream.kind) == shelves.library.store.streams(stream.kind)


def test_what_is_erased_or_deleted_in_any_kind_goes_in_the_copy(shelves: Shelves):
    shelves.follow()
    assert words_in(shelves.path)
    assert shelves.library.does(PutBook(forget=1), "forget-1").ok
    shelves.take()
    assert not words_in(shelves.path)
    assert len(shelves.copy.entries(FICTION)) == 2
    assert shelves.library.writer.delete("F")
    shelves.feed.on_deleted(FICTION, 5)
    batch = shelves.take()
    assert batch.deletions == [Deletion("shelf", "F", 5)]
    assert shelves.copy.streams("shelf") == []
    assert shelves.copy.deleted("shelf") == {"F"}
    assert [listed.stream for listed in shelves.copy.streams("session")] == [STREAM]


def test_tables_beside_the_streams_are_copied_when_a_commit_has_changed_them(
    shelves: Shelves, monkeypatch: pytest.MonkeyPatch
):
    add_contact(shelves.library.store, "a")
    shelves.follow()
    assert shelves.contacts() == [("a", b"\x01\xff")]
    with monkeypatch.context() as patched:
        patched.setattr(FileCopySource, "tables", lambda *_: pytest.fail("tables were read"))
        assert shelves.library.does(PutBook(title="Fiesta", by="Ines"), "put-2").ok
        shelves.take()
    with pytest.raises(ZeroDivisionError):  # what is rolled back changes nothing
        shelves.library.store.transact(
            lambda c: (c.execute("insert into refused_addresses values (x'00')"), 1 // 0)
        )
    add_contact(shelves.library.store, "b")
    assert [table.name for table in shelves.take().tables] == ["contacts"]
    assert [id for id, _ in shelves.contacts()] == ["a", "b"]


def test_what_another_process_has_written_is_noticed(shelves: Shelves):
    shelves.follow()
    with closing(open_store(shelves.library.path, kinds=BOTH)) as other:
        add_contact(other, "c")
        last = other.entries(FICTION)[-1]
        later = type(last)(**{f: getattr(last, f) for f in last.__struct_fields__}
                           | {"seq": 2, "command_id": "elsewhere"})  # fmt: skip
        other.append({FICTION: [later]}, [])
    shelves.library.store.tidy()
    shelves.take()
    shelves.take()
    assert [id for id, _ in shelves.contacts()] == ["c"]
    assert len(shelves.copy.entries(FICTION)) == 2


def test_a_kind_that_this_program_does_not_know_is_refused_and_nothing_stored(shelves: Shelves):
    piece = Piece(kind="play", key="H", row=b"", after=0, before=b"", entries=[], head=b"")
    with pytest.raises(StoreError, match="kind play"):
        shelves.copy.take_copy([piece], [], [])


def test_a_backup_holds_every_kind_and_a_restore_erases_what_was_erased_since(tmp_path: Path):
    library = Library(tmp_path / "here" / "library.db")
    assert library.does(PutBook(title="Faust", by=GIVER), "put-1", "device").ok
    add_contact(library.store, "a")
    backup = tmp_path / "stick" / "backup.db"
    made = back_up(library.path, backup, kinds=BOTH)
    assert (made.verified.sessions, made.verified.entries) == (0, 1)
    assert made.verified.heads.keys() == {"shelf/F"}
    assert library.does(PutBook(forget=1), "forget-1").ok
    library.store.close()
    assert "shelf" in list_of(library.path).read_text()

    done = restore(backup, library.path, now_ms=NOW_MS, kinds=BOTH)
    assert done.reapplied.erasures == 1
    assert not done.reapplied.broken
    with closing(open_store(library.path, kinds=BOTH)) as store:
        assert store.folded(FICTION).books[1] == ("Faust", "")
        assert store.contacts() == [], "whose owner is nobody"
        store.check(FICTION)
        assert not reapply(store, NOW_MS), "a second time does nothing"
    assert GIVER.encode() not in library.path.read_bytes()


def test_a_deleted_stream_of_any_kind_does_not_come_back_with_a_backup(tmp_path: Path):
    library = Library(tmp_path / "here" / "library.db")
    assert library.does(PutBook(title="Faust", by=GIVER), "put-1", "device").ok
    backup = tmp_path / "stick" / "backup.db"
    back_up(library.path, backup, kinds=BOTH)
    assert library.writer.delete("F")
    library.store.close()
    restore(backup, library.path, now_ms=NOW_MS, kinds=BOTH)
    with closing(open_store(library.path, kinds=BOTH)) as store:
        assert store.streams("shelf") == []
        assert store.deleted("shelf") == {"F"}


def test_verifying_folds_every_kind(tmp_path: Path):
    library = Library(tmp_path / "library.db")
    assert library.does(PutBook(title="Faust", by=GIVER), "put-1").ok
    library.store._writer.execute("update entries set data = replace(data, 'Faust', 'Feast')")
    library.store.close()
    found = verify(library.path, kinds=BOTH)
    assert found.broken.keys() == {"F"}
