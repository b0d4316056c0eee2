"""Appending: in order, all or nothing, durable."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import CommandKey, Conflict, News, Store, StoreError, Unavailable, open_store
from fishbowl.log.effects import PutRow
from fishbowl.services.session_log import list_sessions
from tests.domain.invariants import replace
from tests.domain.upcast.old_entries import older
from tests.log.conftest import STREAM, evening, put, row


def test_a_log_comes_back_as_it_was_and_folds_to_the_same_session(store: Store):
    room = evening()
    put(store, room.log)
    assert store.entries(STREAM) == room.log
    assert fold(store.entries(STREAM)) == room.session


def test_a_session_that_is_not_there_has_no_entries(store: Store):
    assert store.entries(session_stream("NOWHERE")) == []
    key = CommandKey(session_stream("NOWHERE"), "", "facilitator", "command-1")
    assert store.news({session_stream("NOWHERE"): 0}, [key]) == News({}, {})


def test_two_logs_are_appended_together_or_not_at_all(store: Store):
    room = evening()
    put(store, room.log[:3])
    with pytest.raises(Conflict):
        store.append({session_stream("TUNE88"): room.log[:2], STREAM: room.log[2:4]}, [])
    assert store.entries(session_stream("TUNE88")) == []
    assert "TUNE88" not in [row.code for row in list_sessions(store)]
    assert store.entries(STREAM) == room.log[:3]


def test_an_entry_number_is_given_once(store: Store):
    room = evening()
    put(store, room.log[:3])
    with pytest.raises(Conflict):
        put(store, [replace(room.log[2], command_id="another-command")])


def test_a_command_leaves_its_entries_once(store: Store):
    room = evening()
    put(store, room.log[:3])
    with pytest.raises(Conflict):
        put(store, [replace(room.log[2], seq=Seq(4))])
    put(store, [replace(room.log[2], seq=Seq(4), part=1)])


def test_a_command_is_that_of_one_sender(store: Store):
    room = evening()
    put(store, room.log[:3])
    same_id = replace(room.log[2], seq=Seq(4), sender="somebody else")
    put(store, [same_id])
    mine = CommandKey(STREAM, "somebody else", room.log[2].role.value, same_id.command_id)
    old = CommandKey(STREAM, "yet another", mine.role, mine.command_id)
    answers = store.news({}, [mine, old]).answers
    assert answers == {mine: (4, 4), old: (3, 3)}, "entries without a sender are of their role"
    with pytest.raises(Conflict):
        put(store, [replace(same_id, seq=Seq(5))])


def test_commands_that_are_in_the_log_are_refused_to_who_has_not_asked(store: Store):
    room = evening()
    put(store, room.log[:3])
    entry = replace(room.log[2], seq=Seq(4), part=1, sender="somebody")
    key = CommandKey(STREAM, "somebody", entry.role.value, entry.command_id)
    with pytest.raises(Conflict):
        store.append({STREAM: [entry]}, [], [key])
    assert store.entries(STREAM) == room.log[:3]
    store.append({STREAM: [entry]}, [], [key._replace(command_id="never-sent")])
    assert store.entries(STREAM) == [*room.log[:3], entry]


def test_a_log_has_no_hole(store: Store):
    room = evening()
    put(store, room.log[:3])
    with pytest.raises(Conflict):
        put(store, room.log[4:5])
    assert store.entries(STREAM) == room.log[:3]


def test_what_others_have_appended_is_news(store: Store, path: Path):
    room = evening()
    put(store, room.log[:3])
    other = open_store(path)
    put(other, room.log[3:])
    other.close()
    assert store.news({STREAM: 3}, []).tails == {STREAM: room.log[3:]}
    assert store.news({STREAM: len(room.log)}, []).tails == {}


def test_news_are_of_one_moment(store: Store, path: Path):
    """A command that somebody else appends meanwhile is in answers and tails, or in neither."""
    room = evening()
    put(store, room.log[:3])
    key = CommandKey(STREAM, "", room.log[3].role.value, room.log[3].command_id)

    def commands() -> Iterator[CommandKey]:
        yield key
        with closing(open_store(path)) as other:
            put(other, room.log[3:])

    assert store.news({STREAM: 3}, commands()) == News({}, {})
    news = store.news({STREAM: 3}, [key])
    assert (list(news.tails), list(news.answers)) == ([STREAM], [key])


def test_a_field_that_nobody_knows_is_named_with_its_entry(store: Store, path: Path):
    put(store, evening().log)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "update entries set data = json_set(data, '$.mood', 'good') where type = 'chair.taken'"
        )
    seq = next(e.seq for e in evening().log if e.event.name == "chair.taken")
    with pytest.raises(StoreError, match=f"WAVE47 .* entry {seq}: chair.taken .*`mood`"):
        store.entries(STREAM)


def test_entries_of_an_older_program_are_read_as_it_meant_them(store: Store, path: Path):
    room = evening()
    put(store, [older(entry) for entry in room.log])
    assert store.entries(STREAM) == room.log
    for seen in range(len(room.log)):
        assert store.news({STREAM: seen}, []).tails == {STREAM: room.log[seen:]}
    with closing(sqlite3.connect(path)) as connection:
        stored = connection.execute("select data from entries where type = 'call.made'").fetchone()
    assert "as_reply" not in stored[0], "what is stored stays as it is"


def test_the_same_number_in_another_session_is_another_entry(store: Store):
    room = evening()
    put(store, room.log)
    put(store, room.log, code="TUNE88")
    assert store.entries(session_stream("TUNE88")) == room.log


def test_a_command_is_found_with_its_first_and_last_entry(store: Store):
    room = evening()
    seated = room.facilitator.seats("Woman in red")
    put(store, room.log)
    id = seated[0].command_id
    key = CommandKey(STREAM, "", "facilitator", id)
    others = [
        CommandKey(STREAM, "", "facilitator", "never-sent"),
        CommandKey(session_stream("TUNE88"), "", "facilitator", id),
        CommandKey(STREAM, "somebody", "attendee", id),
    ]
    assert store.news({}, [key, *others]).answers == {key: (seated[0].seq, seated[1].seq)}


def test_after_a_refusal_the_store_goes_on(store: Store):
    room = evening()
    put(store, room.log[:3])
    with pytest.raises(Conflict):
        put(store, room.log[:3])
    put(store, room.log[3:])
    assert store.entries(STREAM) == room.log


def test_what_was_appended_survives_a_pulled_plug(store: Store, path: Path, tmp_path: Path):
    room = evening()
    put(store, room.log)
    for file in path.parent.glob("fishbowl.db*"):
        shutil.copy(file, tmp_path / f"copy-{file.name}")
    copy = open_store(tmp_path / "copy-fishbowl.db")
    assert copy.entries(STREAM) == room.log
    copy.close()


def test_another_process_reads_while_this_one_writes(store: Store, path: Path):
    room = evening()
    put(store, room.log[:3])
    reading = open_store(path, readonly=True)
    assert len(reading.entries(STREAM)) == 3
    put(store, room.log[3:])
    assert reading.entries(STREAM) == room.log
    with pytest.raises(Unavailable, match="readonly"):
        put(reading, room.log, code="TUNE88")
    reading.close()


def test_sessions_are_listed_newest_first_and_say_what_they_are(store: Store):
    room = evening()
    for at, code in enumerate(("AAAA22", "BBBB33", "CCCC44")):
        stream = session_stream(code)
        first = PutRow(stream=stream, row=row(code, created_at_ms=at))
        store.append({stream: room.log[:1]}, [first])
    changed = SessionRow(
        code="AAAA22", question="Why not?", event="Day", state="closed", created_at_ms=0,
        closed_at_ms=7, people=3, voices=2,
    )  # fmt: skip
    stream = session_stream("AAAA22")
    store.append({stream: room.log[1:2]}, [PutRow(stream=stream, row=changed)])
    listed = list_sessions(store)
    assert [each.code for each in listed] == ["CCCC44", "BBBB33", "AAAA22"]
    assert listed[-1] == changed


def test_the_file_is_written_durably(store: Store, path: Path):
    conn = store._writer
    assert conn.execute("pragma journal_mode").fetchone() == ("wal",)
    assert conn.execute("pragma synchronous").fetchone() == (2,), "FULL"
    assert conn.execute("pragma secure_delete").fetchone() == (1,)


def test_a_command_is_looked_for_by_the_index_however_long_the_log_is(store: Store):
    asked: list[str] = []
    store._writer.set_trace_callback(asked.append)
    stream = session_stream("WAVE47")
    store.news({}, [CommandKey(stream, "sender", "facilitator", "command-1")])
    store._writer.set_trace_callback(None)
    queries = [one for one in asked if "command_id" in one]
    assert len(queries) == 2
    for query in queries:
        plan = [row[3] for row in store._writer.execute(f"explain query plan {query}")]
        assert any("command_id=?" in step for step in plan), plan
        assert not any(step.startswith("SCAN") for step in plan), plan
