"""The coming calls as release 0.1.0 played them through: frozen."""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

import msgspec

from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.upcast.floor_time import is_of_session, talked_ms
from fishbowl.domain.session.upcast.replies import is_reply, standing

_REPLIES_IN_ROW = 2


class _Candidate(msgspec.Struct, kw_only=True, eq=False):
    request: Request
    key: tuple[int, int]
    group: int
    is_reply: bool
    passed: int
    taken: bool = False


def played(session: Session, requests: Sequence[Request]) -> list[Request]:
    """Waiting requests, given by arrival, in the order in which they would be called."""
    candidates = _candidates(session, requests)
    patience = session.rules.patience
    if session.rules.order == "arrival" and not any(
        c.is_reply or c.passed >= patience for c in candidates
    ):
        return list(requests)
    replies = _Pool(c for c in candidates if c.is_reply)
    points = _Pool(c for c in candidates if not c.is_reply)
    overdue = [no for no, c in enumerate(candidates) if c.passed >= patience]
    left = dict(enumerate(candidates))
    numbers = {candidate.request.id: no for no, candidate in left.items()}
    run, group = _served_lately(session)
    called: list[Request] = []
    while left:
        if overdue:
            pick = candidates[heappop(overdue)]
        elif replies and (run < _REPLIES_IN_ROW or not points):
            pick = replies.pick(group)
        else:
            pick = points.pick(group)
        pick.taken = True
        (replies if pick.is_reply else points).gone()
        run, group = run + 1 if pick.is_reply else 0, pick.group
        called.append(pick.request)
        own = numbers[pick.request.id]
        del left[own]
        for no, earlier in left.items():
            if no > own:
                break
            earlier.passed += 1
            if earlier.passed == patience:
                heappush(overdue, no)
    return called


def _candidates(session: Session, requests: Sequence[Request]) -> list[_Candidate]:
    order = session.rules.order
    floor = talked_ms(session) if order == "least_floor" else {}
    candidates = []
    for request in requests:
        stands = standing(session, request)
        first = 0
        if order == "fresh_voices":
            first = int(_has_contributed(session, stands.person))
        elif order == "least_floor":
            first = floor.get(stands.person, 0)
        elif order == "lottery":
            first = -1 if stands.lot is None else stands.lot
        groups = order == "alternate_groups"
        candidates.append(
            _Candidate(
                request=request,
                key=(first, request.rank),
                group=session.people[stands.person].group_no if groups else 0,
                is_reply=is_reply(session, request),
                passed=session.overtakes.get(stands.id, 0),
            )
        )
    return candidates


def _has_contributed(session: Session, person: PersonId) -> bool:
    if person in session.read_for:
        return True
    turns = session.turns_of.get(person, ())
    return any(is_of_session(session, session.turns[turn]) for turn in turns)


def _served_lately(session: Session) -> tuple[int, int]:
    run = 0
    for _, request in reversed(session.served):
        if not session.requests[request].as_reply:
            break
        run += 1
    if not session.served:
        return run, 0
    person = session.requests[session.served[-1][1]].person
    return run, session.people[person].group_no if person in session.people else 0


class _Pool:
    """Candidates by group, the first of each group at hand."""

    def __init__(self, candidates: Iterable[_Candidate]) -> None:
        self._groups: dict[int, list[tuple[tuple[int, int], _Candidate]]] = {}
        self._count = 0
        for candidate in candidates:
            self._groups.setdefault(candidate.group, []).append((candidate.key, candidate))
            self._count += 1
        for heap in self._groups.values():
            heap.sort(key=lambda item: item[0], reverse=True)

    def __bool__(self) -> bool:
        return self._count > 0

    def gone(self) -> None:
        """One of them was called."""
        self._count -= 1

    def pick(self, group: int) -> _Candidate:
        """The first, if possible of another group than who was called last."""
        for no, heap in list(self._groups.items()):
            while heap and heap[-1][1].taken:
                heap.pop()
            if not heap:
                del self._groups[no]
        heads = [(heap[-1][0], no) for no, heap in self._groups.items()]
        others = [head for head in heads if not head[1] or head[1] != group]
        return self._groups[min(others or heads)[1]].pop()[1]
