"""Events of questions to members, and of answers."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import AnswerEnd, AnswerId, AskId, MemberId
from fishbowl.domain.kernel.ids import Millis, Seq


class AskMade(Event, frozen=True, kw_only=True):
    """A member asked others; the question's number is that of the entry.

    :param ends_at_ms: until when it can be answered.
    """

    name: ClassVar[str] = "ask.made"
    erasable: ClassVar[tuple[str, ...]] = ("words",)
    member: MemberId
    words: str
    asked: tuple[MemberId, ...]
    ends_at_ms: Millis


class AskAnswered(Event, frozen=True, kw_only=True):
    """Somebody answered; the answer's number is that of the entry."""

    name: ClassVar[str] = "ask.answered"
    erasable: ClassVar[tuple[str, ...]] = ("words",)
    ask: AskId
    member: MemberId
    words: str
    keep: bool
    named: bool


class AskPassed(Event, frozen=True, kw_only=True):
    """Somebody will not answer, which nobody else learns."""

    name: ClassVar[str] = "ask.passed"
    ask: AskId
    member: MemberId


class AnswerThanked(Event, frozen=True, kw_only=True):
    """Whoever asked said thank you for an answer."""

    name: ClassVar[str] = "answer.thanked"
    ask: AskId
    answer: AnswerId


class AnswerRemoved(Event, frozen=True, kw_only=True):
    """An answer is gone.

    :param entries: whose words are overwritten: its own, and those of a question that nothing else
        holds any more.
    """

    name: ClassVar[str] = "answer.removed"
    answer: AnswerId
    why: AnswerEnd
    entries: tuple[Seq, ...]


class AskEnded(Event, frozen=True, kw_only=True):
    """A question is answered no more; what was answered stays for whoever asked."""

    name: ClassVar[str] = "ask.ended"
    ask: AskId


class AskForgotten(Event, frozen=True, kw_only=True):
    """A question is gone, with the answers that are not in the archive.

    :param entries: whose words are overwritten; if the question is among them, it goes from the
        archive as well.
    """

    name: ClassVar[str] = "ask.forgotten"
    ask: AskId
    entries: tuple[Seq, ...]
