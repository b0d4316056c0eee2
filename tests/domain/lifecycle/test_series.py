"""A session belongs to a series by its id; the name of its event is only what is shown."""

import msgspec
import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.row import session_row
from tests.support.refusals import already
from tests.support.room import Room

LUNCH, FORUM = "lunch23456", "forum23456"


def filed(room: Room) -> tuple[str, str, str]:
    settings = room.session.settings
    return settings.series, settings.occasion, settings.event


def plan(**fields: str) -> c.PlanSession:
    return c.PlanSession(
        question="Why?", chair_count=5, seat_limit_minutes=5, attribution="named", **fields
    )


def test_a_session_is_made_for_an_occasion_of_a_series():
    room = Room(event="Lunch", series=LUNCH, occasion="2026-11-05")
    assert filed(room) == (LUNCH, "2026-11-05", "Lunch")
    row = session_row(room.session)
    assert (row.series, row.occasion) == (LUNCH, "2026-11-05")


def test_an_occasion_of_no_series_is_dropped():
    assert filed(Room(occasion="2026-11-05")) == ("", "", "")
    room = Room()
    room.sends(plan(occasion="+12"))
    assert filed(room) == ("", "", "")


def test_a_plan_says_series_and_occasion_anew():
    room = Room(event="Lunch", series=LUNCH, occasion="2026-11-05")
    room.sends(plan(event="Forum", series=FORUM, occasion="+12.3"))
    assert filed(room) == (FORUM, "+12.3", "Forum")


def test_another_series_in_the_settings_takes_the_occasion_away_and_undo_brings_both_back():
    room = Room(event="Lunch", series=LUNCH, occasion="2026-11-05")
    room.sends(c.ChangeSettings(series=LUNCH, event="lunch"))
    assert filed(room) == (LUNCH, "2026-11-05", "lunch")
    room.sends(c.ChangeSettings(series=FORUM, event="Forum"))
    assert filed(room) == (FORUM, "", "Forum")
    room.sends(c.UndoAction(action=room.session.actions[-1].id))
    assert filed(room) == (LUNCH, "2026-11-05", "lunch")


def test_a_session_that_is_over_is_filed_and_its_shown_name_stays():
    room = Room(event="first thursday LUNCH")
    room.facilitator.starts()
    room.facilitator.closes()
    room.sends(c.FileUnderSeries(series=LUNCH), role=Role.OWNER)
    assert filed(room) == (LUNCH, "", "first thursday LUNCH")
    with already(room):
        room.sends(c.FileUnderSeries(series=LUNCH), role=Role.OWNER)
    room.sends(c.FileUnderSeries(series=FORUM, occasion="+3", event="Forum"), role=Role.OWNER)
    assert filed(room) == (FORUM, "+3", "Forum")
    room.sends(c.FileUnderSeries(series="", occasion="+3"), role=Role.OWNER)
    assert filed(room) == ("", "", "Forum")


@pytest.mark.parametrize("series", ["UPPER", "a b", "a", "x" * 21, "lunch\n"])
def test_what_is_no_id_of_a_series_is_not_read(series: str):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"do": "file_under_series", "series": series}, c.AnyCommand)
