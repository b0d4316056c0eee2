"""Parts of what people write about the talk: takeaways, answers of the debrief, what is closed."""

from typing import Literal

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.commands.debrief import DebriefStage
from fishbowl.domain.session.commands.takeaways import TakeawayKind
from fishbowl.domain.session.ids import AnswerId, PersonId, TakeawayId
from fishbowl.domain.session.model.base import Struct

WordsState = Literal["waiting", "up", "aside"]
"""Not looked at yet; on the wall; left out by the facilitator."""


class Takeaway(Struct, frozen=True, kw_only=True):
    """What one person takes home. Unless it is ``shared``, nobody else ever sees it.

    ``edited`` are the words in which others are told it, if they are not its author's; ``into`` is
    the takeaway with which it is told. ``origin`` is where somebody was who brings it back.
    """

    id: TakeawayId
    person: PersonId
    kind: TakeawayKind
    words: str
    kept_at_ms: Millis
    shared: bool = False
    due: str = ""
    state: WordsState = "waiting"
    up_seq: Seq = Seq(0)
    edited: str = ""
    into: TakeawayId | None = None
    origin: str = ""


class Answer(Struct, frozen=True, kw_only=True):
    """What one person answered in a stage of the debrief."""

    id: AnswerId
    person: PersonId
    stage: DebriefStage
    words: str
    given_at_ms: Millis
    state: WordsState = "waiting"
    up_seq: Seq = Seq(0)


class Debrief(Struct, frozen=True, kw_only=True):
    """Which stage was opened last, if none has ended it since."""

    stage: DebriefStage | None = None


class ItemEnd(Struct, frozen=True, kw_only=True):
    """That something which was open is closed, since when, and how it went."""

    id: Seq
    closed_at_ms: Millis
    person: PersonId | None = None
    words: str = ""
