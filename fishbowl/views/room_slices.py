"""The shapes of what the outer ring says: votes, thumbs and questions."""

from fishbowl.domain.session.commands import AsideWhy, Thumb
from fishbowl.domain.session.model.outer_ring import QuestionState
from fishbowl.views.slices import Label, Slice


class TopicDots(Slice, frozen=True, kw_only=True):
    """How many dots a topic has."""

    topic: int
    dots: int


class VoteSlice(Slice, frozen=True, kw_only=True):
    """The last vote; ``vote`` is 0 if there was none. ``dots`` is how many each person has.

    ``voted`` counts people. Topics without dots are left out of ``counts``. ``closes_at_ms`` is the
    instant of session time at which an open vote ends by itself. Where it is ``fixed``, only those
    vote whose number is below that of the vote, and who were let in. ``with_code`` tells that
    phones are asked for the ``code``, which only the wall and the console show. ``voters`` counts
    who has a phone and may vote, for the wall and the console; ``late`` names who came in after it
    was opened (``late_count`` of them), for the console alone.
    """

    vote: int
    dots: int
    open: bool
    closes_at_ms: int | None
    voted: int
    counts: tuple[TopicDots, ...]
    fixed: bool = False
    with_code: bool = False
    code: str = ""
    voters: int = 0
    late: tuple[Label, ...] = ()
    late_count: int = 0


class ThumbsSlice(Slice, frozen=True, kw_only=True):
    """Whether to go on with the current topic; ``thumbs`` is 0 if nobody was asked about it.

    How the thumbs stand is told once they are down, so that nobody follows the others.
    ``closes_at_ms`` and ``fixed`` as in a vote; nobody is let in.
    """

    thumbs: int
    open: bool
    fixed: bool = False
    closes_at_ms: int | None
    answered: int
    go_on: int | None
    move_on: int | None
    suggested: Thumb | None


class QuestionView(Slice, frozen=True, kw_only=True):
    """A question that was put up; who asked it is not shown to the room."""

    id: int
    words: str
    state: QuestionState


class QuestionsSlice(Slice, frozen=True, kw_only=True):
    """The questions that were put up, and which of them is on the wall."""

    questions: tuple[QuestionView, ...]
    shown: int | None


class UpvotesSlice(Slice, frozen=True, kw_only=True):
    """How many people stand behind each question, in the order of the questions."""

    votes: tuple[int, ...]


class ShownSlice(Slice, frozen=True, kw_only=True):
    """The question that the wall shows, and how many people stand behind it."""

    question: QuestionView | None
    votes: int


class ConsoleQuestion(Slice, frozen=True, kw_only=True):
    """A question in any state; ``why`` tells for what it was set aside."""

    id: int
    words: str
    state: QuestionState
    why: AsideWhy | None
    by: Label
    votes: int


class ConsoleQuestionsSlice(Slice, frozen=True, kw_only=True):
    """Questions, and which of them is on the wall.

    They stand state by state in the order in which they came, those that are up by their votes. Of
    each state the first are sent, and ``more`` counts the others of a state that has any.
    """

    questions: tuple[ConsoleQuestion, ...]
    shown: int | None
    more: dict[str, int]
