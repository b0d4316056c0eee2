"""Counts the signals of the outer ring, in memory: reactions and wishes.

Signals are no events, and nothing is kept by person: only sums leave this module. Times are
session time.
"""

from collections import Counter, deque
from threading import Lock

from fishbowl.live.protocol import SignalKind

REACTION_MS = 10_000
"""How long a reaction is counted: as long as what it answers to is in the air."""
WISH_MS = 60_000
"""A wish that is not repeated is forgotten: the talk has slowed down, or somebody else speaks."""
REACTIONS: tuple[SignalKind, ...] = ("agree", "thanks", "surprised")
WISHES: tuple[SignalKind, ...] = ("slower", "microphone")


class _Room:
    """The signals of one session."""

    def __init__(self) -> None:
        self.reactions: deque[tuple[int, SignalKind]] = deque()
        self.wishes: dict[SignalKind, dict[str, int]] = {kind: {} for kind in WISHES}
        self.total: Counter[str] = Counter()
        self.wished: set[tuple[SignalKind, str]] = set()


class SignalCounter:
    """Takes signals and counts them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rooms: dict[str, _Room] = {}

    def add(self, code: str, key: str, kind: SignalKind, now_ms: int) -> None:
        """Take a signal of a device; a wish counts once a device."""
        with self._lock:
            room = self._rooms.setdefault(code, _Room())
            if kind in REACTIONS:
                room.reactions.append((now_ms, kind))
                room.total[kind] += 1
                return
            room.wishes[kind][key] = now_ms
            if (kind, key) not in room.wished:
                room.wished.add((kind, key))
                room.total[kind] += 1

    def counts(self, code: str, now_ms: int) -> dict[str, int]:
        """Count the signals of now. Kinds without any are left out."""
        with self._lock:
            room = self._rooms.get(code)
            if room is None:
                return {}
            while room.reactions and room.reactions[0][0] <= now_ms - REACTION_MS:
                room.reactions.popleft()
            for wishes in room.wishes.values():
                for key in [key for key, at_ms in wishes.items() if at_ms <= now_ms - WISH_MS]:
                    del wishes[key]
            counts: Counter[str] = Counter(kind for _, kind in room.reactions)
            counts.update({kind: len(wishes) for kind, wishes in room.wishes.items()})
            return {kind: count for kind, count in counts.items() if count}

    def take_totals(self, code: str) -> dict[str, int]:
        """Take what has come together since the last time, and begin to count anew."""
        with self._lock:
            room = self._rooms.get(code)
            if room is None:
                return {}
            total, room.total = room.total, Counter()
            room.wished = set()
            return dict(total)

    def drop(self, code: str) -> None:
        """Forget a session that is over."""
        with self._lock:
            self._rooms.pop(code, None)
