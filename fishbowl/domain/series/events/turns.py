"""Events of the rota, of turns, and of who is invited."""

from typing import ClassVar

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.series.events.base import Event
from fishbowl.domain.series.ids import Bring, OccasionId, QuestionEnd, SwapEnd, SwapId
from fishbowl.domain.series.model import Slot, Told


class RotaJoined(Event, frozen=True, kw_only=True):
    """A member wants to be asked for turns."""

    name: ClassVar[str] = "rota.joined"
    member: MemberId


class RotaLeft(Event, frozen=True, kw_only=True):
    """A member wants no turns any more; nobody is told why."""

    name: ClassVar[str] = "rota.left"
    member: MemberId


class TurnAsked(Event, frozen=True, kw_only=True):
    """A member is asked whether an occasion is theirs.

    :param until_ms: when the question ends.
    """

    name: ClassVar[str] = "turn.asked"
    occasion: OccasionId
    slot: Slot
    member: MemberId
    until_ms: Millis


class TurnTaken(Event, frozen=True, kw_only=True):
    """An occasion is a member's turn."""

    name: ClassVar[str] = "turn.taken"
    occasion: OccasionId
    slot: Slot
    member: MemberId


class TurnPassed(Event, frozen=True, kw_only=True):
    """A member who was asked passes; it looks like silence until the question ends."""

    name: ClassVar[str] = "turn.passed"
    occasion: OccasionId
    member: MemberId


class TurnQuestionEnded(Event, frozen=True, kw_only=True):
    """A member is asked no more; the next one can be."""

    name: ClassVar[str] = "turn.question_ended"
    occasion: OccasionId
    member: MemberId
    why: QuestionEnd


class TurnGivenBack(Event, frozen=True, kw_only=True):
    """A member who had taken a turn cannot have it after all."""

    name: ClassVar[str] = "turn.given_back"
    occasion: OccasionId
    member: MemberId


class SwapAsked(Event, frozen=True, kw_only=True):
    """A member asks another one to swap turns; its number is that of the entry."""

    name: ClassVar[str] = "turn.swap_asked"
    member: MemberId
    other: MemberId
    gives: OccasionId
    takes: OccasionId
    until_ms: Millis


class SwapAgreed(Event, frozen=True, kw_only=True):
    """They have swapped."""

    name: ClassVar[str] = "turn.swapped"
    swap: SwapId


class SwapDeclined(Event, frozen=True, kw_only=True):
    """The other said no; it looks like silence until the question ends."""

    name: ClassVar[str] = "turn.swap_declined"
    swap: SwapId


class SwapEnded(Event, frozen=True, kw_only=True):
    """They have not swapped."""

    name: ClassVar[str] = "turn.swap_ended"
    swap: SwapId
    why: SwapEnd


class BringSaid(Event, frozen=True, kw_only=True):
    """Who has the turn said what they bring."""

    name: ClassVar[str] = "turn.bring_said"
    erasable: ClassVar[tuple[str, ...]] = ("words",)
    occasion: OccasionId
    bring: Bring
    words: str


class FollowerCame(Event, frozen=True, kw_only=True):
    """A member wants to be invited to every occasion."""

    name: ClassVar[str] = "series.follower_came"
    member: MemberId


class FollowerWent(Event, frozen=True, kw_only=True):
    """A member wants no invitations any more."""

    name: ClassVar[str] = "series.follower_went"
    member: MemberId


class FollowersTold(Event, frozen=True, kw_only=True):
    """Letters invite the followers, or tell them what has changed; they commit with this.

    :param occasions: what the followers are told.
    :param over: occasions of which they need to know nothing more.
    """

    name: ClassVar[str] = "series.followers_told"
    occasions: tuple[Told, ...]
    over: tuple[OccasionId, ...] = ()


class TurnsForgotten(Event, frozen=True, kw_only=True):
    """Who had which turn is known no more, up to and including a day.

    :param entries: whose words are overwritten.
    """

    name: ClassVar[str] = "turn.forgotten"
    until: str
    occasions: tuple[OccasionId, ...]
    entries: tuple[Seq, ...]


class MemberForgotten(Event, frozen=True, kw_only=True):
    """Somebody is a member no more; nothing of them stays.

    :param entries: whose words are overwritten.
    """

    name: ClassVar[str] = "series.member_forgotten"
    member: MemberId
    entries: tuple[Seq, ...]
