"""What sessions hold of members, for their pages: kept in memory, and read in another process.

A closed session changes rarely, so its parts are kept until it does. A running one is in memory
anyhow, and is told as it is at that moment.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Protocol

import msgspec
from werkzeug.exceptions import HTTPException

from fishbowl.domain.community.model import Link, Member
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.state import Session
from fishbowl.services.writer import Change
from fishbowl.views.community.own_part import OwnPart, own_part
from fishbowl.web.offload.jobs import JobResult, OwnParts, Parts

KEPT_MAX = 5_000
"""Parts that are kept; the one that was asked for longest ago goes first."""

HEARD_SESSIONS = 6
"""Suggestions look at so many of a member's latest sessions."""

_decoder = msgspec.msgpack.Decoder(Parts)
_Key = tuple[str, int]


class LiveSessions(Protocol):
    """The sessions that are in memory."""

    def in_memory(self) -> list[Session]:
        """Those that somebody has asked for lately."""
        ...


class PartsCache:
    """Tells what linked sessions hold of a member.

    :param sessions: those in memory are asked at once.
    :param done: does long work in another process.
    :param now_ms: session time.
    """

    def __init__(
        self,
        sessions: LiveSessions,
        done: Callable[[OwnParts], JobResult],
        now_ms: Callable[[], int],
    ) -> None:
        self._sessions, self._done, self._now_ms = sessions, done, now_ms
        self._lock = Lock()
        self._kept: OrderedDict[_Key, OwnPart | None] = OrderedDict()
        self._people: dict[str, set[int]] = {}
        """Whose parts are kept, by session: each change of a session asks for them."""
        self._changes: dict[str, int] = {}

    def of(self, links: Sequence[Link]) -> dict[str, OwnPart | None]:
        """What each linked session holds of the member, by code.

        :raises werkzeug.exceptions.ServiceUnavailable: the other process is busy.
        """
        wanted = [(link.code, link.person) for link in links]
        found: dict[_Key, OwnPart | None] = {}
        with self._lock:
            for key in wanted:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    found[key] = self._kept[key]
            before = dict(self._changes)
        missing = [key for key in wanted if key not in found]
        if missing:
            live = {session.code: session for session in self._sessions.in_memory()}
            now_ms = Millis(self._now_ms())
            for code, person in missing:
                if code in live:
                    found[code, person] = own_part(live[code], person, now_ms)
            away = tuple(key for key in missing if key not in found)
            if away:
                job = OwnParts(links=away, now_ms=now_ms)
                found |= zip(away, _decoder.decode(self._done(job).body), strict=True)
            self._keep({key: found[key] for key in missing}, before)
        return {code: found[code, person] for code, person in wanted}

    def heard(self, member: Member) -> tuple[str, ...]:
        """The topics that a member sat or waited under in their latest sessions.

        None of those that cannot be read now, because the other process is busy.
        """
        try:
            parts = self.of(member.links[-HEARD_SESSIONS:])
        except HTTPException:
            return ()
        return tuple(title for part in parts.values() if part is not None for title in part.heard)

    def on_change(self, change: Change) -> None:
        """Drop what was kept of a session that has changed; a subscriber of the writer."""
        self.forget(change.after.code)

    def forget(self, code: str) -> None:
        """Drop what was kept of a session."""
        with self._lock:
            for person in self._people.pop(code, ()):
                del self._kept[code, person]
            self._changes[code] = self._changes.get(code, 0) + 1

    def _keep(self, parts: dict[_Key, OwnPart | None], before: dict[str, int]) -> None:
        """Keep what can change no more by itself, unless it has changed meanwhile."""
        with self._lock:
            for key, part in parts.items():
                changed = self._changes.get(key[0]) != before.get(key[0])
                if not changed and part is not None and part.state == "closed":
                    self._kept[key] = part
                    self._people.setdefault(key[0], set()).add(key[1])
            while len(self._kept) > KEPT_MAX:
                (code, person), _ = self._kept.popitem(last=False)
                self._people[code].discard(person)
                if not self._people[code]:
                    del self._people[code]
