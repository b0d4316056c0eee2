"""Parts of a view that more than one face shows."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.ids import PersonId, TurnId
from fishbowl.domain.session.model import Wifi
from fishbowl.domain.session.rules.chairs.free_chairs import chairs, is_offered
from fishbowl.domain.session.rules.chairs.making_room import tapper
from fishbowl.domain.session.rules.people.waiting_room import is_open
from fishbowl.domain.session.rules.queue.estimate import pace
from fishbowl.domain.session.rules.run import last_minutes_run_ms, pair_steps
from fishbowl.domain.session.rules.topics import merged_into, ran_ms
from fishbowl.domain.session.state import Session
from fishbowl.views.slices import (
    BowlSlice,
    ChairView,
    ClockSlice,
    Label,
    PaceView,
    PairStepView,
    RulesSlice,
    RunSlice,
    SessionSlice,
    TopicsSlice,
    TopicView,
    WifiSlice,
)

Called = Callable[[Session, PersonId], Label]


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """Addresses that only the shell knows: where phones join, and the published summary."""

    join_url: str = ""
    join_text: str = ""
    summary: str | None = None


def label(session: Session, person: PersonId) -> Label:
    """How to call a person on every face."""
    found = session.people[person]
    shown = not (found.hidden or found.forgotten)
    return Label(
        id=found.id,
        name=found.called if shown else "",
        no=found.no,
        twin=found.twin if shown else 1,
    )


def nameless(person: Label) -> Label:
    """Somebody, for a screen without names: not even the number of a guest is told."""
    return Label(id=person.id, name="", no=0)


def counts(session: Session, person: PersonId | None) -> bool:
    """Whether what somebody suggested is looked at: not that of who was sent back to the door."""
    return person is None or person not in session.removed.people


def public_id(session: Session, person: PersonId) -> int:
    """By which number everybody's screens know a person.

    It is the number of the log as long as the name is shown; from then on one that was not known
    before, so that nobody can follow a name that was hidden. Both are below a person's own number.
    """
    found = session.people[person]
    return -found.no if found.hidden or found.forgotten else found.id


def public_label(session: Session, person: PersonId) -> Label:
    """How to call a person on phones and walls: a guest's number only where there is no name."""
    called = label(session, person)
    return Label(
        id=public_id(session, person),
        name=called.name,
        no=0 if called.name else called.no,
        twin=called.twin,
    )


def where_of(session: Session, person: PersonId) -> str:
    """Where a person said that they sit; for who runs the session, and for nobody else."""
    said = session.whereabouts.get(person)
    return "" if said is None else said.words


def session_slice(session: Session, links: Links) -> SessionSlice:
    """The frame: question, state, door."""
    settings = session.settings
    return SessionSlice(
        code=session.code,
        question=settings.question,
        question_no=len(session.main_questions.earlier) + 1,
        event=settings.event,
        state=clock_state(session.clock),
        attribution=settings.attribution,
        chair_count=session.bowl.count,
        open_chairs=settings.open_chairs,
        seat_limit_ms=settings.seat_limit_ms,
        show_times=settings.show_times,
        show_balance=settings.show_balance,
        wall_names=settings.wall_names,
        wall_counts=settings.wall_counts,
        wall_queue=settings.wall_queue,
        last_ms=settings.last_ms,
        language=settings.language,
        door_locked=session.door.locked,
        summary=links.summary if session.summary.published else None,
        starts_at_ms=settings.starts_at_ms,
        opens_at_ms=settings.opens_at_ms,
        closes_at_ms=settings.closes_at_ms,
        keep_until_ms=settings.keep_until_ms,
        keeps=settings.keeps,
        recording=session.recording.goes_on and session.clock.closed_at_ms is None,
        waiting_room=is_open(session),
        under_18=settings.under_18,
    )


