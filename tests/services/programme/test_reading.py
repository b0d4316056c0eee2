"""Reading programmes: each kind of file, and what is wrong with one."""

import json
from zoneinfo import ZoneInfo

import pytest

from fishbowl.domain.series.model import Slot
from fishbowl.services.programme import BadProgramme, Programme, read_programme
from tests.services.programme.files import CALENDAR, TABLE, frab, grid, session, talk

BERLIN = ZoneInfo("Europe/Berlin")


def read(data: bytes | str) -> Programme:
    return read_programme(data.encode() if isinstance(data, str) else data, BERLIN)


def slots(found: Programme) -> list[Slot]:
    return [line.slot for line in found.lines]


def refused(data: bytes | str) -> str:
    with pytest.raises(BadProgramme) as caught:
        read(data)
    return caught.value.code


def test_a_talk_of_pretalx_is_a_line_with_its_guid() -> None:
    found = read(frab(talk()))
    assert (found.kind, found.lines[0].source) == ("frab", str(talk()["guid"]))
    assert slots(found) == [
        Slot(
            on="2026-11-28",
            at="10:00",
            minutes=45,
            title="How do we hand over a key that nobody labelled?",
            room="Weaving room",
            people="Aroha Ngata",
            note="Bring your own key.",
        )
    ]


def test_times_are_put_into_the_zone_of_the_series() -> None:
    tokyo = "2026-11-28T18:30:00+09:00"
    assert [(s.on, s.at) for s in slots(read(frab(talk(date=tokyo))))] == [("2026-11-28", "10:30")]
    old = frab(talk(date=None, start="9:30"), time_zone_name="Asia/Tokyo")
    assert [(s.on, s.at) for s in slots(read(old))] == [("2026-11-28", "01:30")]
    unknown = frab(talk(date=None), time_zone_name="Mars/Olympus")
    assert [(s.on, s.at) for s in slots(read(unknown))] == [("2026-11-28", "10:00")]


def test_a_bad_talk_is_told_and_spoils_no_other() -> None:
    bad = (
        talk(guid="a", duration="soon"),
        talk(guid="b", title="  "),
        talk(guid="c", date="tomorrow", start="never"),
        talk(guid="d", duration="48:00"),
        talk(guid="e", title=["no", "text"]),
        "no talk at all",
    )
    found = read(frab(*bad, talk()))
    assert len(found.lines) == 1
    assert [one.code for one in found.problems] == [
        "no_end", "no_title", "no_time", "too_long", "unreadable", "unreadable",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("duration", "minutes"), [("00:45", 45), ("1:30", 90), ("01:30:00", 90), ("24:00", 1440)]
)
def test_durations_of_hours_and_minutes_are_read(duration: str, minutes: int) -> None:
    assert [s.minutes for s in slots(read(frab(talk(duration=duration))))] == [minutes]


def test_a_talk_that_is_given_twice_is_two_lines() -> None:
    found = read(frab(talk(), talk(date="2026-11-28T15:00:00+01:00")))
    assert [line.source.removeprefix(str(talk()["guid"])) for line in found.lines] == ["", "#2"]


def test_the_grid_of_sessionize_leaves_breaks_out_and_has_a_plenum_once() -> None:
    rest = session(id="r", title="Coffee", isServiceSession=True)
    plenum = session(id="p", title="Opening", isPlenumSession=True)
    found = read(grid(("Library", [session(), rest, plenum]), ("Yard", [plenum])))
    assert (found.kind, found.breaks) == ("sessionize", 1)
    assert [(s.title, s.room, s.people) for s in slots(found)] == [
        ("Which lesson would you let us see?", "Library", "Chidi Okonkwo"),
        ("Opening", "Library", "Chidi Okonkwo"),
    ]


def test_all_data_of_sessionize_names_people_and_rooms_by_ids() -> None:
    everything = {
        "sessions": [session(speakers=["f3b6", "unknown"], room=None)],
        "speakers": [{"id": "f3b6", "firstName": "Chidi", "fullName": "Chidi Okonkwo"}],
        "rooms": [{"id": 51, "name": "Library", "sort": 0}],
        "questions": [],
        "categories": [],
    }
    found = read(json.dumps(everything))
    assert [(s.room, s.people, s.minutes) for s in slots(found)] == [
        ("Library", "Chidi Okonkwo", 60)
    ]


