"""A hidden name is nowhere: not on a wall, not on a phone, not on the console, not in a tooltip."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from tests.support.room import Room
from tests.views.reading import NOWHERE, sent

RUDE = "Rude McRudeface"


def everything_sent(room: Room) -> str:
    """All that leaves the server about a session, as text."""
    faces = (view(room.session, NOWHERE) for view in (phone_view, display_view, console_view))
    people = (me_slice(room.session, person) for person in room.session.people)
    return " ".join(map(sent, (*faces, *people)))


@pytest.fixture
def room() -> Room:
    room = Room(chairs=2)
    room.facilitator.starts()
    return room


def waits(room: Room) -> None:
    room.asks(RUDE)


def is_called(room: Room) -> None:
    waits(room)
    room.facilitator.calls(RUDE, chair=1)


def sits(room: Room) -> None:
    is_called(room)
    room.facilitator.confirms(RUDE)


def speaks(room: Room) -> None:
    sits(room)
    room.facilitator.gives_floor(RUDE)


def makes_room(room: Room) -> None:
    speaks(room)
    room.facilitator.seats("Tomasz")
    room.asks("Amira")
    room.facilitator.presses_space()


def was_seated_by_hand(room: Room) -> None:
    room.facilitator.seats(RUDE)


def has_left(room: Room) -> None:
    sits(room)
    room.facilitator.frees(RUDE)


def was_sent_out(room: Room) -> None:
    speaks(room)
    room.facilitator.sends_out(RUDE)


def suggested(room: Room) -> None:
    waits(room)
    room.phone_of("Rude McRudeface").suggests("Pay")
    room.facilitator.puts_up("Pay")


def was_renamed(room: Room) -> None:
    room.asks("Nice")
    room.facilitator.renames("Nice", to=RUDE)


SITUATIONS = [
    waits, is_called, sits, speaks, makes_room, was_seated_by_hand, has_left, was_sent_out,
    suggested, was_renamed,
]  # fmt: skip


@pytest.mark.parametrize("situation", SITUATIONS)
def test_hiding_hides_everywhere_at_once(room: Room, situation):
    situation(room)
    assert RUDE in everything_sent(room)
    room.facilitator.hides(RUDE)
    assert RUDE not in everything_sent(room)
    assert "Rude" not in everything_sent(room)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_forgotten_name_is_nowhere_either(room: Room, situation):
    situation(room)
    room.facilitator.forgets(RUDE)
    assert RUDE not in everything_sent(room)


def test_a_hidden_twin_does_not_betray_the_name_by_its_number(room: Room):
    room.asks("Anna", "Anna")
    room.facilitator.hides("Anna (2)")
    assert room.queue == ["Anna", "Guest 3"]
    twins = [item.person.twin for item in console_view(room.session, NOWHERE)["queue"].items]
    assert twins == [1, 1]


def test_hiding_works_after_the_end(room: Room):
    sits(room)
    room.facilitator.closes()
    room.facilitator.hides(RUDE)
    assert RUDE not in everything_sent(room)
    room.facilitator.sends(c.ShowName(person=room.person("Guest 2")))
    assert RUDE in everything_sent(room)
