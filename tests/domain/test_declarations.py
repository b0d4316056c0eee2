"""A command or an event that does not declare what is needed fails where it is loaded."""

from collections.abc import Sequence
from typing import ClassVar, get_args

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.commands.senders import ATTENDEES, FACILITATORS, Owner, Scope, Senders
from fishbowl.domain.session.decide import registry as decisions
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.evolve import registry as folds
from fishbowl.domain.session.ids import RequestId
from fishbowl.domain.session.state import Changes, Session


def test_a_command_that_does_not_say_who_may_send_it_fails() -> None:
    with pytest.raises(TypeError, match="Undeclared does not declare who may send it"):

        class Undeclared(c.Command, frozen=True, kw_only=True):
            pass


def test_a_command_about_ones_own_that_does_not_say_whose_it_is_fails() -> None:
    with pytest.raises(TypeError, match="Nobodys does not declare the field"):

        class Nobodys(c.Command, frozen=True, kw_only=True):
            senders: ClassVar[Senders] = ATTENDEES
            request: RequestId


def test_a_field_that_a_command_does_not_have_cannot_tell_whose_it_is() -> None:
    with pytest.raises(TypeError, match="Misnamed does not declare the field"):

        class Misnamed(c.Command, frozen=True, kw_only=True):
            senders: ClassVar[Senders] = ATTENDEES
            whose: ClassVar[Owner] = "turn"
            request: RequestId


def test_who_sends_a_command_about_anybody_needs_no_owner() -> None:
    class Anybodys(c.Command, frozen=True, kw_only=True):
        senders: ClassVar[Senders] = FACILITATORS
        request: RequestId

    assert Anybodys.whose is None
    assert Anybodys.senders[Role.FACILITATOR] is Scope.ANY


def test_a_command_is_decided_once() -> None:
    def again(session: Session, command: c.LockDoor, given: Given) -> Sequence[e.Event]:
        return []

    with pytest.raises(TypeError, match="LockDoor is decided twice"):
        decisions.decides(again)


def test_an_event_is_folded_once() -> None:
    def again(session: Session, event: e.DoorLocked, entry: e.Entry) -> Changes:
        return {}

    with pytest.raises(TypeError, match="DoorLocked is folded twice"):
        folds.folds(again)


def test_what_nobody_decides_or_folds_is_named() -> None:
    with pytest.raises(TypeError, match="nothing decides CreateSession"):
        decisions.check_complete([c.CreateSession, c.LockDoor])
    with pytest.raises(TypeError, match="nothing folds SessionCreated"):
        folds.check_complete([e.DoorLocked, e.SessionCreated])


def test_each_command_is_in_the_union_that_the_wire_reads() -> None:
    assert set(decisions.DECIDERS) | {c.CreateSession} == set(get_args(c.AnyCommand))