def test_a_session_of_sessionize_without_a_time_is_told() -> None:
    found = read(grid(("Library", [session(), session(id="x", title="Later", startsAt=None)])))
    assert found.problems == (("Later", "no_time"),)


def test_a_calendar_has_a_line_for_every_event_with_a_time() -> None:
    found = read(CALENDAR)
    assert [(line.source, line.slot.on, line.slot.at) for line in found.lines] == [
        ("pretalx-stewardship-KEYS7A@example.org", "2026-11-28", "16:00"),
        ("utc@example.org", "2026-11-29", "10:00"),
    ]
    assert [s.minutes for s in slots(found)] == [45, 90]
    assert slots(found)[0].room == "Attic, third floor"
    assert (found.breaks, found.problems) == (
        1,
        (("Lunch", "repeats"), ("The whole day", "all_day")),
    )


def test_a_table_is_read_by_its_headings() -> None:
    found = read(TABLE)
    assert [(s.on, s.at, s.minutes, s.title) for s in slots(found)] == [
        ("2026-11-28", "10:00", 45, "Was würden Sie lassen; wenn?"),
        ("2026-11-28", "23:30", 45, "Nachts"),
    ]
    assert found.problems == (("Ohne Zeit", "no_time"), ("Ohne Ende", "no_end"))


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Day,Start,Minutes,Title,Room", "2026-11-28,2:15 pm,45,Keys,Attic"),
        ("Fecha\tInicio\tFin\tPregunta\tSala", "2026-11-28\t14:15\t15:00\tKeys\tAttic"),
        ("日付,開始,分,題名,会場", "2026/11/28,14:15,45,Keys,Attic"),
        ("اليوم,البداية,دقائق,العنوان,القاعة", "2026-11-28,14:15,45,Keys,Attic"),
        ("Start,End,Title,Room", "2026-11-28 14:15,2026-11-28 15:00,Keys,Attic"),
    ],
)
def test_headings_are_known_in_five_languages(headings: str, row: str) -> None:
    slot = Slot(on="2026-11-28", at="14:15", minutes=45, title="Keys", room="Attic")
    assert slots(read(f"{headings}\n{row}\n")) == [slot]


def test_a_line_without_an_id_keeps_its_source_when_its_time_changes() -> None:
    first = read("Day,Start,Minutes,Title\n2026-11-28,10:00,45,Keys\n")
    later = read("Day,Start,Minutes,Title\n2026-11-29,11:00,60,KEYS\n")
    assert first.lines[0].source == later.lines[0].source


def test_a_file_that_is_no_programme_is_refused_with_the_reason() -> None:
    assert refused("") == "empty"
    assert refused("\ufeff \n") == "empty"
    assert refused(b"PK\x03\x04sheet") == "unknown"
    assert refused("<schedule></schedule>") == "unknown"
    assert refused("Dear all,\nplease find the programme attached.") == "unknown"
    assert refused('{"schedule": {"conference": {}}}') == "broken"
    assert refused('{"schedule": ') == "broken"
    assert refused('{"talks": []}') == "broken"
    assert refused("[]") == "empty"
    assert refused("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n") == "empty"
    assert refused("BEGIN:VCALENDAR\nnonsense") == "broken"
    assert refused("Day,Start,Minutes,Title\n,,,\n") == "empty"
    assert refused("[" * 100_000) == "broken"
    assert refused(frab(*(talk(guid=str(n)) for n in range(2_001)))) == "too_many"
    assert refused(b" " * (4 * 1024 * 1024 + 1)) == "too_long"


def test_long_words_are_cut_and_control_characters_go() -> None:
    found = read(frab(talk(title="A\u202e" + "b" * 300, abstract="c" * 9_000, guid="g" * 500)))
    [line] = found.lines
    assert len(line.slot.title) == 200
    assert line.slot.title.startswith("Abbb")
    assert (len(line.slot.note), len(line.source)) == (500, 190)
