"""The types of takeaways, commitments and debrief answers in a summary."""

from fishbowl.domain.session.commands import DebriefStage, TakeawayKind
from fishbowl.domain.session.ids import AnswerId, TakeawayId
from fishbowl.harvest.base import Struct, Who


class TakeawayFacts(Struct, frozen=True, kw_only=True):
    """A shared takeaway. Kind "will" is a commitment, due on the day ``due``, like 2026-12-01.

    ``closed`` tells that it is done or dropped, ``end`` the words about that. ``others`` shared
    the same, ``count`` people in all. Only a proof has items that were not reviewed (``unseen``),
    set ``aside`` or merged ``into`` another, and the ``original`` wording of edited ones.
    ``origin`` is where somebody was who brings something back.
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
    origin: str = ""


class AnswerFacts(Struct, frozen=True, kw_only=True):
    """An answer in a stage of the debrief; ``unseen`` and ``aside`` are as in takeaways."""

    answer: AnswerId
    who: Who | None
    stage: DebriefStage
    words: str
    unseen: bool = False
    aside: bool = False
