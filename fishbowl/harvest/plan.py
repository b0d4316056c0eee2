"""The phases as they ran, the pauses, and the recordings of a session."""

from collections.abc import Sequence

from fishbowl.domain.kernel.ids import Millis, RunMillis
from fishbowl.domain.session.events import ActionUndone, ClockPaused, ClockResumed, Entry
from fishbowl.domain.session.state import Session
from fishbowl.harvest.room_model import Pause, PhaseFacts, RecordingFacts


def phase_facts(session: Session, until: RunMillis) -> tuple[PhaseFacts, ...]:
    """List the phases as planned, with how long each took.

    :param until: the session clock now; the current phase has lasted until then.
    """
    run = session.run
    edges = (*run.began, max(until, *run.began)) if run.began else ()
    return tuple(
        PhaseFacts(
            phase=phase,
            began_run_ms=run.began[index] if index < len(run.began) else None,
            actual_ms=edges[index + 1] - edges[index] if index < len(run.began) else None,
        )
        for index, phase in enumerate(run.phases)
    )


def recording_facts(session: Session) -> tuple[RecordingFacts, ...]:
    """List the spans in which the talk was recorded."""
    return tuple(
        RecordingFacts(began_at_ms=began, ended_at_ms=ended)
        for began, ended in session.recording.spans
    )


def pauses(session: Session, entries: Sequence[Entry]) -> tuple[Pause, ...]:
    """List the pauses, from the log, since the state keeps only their total length.

    Pauses that were undone are left out.
    """
    started, end = session.clock.started_at_ms, _end(session)
    if started is None:
        return ()
    undone = _undone(entries)
    found: list[Pause] = []
    stood_ms, since = 0, None
    for entry in entries:
        if entry.seq - entry.part in undone or entry.at_ms < started:
            continue
        if isinstance(entry.event, ClockPaused):
            since = entry.at_ms
        elif isinstance(entry.event, ClockResumed) and since is not None:
            found.append(_pause(started, since, entry.at_ms, stood_ms))
            stood_ms += found[-1].length_ms
            since = None
    if since is not None and session.clock.paused_at_ms is not None:
        found.append(_pause(started, since, max(since, end), stood_ms))
    return tuple(found)


def _pause(started: Millis, since: Millis, until: Millis, stood_ms: int) -> Pause:
    return Pause(at_run_ms=RunMillis(since - started - stood_ms), length_ms=until - since)


def _end(session: Session) -> Millis:
    """When the session closed, or the time of its last entry."""
    return session.clock.closed_at_ms or session.at_ms


def _undone(entries: Sequence[Entry]) -> set[int]:
    """The commands that are undone, with undos of undos taken into account."""
    undoes: dict[int, int] = {}
    undone: set[int] = set()
    for entry in entries:
        if isinstance(entry.event, ActionUndone):
            link: int = entry.event.action
            undoes[entry.seq] = link
            taken_back = True
            while True:
                (undone.add if taken_back else undone.discard)(link)
                if link not in undoes:
                    break
                link, taken_back = undoes[link], not taken_back
    return undone


def instant_of(started_at_ms: Millis, stood: Sequence[Pause], run_ms: int) -> Millis:
    """Convert a time of the session clock to session time; at a pause, its beginning."""
    before = (pause.length_ms for pause in stood if pause.at_run_ms < run_ms)
    return Millis(started_at_ms + run_ms + sum(before))
