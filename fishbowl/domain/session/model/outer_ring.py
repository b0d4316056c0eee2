"""The parts of a session that belong to the outer ring: votes, thumbs, questions."""

from typing import Literal

from immutables import Map

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.commands.questions import AsideWhy
from fishbowl.domain.session.commands.votes import Thumb
from fishbowl.domain.session.ids import PersonId, QuestionId, ThumbsId, TopicId, VoteId
from fishbowl.domain.session.model.base import Struct

QuestionState = Literal["waiting", "up", "aside", "answered"]

Ballot = Map[TopicId, int]
"""How many dots one person has on each topic."""


class Vote(Struct, frozen=True, kw_only=True):
    """A vote with ``dots`` for each. ``counts`` is the sum of the ``ballots``, topic by topic.

    Both name topics as they were when the dots were cast: where topics have been merged since,
    the rules of votes follow them. ``closes_at_ms`` is when time closes it, if at all;
    ``closed_seq`` is the entry that closed it.
    Where it is ``fixed``, those vote who came in before it and who were ``admitted``; where there
    is a ``code``, those who have ``confirmed`` that they read it on the wall.
    """

    id: VoteId
    dots: int
    opened_at_ms: Millis
    closes_at_ms: Millis | None = None
    closed_at_ms: Millis | None = None
    fixed: bool = False
    code: str = ""
    admitted: Map[PersonId, bool] = Map()
    confirmed: Map[PersonId, bool] = Map()
    ballots: Map[PersonId, Ballot] = Map()
    counts: Map[TopicId, int] = Map()
    closed_seq: Seq = Seq(0)


class Thumbs(Struct, frozen=True, kw_only=True):
    """The room is asked whether to go on with a topic; ``settled`` once it has got more time."""

    id: ThumbsId
    topic: TopicId
    closes_at_ms: Millis | None = None
    closed_at_ms: Millis | None = None
    settled: bool = False
    fixed: bool = False
    ballots: Map[PersonId, Thumb] = Map()


class Question(Struct, frozen=True, kw_only=True):
    """A question to the bowl; ``why`` tells for what it was set aside."""

    id: QuestionId
    person: PersonId
    words: str
    asked_at_ms: Millis
    state: QuestionState = "waiting"
    why: AsideWhy | None = None


class Shown(Struct, frozen=True, kw_only=True):
    """The question that the wall shows."""

    question: QuestionId | None = None
