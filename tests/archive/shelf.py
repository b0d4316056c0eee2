"""ArchivedSession sessions, and the shelf they are put on."""

from fishbowl.archive.indexing import index_session
from fishbowl.archive.search_types import Found
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import Store
from fishbowl.services.session_log import append_session
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
        known = len(store.entries(session_stream(room.state.code)))
        append_session(store, room.state, room.entries[known:])
        if shelved:
            assert index_session(store, room.state.code)


def codes(found: Found) -> list[str]:
    return [hit.code for hit in found.hits]
