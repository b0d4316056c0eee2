"""Commands about questions that the outer ring puts to the bowl."""

from typing import ClassVar, Literal

from fishbowl.domain.kernel.ids import QuestionId
from fishbowl.domain.session.commands.base import Command, Words
from fishbowl.domain.session.commands.senders import ATTENDEES, FACILITATORS, SENDER, Owner, Senders

AsideWhy = Literal["off_topic", "personal", "said_already", "not_a_question"]
"""The criteria of moderation; whoever asks can read them before."""


class AskBowl(Command, frozen=True, kw_only=True):
    """Put a question to the bowl in writing; it waits for the facilitator."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER

    words: Words


class PutUpQuestion(Command, frozen=True, kw_only=True):
    """Let the phones see a question."""

    senders: ClassVar[Senders] = FACILITATORS

    question: QuestionId


class SetAsideQuestion(Command, frozen=True, kw_only=True):
    """Leave a question out; who asked is told why."""

    senders: ClassVar[Senders] = FACILITATORS

    question: QuestionId
    why: AsideWhy


class TakeBackQuestion(Command, frozen=True, kw_only=True):
    """Take back a question of one's own that the bowl has not got yet."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "question"

    question: QuestionId


class UpvoteQuestion(Command, frozen=True, kw_only=True):
    """Say that one would like to hear the answer as well, or no longer."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER

    question: QuestionId
    on: bool = True


class ShowQuestion(Command, frozen=True, kw_only=True):
    """Show one question on the wall, or none."""

    senders: ClassVar[Senders] = FACILITATORS

    question: QuestionId | None


class AnswerQuestion(Command, frozen=True, kw_only=True):
    """Mark a question as answered."""

    senders: ClassVar[Senders] = FACILITATORS

    question: QuestionId
