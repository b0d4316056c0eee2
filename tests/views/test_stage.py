"""The stage monitor: own time, who is next, who makes room; no more names than on the wall."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.views.display import display_view
from fishbowl.views.slices import Label
from fishbowl.views.stage import stage_view
from tests.support.room import Room
from tests.views.reading import NOWHERE


@pytest.fixture
def room() -> Room:
    """Three sit, one chair is open, Amira and Jonas wait."""
    room = Room(chairs=4)
    room.facilitator.starts()
    room.facilitator.seats("Lindiwe", "Tomasz", "Rafael")
    room.asks("Amira", "Jonas")
    return room


def names(people: tuple[Label, ...]) -> list[str]:
    return [person.name for person in people]


def test_those_on_the_chairs_see_their_time_whatever_the_wall_shows(room: Room):
    seen, wall = stage_view(room.session, NOWHERE), display_view(room.session, NOWHERE)
    assert [chair.began_run_ms for chair in seen["bowl"].chairs] == [0, 0, 0, None]
    assert [chair.began_run_ms for chair in wall["bowl"].chairs] == [None] * 4


def test_who_is_called_is_on_the_way_and_the_others_are_next(room: Room):
    assert names(stage_view(room.session, NOWHERE)["stage"].next) == ["Amira", "Jonas"]
    room.facilitator.calls("Amira", chair=4)
    stage = stage_view(room.session, NOWHERE)["stage"]
    assert [(call.person.name, call.chair) for call in stage.calls] == [("Amira", 4)]
    assert names(stage.next) == ["Jonas"]
    assert stage.count == 1


def test_who_is_asked_to_make_room_is_told_for_whom(room: Room):
    assert stage_view(room.session, NOWHERE)["stage"].room == ()
    room.facilitator.asks_to_make_room("Tomasz")
    (asked,) = stage_view(room.session, NOWHERE)["stage"].room
    assert (asked.chair, asked.takes, asked.minute_until_run_ms) == (2, None, None)


def test_who_was_tapped_is_told_by_whom_and_how_long_the_thought_may_take():
    room = Room(chairs=2, open_chairs=0)
    room.facilitator.changes_rules(exit_rule="tap_in")
    room.facilitator.starts()
    (lindiwe,) = room.asks("Lindiwe")
    room.facilitator.calls("Lindiwe", chair=1)
    lindiwe.is_on_the_chair()
    room.facilitator.seats("Tomasz")
    (amira,) = room.asks("Amira")
    amira.taps_in_on("Lindiwe")
    lindiwe.wants_a_minute()
    (asked,) = stage_view(room.session, NOWHERE)["stage"].room
    assert asked.chair == 1
    assert asked.takes is not None
    assert asked.takes.name == "Amira"
    assert asked.minute_until_run_ms == 60_000


def test_words_that_are_read_aloud_need_no_chair(room: Room):
    amira = room.phone_of("Amira")
    amira.lowers_hand()
    amira.asks("I was there.", kind="read_aloud")
    assert names(stage_view(room.session, NOWHERE)["stage"].next) == ["Jonas"]


def test_where_the_wall_is_without_names_this_screen_is_too(room: Room):
    room.facilitator.calls("Amira", chair=4)
    room.facilitator.sends(c.ChangeSettings(wall_names=False))
    view = stage_view(room.session, NOWHERE)
    told = repr(view["bowl"]) + repr(view["stage"])
    assert not [name for name in ("Lindiwe", "Tomasz", "Rafael", "Amira", "Jonas") if name in told]


def test_a_hidden_name_is_hidden_here_as_well(room: Room):
    room.facilitator.hides("Jonas")
    assert "Jonas" not in repr(stage_view(room.session, NOWHERE)["stage"])
