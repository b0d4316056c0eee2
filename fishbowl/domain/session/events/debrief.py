"""Events of the debrief."""

from fishbowl.domain.kernel.ids import AnswerId, PersonId
from fishbowl.domain.session.commands.debrief import DebriefStage
from fishbowl.domain.session.events.base import ITSELF, Event
from fishbowl.domain.session.events.limits import WordsText


class DebriefOpened(Event, frozen=True, kw_only=True):
    """The phones are asked the question of a stage from here."""

    name = "debrief.opened"
    undo = "by_role"
    undo_by = "facilitators"
    stage: DebriefStage


class DebriefClosed(Event, frozen=True, kw_only=True):
    """No question of the debrief is open any more."""

    name = "debrief.closed"
    undo = "by_role"
    undo_by = "facilitators"


class AnswerGiven(Event, frozen=True, kw_only=True):
    """Somebody answered; the entry's ``seq`` is the answer."""

    name = "answer.given"
    undo = "never"
    words_of = ITSELF
    erasable = ("words",)
    person: PersonId
    stage: DebriefStage
    words: WordsText


class AnswerChanged(Event, frozen=True, kw_only=True):
    """An answer reads like this from here."""

    name = "answer.changed"
    undo = "never"
    words_of = "answer"
    erasable = ("words",)
    answer: AnswerId
    person: PersonId
    words: WordsText


class AnswerTakenBack(Event, frozen=True, kw_only=True):
    """Whoever answered takes it back."""

    name = "answer.taken_back"
    undo = "never"
    takes_back = "answer"
    answer: AnswerId
    person: PersonId


class AnswerPutUp(Event, frozen=True, kw_only=True):
    """An answer may be on the wall."""

    name = "answer.put_up"
    undo = "by_role"
    undo_by = "facilitators"
    answer: AnswerId


class AnswerSetAside(Event, frozen=True, kw_only=True):
    """An answer stays with its author."""

    name = "answer.set_aside"
    undo = "by_role"
    undo_by = "facilitators"
    answer: AnswerId
