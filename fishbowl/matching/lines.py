"""What is matched: an offer or a need, with what is known of its author."""

from typing import Literal

import msgspec

from fishbowl.domain.kernel.ids import Millis

Side = Literal["offer", "need"]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """An offer or a need.

    :param id: its number; no other line has it.
    :param member: whose it is.
    :param topic: as its author gave it; empty where none was given.
    :param language: that its author reads (BCP 47), for the words that are left out.
    :param heard: the topics that its author sat or waited under.
    :param told_at_ms: when it was written or last kept.
    """

    id: int
    member: int
    side: Side
    words: str
    topic: str = ""
    language: str = ""
    heard: tuple[str, ...] = ()
    told_at_ms: Millis = Millis(0)


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An offer that answers a need.

    :param score: higher is better; it compares candidates and says nothing by itself.
    :param topic: what both are about, as one of them calls it; empty if it is not known.
    """

    offer: Line
    need: Line
    score: float
    topic: str = ""
