"""Scenes from real rooms: what stays of an evening, and what must not."""

from contextlib import closing
from pathlib import Path

import pytest

from fishbowl.archive.indexing import index_session
from fishbowl.archive.related_sessions import related_sessions
from fishbowl.archive.search import search
from fishbowl.domain.kernel.ids import PersonId, QuestionId
from fishbowl.domain.session import commands as c
from fishbowl.harvest import FORMATS, TABLES, export
from fishbowl.harvest.searchable_text import searchable_texts
from fishbowl.log import open_store
from fishbowl.services.writer import session_row
from tests.support.room import Room
from tests.web.summary.test_page import page

NAMES = ("Rafael Quispe", "Tomasz Oyelaran", "Lindiwe Achterberg")
WORDS = ("Zanzibar question", "Quokka point")


def evening(attribution: str) -> tuple[Room, PersonId]:
    """Rafael asks in writing and for a chair, Tomasz sits, and Lindiwe has something to do."""
    room = Room("Who may say no?", code="WAVE47", attribution=attribution)
    rafael = room.phone(NAMES[0]).person
    room.seats_walk_up(1, NAMES[1])
    room.facilitator.starts()
    room.wait(minutes=3)
    room.sends(c.BeginTopic(title="Paying maintainers"))
    room.sends(c.AddNote(kind="action", words="Write the guide", owner=NAMES[2]))
    room.sends(c.AskBowl(words=WORDS[0]), rafael)
    (asked,) = room.session.questions
    room.sends(c.PutUpQuestion(question=QuestionId(asked)))
    request = room.phone_of(rafael).asks()[0].seq
    room.wait(minutes=6)
    room.facilitator.closes()
    room.sends(c.LeavePoint(words=WORDS[1], request=request), rafael)
    room.facilitator.passes_words()
    room.sends(c.PublishSummary())
    return room, rafael


def everything_that_leaves(room: Room) -> str:
    """Every file, the source of the page for its readers, and what a search can find."""
    files = [export(room.summary, format) for format in FORMATS]
    tables = [export(room.summary, "csv", table=table) for table in TABLES]
    return "\n".join([*files, *tables, page(room), repr(searchable_texts(room.summary))])


def put_away(path: Path, room: Room) -> None:
    with closing(open_store(path)) as store:
        known = len(store.entries(room.session.code))
        store.append([session_row(room.session)], [room.log[known:]])
        index_session(store, room.session.code)


@pytest.mark.parametrize("name", [part for name in NAMES for part in name.split()])
def test_scene_32_nobodys_name_is_in_any_file_page_or_hit(tmp_path: Path, name: str):
    path = tmp_path / "fishbowl.db"
    room, _ = evening("chatham_house")
    put_away(path, room)
    assert name not in everything_that_leaves(room)
    assert search(path, name).count == 0
    hits = (
        *search(path, "guide").results,
        *related_sessions(path, "Paying maintainers", exclude=""),
    )
    assert len(hits) == 2
    assert name not in repr(hits)


def test_scene_32_the_same_evening_with_names_tells_them():
    room, _ = evening("named")
    told = everything_that_leaves(room)
    assert all(name in told for name in NAMES)


def test_scene_33_his_name_and_words_are_gone_everywhere_and_the_minutes_stay(tmp_path: Path):
    path = tmp_path / "fishbowl.db"
    room, rafael = evening("named")
    put_away(path, room)
    turns = [(turn.turn, turn.seated_ms) for turn in room.summary.turns]
    assert search(path, "zanzibar quokka").count == 1
    room.forgets(rafael)
    put_away(path, room)
    with closing(open_store(path)) as store:
        while store.purge_some():
            pass
        assert [entry.seq for entry in store.entries("WAVE47")] == [e.seq for e in room.log]
    held = b"".join(file.read_bytes() for file in tmp_path.glob("fishbowl.db*")).decode(
        "utf-8", "replace"
    )
    left = everything_that_leaves(room)
    for gone in (NAMES[0], *WORDS):
        for word in gone.split():
            if word in ("question", "point"):
                continue
            assert word.casefold() not in held.casefold()
            assert word not in left
            assert search(path, word).count == 0
    assert [(turn.turn, turn.seated_ms) for turn in room.summary.turns] == turns
