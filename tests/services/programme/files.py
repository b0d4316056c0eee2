"""Small programmes, as the programs that export them write them."""

import json
from typing import Any

TALK = {
    "guid": "3d1a1c3c-1f0e-5f52-9b8e-2d5e0e6f2b11",
    "code": "KEYS7A",
    "id": 4711,
    "date": "2026-11-28T10:00:00+01:00",
    "start": "10:00",
    "duration": "00:45",
    "room": "Weaving room",
    "slug": "stewardship-4711-keys",
    "title": "How do we hand over a key that nobody labelled?",
    "subtitle": "",
    "track": None,
    "type": "Fishbowl",
    "language": "en",
    "abstract": "Bring your own key.",
    "description": None,
    "persons": [{"code": "AB12CD", "id": 1, "public_name": "Aroha Ngata", "biography": None}],
    "links": [],
    "attachments": [],
}


def talk(**fields: Any) -> dict[str, Any]:
    """A talk of pretalx."""
    return {**TALK, **fields}


def frab(*talks: Any, room: str = "Weaving room", **conference: Any) -> bytes:
    """``schedule.json`` with talks in one room of one day."""
    day = {"index": 1, "date": "2026-11-28", "rooms": {room: list(talks)}}
    about = {
        "acronym": "stewardship",
        "title": "Stewardship Day",
        "time_zone_name": "Europe/Berlin",
        "days": [day],
        **conference,
    }
    schedule = {"schedule": {"version": "0.5", "base_url": "", "conference": about}}
    return json.dumps({"$schema": "https://c3voc.de/schedule/schema.json", **schedule}).encode()


def session(**fields: Any) -> dict[str, Any]:
    """A session of Sessionize's grid."""
    return {
        "id": "170211",
        "title": "Which lesson would you let us see?",
        "description": None,
        "startsAt": "2026-11-28T14:00:00",
        "endsAt": "2026-11-28T15:00:00",
        "isServiceSession": False,
        "isPlenumSession": False,
        "speakers": [{"id": "f3b6", "name": "Chidi Okonkwo"}],
        "roomId": 51,
        "room": "Library",
        "status": "Accepted",
        **fields,
    }


def grid(*rooms: tuple[str, list[Any]]) -> bytes:
    """The schedule grid of Sessionize, with one day."""
    listed = [{"id": no, "name": name, "sessions": found} for no, (name, found) in enumerate(rooms)]
    return json.dumps([{"date": "2026-11-28T00:00:00", "rooms": listed, "timeSlots": []}]).encode()


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//pretalx//stewardship//KEYS7A
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:20001029T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20000326T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:pretalx-stewardship-KEYS7A@example.org
SUMMARY:Who may ruin a rehearsal?
DTSTART;TZID=Europe/Berlin:20261128T160000
DTEND;TZID=Europe/Berlin:20261128T164500
LOCATION:Attic\\, third floor
DESCRIPTION:Bring a score.
END:VEVENT
BEGIN:VEVENT
UID:utc@example.org
SUMMARY:What do we do when the map is wrong?
DTSTART:20261129T090000Z
DURATION:PT1H30M
END:VEVENT
BEGIN:VEVENT
UID:gone@example.org
SUMMARY:Cancelled
STATUS:CANCELLED
DTSTART:20261129T090000Z
DURATION:PT1H
END:VEVENT
BEGIN:VEVENT
UID:lunch@example.org
SUMMARY:Lunch
DTSTART:20261105T120000Z
DURATION:PT1H
RRULE:FREQ=MONTHLY
END:VEVENT
BEGIN:VEVENT
UID:day@example.org
SUMMARY:The whole day
DTSTART;VALUE=DATE:20261128
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")

TABLE = """Datum;Beginn;Ende;Titel;Raum;Referenten
28.11.2026;10:00;10:45;"Was würden Sie lassen; wenn?";Kesselhaus;Ingrid Solheim; Joana
28.11.2026;23:30;00:15;Nachts;Kesselhaus;
;;;;;
29.11.2026;später;10:00;Ohne Zeit;Hof;
29.11.2026;10:00;;Ohne Ende;Hof;
"""
