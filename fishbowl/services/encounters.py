"""Which members met in sessions: who spoke straight after whom, and who sat in the bowl together.

It is what pairing needs to bring people together who would not otherwise meet, and nothing else may
show it. Only members who agree to meet are in it, and only by the sessions that they linked
themselves. Of Chatham House sessions, and of those for under-18s, it knows nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from threading import Lock

import msgspec

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.state import Community
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.rules.floor.pairs import counted, handovers, sat_together
from fishbowl.domain.session.rules.floor.web import web_refusal
from fishbowl.domain.session.state import Session
from fishbowl.services.states import BrokenStream
from fishbowl.services.writer import Change
from fishbowl.views.community.own_part import is_kept, may_link

Pair = tuple[MemberId, MemberId]


class Encountered(msgspec.Struct, frozen=True, kw_only=True):
    """What sessions tell of pairs of members.

    :param spoke_after: how often the second spoke straight after the first.
    :param sat_together: who sat in the bowl at the same time; the smaller id stands first.
    """

    spoke_after: Mapping[Pair, int]
    sat_together: frozenset[Pair]


class _InSession(msgspec.Struct, frozen=True, kw_only=True):
    """What one session tells, by the numbers of its people, none of whom is forgotten."""

    spoke_after: Mapping[tuple[PersonId, PersonId], int]
    sat_together: frozenset[tuple[PersonId, PersonId]]


class Encounters:
    """Reads what sessions tell of their people, and keeps it until they change.

    :param session: gives the committed state of a session.
    """

    def __init__(self, session: Callable[[str], Session | None]) -> None:
        self._session = session
        self._lock = Lock()
        self._kept: dict[str, _InSession] = {}
        self._changes: Counter[str] = Counter()

    def of(self, community: Community) -> Encountered:
        """What is known of all members who agree to meet."""
        people: dict[str, dict[PersonId, MemberId]] = {}
        for member in community.members.values():
            if "meet" in member.consents:
                for link in member.links:
                    people.setdefault(link.code, {})[PersonId(link.person)] = member.id
        spoke_after: Counter[Pair] = Counter()
        together: set[Pair] = set()
        for code, known in people.items():
            if len(known) < 2:
                continue
            found = self._in_session(code)
            for (before, after), times in found.spoke_after.items():
                if before in known and after in known:
                    spoke_after[known[before], known[after]] += times
            together.update(_known_pairs(found.sat_together, known))
        return Encountered(spoke_after=spoke_after, sat_together=frozenset(together))

    def on_change(self, change: Change) -> None:
        """Drop what was kept of a session that has changed; a subscriber of the writer."""
        self.forget(change.after.code)

    def forget(self, code: str) -> None:
        """Drop what was kept of a session."""
        with self._lock:
            self._kept.pop(code, None)
            self._changes[code] += 1

    def _in_session(self, code: str) -> _InSession:
        with self._lock:
            if code in self._kept:
                return self._kept[code]
            changes = self._changes[code]
        try:
            session = self._session(code)
        except BrokenStream:  # the page of the session says what is wrong with it
            session = None
        found = _NOTHING if session is None else _read(session)
        with self._lock:
            if self._changes[code] == changes:
                self._kept[code] = found
        return found


_NOTHING = _InSession(spoke_after={}, sat_together=frozenset())


def _read(session: Session) -> _InSession:
    if not may_link(session):
        return _NOTHING

    def are_kept(pair: tuple[PersonId, PersonId]) -> bool:
        return all(is_kept(session, person) for person in pair)

    after = {} if web_refusal(session) else counted(handovers(session))
    return _InSession(
        spoke_after={pair: times for pair, times in after.items() if are_kept(pair)},
        sat_together=frozenset(filter(are_kept, sat_together(session))),
    )


def _known_pairs(
    pairs: Iterable[tuple[PersonId, PersonId]], known: Mapping[PersonId, MemberId]
) -> Iterable[Pair]:
    for one, other in pairs:
        if one in known and other in known and known[one] != known[other]:
            yield min(known[one], known[other]), max(known[one], known[other])
