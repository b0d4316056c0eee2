"""Events of check-ins, outcomes, and introductions that end."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import CheckIn, IntroductionId, MemberId, Outcome
from fishbowl.domain.kernel.ids import Millis


class CheckInAsked(Event, frozen=True, kw_only=True):
    """Everybody of an introduction was asked whether they met.

    :param to_stop: they said *not yet* twice, so they are asked whether to stop.
    """

    name: ClassVar[str] = "introduction.check_in_asked"
    introduction: IntroductionId
    to_stop: bool


class CheckInReminded(Event, frozen=True, kw_only=True):
    """Whoever had not answered was asked once more."""

    name: ClassVar[str] = "introduction.check_in_reminded"
    introduction: IntroductionId


class CheckInAnswered(Event, frozen=True, kw_only=True):
    """Somebody said *we met* or *not yet*.

    :param next_at_ms: when they are asked whether it helped, or asked again.
    """

    name: ClassVar[str] = "introduction.check_in_answered"
    introduction: IntroductionId
    member: MemberId
    said: CheckIn
    next_at_ms: Millis | None


class MeetingStopped(Event, frozen=True, kw_only=True):
    """Somebody does not want to meet.

    :param told_at_ms: the others do not read before this instant that it ended.
    """

    name: ClassVar[str] = "introduction.stopped"
    introduction: IntroductionId
    member: MemberId
    told_at_ms: Millis


class StopTold(Event, frozen=True, kw_only=True):
    """The others can read that it ended; who stopped is in it no more."""

    name: ClassVar[str] = "introduction.stop_told"
    introduction: IntroductionId


class IntroductionEnded(Event, frozen=True, kw_only=True):
    """Nobody answered for long."""

    name: ClassVar[str] = "introduction.ended"
    introduction: IntroductionId


class IntroductionForgotten(Event, frozen=True, kw_only=True):
    """An introduction that came to nothing is kept no longer."""

    name: ClassVar[str] = "introduction.forgotten"
    introduction: IntroductionId


class OutcomeAsked(Event, frozen=True, kw_only=True):
    """Whoever was given something was asked whether it helped."""

    name: ClassVar[str] = "introduction.outcome_asked"
    introduction: IntroductionId


class OutcomeGiven(Event, frozen=True, kw_only=True):
    """Somebody said whether it helped; nobody else reads it before they let it be told."""

    name: ClassVar[str] = "introduction.outcome_given"
    introduction: IntroductionId
    member: MemberId
    outcome: Outcome


class OutcomeTold(Event, frozen=True, kw_only=True):
    """Somebody lets the others read what they said."""

    name: ClassVar[str] = "introduction.outcome_told"
    introduction: IntroductionId
    member: MemberId
