"""The shelf of finished sessions: what is found, in which order, and what is gone."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from fishbowl.domain import commands as c
from fishbowl.domain.ids import ActionId
from fishbowl.service import session_row
from fishbowl.storage import Store, StoreError, open_store
from fishbowl.storage.found import Filter, Found
from fishbowl.storage.search import search, talked_before
from fishbowl.storage.shelving import purge, shelve, stale
from tests.harvest.room import Room


def session(code: str, question: str = "Who stays?", *topics: str, **chosen: object) -> Room:
    """A session with topics that has ended."""
    room = Room(question, code=code, **chosen)
    room.start()
    for title in topics:
        room.do(c.BeginTopic(title=title))
    room.do(c.CloseSession())
    return room


def keep(store: Store, *rooms: Room, shelved: bool = True) -> None:
    """Put logs into the file, and what can be found of them on the shelf."""
    for room in rooms:
        known = len(store.entries(room.state.code))
        store.append([session_row(room.state)], [room.entries[known:]])
        if shelved:
            assert shelve(store.path, room.state.code)


def codes(found: Found) -> list[str]:
    return [hit.code for hit in found.hits]


def test_a_session_is_found_by_all_its_words_wherever_they_are(store: Store, path: Path):
    keep(
        store,
        session("WAVE22", "Who stays?", "Paying volunteers", "Leaving well"),
        session("WAVE33", "Who pays?", "Leaving early"),
    )
    assert codes(search(path, "leaving volunteers")) == ["WAVE22"]
    assert sorted(codes(search(path, "LEÁV"))) == ["WAVE22", "WAVE33"]
    assert codes(search(path, "unteer")) == ["WAVE22"]
    assert codes(search(path, "nothing of that")) == []
    (hit,) = search(path, "volunteers").hits
    (place,) = hit.places
    assert place.words == "Paying volunteers"
    assert [place.words[start:end] for start, end in place.marks] == ["volunteers"]


@pytest.mark.parametrize("typed", ["友", "友達", "達と", "中国", "ランティ"])
def test_characters_are_found_one_by_one_and_in_any_phrase(store: Store, path: Path, typed: str):
    keep(store, session("WAVE22", "友達と中国の話", "ボランティア"), session("WAVE33"))
    assert codes(search(path, typed)) == ["WAVE22"]


def test_titles_come_before_notes_and_the_latest_first_among_equals(store: Store, path: Path):
    noted = Room("Who stays?", code="WAVE22")
    noted.start()
    noted.do(c.AddNote(kind="insight", words="A lantern helped"))
    noted.do(c.CloseSession())
    keep(store, noted, session("WAVE33", "The lantern"), session("WAVE44", "The lantern"))
    found = search(path, "lantern")
    assert codes(found) == ["WAVE44", "WAVE33", "WAVE22"]
    assert found.kinds == {"question": 2, "insight": 1}


def test_filters_narrow_and_tell_what_each_would_leave(store: Store, path: Path):
    keep(
        store,
        session("WAVE22", "Who stays in the project and why?", "Bread", event="Day One"),
        session("WAVE33", "Wer bleibt und warum ist das so?", "Bread", event="Day Two"),
    )
    found = search(path, "bread", Filter(event="Day Two"))
    assert codes(found) == ["WAVE33"]
    assert found.events == {"Day One": 1, "Day Two": 1}
    assert codes(search(path, "", Filter(language="de"))) == ["WAVE33"]
    assert codes(search(path, "bread", Filter(kind="question"))) == []
    assert search(path, "", Filter(year="1999")).count == 0


def test_the_language_that_was_chosen_goes_before_the_guess(store: Store, path: Path):
    keep(
        store,
        session("WAVE22", "Who stays in the project and why?", language="es"),
        session("WAVE33", "Who stays in the project and why?"),
    )
    assert codes(search(path, "", Filter(language="es"))) == ["WAVE22"]
    assert codes(search(path, "", Filter(language="en"))) == ["WAVE33"]


def test_readers_find_what_is_published(store: Store, path: Path):
    room = session("WAVE22", "Who stays?")
    keep(store, room, session("WAVE33", "Who goes?"))
    assert search(path, "who", published_only=True).in_all == 0
    room.do(c.PublishSummary())
    keep(store, room)
    assert codes(search(path, "who", published_only=True)) == ["WAVE22"]


@pytest.mark.parametrize(
    "typed",
    ['"', "foo AND", "NEAR(a b", "a* OR -b", "{question} : x", "^x", "🐟", "\u202eabc",
     "x" * 10_000, "'; drop table finds; --", "NOT", "\x00", "%", "_"],
)  # fmt: skip
def test_nothing_that_is_typed_is_an_operator(store: Store, path: Path, typed: str):
    keep(store, session("WAVE22", "Who stays?", "Bread"))
    assert codes(search(path, typed)) == []


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(typed=st.text(max_size=80), kind=st.text(max_size=8))
def test_whatever_is_typed_gets_an_answer(store: Store, path: Path, typed: str, kind: str):
    if not store.sessions():
        keep(store, session("WAVE22", "Who stays?", "Bread"))
    search(path, typed)
    search(path, typed, Filter(kind=kind, event=kind, year=kind, language=kind))
    talked_before(path, typed, without="")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(title=st.text(min_size=1, max_size=60).map(lambda title: f"x{title}"))
def test_a_topic_is_found_by_its_own_title(tmp_path_factory: pytest.TempPathFactory, title: str):
    path = tmp_path_factory.mktemp("archive") / "fishbowl.db"
    with closing(open_store(path)) as store:
        room = session("WAVE22", "Who stays?", title)
        keep(store, room)
        kept = next(iter(room.state.topics.values())).title
        assert codes(search(path, kept)) == ["WAVE22"]


def test_what_changes_is_not_found_until_it_has_been_read_again(store: Store, path: Path):
    room = session("WAVE22", "Who stays?", "Bread")
    keep(store, room)
    room.do(c.PublishSummary())
    keep(store, room, shelved=False)
    assert search(path, "bread").in_all == 0
    assert stale(path) == ["WAVE22"]
    shelve(path, "WAVE22")
    assert codes(search(path, "bread")) == ["WAVE22"]
    assert stale(path) == []


def test_undoing_the_end_takes_a_session_off_the_shelf(store: Store, path: Path):
    room = session("WAVE22", "Who stays?", "Bread")
    keep(store, room)
    last = room.entries[-1]
    room.do(c.UndoAction(action=ActionId(last.seq - last.part)))
    keep(store, room)
    assert search(path, "bread").in_all == 0
    assert stale(path) == []


def in_the_file(path: Path, *words: str) -> set[str]:
    held = b"".join(file.read_bytes() for file in path.parent.glob("fishbowl.db*")).lower()
    return {word for word in words if word.lower().encode() in held}


def test_forgotten_words_leave_the_archive_its_index_and_the_file(store: Store, path: Path):
    for number in range(30):  # so that the index has parts of different ages
        keep(store, session(f"TIDE{number + 22}", "Who stays?", f"Bread number {number}"))
    room = Room("Who stays?", code="WAVE22")
    rafael = room.joins("Rafael")
    room.start()
    room.do(c.AskBowl(words="Unmistakable zanzibarquestion"), rafael)
    (asked,) = room.state.questions
    room.do(c.PutUpQuestion(question=asked))
    room.do(c.CloseSession())
    keep(store, room)
    assert codes(search(path, "zanzibar")) == ["WAVE22"]
    store._writer.conn.execute("pragma wal_checkpoint(truncate)")
    assert in_the_file(path, "zanzibar", "unmistak") == {"zanzibar", "unmistak"}
    room.do(c.ForgetPerson(person=rafael), rafael)
    keep(store, room)
    assert codes(search(path, "zanzibar")) == []
    while purge(path):
        pass
    assert in_the_file(path, "zanzibar", "unmistak") == set()
    assert codes(search(path, "stays", first=0))
    store._writer.conn.execute(
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
        store._writer.conn.execute(
            "update archive_state set value = 'older' where name = 'made_for'"
        )
    with pytest.raises(StoreError, match="start the server once"):
        search(path, "bread")
    with closing(open_store(path)):
        assert stale(path) == ["WAVE22"]
        shelve(path, "WAVE22")
        assert codes(search(path, "bread")) == ["WAVE22"]


def test_a_topic_finds_earlier_sessions_that_were_about_it(store: Store, path: Path):
    keep(
        store,
        session("WAVE22", "Who stays?", "Paying people who maintain the code"),
        session("WAVE33", "Who goes?", "Paying for lunch"),
    )
    found = talked_before(path, "How do we pay maintainers and maintain the code?", without="X")
    assert [hit.code for hit in found] == []
    found = talked_before(path, "paying people who maintain", without="X")
    assert [hit.code for hit in found] == ["WAVE22"]
    assert talked_before(path, "paying people who maintain", without="WAVE22") == ()
    assert talked_before(path, "the of", without="X") == ()
