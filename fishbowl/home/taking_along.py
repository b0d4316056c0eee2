"""Takes along, at a laptop, what its home tells, and answers from it where there is no network."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from fishbowl.access.passes import BadVerifier, hash_of
from fishbowl.domain.community.model import About
from fishbowl.home.along import (
    ALONG,
    CODES_MAX,
    SHARED,
    Along,
    AlongAnswer,
    SeriesAlong,
    Shared,
    SharedAnswer,
    digest_of,
)
from fishbowl.home.asking import Asking
from fishbowl.log import Log
from fishbowl.log.along_effects import DropAlong, PutAlongFact, PutKnownMembers, PutShared
from fishbowl.log.along_records import KnownMember, SharedHead, SharedSession
from fishbowl.log.effects import AnyEffect

_HOME, _ABOUT, _SERIES = "home", "about", "series"
MEMBERS = "members"
"""The fact that is the digest of the members who are known here."""
_SESSIONS, _HEADS, _TAKEN_AT = "sessions", "heads", "taken_at_ms"


class TakingAlong:
    """What a laptop has taken along.

    :param asking: asks the home.
    :param own_codes: the codes of the sessions that were held here.
    :param now_ms: the machine's time in milliseconds since 1970.
    """

    def __init__(
        self,
        log: Log,
        asking: Asking,
        own_codes: Callable[[], frozenset[str]],
        now_ms: Callable[[], int],
    ) -> None:
        self._log, self._asking = log, asking
        self._own_codes, self._now_ms = own_codes, now_ms
        self._read()

    # What is there

    @property
    def home_mark(self) -> str:
        """The mark of the home from which it is; empty where there is nothing."""
        return self._home_mark

    @property
    def about(self) -> About | None:
        """The community at home; ``None`` as long as nothing was taken along."""
        return self._about

    @property
    def series(self) -> tuple[SeriesAlong, ...]:
        """What is planned at home."""
        return self._series

    @property
    def taken_at_ms(self) -> int | None:
        """When the home was last asked; ``None`` if it never was."""
        return self._taken_at_ms

    def member_of(self, verifier: str) -> KnownMember | None:
        """Whose pass it is that a browser shows here; ``None``: nobody's whom this laptop knows.

        :raises StoreError: it cannot be looked up.
        """
        try:
            return self._log.known_member(hash_of(verifier))
        except BadVerifier:
            return None

    def member_count(self) -> int:
        """How many members are greeted here.

        :raises StoreError: they cannot be counted.
        """
        return self._log.known_member_count()

    def slug_of(self, code: str) -> str:
        """The name of a summary that stands at home; empty if the session is none of home's."""
        return self._slugs.get(code, "")

    # Taking along

    def look(self, mark: str) -> None:
        """Ask home what there is, and keep it. What it tells no more is deleted.

        :param mark: of the home.
        :raises fishbowl.home.asking.Unreachable: it does not answer.
        :raises fishbowl.home.asking.NotKnown: it does not know this laptop.
        :raises StoreError: it could not be kept.
        """
        heads = tuple(self._log.shared_heads())
        facts = self._log.along_facts()
        asked = Along(
            about=digest_of(self._about) if self._about is not None else b"",
            members=facts.get(MEMBERS, b""),
            series=digest_of(self._series) if _SERIES in facts else b"",
            sessions=self._sessions_known(facts, heads),
        )
        answer = self._asking.ask(ALONG, asked, AlongAnswer)
        self._log.append({}, list(_facts(answer, mark, self._now_ms())))
        if answer.sessions is not None:
            self._take_sessions(heads, answer.sessions)
        self._read()

    def _sessions_known(self, facts: dict[str, bytes], heads: Sequence[SharedHead]) -> bytes:
        """The digest of what home has told of sessions, if all of it is here still.

        The index is made anew now and then, and is empty then.
        """
        digest, there = facts.get(_SESSIONS, b""), facts.get(_HEADS, b"")
        return digest if there == digest_of(heads) else b""

    def forget(self) -> None:
        """Forget everything of the home: the pairing is over.

        :raises StoreError: it could not be deleted.
        """
        self._log.append({}, [DropAlong()])
        self._read()

    def _take_sessions(self, there: Sequence[SharedHead], told: Sequence[SharedHead]) -> None:
        own = self._own_codes()
        wanted = {one.code: one for one in told if one.code not in own}
        known = {one.code: one for one in there}
        if gone := frozenset(known) - frozenset(wanted):
            self._log.append({}, [PutShared(gone=gone)])
        missing = [code for code, one in wanted.items() if known.get(code) != one]
        for first in range(0, len(missing), CODES_MAX):
            codes = tuple(missing[first : first + CODES_MAX])
            answer = self._asking.ask(SHARED, Shared(codes=codes), SharedAnswer)
            sessions = tuple(
                SharedSession(wanted[one.about.code].slug, one.about, one.texts)
                for one in answer.sessions
                if one.about.code in codes
            )
            if sessions:
                self._log.append({}, [PutShared(sessions=sessions)])
        told_of = PutAlongFact(name=_SESSIONS, content=digest_of(tuple(told)))
        here = PutAlongFact(name=_HEADS, content=digest_of(tuple(self._log.shared_heads())))
        self._log.append({}, [told_of, here])

    def _read(self) -> None:
        facts = self._log.along_facts()
        about, series = facts.get(_ABOUT), facts.get(_SERIES)
        self._home_mark = facts.get(_HOME, b"").decode()
        self._about = None if about is None else msgspec.json.decode(about, type=About)
        self._series: tuple[SeriesAlong, ...] = (
            () if series is None else msgspec.json.decode(series, type=tuple[SeriesAlong, ...])
        )
        self._slugs = {one.code: one.slug for one in self._log.shared_heads()}
        taken_at = facts.get(_TAKEN_AT)
        self._taken_at_ms = None if taken_at is None else int(taken_at)


def _facts(answer: AlongAnswer, mark: str, now_ms: int) -> Iterable[AnyEffect]:
    yield PutAlongFact(name=_HOME, content=mark.encode())
    if answer.about is not None:
        yield PutAlongFact(name=_ABOUT, content=msgspec.json.encode(answer.about))
    if answer.series is not None:
        yield PutAlongFact(name=_SERIES, content=msgspec.json.encode(answer.series))
    if answer.members is not None:
        yield PutKnownMembers(
            members=tuple(
                KnownMember(one.hash, one.member, one.label, one.language, " ".join(one.consents))
                for one in answer.members
            )
        )
        yield PutAlongFact(name=MEMBERS, content=digest_of(answer.members))
    yield PutAlongFact(name=_TAKEN_AT, content=str(now_ms).encode())
