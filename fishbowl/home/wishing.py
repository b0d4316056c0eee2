"""Keeps wishes at a laptop, sealed for its home, until the home has answered."""

from collections import Counter
from collections.abc import Callable, Iterable
from threading import Lock

from fishbowl.home.bundles import Waiting
from fishbowl.home.envelope import sealed
from fishbowl.home.granting import NOT_YET
from fishbowl.home.key_store import KeyStore
from fishbowl.home.messages import Taken
from fishbowl.home.records import Home, Sent
from fishbowl.home.taking_along import MEMBERS
from fishbowl.home.wishes import PURPOSE, AnyWish, LinkWish, encode
from fishbowl.log import Log
from fishbowl.log.along_effects import DropWishes, KeepWish, PutAlongFact, SettleWish
from fishbowl.log.along_records import KnownMember, WishRow

AGAIN_MS = 60_000
"""The first pause before a wish is handed over again of which home said "not yet"."""
AGAIN_MAX_MS = 60 * 60_000


def refused_wishes(there: Iterable[Sent], home: str) -> dict[str, int]:
    """How many wishes a home has refused for good, by the code that says why.

    :param there: what homes have answered.
    :param home: the mark of the home.
    """
    codes = Counter(
        one.taken.code
        for one in there
        if (one.kind, one.home, one.taken.how) == ("wish", home, "refused")
        and one.taken.code != NOT_YET
    )
    return dict(codes)


class Wishing:
    """The wishes of a laptop; a :class:`~fishbowl.home.bundles.Source` for the hand-over.

    :param now_ms: the machine's time in milliseconds since 1970.
    """

    kind = "wish"

    def __init__(self, log: Log, keys: KeyStore, now_ms: Callable[[], int]) -> None:
        self._log, self._keys, self._now_ms = log, keys, now_ms
        self._wake: Callable[[], None] = lambda: None
        self._lock, self._last_ms = Lock(), 0

    def on_kept(self, wake: Callable[[], None]) -> None:
        """Be told when there is a new wish."""
        self._wake = wake

    def at_ms(self) -> int:
        """The time of a new wish: later than that of any other one, so that the last one holds."""
        with self._lock:
            self._last_ms = max(self._now_ms(), self._last_ms + 1)
            return self._last_ms

    def keep(self, home: Home, wish: AnyWish, known: KnownMember | None = None) -> None:
        """Keep a wish for home; the same id again changes nothing.

        :param known: whom this laptop greets from now on, as they wish to be known.
        :raises StoreError: it could not be kept.
        """
        row = WishRow(
            id=wish.id,
            about=wish.code if isinstance(wish, LinkWish) else "",
            sealed=sealed(encode(wish), PURPOSE, self._keys.own(), home.keys),
            made_at_ms=wish.at_ms,
        )
        self._log.append({}, [KeepWish(wish=row, known=known)])
        self._wake()

    def forget(self, code: str) -> None:
        """Forget what was wished about a session that was deleted here.

        :raises StoreError: the database cannot be written.
        """
        self._log.append({}, [DropWishes(about=code)])

    def count(self) -> int:
        """How many wait.

        :raises StoreError: the database cannot be read.
        """
        return len(self._log.wishes())

    # What the hand-over asks

    def waiting(self) -> Iterable[Waiting]:
        """The wishes that are due, in the order in which they were made."""
        now_ms = self._now_ms()
        return [
            Waiting("wish", row.id, row.tries, str(row.tries))
            for row in self._log.wishes()
            if row.due_at_ms <= now_ms
        ]

    def content(self, one: Waiting) -> bytes | None:
        """The sealed wish."""
        return next((row.sealed for row in self._log.wishes() if row.id == one.key), None)

    def settled(self, one: Waiting, taken: Taken) -> None:
        """Delete a wish that home has answered, unless it said "not yet"."""
        if taken.code == NOT_YET:
            pause_ms = min(AGAIN_MS * 2 ** min(one.position, 8), AGAIN_MAX_MS)
            effect = SettleWish(id=one.key, again_at_ms=self._now_ms() + pause_ms)
        else:
            effect = SettleWish(id=one.key, refused=taken.how == "refused")
        # What home knows of members may be as it was before: then this laptop is to hear it again.
        self._log.append({}, [effect, PutAlongFact(name=MEMBERS, content=b"")])
