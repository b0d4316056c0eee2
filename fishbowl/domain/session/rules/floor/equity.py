"""How well the talk is shared: measured, not preached.

Pure figures for a scope, the session or one topic of it. Who talked is taken from the floor where
it counts (see :mod:`.coverage`), else from the chairs. What goes on is kept apart as the instant
since when it does, so that a face can count on by itself; :meth:`Voice.talk_ms` counts it until an
instant.
"""

from collections.abc import Sequence
from statistics import median

import msgspec

from fishbowl.domain.kernel.memoize import memoized
from fishbowl.domain.session.ids import PersonId, RunMillis, TopicId
from fishbowl.domain.session.intervals import FOREVER, Interval, within
from fishbowl.domain.session.model import Turn
from fishbowl.domain.session.rules.floor.coverage import floor_counts, frames_of
from fishbowl.domain.session.rules.floor.intervals import (
    facilitator_spoken,
    is_of_session,
    seated,
    spoken,
)
from fishbowl.domain.session.state import Session

BELOW, ABOVE = 0.5, 1.5
"""A voice with less than half, or more than one and a half times, of the median is marked."""
VOICES_TO_COMPARE = 3
"""With fewer voices, a median says nothing about anybody."""
MINUTE_MS = 60_000


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One person's talk in a scope.

    ``closed_ms`` adds up what is over, ``since_run_ms`` is when what goes on began. ``longest_ms``
    is the longest turn that is over: on the floor, or on a chair. ``first`` marks who has had one
    turn in the session and no more. ``minutes`` are runs of minutes of the session clock, as the
    first and the last of each, in which they talked; what goes on is not in them.
    """

    person: PersonId
    turns: int
    closed_ms: int
    since_run_ms: RunMillis | None
    longest_ms: int
    first: bool
    minutes: tuple[tuple[int, int], ...] = ()

    def talk_ms(self, until: RunMillis) -> int:
        """How long the person has talked."""
        return self.closed_ms + self.open_ms(until)

    def open_ms(self, until: RunMillis) -> int:
        """How long what goes on has lasted."""
        return 0 if self.since_run_ms is None else max(0, until - self.since_run_ms)


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """Who talked in a scope, in the order in which they first sat down.

    ``tracked`` tells whether the floor is what counts, or time on a chair. ``read`` counts people
    who were heard only by words that were read aloud. The facilitator's own share stands apart.
    """

    tracked: bool
    voices: tuple[Voice, ...]
    read: int
    facilitator_ms: int
    facilitator_since_run_ms: RunMillis | None


class Equity(msgspec.Struct, frozen=True, kw_only=True):
    """The figures at an instant. ``shares`` add up to 1; ``longest`` is a person's one turn."""

    voices: int
    first_timers: int
    talk_ms: int
    facilitator_ms: int
    shares: dict[PersonId, float]
    gini: float
    longest_ms: int
    longest: PersonId | None
    below: tuple[PersonId, ...]
    above: tuple[PersonId, ...]


def talk(session: Session, topic: TopicId | None = None, *, by_chair: bool = False) -> Talk:
    """Add up who has talked; nothing here depends on the time of day.

    :param topic: only what was said while this topic was current.
    :param by_chair: go by the time on a chair, also where the floor counts.
    """
    frames = frames_of(session, topic, FOREVER)
    tracked = not by_chair and floor_counts(session, topic)
    voices = []
    for person, turns in _turns_of(session):
        of_turns = [_talk_of(session, turn, frames, tracked=tracked) for turn in turns]
        own = [stretch for stretches in of_turns for stretch in stretches]
        closed_ms = [_closed_ms(stretch) for stretch in own]
        count = len(turns)
        if topic is not None and tracked:
            count = sum(bool(within([seated(turn, FOREVER)], frames)) for turn in turns)
        elif topic is not None:
            count = sum(map(bool, of_turns))
        if not count:
            continue
        voices.append(
            Voice(
                person=person,
                turns=count,
                closed_ms=sum(closed_ms),
                since_run_ms=_since(own),
                longest_ms=max(closed_ms, default=0),
                first=len(session.turns_of[person]) == 1,
                minutes=_minutes(own),
            )
        )
    facilitator = within(facilitator_spoken(session, FOREVER), frames)
    return Talk(
        tracked=tracked,
        voices=tuple(voices),
        read=len(_read(session, topic) - {voice.person for voice in voices}),
        facilitator_ms=sum(_closed_ms(one) for one in facilitator),
        facilitator_since_run_ms=_since(facilitator),
    )


