"""Whose name stands in the record, and who is told that the talk is recorded."""

import pytest

from fishbowl.domain.kernel.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.session import commands as c
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from fishbowl.views.runner import runner_view
from tests.support.refusals import already, refused
from tests.support.room import Room

FACES = (phone_view, display_view, console_view, runner_view)


def says_recorded(room: Room) -> set[bool]:
    """What the faces say; one answer if they agree."""
    return {view(room.session, Links())["session"].recording for view in FACES}  # type: ignore[attr-defined]


# Recording


def test_nothing_is_recorded_until_somebody_says_so_and_then_every_screen_does():
    room = Room()
    assert says_recorded(room) == {False}
    room.facilitator.sends(c.MarkRecordingStart())
    assert says_recorded(room) == {True}
    room.facilitator.sends(c.MarkRecordingStop())
    assert says_recorded(room) == {False}


def test_it_cannot_start_or_end_twice():
    room = Room()
    with already(room):
        room.facilitator.sends(c.MarkRecordingStop())
    room.facilitator.sends(c.MarkRecordingStart())
    with already(room):
        room.facilitator.sends(c.MarkRecordingStart())


def test_it_can_be_taken_back():
    room = Room()
    room.facilitator.undoes(room.facilitator.sends(c.MarkRecordingStart()))
    assert says_recorded(room) == {False}
    assert room.session.recording.spans == ()


def test_taking_back_the_end_lets_it_go_on():
    room = Room()
    room.facilitator.sends(c.MarkRecordingStart())
    room.facilitator.undoes(room.facilitator.sends(c.MarkRecordingStop()))
    assert says_recorded(room) == {True}


def test_no_screen_says_it_any_more_when_the_session_is_over_and_it_can_still_be_ended():
    room = Room()
    room.facilitator.starts()
    room.facilitator.sends(c.MarkRecordingStart())
    room.facilitator.closes()
    assert says_recorded(room) == {False}
    room.facilitator.sends(c.MarkRecordingStop())
    assert not room.session.recording.goes_on


def test_under_chatham_house_nothing_is_recorded():
    room = Room(attribution="chatham_house")
    with refused(room, "not_recorded"):
        room.facilitator.sends(c.MarkRecordingStart())


def test_a_session_that_is_over_is_not_recorded():
    room = Room()
    room.facilitator.starts()
    room.facilitator.closes()
    with refused(room, "session_closed"):
        room.facilitator.sends(c.MarkRecordingStart())


# Names


@pytest.fixture
def choosing() -> Room:
    """Everybody chooses; Amira and Kofi are here."""
    room = Room(attribution="opt_in")
    room.joins("Amira")
    room.joins("Kofi")
    return room


def credited(room: Room, name: str) -> bool:
    return me_slice(room.session, room.person(name)).credited


def test_a_person_chooses_for_themself_alone(choosing: Room):
    assert not credited(choosing, "Amira")
    choosing.phones["device 1"].sends(c.CreditMe(on=True))
    assert credited(choosing, "Amira")
    assert not credited(choosing, "Kofi")
    choosing.phones["device 1"].sends(c.CreditMe(on=False))
    assert not credited(choosing, "Amira")


def test_choosing_the_same_again_is_so_already(choosing: Room):
    with already(choosing):
        choosing.phones["device 1"].sends(c.CreditMe(on=False))


@pytest.mark.parametrize("attribution", ["named", "chatham_house"])
def test_where_it_was_agreed_for_everybody_nobody_chooses(attribution: c.Attribution):
    room = Room(attribution=attribution)
    (amira,) = room.joins("Amira")
    with refused(room, "names_settled"):
        amira.sends(c.CreditMe(on=True))


def test_a_passer_by_chooses_nothing(choosing: Room):
    with refused(choosing, "person_unknown"):
        choosing.sends(
            c.CreditMe(on=True), role=Role.ATTENDEE, person=None, key="device of a passer-by"
        )


@pytest.mark.parametrize("role", AT_THE_CONSOLE)
def test_nobody_chooses_for_somebody_else(choosing: Room, role: Role):
    with refused(choosing, "facilitator_only"):
        choosing.sends(c.CreditMe(on=True), role=role, person=None, key="")


def test_choosing_stands_in_nobodys_way(choosing: Room):
    hidden = choosing.facilitator.hides("Amira")
    choosing.phones["device 1"].sends(c.CreditMe(on=True))
    choosing.facilitator.undoes(hidden)
    assert credited(choosing, "Amira")


def test_who_is_forgotten_is_named_no_more(choosing: Room):
    amira = choosing.phones["device 1"]
    amira.sends(c.CreditMe(on=True))
    amira.sends(c.ForgetPerson(person=amira.person))
    assert not choosing.session.credits
