"""Who is told that the talk is recorded."""

from fishbowl.domain.session import commands as c
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import phone_view
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
