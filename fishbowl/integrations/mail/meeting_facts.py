"""What letters tell of people who may meet, or were brought together."""

from datetime import datetime, tzinfo

import msgspec

from fishbowl.domain.community.ids import (
    FirstQuestion,
    IntroductionId,
    Outcome,
    Reason,
    Side,
    Source,
)
from fishbowl.domain.kernel.ids import Millis, Seq


class MeetingLine(msgspec.Struct, frozen=True, kw_only=True):
    """An offer or a need that the addressee may read."""

    side: Side
    words: str
    is_own: bool


class MeetingFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter about a suggestion or an introduction tells.

    :param name: what the other one is called for short; empty before both have said yes, unless
        they shared what they offer under it.
    :param ways: the full name of each, and how they are reached; only after all said yes.
    :param others: how many others there are.
    :param introduction: the number of the introduction.
    :param day: when they could meet; ``None`` where that is not told.
    :param theirs: of each of the others the name, and the time zone.
    :param check_in_at_ms: when they are asked whether they met.
    :param made_at_ms: when they were brought together.
    :param outcome: what somebody lets the addressee know.
    """

    name: str = ""
    lines: tuple[MeetingLine, ...] = ()
    reasons: tuple[Reason, ...] = ()
    ways: tuple[tuple[str, str], ...] = ()
    others: int = 1
    introduction: IntroductionId = IntroductionId(Seq(0))
    day: datetime | None = None
    theirs: tuple[tuple[str, tzinfo], ...] = ()
    source: Source = "suggestion"
    first_question: FirstQuestion = "next"
    check_in_at_ms: Millis = Millis(0)
    made_at_ms: Millis = Millis(0)
    asks_to_stop: bool = False
    outcome: Outcome | None = None
