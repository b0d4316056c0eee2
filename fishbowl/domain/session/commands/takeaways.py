"""Commands about what people take home: takeaways, and commitments with a day."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from fishbowl.domain.session.commands.base import Command, Title, Words
from fishbowl.domain.session.commands.notes import Due
from fishbowl.domain.session.commands.senders import ATTENDEES, FACILITATORS, SENDER, Owner, Senders
from fishbowl.domain.session.commands.summary import WORDS_AT_ONCE
from fishbowl.domain.session.ids import TakeawayId

TakeawayKind = Literal["take", "offer", "need", "will", "brought"]
"""What somebody takes home, offers, needs, or promises: "will" is a commitment. "brought" is what
somebody brings back from elsewhere, and signs up to tell in this session."""


class KeepTakeaway(Command, frozen=True, kw_only=True):
    """Keep something to take home, for oneself or ``shared`` with the room and the summary.

    ``due`` is the day by when a commitment is to be done, like 2026-12-01; empty is no day.
    ``origin`` is where somebody was who brings something back; that is always shared.
    """

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER
    after_the_end: ClassVar[bool] = True

    kind: TakeawayKind
    words: Words
    shared: bool = False
    due: Due = ""
    origin: Title = ""


class EditTakeaway(Command, frozen=True, kw_only=True):
    """Change what is given of a takeaway of one's own, and leave the rest."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "takeaway"
    after_the_end: ClassVar[bool] = True

    takeaway: TakeawayId
    kind: TakeawayKind | None = None
    words: Words | None = None
    shared: bool | None = None
    due: Due | None = None
    origin: Title | None = None


class WithdrawTakeaway(Command, frozen=True, kw_only=True):
    """Let a takeaway of one's own go."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "takeaway"
    after_the_end: ClassVar[bool] = True

    takeaway: TakeawayId


class PutUpTakeaway(Command, frozen=True, kw_only=True):
    """Let the wall show a shared takeaway."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    takeaway: TakeawayId


class PutUpTakeaways(Command, frozen=True, kw_only=True):
    """Let the wall show several shared takeaways at once."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    takeaways: Annotated[tuple[TakeawayId, ...], Meta(min_length=1, max_length=WORDS_AT_ONCE)]


class RewordTakeaway(Command, frozen=True, kw_only=True):
    """Put a shared takeaway otherwise for wall and summary; its author keeps their own words."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    takeaway: TakeawayId
    words: Words


class MergeTakeaway(Command, frozen=True, kw_only=True):
    """Tell a shared takeaway together with another one of its kind; with ``None``, alone again."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    takeaway: TakeawayId
    into: TakeawayId | None = None


class SetAsideTakeaway(Command, frozen=True, kw_only=True):
    """Leave a shared takeaway out, of the wall and of the summary; its author is told."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    takeaway: TakeawayId
