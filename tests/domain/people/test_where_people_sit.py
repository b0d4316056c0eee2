"""Where people sit, if they like to say it: told to who carries the microphone, and erasable."""

import pytest

from fishbowl.domain.kernel.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.views.common import where_of
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from fishbowl.views.runner import runner_view
from tests.domain import invariants
from tests.support.erased import erased
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE, sent

ROW_5 = "row 5, left"


@pytest.fixture
def room() -> Room:
    """Amira waits and has said where she sits; Jonas waits."""
    room = Room()
    room.facilitator.starts()
    amira, _ = room.asks("Amira", "Jonas")
    amira.sends(c.SayWhere(words=f" {ROW_5} "))
    return room


def test_only_the_runner_the_console_and_oneself_are_told(room: Room):
    session, amira = room.session, room.person("Amira")
    for role in AT_THE_CONSOLE:
        assert ROW_5 in sent(console_view(session, NOWHERE, role)["queue"])
    assert ROW_5 in sent(runner_view(session, NOWHERE))
    assert me_slice(session, amira).where == ROW_5
    assert ROW_5 not in sent(phone_view(session, NOWHERE))
    assert ROW_5 not in sent(display_view(session, NOWHERE))
    assert ROW_5 not in sent(me_slice(session, room.person("Jonas")))
    assert ROW_5 not in sent(console_view(session, NOWHERE)["log"])


def test_it_can_be_changed_and_taken_back(room: Room):
    amira = room.phone_of("Amira")
    with already(room):
        amira.sends(c.SayWhere(words=ROW_5))
    amira.sends(c.SayWhere(words="by the door"))
    assert where_of(room.session, amira.person) == "by the door"
    amira.sends(c.SayWhere(words=""))
    assert where_of(room.session, amira.person) == ""


def test_a_passer_by_sits_nowhere(room: Room):
    with refused(room, "person_unknown"):
        room.sends(
            c.SayWhere(words=ROW_5), role=Role.ATTENDEE, person=None, key="device of a passer-by"
        )


def test_saying_it_stands_in_nobodys_way(room: Room):
    """What the facilitator did to a person can be taken back although the person moved on."""
    amira = room.phone_of("Amira")
    hidden = room.facilitator.hides(amira)
    amira.sends(c.SayWhere(words="by the door"))
    room.facilitator.undoes(hidden)
    assert amira.name == "Amira"


def test_who_is_forgotten_sits_nowhere(room: Room):
    amira = room.person("Amira")
    room.phone_of("Amira").forgets()
    assert where_of(room.session, amira) == ""
    again = fold(invariants.replace(one, event=erased(one.event)) for one in room.log)
    assert where_of(again, amira) == ""


def test_the_runner_sees_who_is_called_and_who_is_next(room: Room):
    room.facilitator.calls("Amira", chair=2)
    room.asks("Kofi")
    runner = runner_view(room.session, NOWHERE)["runner"]
    (call,) = runner.calls
    assert (call.person.name, call.chair, call.where, call.walking) == ("Amira", 2, ROW_5, False)
    assert [one.person.name for one in runner.next] == ["Jonas", "Kofi"]
    assert runner.count == 2


def test_who_has_just_passed_is_not_next_for_the_runner(room: Room):
    room.facilitator.calls("Amira", chair=2)
    room.phone_of("Amira").passes()
    runner = runner_view(room.session, NOWHERE)["runner"]
    assert [one.person.name for one in runner.next] == ["Jonas", "Amira"]


def test_words_that_are_read_aloud_need_no_microphone(room: Room):
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    runner = runner_view(room.session, NOWHERE)["runner"]
    assert [one.person.name for one in runner.next] == ["Amira", "Jonas"]
    assert runner.count == 2


def test_the_runner_goes_by_the_order_that_holds(room: Room):
    room.facilitator.calls("Amira", chair=1)
    room.phone_of("Amira").is_on_the_chair()
    room.wait(minutes=1)
    room.phone_of("Amira").leaves_chair()
    room.facilitator.removes("Jonas")
    room.phone_of("Amira").asks()
    room.asks("Kofi")
    room.facilitator.sends(c.ChangeRules(order="fresh_voices"))
    runner = runner_view(room.session, NOWHERE)["runner"]
    assert [one.person.name for one in runner.next] == ["Kofi", "Amira"]
