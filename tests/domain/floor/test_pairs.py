"""Who spoke straight after whom, who sat together, and when that may be told."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.floor.coverage import marked_share
from fishbowl.domain.session.rules.floor.pairs import (
    SLIP_MS,
    STRAIGHT_MS,
    counted,
    handovers,
    sat_together,
    speakers,
)
from fishbowl.domain.session.rules.floor.web import shows_web, web_refusal
from tests.support.refusals import already, refused
from tests.support.room import Room

NAMES = ("Ada", "Ben", "Cem", "Dia", "Eve")


@pytest.fixture
def room() -> Room:
    """Five people sit, the clock runs."""
    room = Room(chairs=6)
    room.facilitator.starts()
    room.facilitator.seats(*NAMES)
    return room


def speak(room: Room, *names: str, seconds: float = 30) -> None:
    """Let people speak one after the other, and the last one end."""
    for name in names:
        room.facilitator.gives_floor(name)
        room.wait(seconds)
    room.facilitator.gives_floor(None)


def pairs(room: Room) -> dict[tuple[str, str], int]:
    found = counted(handovers(room.session))
    return {(room.called(a), room.called(b)): times for (a, b), times in found.items()}


def test_who_begins_when_somebody_ends_spoke_straight_after_them(room: Room):
    speak(room, "Ada", "Ben", "Ada", "Ben", "Cem")
    assert pairs(room) == {("Ada", "Ben"): 2, ("Ben", "Ada"): 1, ("Ben", "Cem"): 1}
    assert [one.at_run_ms for one in handovers(room.session)] == [30_000, 60_000, 90_000, 120_000]


def test_short_words_of_the_facilitator_come_between_nobody_long_ones_do(room: Room):
    for seconds, follows in ((STRAIGHT_MS / 1000, True), (STRAIGHT_MS / 1000 + 1, False)):
        speak(room, "Ada")
        before = len(handovers(room.session))
        room.facilitator.takes_floor()
        room.wait(seconds)
        speak(room, "Ben")
        assert (len(handovers(room.session)) > before) is follows
        room.wait(minutes=2)


def test_a_long_silence_ends_what_was_straight_after(room: Room):
    speak(room, "Ada")
    room.wait(minutes=1)
    speak(room, "Ben")
    assert pairs(room) == {}


def test_a_mark_that_was_given_by_a_slip_is_nobodys_word(room: Room):
    speak(room, "Ada")
    speak(room, "Dia", seconds=SLIP_MS / 1000 - 0.5)
    speak(room, "Ben")
    assert pairs(room) == {("Ada", "Ben"): 1}
    assert room.person("Dia") not in speakers(room.session)


def test_who_goes_on_after_an_own_pause_follows_nobody(room: Room):
    speak(room, "Ada")
    speak(room, "Ada")
    assert pairs(room) == {}


def test_who_sat_at_the_same_time_sat_together_and_nobody_else():
    room = Room(chairs=3)
    room.facilitator.starts()
    room.facilitator.seats("Ada", "Ben")
    room.wait(minutes=1)
    room.facilitator.frees("Ada")
    room.facilitator.seats("Cem")
    room.wait(minutes=1)
    room.facilitator.closes()
    met = {frozenset(map(room.called, pair)) for pair in sat_together(room.session)}
    assert met == {frozenset(("Ada", "Ben")), frozenset(("Ben", "Cem"))}
    assert all(one < other for one, other in sat_together(room.session))


def test_the_share_that_is_marked_counts_the_facilitator_and_no_empty_bowl(room: Room):
    assert marked_share(Room().session) == 0
    speak(room, "Ada", seconds=60)
    room.facilitator.takes_floor()
    room.wait(60)
    speak(room, "Ben", seconds=0)
    room.wait(60)
    room.facilitator.sends(c.AddNote(kind="insight", words="Now"))
    assert marked_share(room.session) == pytest.approx(2 / 3)


def test_the_web_is_shown_once_it_is_turned_on_and_enough_of_the_talk_is_marked(room: Room):
    speak(room, *NAMES[:4])
    assert web_refusal(room.session) == "few_voices"
    speak(room, "Eve")
    assert web_refusal(room.session) is None
    assert not shows_web(room.session), "it is off at first"
    turned_on = room.sends(c.ShowWeb(on=True))
    assert shows_web(room.session)
    with already(room):
        room.sends(c.ShowWeb(on=True))
    room.facilitator.undoes(turned_on)
    assert not shows_web(room.session)
    room.sends(c.ShowWeb(on=True))
    room.wait(minutes=2)
    room.facilitator.closes()
    assert web_refusal(room.session) == "few_marks"
    assert not shows_web(room.session)


def test_the_web_can_be_turned_on_and_off_after_the_end(room: Room):
    speak(room, *NAMES)
    room.facilitator.closes()
    room.sends(c.ShowWeb(on=True))
    assert shows_web(room.session)
    room.sends(c.ShowWeb(on=False))
    assert not shows_web(room.session)


def test_under_chatham_house_there_is_no_web():
    room = Room(chairs=6, attribution="chatham_house")
    room.facilitator.starts()
    room.facilitator.seats(*NAMES)
    speak(room, *NAMES)
    with refused(room, "web_names_people"):
        room.sends(c.ShowWeb(on=True))
    assert web_refusal(room.session) == "chatham_house"
