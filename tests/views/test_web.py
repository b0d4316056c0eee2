"""What the console tells of the conversation web."""

from fishbowl.domain.session import commands as c
from fishbowl.views.console import console_view
from fishbowl.views.slices import WebSlice
from tests.support.room import Room
from tests.views.reading import LINKS


def told(room: Room) -> object:
    return console_view(room.session, LINKS)["web"]


def test_why_the_web_is_not_shown_is_told_only_once_the_talk_is_over():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Ada")
    assert told(room) == WebSlice(on=False, refusal=None)
    room.sends(c.ShowWeb(on=True))
    assert told(room) == WebSlice(on=True, refusal=None)
    room.wait(minutes=1)
    room.facilitator.closes()
    assert told(room) == WebSlice(on=True, refusal="few_voices")
