"""How well the talk is shared over an event: the sums of all its sessions.

Nobody is known from one session to the next: a phone has another pseudonym in each, and walk-ups
have none. So people are counted in each session they came to, and every share is a voice in one
session. Nothing of a person goes from one session to another; what is here are numbers alone.
"""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.rules.floor.contributions import voices_heard
from fishbowl.domain.session.rules.floor.equity import Talk, equity, gini, talk
from fishbowl.domain.session.state import Session


class Sums(msgspec.Struct, frozen=True, kw_only=True):
    """Talk in one session: how long each voice talked, shortest first, so that none is known."""

    talks_ms: tuple[int, ...]
    longest_ms: int
    facilitator_ms: int


class SessionFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What one session gives to its event. ``floor`` is ``None`` where time on a chair counts."""

    people: int
    voices: int
    turns: int
    chair: Sums
    floor: Sums | None


class EventEquity(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of an event so far.

    ``tracked`` tells whether the floor is what counts: only if it counts in every session in
    which anybody talked, because time on a chair and time with the floor cannot be added up.
    ``most_share`` is what the one voice with the most talk has of all of it, from 0 to 1.
    """

    sessions: int
    people: int
    voices: int
    turns: int
    tracked: bool
    talk_ms: int
    gini: float
    most_share: float
    longest_ms: int
    facilitator_ms: int


class EventKey(NamedTuple):
    """By what sessions of one event are found: their series, or the name if they are in none."""

    series: str
    name: str

    def __bool__(self) -> bool:
        """Whether it is an event at all."""
        return bool(self.series or self.name)


def event_key(series: str, event: str) -> EventKey:
    """The key of a session's event. In a series the id counts alone, whatever name is shown.

    :param series: the id of the series; empty for none.
    :param event: the name that is shown.
    """
    return EventKey(series, "" if series else event.strip().casefold())


def has_begun(session: Session) -> bool:
    """Whether a session has something to add; one that still gathers has not."""
    return clock_state(session.clock) != "lobby"


def session_figures(session: Session, at_ms: Millis) -> SessionFigures:
    """Work out what one session gives, at an instant of session time."""
    until = running_ms(session.clock, at_ms)
    chair, counted = talk(session, by_chair=True), talk(session)
    return SessionFigures(
        people=session.present,
        voices=voices_heard(session),
        turns=sum(voice.turns for voice in chair.voices),
        chair=_sums(chair, until),
        floor=_sums(counted, until) if counted.tracked else None,
    )


def event_equity(sessions: Sequence[SessionFigures]) -> EventEquity:
    """Add the sessions of an event up."""
    talked = [one for one in sessions if any(one.chair.talks_ms)]
    floors = [one.floor for one in talked if one.floor is not None]
    tracked = bool(talked) and len(floors) == len(talked)
    sums = floors if tracked else [one.chair for one in talked]
    talks_ms = [ms for one in sums for ms in one.talks_ms]
    total_ms = sum(talks_ms)
    return EventEquity(
        sessions=len(sessions),
        people=sum(one.people for one in sessions),
        voices=sum(one.voices for one in sessions),
        turns=sum(one.turns for one in sessions),
        tracked=tracked,
        talk_ms=total_ms,
        gini=gini(talks_ms),
        most_share=max(talks_ms, default=0) / total_ms if total_ms else 0.0,
        longest_ms=max((one.longest_ms for one in sums), default=0),
        facilitator_ms=sum(one.facilitator_ms for one in sums),
    )


def _sums(talk: Talk, until: RunMillis) -> Sums:
    found = equity(talk, until)
    return Sums(
        talks_ms=tuple(sorted(voice.talk_ms(until) for voice in talk.voices)),
        longest_ms=found.longest_ms,
        facilitator_ms=found.facilitator_ms,
    )
