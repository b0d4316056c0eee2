"""Events of questions to the bowl."""

from typing import Literal

from fishbowl.domain.kernel.ids import PersonId, QuestionId
from fishbowl.domain.session.events.base import ITSELF, Event
from fishbowl.domain.session.events.limits import WordsText


class QuestionAsked(Event, frozen=True, kw_only=True):
    """Somebody put a question in writing; the entry's ``seq`` is the question."""

    name = "question.asked"
    undo = "never"
    words_of = ITSELF
    erasable = ("words",)
    person: PersonId
    words: WordsText


class QuestionPutUp(Event, frozen=True, kw_only=True):
    """A question may be shown."""

    name = "question.put_up"
    undo = "by_role"
    undo_by = "facilitators"
    question: QuestionId


class QuestionSetAside(Event, frozen=True, kw_only=True):
    """A question stays out, for one of the criteria that everybody can read."""

    name = "question.set_aside"
    undo = "by_role"
    undo_by = "facilitators"
    question: QuestionId
    why: Literal["off_topic", "personal", "said_already", "not_a_question"]


class QuestionTakenBack(Event, frozen=True, kw_only=True):
    """Whoever asked a question does not ask it any more; it is gone, and its votes with it.

    ``behind`` stood behind it until then.
    """

    name = "question.taken_back"
    undo = "never"
    takes_back = "question"
    question: QuestionId
    person: PersonId
    behind: tuple[PersonId, ...] = ()


class QuestionUpvoted(Event, frozen=True, kw_only=True):
    """A person would like to hear the answer too, or no longer."""

    name = "question.upvoted"
    undo = "never"
    question: QuestionId
    person: PersonId
    on: bool


class QuestionShown(Event, frozen=True, kw_only=True):
    """The wall shows a question from here, or none."""

    name = "question.shown"
    undo = "by_role"
    undo_by = "facilitators"
    question: QuestionId | None


class QuestionAnswered(Event, frozen=True, kw_only=True):
    """The bowl has taken a question up."""

    name = "question.answered"
    undo = "by_role"
    undo_by = "facilitators"
    question: QuestionId
