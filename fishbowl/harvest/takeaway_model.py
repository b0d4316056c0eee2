"""The shapes of what people take home: takeaways, commitments, answers of the debrief."""

from fishbowl.domain.session.commands import DebriefStage, TakeawayKind
from fishbowl.domain.session.ids import AnswerId, TakeawayId
from fishbowl.harvest.base import Struct, Who


class TakeawayFacts(Struct, frozen=True, kw_only=True):
    """What somebody shared. "will" is a commitment: ``due`` is its day, like 2026-12-01, or empty.

    ``closed`` tells that it is done or dropped, ``end`` how that went, in somebody's words.
    ``others`` shared the same, ``count`` people in all. Only a proof tells what nobody has looked
    at (``unseen``), what was left out (``aside``), what is told ``into`` another one, and how its
    author had put what was put otherwise (``original``).
    """

    takeaway: TakeawayId
    who: Who | None
    kind: TakeawayKind
    words: str
    due: str = ""
    closed: bool = False
    end: str = ""
    others: tuple[Who, ...] = ()
    count: int = 1
    unseen: bool = False
    aside: bool = False
    into: TakeawayId | None = None
    original: str = ""


class AnswerFacts(Struct, frozen=True, kw_only=True):
    """What somebody answered in a stage of the debrief; the rest is as in takeaways."""

    answer: AnswerId
    who: Who | None
    stage: DebriefStage
    words: str
    unseen: bool = False
    aside: bool = False
