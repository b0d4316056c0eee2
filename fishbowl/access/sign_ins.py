"""Who is signed in: a cookie holds a random token, and the server lists its hash.

Signing out therefore ends a sign-in on the server, whatever the browser keeps. A sign-in is only as
good as its key: a revoked link opens nothing, also for those who are signed in.
All look-ups are in memory; the table is written when something begins or ends, and at most once
a day for each sign-in that is used.
"""

import logging
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from threading import Lock
from typing import NamedTuple

import msgspec

from fishbowl.access.keys import AccessKeys
from fishbowl.domain.kernel.roles import AT_WORK, Role
from fishbowl.domain.session.model import OWNERS, Access
from fishbowl.host.supervisor import described
from fishbowl.log import Log, StoreError, records
from fishbowl.log.effects import AnyEffect, EndSignIns, PutNumber, PutSignIn
from fishbowl.log.records import OWNER_GENERATION, OWNER_KEY_USED, SignIn

log = logging.getLogger(__name__)

OWNER, READER, MEMBER = "owner", "reader", records.MEMBER
"""What a sign-in opens beside the roles in a session."""

DAY_MS = 24 * 60 * 60 * 1000
KEPT_MS = 30 * DAY_MS
"""A sign-in that nobody uses for this long is over. Every use within it begins the time anew."""
TOKEN_BYTES = 24
"""192 bits: not to be guessed, so a plain hash of it is safe to keep."""
MOST = {READER: 5_000}
MOST_OF_MEMBER = 20
"""Devices of one member."""
MOST_OTHERS = 200
"""Sign-ins by one key; beyond them, the one that was used longest ago ends."""

Ended = Callable[[frozenset[bytes]], None]


class Opened(NamedTuple):
    """A role in a session that somebody has signed in to.

    :param generation: of the link by which they came; 0 for the owner, who came by none.
    :param sign_in: names the sign-in, to end connections with it.
    """

    role: Role
    generation: int
    sign_in: bytes


class Revoked(Exception):
    """The only key that somebody signed in with was good once, and has been revoked."""


class NotSaved(StoreError):
    """The file refused to take what was asked for."""


