"""How long people have spoken so far, where that was tracked, or else have sat in the bowl."""

from fishbowl.domain.ids import PersonId
from fishbowl.domain.state import Session, Turn


def floor_times(session: Session) -> dict[PersonId, int]:
    """Milliseconds by person, for everybody whose turn is over.

    Until the floor was first given to somebody, time on a chair counts; from then on, time with
    the floor.
    """
    turns = session.turns.values()
    tracked = [turn.spoken[0][0] for turn in turns if turn.spoken]
    if session.floor.turn is not None:
        tracked.append(session.floor.since_run_ms)
    since = min(tracked, default=None)
    times: dict[PersonId, int] = {}
    for turn in turns:
        times[turn.person] = times.get(turn.person, 0) + _floor_ms(turn, since)
    return times


def _floor_ms(turn: Turn, since: int | None) -> int:
    ended = turn.began_run_ms if turn.ended_run_ms is None else turn.ended_run_ms
    untracked_until = ended if since is None else min(ended, since)
    spoken = sum(until - began for began, until in turn.spoken)
    return max(0, untracked_until - turn.began_run_ms) + spoken
