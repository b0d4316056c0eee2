"""Finished sessions, and the shelf they are put on."""

from fishbowl.archive.indexing import index_session
from fishbowl.archive.search_types import ResultPage
from fishbowl.domain.session import commands as c
from fishbowl.log import Store
from fishbowl.services.writer import session_row
from tests.support.room import Room


def session(code: str, question: str = "Who stays?", *topics: str, **chosen: object) -> Room:
    """A session with topics that has ended."""
    room = Room(question, code=code, **chosen)
    room.facilitator.starts()
    for title in topics:
        room.sends(c.BeginTopic(title=title))
    room.sends(c.CloseSession())
    return room


def keep(store: Store, *rooms: Room, shelved: bool = True) -> None:
    """Put logs into the file, and what can be found of them on the shelf."""
    for room in rooms:
        known = len(store.entries(room.session.code))
        store.append([session_row(room.session)], [room.log[known:]])
        if shelved:
            assert index_session(store, room.session.code)


def codes(found: ResultPage) -> list[str]:
    return [hit.code for hit in found.results]