class SignIns:
    """Every sign-in of one installation.

    :param log: lists them, and keeps the generation of the owner's key.
    :param access_keys: makes the owner's keys, and tells installations on one computer apart.
    :param now_ms: the machine's time in milliseconds since 1970, not session time.
    :raises StoreError: they cannot be read.
    """

    def __init__(self, log: Log, access_keys: AccessKeys, now_ms: Callable[[], int]) -> None:
        self._log = log
        self._access_keys = access_keys
        self._now_ms = now_ms
        self._mark = access_keys.installation_mark()
        self._lock = Lock()
        self._ended: list[Ended] = []
        self._save(EndSignIns(expired_at_ms=now_ms()))
        numbers = log.numbers()
        self._owner_generation = numbers.get(OWNER_GENERATION, 1)
        self._owner_key_used = numbers.get(OWNER_KEY_USED, 0)
        self._kept = {one.token_hash: one for one in log.sign_ins()}

    def subscribe(self, ended: Ended) -> None:
        """Be told which sign-ins have ended, to close their connections."""
        self._ended.append(ended)

    # The owner's key

    def owner_key(self) -> str:
        """The key that signs the owner in, as long as it is not renewed."""
        return self._access_keys.owner_key(self._owner_generation)

    @property
    def owner_generation(self) -> int:
        """Which owner key is good now."""
        return self._owner_generation

    def is_owner_key(self, key: str) -> bool:
        """Tell whether a key is the owner's that is good now."""
        return self._access_keys.is_owner(key, self._owner_generation)

    @property
    def owner_key_is_used(self) -> bool:
        """Whether somebody has signed in with it; then it is not shown again."""
        return self._owner_key_used == self._owner_generation

    def renew_owner_key(self) -> str:
        """Make a new key for the owner; the old one and every sign-in of the owner end.

        :return: the new key.
        :raises NotSaved: nothing has changed.
        """
        with self._lock:
            generation = self._owner_generation + 1
            self._save(PutNumber(name=OWNER_GENERATION, value=generation), EndSignIns(opens=OWNER))
            self._owner_generation = generation
            ended = self._forget(one for one in self._kept.values() if one.opens == OWNER)
        self._tell(ended)
        return self.owner_key()

    # Coming in

    def enter(self, cookies: Mapping[str, str], opens: str, code: str, generation: int) -> str:
        """Sign somebody in who has shown a key that is good.

        :param cookies: what the browser holds; who is signed in with this key already stays so.
        :param opens: ``owner``, ``reader``, or a role.
        :param code: the session; empty for the owner and for readers.
        :return: the token for the cookie :meth:`cookie`.
        :raises NotSaved: nobody is signed in.
        """
        name = self.cookie(opens, code)
        found = self._find(cookies, opens, code)
        if found is not None and found.generation == generation:
            return cookies[name]
        token, now_ms = secrets.token_urlsafe(TOKEN_BYTES), self._now_ms()
        sign_in = SignIn(
            token_hash=_hashed(token),
            opens=opens,
            code=code,
            generation=generation,
            began_at_ms=now_ms,
            seen_at_ms=now_ms,
            expires_at_ms=now_ms + KEPT_MS,
        )
        with self._lock:
            over = self._too_many(opens, code, generation, now_ms)
            effects: list[AnyEffect] = [
                PutSignIn(sign_in=sign_in),
                EndSignIns(token_hashes=frozenset(one.token_hash for one in over)),
            ]
            if opens == OWNER:
                effects.append(PutNumber(name=OWNER_KEY_USED, value=generation))
            self._save(*effects)
            self._kept[sign_in.token_hash] = sign_in
            if opens == OWNER:
                self._owner_key_used = generation
            ended = self._forget(over)
        self._tell(ended)
        return token

    def cookie(self, opens: str, code: str = "") -> str:
        """The name of the cookie for a sign-in.

        Those of the owner and of readers name the installation: cookies know no ports, and two
        servers on one computer would sign each other's people out.
        """
        if not code:
            return f"fishbowl_{opens}_{self._mark}"
        return f"fishbowl_{'key' if opens == Role.FACILITATOR else opens}_{code}"

    # Who is there

    def owner(self, cookies: Mapping[str, str]) -> SignIn | None:
        """The owner's sign-in among these cookies."""
        found = self._find(cookies, OWNER, "")
        return found if found is not None and found.generation == self._owner_generation else None

    def reader(self, cookies: Mapping[str, str], generation: int) -> SignIn | None:
        """The sign-in of a reader among these cookies, by a link of this generation."""
        found = self._find(cookies, READER, "")
        return found if found is not None and found.generation == generation else None

    def member(self, cookies: Mapping[str, str]) -> SignIn | None:
        """The sign-in of a member among these cookies; its generation is the member's number.

        Whether they are still a member, the community says.
        """
        return self._find(cookies, MEMBER, "")

    def opened(
        self, cookies: Mapping[str, str], code: str, access: Access, wanted: Collection[Role]
    ) -> Opened | None:
        """Find the highest of the wanted roles that somebody with these cookies has.

        :param access: which links of the session are good now.
        :raises Revoked: they had one, and its link was revoked.
        """
        matching = [one for one in self._roles(cookies, code) if one.role in wanted]
        good = next((one for one in matching if access.holds(one.role, one.generation)), None)
        if matching and good is None:
            raise Revoked
        return good

    def of_cookies(self, cookies: Mapping[str, str]) -> list[SignIn]:
        """Everything that a browser with these cookies is signed in to, the owner first."""
        found = [
            one
            for name, token in cookies.items()
            if (one := self.get(_hashed(token))) is not None
            and name == self.cookie(one.opens, one.code)
        ]
        return sorted(found, key=lambda one: (one.opens != OWNER, one.code, one.opens))

    def knows(self, cookies: Mapping[str, str], code: str) -> bool:
        """Tell whether somebody with these cookies knows of a session by a key."""
        return any(one.opens == OWNER or one.code == code for one in self.of_cookies(cookies))

    def get(self, sign_in: bytes) -> SignIn | None:
        """Find a sign-in by its hash; ``None`` if it has ended."""
        found = self._kept.get(sign_in)
        return found if found is not None and found.expires_at_ms > self._now_ms() else None

    def is_good(self, sign_in: bytes) -> bool:
        """Tell whether a sign-in goes on."""
        return self.get(sign_in) is not None

    def of_owner(self) -> list[SignIn]:
        """Every device on which the owner is signed in, the one that was used last first."""
        now_ms = self._now_ms()
        with self._lock:
            found = [
                one
                for one in self._kept.values()
                if one.opens == OWNER and one.expires_at_ms > now_ms
            ]
        return sorted(found, key=lambda one: -one.seen_at_ms)

    def of_member(self, member: int) -> list[SignIn]:
        """Every device on which a member is signed in."""
        with self._lock:
            return [
                one
                for one in self._kept.values()
                if one.opens == MEMBER and one.generation == member
            ]

    def use(self, sign_in: SignIn) -> None:
        """Note that a sign-in is used, so that its time begins anew."""
        now_ms = self._now_ms()
        if now_ms - sign_in.seen_at_ms < DAY_MS:
            return
        with self._lock:
            if sign_in.token_hash not in self._kept:
                return
            used = msgspec.structs.replace(
                sign_in, seen_at_ms=now_ms, expires_at_ms=now_ms + KEPT_MS
            )
            self._kept[used.token_hash] = used
            try:
                self._save(PutSignIn(sign_in=used))
            except NotSaved:  # it goes on until the program ends; tomorrow is another try
                log.exception("that a sign-in was used could not be saved")

    # Going out

    def end(self, sign_ins: Iterable[SignIn]) -> None:
        """Sign out; connections that were opened with these sign-ins are closed.

        :raises NotSaved: they have ended, but would go on after a restart.
        """
        with self._lock:
            ended = self._forget(list(sign_ins))
            try:
                self._save(EndSignIns(token_hashes=ended))
            finally:
                self._tell(ended)

    def end_of(self, code: str) -> None:
        """Sign everybody out of a session that is no more."""
        with self._lock:
            ending = [one for one in self._kept.values() if one.code == code]
        try:
            self.end(ending)
        except NotSaved:  # they open nothing any more: no other session is given this code
            log.exception("the sign-ins of a deleted session are still listed")

    def forget_member(self, member: int) -> None:
        """Take up that the sign-ins of a member have ended; the file has it already."""
        ending = self.of_member(member)
        with self._lock:
            ended = self._forget(ending)
        self._tell(ended)

    def _save(self, *effects: AnyEffect) -> None:
        try:
            self._log.append({}, effects)
        except StoreError as error:
            raise NotSaved(str(error)) from error

    def _find(self, cookies: Mapping[str, str], opens: str, code: str) -> SignIn | None:
        token = cookies.get(self.cookie(opens, code), "")
        found = self.get(_hashed(token)) if token else None
        return found if found is not None and (found.opens, found.code) == (opens, code) else None

    def _roles(self, cookies: Mapping[str, str], code: str) -> Iterator[Opened]:
        owner = self.owner(cookies)
        if owner is not None:
            yield Opened(Role.FACILITATOR, OWNERS, owner.token_hash)
        for role in AT_WORK:
            found = self._find(cookies, role.value, code)
            if found is not None:
                yield Opened(role, found.generation, found.token_hash)

    def _too_many(self, opens: str, code: str, generation: int, now_ms: int) -> list[SignIn]:
        """Which sign-ins end for a new one: those that have expired, and the oldest of too many."""
        mine = [
            one
            for one in self._kept.values()
            if (one.opens, one.code) == (opens, code)
            and (opens != MEMBER or one.generation == generation)
        ]
        most = MOST_OF_MEMBER if opens == MEMBER else MOST.get(opens, MOST_OTHERS)
        mine.sort(key=lambda one: one.seen_at_ms, reverse=True)
        return [one for one in mine if one.expires_at_ms <= now_ms] + mine[most - 1 :]

    def _forget(self, sign_ins: Iterable[SignIn]) -> frozenset[bytes]:
        ended = frozenset(one.token_hash for one in sign_ins)
        for token_hash in ended:
            self._kept.pop(token_hash, None)
        return ended

    def _tell(self, ended: frozenset[bytes]) -> None:
        if ended:
            for subscriber in self._ended:
                try:
                    subscriber(ended)
                except Exception as error:  # the sign-ins have ended, and the others must be told
                    log.error("a subscriber failed: %s", described(error))


def _hashed(token: str) -> bytes:
    return sha256(token.encode("utf-8", "replace")).digest()
