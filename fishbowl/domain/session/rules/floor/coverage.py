"""Whether time with the floor is what counts, or time on a chair: the one rule about it.

Marking who speaks is optional, and often kept for a part of the talk only. Time in which nobody is
marked would count as silence, so half-kept marks give false figures. The floor counts in a scope
(the session, or a topic) if somebody is marked as speaking for more than half of the time that
people sat there: of everybody's time together, and of each person's who sat for a minute or longer.
Where nobody has sat yet, it is whether the next second will be marked.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.ids import PersonId, RunMillis, TopicId
from fishbowl.domain.session.intervals import Interval, joined, total_ms, within
from fishbowl.domain.session.rules.floor.intervals import (
    facilitator_spoken,
    is_of_session,
    seated,
    spoken,
    talked,
)
from fishbowl.domain.session.rules.topics import whole
from fishbowl.domain.session.state import Session

MOST = 0.5
"""The floor counts if marks cover more than this part of the time on chairs."""
SAT_MS = 60_000
"""Who sat for less may have come and gone between two marks."""


def frames_of(session: Session, topic: TopicId | None, until: RunMillis) -> tuple[Interval, ...]:
    """The stretches of the session clock that a scope consists of.

    :param topic: the times at which this topic was current; ``None`` for the whole session.
    """
    if topic is None:
        return ((RunMillis(0), until),)
    return talked(whole(session, topic), until)


def floor_marked(session: Session) -> bool:
    """Whether anybody has ever been marked as speaking."""
    marked = session.floor.turn is not None or session.floor.facilitator
    marked = marked or bool(session.facilitator.spoken)
    return marked or any(turn.spoken for turn in session.turns.values())


def floor_counts(session: Session, topic: TopicId | None = None) -> bool:
    """Whether talk is counted by the floor; else it is counted by time on a chair.

    :param topic: only what happened while this topic was current.
    """
    if not floor_marked(session):
        return False
    until = running_ms(session.clock, session.at_ms)
    frames = frames_of(session, topic, until)
    turns = [turn for turn in session.turns.values() if is_of_session(session, turn)]
    marks = _Marks(
        within(
            (*(s for turn in turns for s in spoken(session, turn, until)),
             *facilitator_spoken(session, until)),
            frames,
        )
    )  # fmt: skip
    sat: dict[PersonId, list[Interval]] = {}
    for turn in turns:
        sat.setdefault(turn.person, []).extend(within([seated(turn, until)], frames))
    everybody = [stretch for stretches in sat.values() for stretch in stretches]
    if not everybody:
        return session.floor.facilitator or session.floor.turn is not None
    if not marks.cover_most(everybody):
        return False
    return all(
        marks.cover_most(stretches) for stretches in sat.values() if total_ms(stretches) >= SAT_MS
    )


def marked_share(session: Session) -> float:
    """Which part of the time that anybody sat in the bowl is marked, from 0 to 1."""
    until = running_ms(session.clock, session.at_ms)
    turns = [turn for turn in session.turns.values() if is_of_session(session, turn)]
    sat = joined(seated(turn, until) for turn in turns)
    marks = joined(
        (*(s for turn in turns for s in spoken(session, turn, until)),
         *facilitator_spoken(session, until))
    )  # fmt: skip
    talk_ms = total_ms(sat)
    return total_ms(within(marks, sat)) / talk_ms if talk_ms else 0.0


class _Marks:
    """When anybody was marked as speaking, ready to be asked about many stretches."""

    def __init__(self, stretches: Iterable[Interval]) -> None:
        marks = joined(stretches)
        self._starts = [since for since, _ in marks]
        self._ends = [to for _, to in marks]
        self._sums = [0, *accumulate(to - since for since, to in marks)]

    def cover_most(self, stretches: Sequence[Interval]) -> bool:
        """Whether most of the time in some stretches is marked."""
        marked = sum(self._until(to) - self._until(since) for since, to in stretches)
        return marked > MOST * total_ms(stretches)

    def _until(self, instant: int) -> int:
        """How much is marked before an instant."""
        place = bisect_right(self._starts, instant)
        if not place:
            return 0
        return self._sums[place] - max(0, self._ends[place - 1] - instant)
