"""Makes the summary of a session from its log, at any time.

It is made from the folded state, so undone actions are not part of it, and the current names apply
to earlier entries as well.
"""

from collections.abc import Sequence
from statistics import median_low

from msgspec.structs import replace

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.rules.floor.equity import Talk, equity, talk
from fishbowl.domain.session.rules.questions import main_questions
from fishbowl.domain.session.state import Session
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.edition import corrected_at_ms, edition
from fishbowl.harvest.model import (
    Figures,
    MainQuestionFacts,
    PersonFacts,
    RequestFacts,
    SessionFacts,
    Summary,
    TurnFacts,
)
from fishbowl.harvest.notes import note_facts
from fishbowl.harvest.people import people_facts
from fishbowl.harvest.plan import pauses, phase_facts, recording_facts
from fishbowl.harvest.points import point_facts
from fishbowl.harvest.requests import request_facts
from fishbowl.harvest.room import question_facts, signal_facts, thumbs_facts, vote_facts
from fishbowl.harvest.takeaways import answer_facts, takeaway_facts
from fishbowl.harvest.topics import topic_facts
from fishbowl.harvest.turns import turn_facts
from fishbowl.harvest.web import shown_web


def summarise(entries: Sequence[Entry], now_ms: Millis | None = None) -> Summary:
    """Make the summary of a session so far.

    The result contains names regardless of the attribution. Every output applies
    :func:`~fishbowl.harvest.attribution.publishable` to it.

    :param entries: the whole log, oldest entry first.
    :param now_ms: session time, for open turns and topics; by default that of the last entry.
    :raises ValueError: the log is empty, or is not one unbroken log.
    """
    session = fold(entries)
    if session is None:
        raise ValueError("an empty log has no summary")
    return summarise_folded(session, entries, now_ms)


def summarise_folded(
    session: Session, entries: Sequence[Entry], now_ms: Millis | None = None
) -> Summary:
    """Do what :func:`summarise` does, where the log has been folded already.

    :param session: the state after these entries.
    """
    summary = _summary(session, entries, now_ms)
    corrected = corrected_at_ms(session, entries, _read)
    return replace(summary, edition=edition(session, corrected))


def _read(entries: Sequence[Entry]) -> Summary:
    """The published summary after these entries, as far as readers see it.

    The date of publication, and under which series it is filed, are no part of what it says.
    """
    session = fold(entries)
    if session is None:
        raise ValueError("an empty log has no readers")
    shown = publishable(_summary(session, entries, None))
    return replace(
        shown,
        session=replace(shown.session, series="", occasion=""),
        edition=replace(shown.edition, published_at_ms=None),
    )


def _summary(session: Session, entries: Sequence[Entry], now_ms: Millis | None) -> Summary:
    now = Millis(max(now_ms or session.at_ms, session.at_ms))
    until = running_ms(session.clock, now)
    turns = turn_facts(session, until)
    queue = request_facts(session, turns, now)
    people = people_facts(session, turns, queue)
    return Summary(
        session=_session_facts(session, until),
        figures=_with_questions(session, _figures(people, turns, queue, talk(session), until)),
        people=people,
        turns=turns,
        topics=topic_facts(session, turns, until),
        queue=queue,
        points=point_facts(session),
        phases=phase_facts(session, until),
        votes=vote_facts(session),
        thumbs=thumbs_facts(session),
        questions=question_facts(session),
        signals=signal_facts(session, entries),
        recordings=recording_facts(session),
        pauses=pauses(session, entries),
        notes=note_facts(session),
        omitted=tuple(sorted(session.left_out)),
        edition=edition(session, None),
        takeaways=takeaway_facts(session),
        answers=answer_facts(session),
        web=shown_web(session),
    )


def _session_facts(session: Session, actual_ms: int) -> SessionFacts:
    settings, clock = session.settings, session.clock
    return SessionFacts(
        code=session.code,
        question=settings.question,
        questions=tuple(
            MainQuestionFacts(
                question=one.question,
                began_run_ms=one.began_run_ms,
                lasted_ms=one.ended_run_ms - one.began_run_ms,
            )
            for one in main_questions(session, RunMillis(actual_ms))
        ),
        event=settings.event,
        state=clock_state(clock),
        attribution=settings.attribution,
        language=settings.language,
        chair_count=_chairs_used(session),
        open_chairs=settings.open_chairs,
        created_at_ms=session.created_at_ms,
        started_at_ms=clock.started_at_ms,
        ended_at_ms=clock.closed_at_ms,
        planned_ms=clock.planned_ms,
        actual_ms=actual_ms,
        series=settings.series,
        occasion=settings.occasion,
    )


def _chairs_used(session: Session) -> int:
    """The highest number of chairs, since their number may change during a session."""
    used = (sitting.chair for turn in session.turns.values() for sitting in turn.sittings)
    return max(session.bowl.count, *used, 0)


def _figures(
    people: Sequence[PersonFacts],
    turns: Sequence[TurnFacts],
    queue: Sequence[RequestFacts],
    talked: Talk,
    until: RunMillis,
) -> Figures:
    shared = equity(talked, until)
    heard = {turn.who.person for turn in turns}
    heard |= {request.who.person for request in queue if request.outcome == "read"}
    asked = {r.who.person for r in queue if r.outcome not in ("seated", "read", "withdrawn")}
    there = {person.who.person for person in people}
    waits = [request.waited_ms for request in queue if request.outcome == "seated"]
    return Figures(
        people=len(people),
        voices=len(heard),
        turns=len(turns),
        seated_ms=sum(turn.seated_ms for turn in turns),
        spoken_ms=sum(turn.spoken_ms for turn in turns),
        requests=len(queue),
        withdrawn=sum(request.outcome == "withdrawn" for request in queue),
        unheard=len(there & asked - heard),
        median_wait_ms=median_low(waits) if waits else None,
        facilitator_ms=shared.facilitator_ms,
        talk_by="floor" if talked.tracked else "chair",
        gini=round(shared.gini, 3),
    )


def _with_questions(session: Session, figures: Figures) -> Figures:
    states = [question.state for question in session.questions.values()]
    return replace(
        figures,
        questions=len(states),
        questions_answered=states.count("answered"),
        questions_unseen=states.count("waiting"),
    )
