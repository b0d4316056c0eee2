"""The queue orders: the coming calls, played through.

1. Whoever the order has stepped over ``patience`` times goes first, by arrival.
2. Replies and questions under the current topic go ahead of new points, at most
   :data:`REPLIES_IN_ROW` in a row.
3. Among equals the chosen order decides, then arrival.
"""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import Literal

import msgspec

from fishbowl.domain.session.model import Request
from fishbowl.domain.session.rules.floor.contributions import has_contributed
from fishbowl.domain.session.rules.floor.equity import talk
from fishbowl.domain.session.rules.queue.request_topics import is_of_now
from fishbowl.domain.session.state import Session

PATIENCE = 3
"""How often the queue order steps over somebody before they go first, unless that is changed."""
REPLIES_IN_ROW = 2
"""After so many replies in a row a new point is called, even if replies wait."""
REPLIES = ("reply", "question")

Reason = Literal[
    "arrival", "fresh_voices", "least_floor", "alternate_groups", "lottery",
    "reply", "patience", "behind", "hand", "missed",
    "resting", "snoozed", "absent", "absent_again", "recalled",
]  # fmt: skip
"""Why a request stands where it stands; the faces make the sentence.

The name of an order and ``reply``: it goes ahead by that. ``patience``: it was stepped over often
enough. ``behind``: others who came later go first. ``hand``: the facilitator put it there.
``missed``: nobody came, twice. ``resting``, ``snoozed``: stepped over by own wish; ``absent``,
``absent_again``, ``recalled``: until the next call, as nobody came or the call was taken back.
"""


class Candidate(msgspec.Struct, kw_only=True, eq=False):
    """A waiting request while the coming calls are played through."""

    request: Request
    key: tuple[int, int]
    group: int
    is_reply: bool
    overtaken: int
    passed: int
    ahead: int = 0
    replies: int = 0
    passes: bool = False
    taken: bool = False
    why: Reason = "arrival"


def standing(session: Session, request: Request) -> Request:
    """The request whose place this one has: its own, or that of somebody who gave it away."""
    return request if request.stands is None else session.requests[request.stands]


def is_reply(session: Session, request: Request) -> bool:
    """Whether a request goes ahead of new points: it answers what is being talked about.

    That right belongs to what is said, not to the place: who was given the place of a reply has
    made none, and who gave it away has let it go.
    """
    return request.kind in REPLIES and not request.as_point and is_of_now(session, request)


def candidates_of(session: Session, requests: Sequence[Request]) -> list[Candidate]:
    """Make ready for playing, in the same order, what decides about each request."""
    order = session.rules.order
    voices = talk(session).voices if order == "least_floor" else ()
    floor = {voice.person: voice.closed_ms for voice in voices}
    candidates = []
    for request in requests:
        stands = standing(session, request)
        overtaken = session.overtakes.get(stands.id, 0)
        first = 0
        if order == "fresh_voices":
            first = int(has_contributed(session, stands.person))
        elif order == "least_floor":
            first = floor.get(stands.person, 0)
        elif order == "lottery":
            first = -1 if stands.lot is None else stands.lot
        groups = order == "alternate_groups"
        candidates.append(
            Candidate(
                request=request,
                key=(first, request.rank),
                group=session.people[stands.person].group_no if groups else 0,
                is_reply=is_reply(session, request),
                overtaken=overtaken,
                passed=overtaken,
            )
        )
    return candidates


def play(session: Session, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Call everybody, one after the other, as the rules would if nothing else happened."""
    patience = session.rules.patience
    replies = _Pool(c for c in candidates if c.is_reply)
    points = _Pool(c for c in candidates if not c.is_reply)
    overdue = [no for no, c in enumerate(candidates) if c.passed >= patience]
    left = dict(enumerate(candidates))
    numbers = {candidate.request.id: no for no, candidate in left.items()}
    run, group = served_lately(session)
    called: list[Candidate] = []
    while left:
        why: Reason = session.rules.order
        if overdue:
            pick, why = candidates[heappop(overdue)], "patience"
        elif replies and (run < REPLIES_IN_ROW or not points):
            pick, why = replies.pick(group), "reply"
        else:
            pick = points.pick(group)
        pick.taken, pick.why = True, why
        (replies if pick.is_reply else points).gone()
        run, group = run + 1 if pick.is_reply else 0, pick.group
        called.append(pick)
        own = numbers[pick.request.id]
        del left[own]
        for no, earlier in left.items():
            if no > own:
                break
            earlier.passed += 1
            earlier.replies += why == "reply"
            earlier.ahead += why != "reply"
            pick.passes = True
            if earlier.passed == patience:
                heappush(overdue, no)
    return called


def served_lately(session: Session) -> tuple[int, int]:
    """How many replies in a row were called last, and the group of whoever was called last."""
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

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._groups: dict[int, list[tuple[tuple[int, int], Candidate]]] = {}
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

    def pick(self, group: int) -> Candidate:
        """The first, if possible of another group than who was called last."""
        for no, heap in list(self._groups.items()):
            while heap and heap[-1][1].taken:
                heap.pop()
            if not heap:
                del self._groups[no]
        heads = [(heap[-1][0], no) for no, heap in self._groups.items()]
        others = [head for head in heads if not head[1] or head[1] != group]
        return self._groups[min(others or heads)[1]].pop()[1]
