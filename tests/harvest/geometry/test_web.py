"""The conversation web in summaries: who is in it, where they stand, and where there is none."""

from itertools import pairwise
from math import hypot

import pytest
from msgspec.structs import replace

from fishbowl.domain.session import commands as c
from fishbowl.harvest import charts, publishable
from fishbowl.harvest.geometry.web import DRAWN_MAX, WHOLE_NAMES_MAX, Web, web
from fishbowl.harvest.model import HandoverFacts, WebFacts, Who
from tests.harvest.web_story import NAMES, marked_talk
from tests.support.room import Room


def drawn(room: Room) -> Web:
    found = charts(room.summary).web
    assert found is not None
    return found


def of(count: int) -> Web:
    """A web of many, each of whom follows the one before."""
    voices = tuple(Who(person=no, name=f"Anna {no}", no=no) for no in range(1, count + 1))  # type: ignore[arg-type]
    steps = tuple(
        HandoverFacts(at_run_ms=one.person * 1000, before=one.person, after=other.person)
        for one, other in pairwise(voices)
    )
    found = web(WebFacts(voices=voices, handovers=steps))
    assert found is not None
    return found


def test_a_summary_has_a_web_only_where_it_was_turned_on():
    assert charts(marked_talk(on=False).summary).web is None
    assert drawn(marked_talk()).changes > len(NAMES)


def test_figure_and_table_tell_the_same():
    found = drawn(marked_talk())
    names = [voice.who.name for voice in found.voices]
    assert names == list(NAMES), "in the order in which they first sat down"
    told = {
        (one.who.person, row.who.person): one.times for row in found.rows for one in row.followed
    }
    assert sum(told.values()) == found.changes
    assert told == {
        (row.who.person, one.who.person): one.times for row in found.rows for one in row.followed_by
    }
    shown = {
        (found.voices[flow.before].who.person, found.voices[flow.after].who.person): flow.level
        for flow in found.flows
    }
    assert shown == {pair: min(times, 3) for pair, times in told.items()}


def test_voices_stand_on_a_ring_and_their_names_within_the_water():
    for voice in of(WHOLE_NAMES_MAX).voices:
        assert hypot(voice.cx - 50, voice.cy - 50) == pytest.approx(30, abs=0.1)
        for x in (voice.x, voice.x + voice.width):
            middle = voice.y + {"above": 14, "below": 0}.get(voice.side, 7)
            assert hypot(x - 50, middle - 50) <= 50
        assert voice.width > 8


def test_rare_drops_lie_below_the_others():
    levels = [flow.level for flow in drawn(marked_talk()).flows]
    assert levels == sorted(levels)


def test_many_voices_have_two_letters_and_very_many_only_the_table():
    assert of(WHOLE_NAMES_MAX).voices[0].name == "Anna 1"
    assert of(WHOLE_NAMES_MAX + 1).voices[0].name == "A1"
    crowd = of(DRAWN_MAX + 1)
    assert (crowd.voices, crowd.flows) == ((), ())
    assert len(crowd.rows) == DRAWN_MAX + 1
    assert crowd.unfollowed == 1


def test_hidden_and_forgotten_names_are_in_no_web():
    room = marked_talk()
    room.sends(c.HideName(person=room.person("Amira")))
    room.forgets("Kofi")
    found = drawn(room)
    told = {row.who.name for row in found.rows} | {voice.name for voice in found.voices}
    assert not told & {"Amira", "Kofi"}
    assert len(found.rows) == len(NAMES), "they stand there by their numbers"


def test_where_people_choose_only_who_chose_is_named():
    room = marked_talk(attribution="opt_in")
    room.sends(c.CreditMe(on=True), "Amira")
    assert [row.who.name for row in drawn(room).rows if row.who.name] == ["Amira"]
    assert all("Guest" in voice.name for voice in drawn(room).voices if voice.who.name != "Amira")


def test_under_chatham_house_there_is_none_whatever_the_log_says():
    room = marked_talk(attribution="chatham_house", on=False)
    assert charts(room.summary).web is None
    whole = marked_talk().summary
    session = replace(whole.session, attribution="chatham_house")
    assert publishable(replace(whole, session=session)).web is None
