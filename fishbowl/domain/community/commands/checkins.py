"""Commands about check-ins, outcomes, and ending an introduction."""

from typing import ClassVar

from fishbowl.domain.community.commands.base import MEMBER_OR_DOOR, TIME, Command, Sender
from fishbowl.domain.community.ids import CheckIn, IntroductionId, MemberId, Outcome


class AskCheckIn(Command, frozen=True, kw_only=True):
    """Ask whether they met; after *not yet* twice, whether to stop."""

    senders: ClassVar[frozenset[Sender]] = TIME
    introduction: IntroductionId


class RemindCheckIn(Command, frozen=True, kw_only=True):
    """Ask once more whoever has not answered."""

    senders: ClassVar[frozenset[Sender]] = TIME
    introduction: IntroductionId


class AnswerCheckIn(Command, frozen=True, kw_only=True):
    """Say whether one met the others; ``will_not`` ends it."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    introduction: IntroductionId
    said: CheckIn


class StopMeeting(Command, frozen=True, kw_only=True):
    """Do not meet, or meet no more; nobody is told why."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    introduction: IntroductionId


class ReportWrong(Command, frozen=True, kw_only=True):
    """Say that something is wrong: it ends, and one is not brought together with them again."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    introduction: IntroductionId
    other: MemberId


class TellStopped(Command, frozen=True, kw_only=True):
    """Let those who wait read that it ended."""

    senders: ClassVar[frozenset[Sender]] = TIME
    introduction: IntroductionId


class EndIntroduction(Command, frozen=True, kw_only=True):
    """End an introduction that nobody answers about."""

    senders: ClassVar[frozenset[Sender]] = TIME
    introduction: IntroductionId


class ForgetIntroduction(Command, frozen=True, kw_only=True):
    """Forget an introduction that came to nothing some time ago."""

    senders: ClassVar[frozenset[Sender]] = TIME
    introduction: IntroductionId


class AskOutcome(Command, frozen=True, kw_only=True):
    """Ask whether it helped, some weeks after they met."""

    senders: ClassVar[frozenset[Sender]] = TIME
    introduction: IntroductionId


class AnswerOutcome(Command, frozen=True, kw_only=True):
    """Say whether it helped.

    :param tell: whoever gave may read it; *it did not help* is never told by this.
    """

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    introduction: IntroductionId
    outcome: Outcome
    tell: bool = False


class TellGiver(Command, frozen=True, kw_only=True):
    """Let whoever gave read what one said."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    introduction: IntroductionId
