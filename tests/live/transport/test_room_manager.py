"""Our manager of rooms keeps what the library's keeps, after whatever happens to connections."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from socketio import Manager

from fishbowl.live.transport.room_manager import RoomManager

SIDS, ROOMS = ("one", "two", "three"), ("hall", "console")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("connect", "enter", "leave", "close", "pending", "disconnect")),
        st.sampled_from(SIDS),
        st.sampled_from(ROOMS),
    ),
    max_size=40,
)


def act(manager: Any, there: set[str], do: str, sid: str, room: str) -> None:
    """Do one thing, as the library's server does it."""
    if do == "connect" and sid not in there:
        manager.basic_enter_room(sid, "/", None, eio_sid=f"engine {sid}")
        manager.basic_enter_room(sid, "/", sid, eio_sid=f"engine {sid}")
        there.add(sid)
    elif do == "enter" and sid in there:
        manager.basic_enter_room(sid, "/", room)
    elif do == "leave" and sid in there:
        manager.basic_leave_room(sid, "/", room)
    elif do == "close":
        manager.basic_close_room(room, "/")
    elif do == "pending" and sid in there:
        manager.pre_disconnect(sid, "/")
    elif do == "disconnect":
        manager.basic_disconnect(sid, "/")
        there.discard(sid)


@given(steps=STEPS)
def test_it_keeps_what_the_librarys_manager_keeps(steps: list[tuple[str, str, str]]) -> None:
    ours, theirs = RoomManager(), Manager()
    for manager in (ours, theirs):
        there: set[str] = set()
        for step in steps:
            act(manager, there, *step)
    assert ours.rooms == theirs.rooms
    assert ours.callbacks == theirs.callbacks
    assert ours.pending_disconnect == theirs.pending_disconnect
    for sid in SIDS:
        assert sorted(ours.get_rooms(sid, "/")) == sorted(theirs.get_rooms(sid, "/"))


def test_the_end_of_a_connection_looks_at_its_own_rooms_alone() -> None:
    manager = RoomManager()
    act(manager, set(), "connect", "one", "")
    act(manager, set(), "connect", "two", "")

    class Untouched(dict[str, str]):
        def __contains__(self, key: object) -> bool:
            raise AssertionError("a room of somebody else was looked at")

    manager.rooms["/"]["two"] = Untouched()
    manager.basic_disconnect("one", "/")
    assert manager.get_rooms("one", "/") == []
    assert "one" not in manager.rooms["/"]
