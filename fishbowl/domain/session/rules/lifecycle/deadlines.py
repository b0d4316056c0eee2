"""When time itself acts in a session, if nothing happens until then."""

from collections.abc import Iterator
from typing import NamedTuple

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.memoize import memoized
from fishbowl.domain.session.clock import clock_state, instant_of
from fishbowl.domain.session.commands import (
    CloseQueue,
    CloseSession,
    CloseThumbs,
    CloseVote,
    Command,
    EndMinute,
    EraseWifi,
    ExpireCall,
    ForgetEverybody,
    MarkPhaseDue,
    ReturnToBowl,
    SettleCall,
    WakeRequest,
)
from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air, seated
from fishbowl.domain.session.rules.chairs.making_room import has_minute
from fishbowl.domain.session.rules.run import last_minutes_run_ms, phase_end_run_ms
from fishbowl.domain.session.rules.votes import last_vote, open_thumbs, open_vote
from fishbowl.domain.session.rules.wall import returns_to_bowl_ms, wifi_erased_at_ms
from fishbowl.domain.session.state import Session

CALL_HOLD_MS = 45_000
"""How long a chair is held for a called person: time to cross a hall."""
WALK_MS = 20_000
"""After "I am walking up" a person counts as seated after this long."""
IDLE_CLOSE_MS = 12 * 60 * 60 * 1000
"""A session closes itself when nobody has sent a command for this long."""


class Deadline(NamedTuple):
    """An instant of session time, and what is sent then.

    ``command_id`` is made from what ends, so that no restart can do it twice.
    """

    at_ms: Millis
    command: Command
    command_id: str


@memoized
def deadlines(session: Session) -> tuple[Deadline, ...]:
    """List all deadlines of a session, in no order; while its clock stands, none of those on it."""
    return tuple(_deadlines(session))


def _deadlines(session: Session) -> Iterator[Deadline]:
    yield from after_the_end(session)
    idle = idle_close_ms(session)
    if idle is not None:
        yield Deadline(idle, CloseSession(), f"idle-close-{session.seq:08}")
    yield from _wakings(session)
    yield from _of_the_run(session)
    yield from _of_votes(session)
    for request in calls_in_the_air(session):
        deadline = call_deadline_run_ms(session, request)
        at_ms = None if deadline is None else instant_of(session.clock, deadline)
        if at_ms is None or request.call is None:
            continue
        if request.state == "called":
            yield Deadline(at_ms, ExpireCall(call=request.call), f"expire-call-{request.call:08}")
        else:
            yield Deadline(at_ms, SettleCall(call=request.call), f"settle-call-{request.call:08}")
    for turn in seated(session):
        until = turn.minute_until_run_ms
        at_ms = None if until is None else instant_of(session.clock, until)
        if at_ms is not None and has_minute(turn):
            yield Deadline(at_ms, EndMinute(turn=turn.id), f"end-minute-{turn.id:08}")


def after_the_end(session: Session) -> Iterator[Deadline]:
    """The deadlines that are left when a session is over: its Wi-Fi's, and its people's."""
    erased_at_ms = wifi_erased_at_ms(session)
    if erased_at_ms is not None:
        yield Deadline(erased_at_ms, EraseWifi(), f"erase-wifi-{session.clock.closed_at_ms}")
    is_over = clock_state(session.clock) == "closed"
    if not is_over or _is_anything_kept(session):
        yield from forgetting(session.settings.keep_until_ms)


def _is_anything_kept(session: Session) -> bool:
    if session.settings.keeps == "published":
        return not session.retention.over
    return any(not person.forgotten for person in session.people.values())


def forgetting(keep_until_ms: int) -> Iterator[Deadline]:
    """When what is held about people is deleted, if a date was set; also after the end."""
    if keep_until_ms:
        id = f"forget-everybody-{keep_until_ms}"
        yield Deadline(Millis(keep_until_ms), ForgetEverybody(), id)


def _of_votes(session: Session) -> Iterator[Deadline]:
    """A vote that was given a length is over then, also before the start and in a pause.

    Its result leaves the wall when the talk goes on.
    """
    vote, thumbs = open_vote(session), open_thumbs(session)
    if vote is not None and vote.closes_at_ms is not None:
        yield Deadline(vote.closes_at_ms, CloseVote(vote=vote.id), f"close-vote-{vote.id:08}")
    if thumbs is not None and thumbs.closes_at_ms is not None:
        id = f"close-thumbs-{thumbs.id:08}"
        yield Deadline(thumbs.closes_at_ms, CloseThumbs(thumbs=thumbs.id), id)
    returns_ms, last = returns_to_bowl_ms(session), last_vote(session)
    if returns_ms is not None and last is not None:
        # Shown again by hand and let go again, the same result returns once more.
        id = f"return-to-bowl-{last.closed_seq:08}-{session.wall.set_seq:08}"
        yield Deadline(returns_ms, ReturnToBowl(), id)


def _wakings(session: Session) -> Iterator[Deadline]:
    for _, waiting in session.queue:
        until = session.requests[waiting].snoozed_until_run_ms
        at_ms = None if until is None else instant_of(session.clock, until)
        if at_ms is not None:
            yield Deadline(at_ms, WakeRequest(request=waiting), f"wake-{waiting:08}-{until:010}")


def _of_the_run(session: Session) -> Iterator[Deadline]:
    """The phase is due, the last minutes begin; a run of one phase is simply the session."""
    run, timing = session.run, session.timing
    end, last = phase_end_run_ms(run), last_minutes_run_ms(session)
    if end is not None and not timing.due and len(run.phases) > 1:
        id = f"phase-due-{run.planned_seq:08}"
        yield from _at(session, end, MarkPhaseDue(index=run.index), id)
    if last is not None and not (timing.queue_closed or timing.by_hand):
        id = f"close-queue-{run.index:03}-{timing.opened_seq:08}"
        yield from _at(session, last, CloseQueue(), id)


def _at(session: Session, run_ms: RunMillis, command: Command, id: str) -> Iterator[Deadline]:
    at_ms = instant_of(session.clock, run_ms)
    if at_ms is not None:
        yield Deadline(at_ms, command, id)


def call_deadline_run_ms(session: Session, request: Request) -> RunMillis | None:
    """Until when, on the session clock, the call of a request is in the air.

    :return: ``None`` for somebody without a phone, who cannot answer: the facilitator sees whether
        they come.
    """
    if not session.people[request.person].key:
        return None
    if request.until_run_ms is None:
        raise ValueError(f"request {request.id} is not called")
    return request.until_run_ms


def idle_close_ms(session: Session) -> Millis | None:
    """When the session closes itself for want of commands.

    :return: ``None`` before the start, because a session may be prepared days before, and once it
        is closed.
    """
    if session.clock.started_at_ms is None or session.clock.closed_at_ms is not None:
        return None
    return Millis(session.sent_at_ms + IDLE_CLOSE_MS)
