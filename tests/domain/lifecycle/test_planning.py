"""Setting up: planning anew before the start, opening hours, and how long people are kept."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide import Given, Rejected, decide
from fishbowl.domain.session.formats import FORMATS
from tests.support.refusals import already, refused
from tests.support.room import OPENED_MS, Room

HOUR_MS = 60 * 60_000
NEW = Given(now_ms=OPENED_MS, role=Role.FACILITATOR)


def plan(**changes: Any) -> c.PlanSession:
    """What the page sends if nothing was changed on it, but for ``changes``."""
    before: dict[str, Any] = {
        "question": "Who should decide about pay?",
        "chair_count": 5,
        "seat_limit_minutes": 8,
        "attribution": "named",
    }
    return c.PlanSession(**{**before, **changes})


def test_everything_can_be_planned_anew_before_the_start_and_taken_back_at_once():
    room = Room()
    before = room.session
    room.facilitator.sends(
        plan(
            question="Why?",
            event="Day",
            format="sandwich",
            chair_count=6,
            minutes=120,
            seat_limit_minutes=5,
            attribution="chatham_house",
            starts_at_ms=OPENED_MS + HOUR_MS,
        )
    )
    session = room.session
    assert session.settings.question == "Why?"
    assert session.settings.attribution == "chatham_house"
    assert session.settings.format == "sandwich"
    assert session.settings.starts_at_ms == OPENED_MS + HOUR_MS
    assert [phase.kind for phase in session.run.phases] == [
        phase.kind for phase in FORMATS["sandwich"].phases
    ]
    assert session.clock.planned_ms == 2 * HOUR_MS
    assert session.chairs[1].kind == "host"
    assert len(session.chairs) == session.bowl.count == 6
    (action,) = session.actions
    room.facilitator.sends(c.UndoAction(action=action.id))
    for part in ("settings", "rules", "run", "bowl", "chairs", "clock"):
        expected = getattr(before, part)
        if part == "run":
            assert room.session.run.phases == expected.phases
        else:
            assert getattr(room.session, part) == expected


def test_the_page_sent_unchanged_changes_nothing():
    room = Room()
    with already(room):
        room.facilitator.sends(plan())


def test_rules_and_chairs_of_the_same_format_stay_as_they_were_set_by_hand():
    room = Room(format="open")
    room.facilitator.sends(c.ChangeRules(entry="free", order="lottery"))
    room.facilitator.sends(c.SetChairKind(chair=2, kind="guest"))
    room.facilitator.sends(plan(question="Why?", format="open", minutes=45))
    assert room.session.rules.entry == "free"
    assert room.session.rules.order == "lottery"
    assert room.session.chairs[2].kind == "guest"


def test_once_it_has_begun_it_is_changed_on_the_console():
    room = Room()
    room.facilitator.starts()
    with refused(room, "already_begun"):
        room.facilitator.sends(plan(question="Why?"))


def test_what_was_promised_about_names_stays_once_somebody_has_come_in():
    room = Room()
    room.joins("Amira")
    with refused(room, "promise_given"):
        room.facilitator.sends(plan(attribution="chatham_house"))
    room.facilitator.sends(plan(question="Why?"))
    assert room.session.settings.question == "Why?"


def test_topics_that_were_prepared_are_put_up_and_set_aside_by_name():
    room = Room()
    room.facilitator.sends(plan(topics=("Pay", "Trust")))
    room.facilitator.sends(plan(topics=("Trust", "Time")))
    up = [topic.title for topic in room.session.topics.values() if topic.state == "up"]
    assert sorted(up) == ["Time", "Trust"]
    with already(room):
        room.facilitator.sends(plan(topics=("Time", "Trust")))


def test_the_wifi_is_part_of_the_plan_to_the_letter_and_taken_off_when_its_name_is_empty():
    hall = c.RoomWifi(network=" Hall  2 ", password="a;  b\\c sesame", hidden=True)
    room = Room()
    room.facilitator.sends(plan(wifi=hall))
    assert room.session.wifi.network == " Hall  2 "
    assert room.session.wifi.password == "a;  b\\c sesame"
    assert room.session.wifi.hidden
    with already(room):
        room.facilitator.sends(plan(wifi=hall))
    with already(room):
        room.facilitator.sends(plan())
    room.facilitator.sends(plan(wifi=c.RoomWifi()))
    assert room.session.wifi.network == ""
    room.facilitator.sends(c.UndoAction(action=room.session.actions[-1].id))
    assert room.session.wifi.network == " Hall  2 "


@pytest.mark.parametrize(
    ("wifi", "field"),
    [
        (c.RoomWifi(network="Hall", password="short"), "password"),
        (c.RoomWifi(network="ホール" * 4, password="open sesame"), "network"),
    ],
)
def test_a_wifi_that_no_phone_could_join_makes_no_plan(wifi: c.RoomWifi, field: str):
    room = Room()
    with refused(room, "bad_size"):
        room.facilitator.sends(plan(question="Why?", wifi=wifi))
    with pytest.raises(Rejected) as refusal:
        decide(None, c.CreateSession(code="WAVE47", question="Why?", wifi=wifi), NEW)
    assert refusal.value.params["field"] == field


def test_a_session_can_be_made_with_its_wifi_and_without_one():
    hall = c.RoomWifi(network="Hall 2", password="open sesame")
    *_, said = decide(None, c.CreateSession(code="WAVE47", question="Why?", wifi=hall), NEW)
    assert said == e.WifiSet(network="Hall 2", password="open sesame", security="wpa", hidden=False)
    none = c.CreateSession(code="WAVE47", question="Why?", wifi=c.RoomWifi())
    assert [event.name for event in decide(None, none, NEW)] == ["session.created"]


def test_who_sits_already_stays_when_there_are_fewer_chairs():
    room = Room()
    for no in range(1, 6):
        room.facilitator.sends(c.SeatWalkUp(chair=no, name=f"Guest of chair {no}"))
    room.facilitator.sends(plan(chair_count=3))
    assert room.session.bowl.count == 3
    assert len(room.session.current_turn) == 5


@given(
    first=st.sampled_from(["", *FORMATS]),
    then=st.sampled_from(["", *FORMATS]),
    chairs=st.integers(2, 8),
    minutes=st.integers(20, 240),
)
def test_a_session_planned_anew_is_the_session_that_would_have_been_made(
    first: str, then: str, chairs: int, minutes: int
):
    made = Room(format=then, chairs=chairs, minutes=minutes).session
    room = Room(format=first, chairs=4, minutes=60)
    wanted = plan(
        format=then,
        chair_count=chairs,
        minutes=minutes,
        seat_limit_minutes=made.settings.seat_limit_ms // 60_000,
    )
    if (first, chairs, minutes) == (then, 4, 60):
        return
    room.facilitator.sends(wanted)
    planned = room.session
    assert planned.run.phases == made.run.phases
    assert planned.clock == made.clock
    assert planned.bowl == made.bowl
    if first != then:
        assert planned.rules == made.rules
        assert planned.settings.open_chairs == made.settings.open_chairs
        assert {no: chair.kind for no, chair in planned.chairs.items()} == {
            no: chair.kind for no, chair in made.chairs.items()
        }


# Opening hours


def test_phones_join_from_when_the_doors_open_until_they_close():
    room = Room()
    room.facilitator.sends(
        c.ChangeSettings(opens_at_ms=OPENED_MS + HOUR_MS, closes_at_ms=OPENED_MS + 2 * HOUR_MS)
    )
    with refused(room, "doors_not_open"):
        room.joins("Amira")
    room.wait(minutes=60)
    room.joins("Amira")
    room.wait(minutes=60)
    with refused(room, "doors_closed"):
        room.joins("Ben")
    room.facilitator.sends(c.ChangeSettings(closes_at_ms=0))
    room.joins("Ben")


def test_the_doors_open_now_when_the_facilitator_says_so():
    room = Room()
    room.facilitator.sends(c.ChangeSettings(opens_at_ms=OPENED_MS + HOUR_MS))
    room.facilitator.sends(c.ChangeSettings(opens_at_ms=0))
    room.joins("Amira")


def test_who_has_no_phone_needs_no_open_door():
    room = Room()
    room.facilitator.sends(c.ChangeSettings(opens_at_ms=OPENED_MS + HOUR_MS))
    room.facilitator.sends(c.SeatWalkUp(chair=1, name="Amira"))
    assert len(room.session.people) == 1


@pytest.mark.parametrize(
    ("hours", "field"),
    [
        ({"opens_at_ms": 5, "closes_at_ms": 5}, "closes_before"),
        ({"closes_at_ms": OPENED_MS}, "closes_at_ms"),
        ({"keep_until_ms": OPENED_MS - 1}, "keep_until_ms"),
    ],
)
def test_hours_that_cannot_be_are_refused(hours: dict[str, int], field: str):
    for command in (
        c.CreateSession(code="WAVE47", question="Why?", **hours),
        c.ChangeSettings(**hours),
        plan(**hours),
    ):
        before = None if isinstance(command, c.CreateSession) else Room().session
        with pytest.raises(Rejected, match="bad_hours") as refusal:
            decide(before, command, NEW)
        assert refusal.value.params == {"field": field}


# How long people are kept


def test_on_the_date_everybody_is_forgotten_and_what_is_about_nobody_stays():
    room = Room()
    room.facilitator.sends(c.ChangeSettings(keep_until_ms=OPENED_MS + 3 * HOUR_MS))
    room.joins("Amira")
    room.facilitator.sends(c.SeatWalkUp(chair=1, name="Ben"))
    room.facilitator.starts()
    room.facilitator.sends(c.BeginTopic(title="Pay"))
    room.wait(minutes=30)
    room.facilitator.closes()
    turns = room.session.turns
    room.wait(minutes=150)
    assert all(person.forgotten for person in room.session.people.values())
    assert not room.session.names
    assert room.session.turns == turns
    assert [topic.title for topic in room.session.topics.values()] == ["Pay"]


def test_a_session_that_still_goes_on_ends_on_the_date():
    room = Room()
    room.facilitator.sends(c.ChangeSettings(keep_until_ms=OPENED_MS + HOUR_MS))
    room.joins("Amira")
    room.facilitator.starts()
    room.asks("Amira")
    room.wait(minutes=60)
    assert room.session.clock.closed_at_ms == OPENED_MS + HOUR_MS
    assert not room.session.open_request


def test_nobody_is_forgotten_before_the_date():
    room = Room()
    room.joins("Amira")
    with refused(room, "bad_hours"):
        room.sends(c.ForgetEverybody(), role=Role.TIME)


# Beginning like another session


def test_a_session_can_begin_with_topics_and_rules_of_another_one():
    command = c.CreateSession(
        code="WAVE48",
        question="Why?",
        topics=("Pay", "Trust", "Pay", ""),
        entry="free",
        kinds=("host",),
        patience=5,
        show_times=True,
    )
    created, *others = decide(None, command, NEW)
    assert isinstance(created, e.SessionCreated)
    assert created.entry == "free"
    assert created.kinds == ("host",)
    assert others == [
        e.RulesChanged(patience=5),
        e.SettingsChanged(show_times=True),
        e.TopicAdded(title="Pay"),
        e.TopicAdded(title="Trust"),
    ]


def test_an_old_first_entry_opens_the_doors_at_once_and_keeps_for_good():
    created = e.SessionCreated(
        code="WAVE47", question="Why?", event="", chair_count=5, open_chairs=1, planned_ms=HOUR_MS,
        seat_limit_ms=1, attribution="named", address="",
    )  # fmt: skip
    stored = msgspec.to_builtins(created)
    for field in ("starts_at_ms", "opens_at_ms", "closes_at_ms", "keep_until_ms"):
        del stored[field]
    assert msgspec.convert(stored, e.SessionCreated) == created
