"""Commands about the summary: it goes out, comes back, and is put right before and after."""

from typing import Annotated, ClassVar

from msgspec import Meta

from fishbowl.domain.session.commands.base import Command, Title
from fishbowl.domain.session.commands.notes import Due
from fishbowl.domain.session.commands.senders import (
    ATTENDEES,
    EVERYBODY,
    FACILITATOR,
    FACILITATORS,
    NOTE_TAKERS,
    SENDER,
    Owner,
    Senders,
)
from fishbowl.domain.session.ids import ItemId, OpenItemId, TopicId

PARAGRAPH_MAX = 1_200
CREDIT_MAX = 200
WORDS_AT_ONCE = 5_000
"""Written words that are passed, or put up, by one command: those of a whole hall."""

Paragraph = Annotated[str, Meta(max_length=PARAGRAPH_MAX)]
Credit = Annotated[str, Meta(max_length=CREDIT_MAX)]


Items = Annotated[tuple[ItemId, ...], Meta(min_length=1, max_length=WORDS_AT_ONCE)]


class PassWords(Command, frozen=True, kw_only=True):
    """Let words that people wrote stand in the summary: somebody has looked at them, or at the lot.

    They are takeaways, answers of the debrief, points, and what people waited with until the end.
    """

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    items: Items


class PublishSummary(Command, frozen=True, kw_only=True):
    """Put the summary under its unguessable link; the phones show it."""

    senders: ClassVar[Senders] = FACILITATOR
    after_the_end: ClassVar[bool] = True


class WithdrawSummary(Command, frozen=True, kw_only=True):
    """Take the published summary back."""

    senders: ClassVar[Senders] = FACILITATOR
    after_the_end: ClassVar[bool] = True


class IntroduceSummary(Command, frozen=True, kw_only=True):
    """Write what stands around the summary: a paragraph before it, one after it, and a credit.

    What is left out stays as it is; an empty text takes it away.
    """

    senders: ClassVar[Senders] = NOTE_TAKERS
    after_the_end: ClassVar[bool] = True

    opening: Paragraph | None = None
    closing: Paragraph | None = None
    credit: Credit | None = None


class HideFromSummary(Command, frozen=True, kw_only=True):
    """Leave a topic, note, question, request or point out of the summary; it stays in the log."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    item: ItemId


class ShowInSummary(Command, frozen=True, kw_only=True):
    """Let something that was left out stand in the summary again."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    item: ItemId


class MoveInSummary(Command, frozen=True, kw_only=True):
    """Tell a topic before another one in the summary; without ``before`` at the end."""

    senders: ClassVar[Senders] = NOTE_TAKERS
    after_the_end: ClassVar[bool] = True

    topic: TopicId
    before: TopicId | None = None


class CloseItem(Command, frozen=True, kw_only=True):
    """Say that something is done, or does not matter any more; ``words`` may say how it went.

    ``item`` is the id of a note, a question or a commitment: ids are one row of numbers.
    """

    senders: ClassVar[Senders] = EVERYBODY
    whose: ClassVar[Owner] = "item"
    after_the_end: ClassVar[bool] = True

    item: OpenItemId
    words: Title = ""


class ReopenItem(Command, frozen=True, kw_only=True):
    """Say that something is open after all."""

    senders: ClassVar[Senders] = EVERYBODY
    whose: ClassVar[Owner] = "item"
    after_the_end: ClassVar[bool] = True

    item: OpenItemId


class MoveItem(Command, frozen=True, kw_only=True):
    """Move a commitment of one's own, or an action that was noted for one, to another day.

    ``due`` is a day like 2026-12-01.
    """

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "item"
    after_the_end: ClassVar[bool] = True

    item: OpenItemId
    due: Due


class CreditMe(Command, frozen=True, kw_only=True):
    """Have one's own name in the summary, or not; where everybody chooses for themself."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER
    after_the_end: ClassVar[bool] = True

    on: bool


class MarkRecordingStart(Command, frozen=True, kw_only=True):
    """Say that a recording starts now; every screen in the room says so until it ends."""

    senders: ClassVar[Senders] = FACILITATORS


class MarkRecordingStop(Command, frozen=True, kw_only=True):
    """Say that the recording has ended."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True
