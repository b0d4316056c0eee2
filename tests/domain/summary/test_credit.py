"""Whose name stands in the summary: each person chooses for themself."""

import pytest

from fishbowl.domain.kernel.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.session import commands as c
from fishbowl.views.phone import me_slice
from tests.support.refusals import already, refused
from tests.support.room import Room

# Recording


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
    choosing.phone_of("Amira").sends(c.CreditMe(on=True))
    assert credited(choosing, "Amira")
    assert not credited(choosing, "Kofi")
    choosing.phone_of("Amira").sends(c.CreditMe(on=False))
    assert not credited(choosing, "Amira")


def test_choosing_the_same_again_is_so_already(choosing: Room):
    with already(choosing):
        choosing.phone_of("Amira").sends(c.CreditMe(on=False))


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
    amira = choosing.phone_of("Amira")
    hidden = choosing.facilitator.hides(amira)
    amira.sends(c.CreditMe(on=True))
    choosing.facilitator.undoes(hidden)
    assert credited(choosing, "Amira")


def test_who_is_forgotten_is_named_no_more(choosing: Room):
    amira = choosing.phone_of("Amira")
    amira.sends(c.CreditMe(on=True))
    amira.sends(c.ForgetPerson(person=amira.person))
    assert not choosing.session.credits
