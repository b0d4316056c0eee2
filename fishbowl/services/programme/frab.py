"""``schedule.json`` of pretalx, frab and the programs that write the same: days, rooms, talks."""

from collections.abc import Iterator
from datetime import datetime, time, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from fishbowl.services.programme.collecting import Collector, instant
from fishbowl.services.programme.model import BadProgramme, Programme, Unread


class _Day(msgspec.Struct):
    rooms: dict[str, list[msgspec.Raw]] = {}
    date: str = ""


class _Conference(msgspec.Struct):
    days: list[_Day]
    time_zone_name: str | None = None


class _Schedule(msgspec.Struct):
    conference: _Conference


class _File(msgspec.Struct):
    schedule: _Schedule


class _Person(msgspec.Struct):
    public_name: str | None = None
    full_public_name: str | None = None
    name: str | None = None


class _Event(msgspec.Struct):
    title: str | None = None
    guid: str | None = None
    id: int | str | None = None
    date: str | None = None
    start: str | None = None
    duration: str | None = None
    abstract: str | None = None
    subtitle: str | None = None
    persons: list[_Person] | None = None


def read(text: str, zone: tzinfo) -> Programme:
    """Read the programme.

    :raises BadProgramme: it is no such file, or holds no session.
    """
    try:
        conference = msgspec.json.decode(text, type=_File).schedule.conference
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        raise BadProgramme("broken") from None
    found = Collector("frab", zone)
    own = _zone(conference.time_zone_name, zone)
    for day, room, raw in _events(conference):
        event: _Event | None = None
        try:
            event = msgspec.json.decode(raw, type=_Event)
            _take(event, day, room, own, found)
        except Unread as problem:
            found.note((event and event.title) or room, problem.code)
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            found.note(_title_of(raw) or room, "unreadable")
    return found.programme()


def _events(conference: _Conference) -> Iterator[tuple[_Day, str, msgspec.Raw]]:
    for day in conference.days:
        for room, events in day.rooms.items():
            for raw in events:
                yield day, room, raw


def _take(event: _Event, day: _Day, room: str, zone: tzinfo, found: Collector) -> None:
    starts = _starts(event, day)
    names = (
        one.public_name or one.full_public_name or one.name or "" for one in event.persons or ()
    )
    found.add(
        source=event.guid or str(event.id or ""),
        title=event.title or "",
        starts=starts if starts.tzinfo else starts.replace(tzinfo=zone),
        minutes=minutes_of(event.duration or ""),
        room=room,
        people=names,
        note=event.abstract or event.subtitle or "",
    )


def _starts(event: _Event, day: _Day) -> datetime:
    """Its own date, which has a zone; older files have only the day and the time of day."""
    if event.date and "T" in event.date:
        return instant(event.date)
    try:
        at = time.fromisoformat((event.start or "").strip().zfill(5))
    except ValueError:
        raise Unread("no_time") from None
    return instant(f"{(event.date or day.date).strip()[:10]}T{at.isoformat()}")


def minutes_of(duration: str) -> int:
    """The minutes of ``00:45``; ``1:02:30`` has days in front, ``01:30:00`` seconds behind.

    :raises Unread: it is something else.
    """
    parts = duration.strip().split(":")
    if not all(part.isascii() and part.isdigit() and len(part) <= 3 for part in parts):
        raise Unread("no_end")
    numbers = [int(part) for part in parts]
    match numbers:
        case [hours, minutes]:
            return hours * 60 + minutes
        case [hours, minutes, _] if hours == 0 or parts[0].startswith("0"):
            return hours * 60 + minutes
        case [days, hours, minutes]:
            return (days * 24 + hours) * 60 + minutes
    raise Unread("no_end")


def _zone(name: str | None, otherwise: tzinfo) -> tzinfo:
    try:
        return ZoneInfo(name) if name else otherwise
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return otherwise


def _title_of(raw: msgspec.Raw) -> str:
    """The title of a session that is otherwise unreadable."""
    try:
        value: Any = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return ""
    title = value.get("title") if isinstance(value, dict) else None
    return title if isinstance(title, str) else ""
