"""Commands of the debrief: what, so what, now what, one stage at a time."""

from typing import ClassVar, Literal

from fishbowl.domain.kernel.ids import AnswerId
from fishbowl.domain.session.commands.base import Command, Words
from fishbowl.domain.session.commands.senders import ATTENDEES, FACILITATORS, SENDER, Owner, Senders

DebriefStage = Literal["what", "so_what", "now_what"]
"""What happened, what it means, what follows from it."""


class OpenDebrief(Command, frozen=True, kw_only=True):
    """Ask the phones one of the three questions; the one before is closed with it."""

    senders: ClassVar[Senders] = FACILITATORS

    stage: DebriefStage


class CloseDebrief(Command, frozen=True, kw_only=True):
    """Take no more answers."""

    senders: ClassVar[Senders] = FACILITATORS


class AnswerDebrief(Command, frozen=True, kw_only=True):
    """Answer the question of the stage that is open."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER

    stage: DebriefStage
    words: Words


class EditAnswer(Command, frozen=True, kw_only=True):
    """Put an answer of one's own otherwise."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "answer"
    after_the_end: ClassVar[bool] = True

    answer: AnswerId
    words: Words


class TakeBackAnswer(Command, frozen=True, kw_only=True):
    """Take back an answer of one's own."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "answer"
    after_the_end: ClassVar[bool] = True

    answer: AnswerId


class PutUpAnswer(Command, frozen=True, kw_only=True):
    """Let the wall show an answer."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    answer: AnswerId


class SetAsideAnswer(Command, frozen=True, kw_only=True):
    """Leave an answer out, of the wall and of the summary; its author is told."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    answer: AnswerId