def wifi_slice(session: Session) -> WifiSlice:
    """The Wi-Fi, for whoever stands in front of the wall and whoever runs the session.

    Nobody needs it in a session that is over; the end hides it, but for that of old logs.
    """
    wifi = Wifi() if clock_state(session.clock) == "closed" else session.wifi
    return WifiSlice(
        network=wifi.network,
        password=wifi.password,
        security=wifi.security,
        hidden=wifi.hidden,
        set_seq=wifi.set_seq,
    )


def clock_slice(session: Session) -> ClockSlice:
    """The clock, as instants."""
    clock = session.clock
    return ClockSlice(
        state=clock_state(clock),
        planned_ms=clock.planned_ms,
        started_at_ms=clock.started_at_ms,
        paused_at_ms=clock.paused_at_ms,
        paused_ms=clock.paused_ms,
        closed_at_ms=clock.closed_at_ms,
        break_until_ms=session.room_break.until_ms,
    )


def rules_slice(session: Session) -> RulesSlice:
    """The rules that hold now."""
    rules = session.rules
    return RulesSlice(
        entry=rules.entry, exit_rule=rules.exit_rule, order=rules.order, patience=rules.patience
    )


def pace_view(session: Session) -> PaceView | None:
    """How fast the line moves; ``None`` until that can be said."""
    found = pace(session)
    if found is None:
        return None
    return PaceView(low_ms=found.low_ms, high_ms=found.high_ms, free=found.free)


def run_slice(session: Session) -> RunSlice:
    """The run of show, as planned and as it has come."""
    run, timing = session.run, session.timing
    return RunSlice(
        format=session.settings.format,
        phases=run.phases,
        index=run.index,
        began_run_ms=run.began,
        steps=tuple(
            PairStepView(step=s.step, from_run_ms=s.from_run_ms, to_run_ms=s.to_run_ms)
            for s in pair_steps(run)
        ),
        due=timing.due,
        queue_closed=timing.queue_closed,
        opened_by_hand=timing.by_hand,
        last_run_ms=last_minutes_run_ms(session),
    )


def bowl_slice(session: Session, *, times: bool, called: Called = label) -> BowlSlice:
    """The chairs; with seated times only where they may be shown.

    :param called: how people are named there.
    """
    running = clock_state(session.clock) in ("running", "paused")
    views = []
    for chair in chairs(session):
        if chair.turn is not None:
            view = _taken(session, chair.turn, times=times, called=called)
        elif chair.held_for is not None:
            person = session.requests[chair.held_for].person
            view = ChairView(no=chair.no, state="held", person=called(session, person))
        else:
            is_open = running and is_offered(session, chair)
            view = ChairView(no=chair.no, state="open" if is_open else "empty")
        views.append(replace(view, kind=chair.kind, closing=chair.closing))
    return BowlSlice(chairs=tuple(views))


def _taken(session: Session, turn_id: TurnId, *, times: bool, called: Called) -> ChairView:
    turn = session.turns[turn_id]
    return ChairView(
        no=turn.chair,
        state="speaking" if session.floor.turn == turn.id else "seated",
        person=called(session, turn.person),
        turn=turn.id,
        began_run_ms=turn.began_run_ms if times else None,
        asked=turn.asked_at_ms is not None or tapper(session, turn) is not None,
        offered=turn.offered_at_ms is not None and times,
    )


def topics_slice(session: Session) -> TopicsSlice:
    """The topics that may be shown on walls and phones."""
    shown, merged = [], merged_into(session)
    for topic in sorted(session.topics.values(), key=lambda topic: topic.id):
        if topic.state in ("suggested", "aside", "merged") or not topic.title:
            continue
        began = topic.spans[-1][0] if topic.state == "current" else None
        view = TopicView(
            id=topic.id,
            title=topic.title,
            state=topic.state,
            ran_ms=ran_ms(topic, merged.get(topic.id, ())),
            began_run_ms=began,
        )
        shown.append(view)
    return TopicsSlice(topics=tuple(shown))
