"""Rules of the round in which people tell what they bring back."""

from collections.abc import Sequence

import msgspec

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands.run import PHASE_MAX_MS
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.queue.requests import joined
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.decide.run import rules_of
from fishbowl.domain.session.formats import MINUTE_MS
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model.request_states import IN_THE_AIR
from fishbowl.domain.session.rules.queue.requests import RANK_STEP, waiting
from fishbowl.domain.session.rules.run import elapsed_ms
from fishbowl.domain.session.rules.telling import Teller, still_to_tell, telling_index
from fishbowl.domain.session.state import Session

LEAST_TALK_MS = 5 * MINUTE_MS
"""The talk after the telling keeps at least so much."""


@decides
def plan_round(session: Session, command: c.PlanRound, given: Given) -> Sequence[e.Event]:
    """Put those who signed up first in line, and give each the same minutes."""
    index = telling_index(session)
    if index is None or clock_state(session.clock) == "closed":
        raise Rejected("phase_over")
    tell = still_to_tell(session)
    if not tell:
        raise Rejected("nobody_signed_up")
    planned_ms = command.minutes * MINUTE_MS * len(tell)
    if index == session.run.index:  # what was told already has taken its time
        planned_ms += elapsed_ms(session, given.now_ms) // MINUTE_MS * MINUTE_MS
    if planned_ms > PHASE_MAX_MS:
        raise Rejected("limit_reached", most=PHASE_MAX_MS // MINUTE_MS // len(tell))
    events = [*_in_line(session, tell, given), *_planned(session, index, planned_ms, command)]
    if not events:
        raise AlreadyTrue()
    return events


def _in_line(session: Session, tell: Sequence[Teller], given: Given) -> list[e.Event]:
    """Let them wait before everybody else, in the order in which they tell."""
    wanted = [teller.person for teller in tell if not _is_called(session, teller.person)]
    if [request.person for request in waiting(session)][: len(wanted)] == wanted:
        return []
    first = min((rank for rank, _ in session.queue), default=0)
    events: list[e.Event] = []
    for place, person in enumerate(wanted):
        rank = first - RANK_STEP * (len(wanted) - place)
        known = session.open_request.get(person)
        if known is not None:
            events.append(e.QueueMoved(request=known, rank=rank))
        else:
            events.append(msgspec.structs.replace(joined(session, person, given), rank=rank))
    return events


def _is_called(session: Session, person: PersonId) -> bool:
    request = session.open_request.get(person)
    return request is not None and session.requests[request].state in IN_THE_AIR


def _planned(session: Session, index: int, planned_ms: int, command: c.PlanRound) -> list[e.Event]:
    """The run with as much time for the telling as is needed; a talk behind it makes room."""
    rest = list(session.run.phases[index:])
    more_ms = planned_ms - rest[0].planned_ms
    rest[0] = msgspec.structs.replace(rest[0], planned_ms=planned_ms, seat_minutes=command.minutes)
    given_ms = 0
    behind = [no for no, phase in enumerate(rest) if no and phase.kind == "bowl"]
    if behind:
        no = max(behind, key=lambda one: rest[one].planned_ms)
        given_ms = min(more_ms, max(0, rest[no].planned_ms - LEAST_TALK_MS))
        rest[no] = msgspec.structs.replace(rest[no], planned_ms=rest[no].planned_ms - given_ms)
    if tuple(rest) == session.run.phases[index:]:
        return []
    events: list[e.Event] = [e.RunEdited(index=index, phases=tuple(rest))]
    if index == session.run.index:
        only_seats = msgspec.structs.replace(rest[0], entry=None, exit_rule=None, order=None)
        events += rules_of(session, only_seats)
    if more_ms != given_ms:
        events.append(e.ClockExtended(by_ms=more_ms - given_ms))
    return events
