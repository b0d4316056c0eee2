"""Finished sessions, and the shelf they are put on."""

from fishbowl.domain import commands as c
from fishbowl.service import session_row
from fishbowl.storage import Store
from fishbowl.storage.found import Found
from fishbowl.storage.shelving import shelve
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
            assert shelve(store, room.state.code)


def codes(found: Found) -> list[str]:
    return [hit.code for hit in found.hits]
