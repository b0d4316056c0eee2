"""The shelf of finished sessions: what is on it, and what is gone."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from fishbowl.archive.indexing import index_session, stale_codes
from fishbowl.archive.search import search
from fishbowl.domain.kernel.ids import ActionId
from fishbowl.domain.session import commands as c
from fishbowl.log import Store, StoreError, open_store
from tests.archive.finished_sessions import codes, keep, session
from tests.support.room import Room


def test_what_changes_is_not_found_until_it_has_been_read_again(store: Store, path: Path):
    room = session("WAVE22", "Who stays?", "Bread")
    keep(store, room)
    room.sends(c.PublishSummary())
    keep(store, room, shelved=False)
    assert search(path, "bread").searchable_count == 0
    assert stale_codes(path) == ["WAVE22"]
    index_session(store, "WAVE22")
    assert codes(search(path, "bread")) == ["WAVE22"]
    assert stale_codes(path) == []


def test_undoing_the_end_takes_a_session_off_the_shelf(store: Store, path: Path):
    room = session("WAVE22", "Who stays?", "Bread")
    keep(store, room)
    last = room.log[-1]
    room.sends(c.UndoAction(action=ActionId(last.seq - last.part)))
    keep(store, room)
    assert search(path, "bread").searchable_count == 0
    assert stale_codes(path) == []


def in_the_file(path: Path, *words: str) -> set[str]:
    held = b"".join(file.read_bytes() for file in path.parent.glob("fishbowl.db*")).lower()
    return {word for word in words if word.lower().encode() in held}


def test_forgotten_words_leave_the_archive_its_index_and_the_file(store: Store, path: Path):
    for number in range(30):  # so that the index has parts of different ages
        keep(store, session(f"TIDE{number + 22}", "Who stays?", f"Bread number {number}"))
    room = Room("Who stays?", code="WAVE22")
    rafael = room.phone("Rafael").person
    room.facilitator.starts()
    room.sends(c.AskBowl(words="Unmistakable zanzibarquestion"), rafael)
    (asked,) = room.session.questions
    room.sends(c.PutUpQuestion(question=asked))
    room.sends(c.CloseSession())
    keep(store, room)
    assert codes(search(path, "zanzibar")) == ["WAVE22"]
    store._writer.execute("pragma wal_checkpoint(truncate)")
    assert in_the_file(path, "zanzibar", "unmistak") == {"zanzibar", "unmistak"}
    room.sends(c.ForgetPerson(person=rafael), rafael)
    keep(store, room)
    assert codes(search(path, "zanzibar")) == []
    while store.purge_some():
        pass
    assert in_the_file(path, "zanzibar", "unmistak") == set()
    assert codes(search(path, "stays", first=0))
    store._writer.execute(
        "insert into finished_sessions_fts (finished_sessions_fts) values ('integrity-check')"
    )


def test_other_tools_find_the_full_text_search(store: Store, path: Path):
    keep(store, session("WAVE22", "A café?", "Bread"))
    db = Database(path)
    assert db["finished_sessions"].detect_fts() == "finished_sessions_fts"
    (row,) = db["finished_sessions"].search("cafe", quote=True)
    assert row["code"] == "WAVE22"
    assert row["topic"] == "Bread"
    db.close()


def test_an_index_for_other_kinds_is_made_anew_and_everything_read_again(path: Path):
    with closing(open_store(path)) as store:
        keep(store, session("WAVE22", "Who stays?", "Bread"))
        store._writer.execute("update archive_state set value = 'older' where name = 'made_for'")
    with pytest.raises(StoreError, match="start the server once"):
        search(path, "bread")
    with closing(open_store(path)) as store:
        assert stale_codes(path) == ["WAVE22"]
        index_session(store, "WAVE22")
        assert codes(search(path, "bread")) == ["WAVE22"]