def _read(session: Session, topic: TopicId | None) -> set[PersonId]:
    """Whose words were read aloud, in the session or under one topic."""
    return {
        person
        for person, requests in session.read_for.items()
        if topic is None or any(session.requests[own].topic == topic for own in requests)
    }


def equity(talk: Talk, until: RunMillis) -> Equity:
    """Work the figures out at an instant on the session clock."""
    talks = {voice.person: voice.talk_ms(until) for voice in talk.voices}
    total = sum(talks.values())
    longest = max(talk.voices, key=lambda voice: _longest_ms(voice, until), default=None)
    longest_ms = 0 if longest is None else _longest_ms(longest, until)
    below, above = marked(talks)
    return Equity(
        voices=len(talks) + talk.read,
        first_timers=sum(voice.first for voice in talk.voices),
        talk_ms=total,
        facilitator_ms=talk.facilitator_ms + _open_ms(talk.facilitator_since_run_ms, until),
        shares={person: ms / total if total else 0.0 for person, ms in talks.items()},
        gini=gini(tuple(talks.values())),
        longest_ms=longest_ms,
        longest=None if longest is None or not longest_ms else longest.person,
        below=below,
        above=above,
    )


def marked(
    talks: dict[PersonId, int],
) -> tuple[tuple[PersonId, ...], tuple[PersonId, ...]]:
    """Name who talked less than half of the median, and who more than one and a half times."""
    if len(talks) < VOICES_TO_COMPARE:
        return (), ()
    middle = median(talks.values())
    below = tuple(person for person, ms in talks.items() if ms < BELOW * middle)
    above = tuple(person for person, ms in talks.items() if ms > ABOVE * middle)
    return below, above


def gini(talks: Sequence[int]) -> float:
    """How unequal shares are: 0 if all are the same, towards 1 if one voice has everything."""
    total, count = sum(talks), len(talks)
    if total <= 0:
        return 0.0
    weighted = sum(place * ms for place, ms in enumerate(sorted(talks), start=1))
    return 2 * weighted / (count * total) - (count + 1) / count


@memoized
def _turns_of(session: Session) -> list[tuple[PersonId, list[Turn]]]:
    """Everybody who sat in the bowl once the session ran, in the order of their first turn."""
    found: dict[PersonId, list[Turn]] = {}
    for turn in sorted(session.turns.values(), key=lambda turn: (turn.began_run_ms, turn.id)):
        if is_of_session(session, turn):
            found.setdefault(turn.person, []).append(turn)
    return list(found.items())


def _talk_of(
    session: Session, turn: Turn, frames: Sequence[Interval], *, tracked: bool
) -> tuple[Interval, ...]:
    if tracked:
        return within(spoken(session, turn, FOREVER), frames)
    sat = seated(turn, FOREVER)
    # Every view does this for every turn: what lies inside of the one frame needs no cutting.
    if len(frames) == 1 and frames[0][0] <= sat[0] < sat[1] <= frames[0][1]:
        return (sat,)
    return within((sat,), frames)


def _closed_ms(stretch: Interval) -> int:
    return stretch[1] - stretch[0] if stretch[1] < FOREVER else 0


def _minutes(stretches: Sequence[Interval]) -> tuple[tuple[int, int], ...]:
    """The minutes that closed stretches touch, in runs; an instant touches none."""
    runs: list[tuple[int, int]] = []
    for since, to in sorted(stretches):
        if to == FOREVER or to <= since:
            continue
        first, last = since // MINUTE_MS, (to - 1) // MINUTE_MS
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
        else:
            runs.append((first, last))
    return tuple(runs)


def _since(stretches: Sequence[Interval]) -> RunMillis | None:
    return next((since for since, to in stretches if to == FOREVER), None)


def _open_ms(since: RunMillis | None, until: RunMillis) -> int:
    return 0 if since is None else max(0, until - since)


def _longest_ms(voice: Voice, until: RunMillis) -> int:
    return max(voice.longest_ms, voice.open_ms(until))
