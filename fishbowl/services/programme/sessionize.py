"""The JSON of Sessionize: its schedule grid, its list of sessions, and all its data at once."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import Any, NamedTuple

import msgspec

from fishbowl.services.programme.collecting import Collector, instant, minutes_between
from fishbowl.services.programme.model import BadProgramme, Programme, Unread

Number = int | str


class _Room(msgspec.Struct):
    id: Number | None = None
    name: str | None = None
    sessions: list[msgspec.Raw] = []


class _Group(msgspec.Struct):
    """A day of the grid, which has rooms, or a group of the list, which has sessions."""

    rooms: list[_Room] = []
    sessions: list[msgspec.Raw] = []


class _Person(msgspec.Struct):
    id: Number | None = None
    name: str | None = None
    fullName: str | None = None


class _All(msgspec.Struct):
    sessions: list[msgspec.Raw]
    speakers: list[_Person] = []
    rooms: list[_Room] = []


class _Session(msgspec.Struct):
    id: Number | None = None
    title: str | None = None
    description: str | None = None
    startsAt: str | None = None
    endsAt: str | None = None
    isServiceSession: bool = False
    speakers: list[_Person | str] | None = None
    roomId: Number | None = None
    room: str | None = None


class _Known(NamedTuple):
    """What the sessions of "all data" name by ids."""

    people: Mapping[str, str]
    rooms: Mapping[str, str]


def read(text: str, zone: tzinfo) -> Programme:
    """Read the programme.

    :raises BadProgramme: it is no such file, or holds no session.
    """
    try:
        sessions, known = _opened(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        raise BadProgramme("broken") from None
    found, seen = Collector("sessionize", zone), set()
    for room, raw in sessions:
        session: _Session | None = None
        try:
            session = msgspec.json.decode(raw, type=_Session)
            if session.isServiceSession:
                found.pass_over()
                continue
            place = room or session.room or known.rooms.get(str(session.roomId), "")
            same = (str(session.id), session.startsAt)
            if session.id is None or same not in seen:  # the grid has a plenum in every room
                _take(session, place, known, found)
                seen.add(same)
        except Unread as problem:
            found.note((session and session.title) or room, problem.code)
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            found.note(room, "unreadable")
    return found.programme()


def _opened(text: str) -> tuple[list[tuple[str, Any]], _Known]:
    if text.startswith("{"):
        data = msgspec.json.decode(text, type=_All)
        people = {str(one.id): one.fullName or one.name or "" for one in data.speakers}
        rooms = {str(one.id): one.name or "" for one in data.rooms}
        return [("", raw) for raw in data.sessions], _Known(people, rooms)
    groups = msgspec.json.decode(text, type=list[_Group])
    return list(_sessions(groups)), _Known({}, {})


def _sessions(groups: list[_Group]) -> Iterator[tuple[str, msgspec.Raw]]:
    for group in groups:
        yield from (("", raw) for raw in group.sessions)
        for room in group.rooms:
            yield from ((room.name or "", raw) for raw in room.sessions)


def _take(session: _Session, room: str, known: _Known, found: Collector) -> None:
    if not session.startsAt:
        raise Unread("no_time")
    if not session.endsAt:
        raise Unread("no_end")
    starts, ends = instant(session.startsAt), instant(session.endsAt)
    people = (
        known.people.get(one, "") if isinstance(one, str) else one.name or one.fullName or ""
        for one in session.speakers or ()
    )
    found.add(
        source=str(session.id or ""),
        title=session.title or "",
        starts=starts,
        minutes=minutes_between(starts, ends),
        room=room,
        people=people,
        note=session.description or "",
    )
