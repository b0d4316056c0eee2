"""Commits one batch: read news, decide, append; retry if other writers appended meanwhile."""

import logging
import secrets
from collections.abc import Callable, Sequence

import msgspec

from fishbowl.domain.session.erase import erase, needs_log
from fishbowl.domain.session.erasure import erasure
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner
from fishbowl.log import CommandKey, Conflict, News, Store
from fishbowl.services.batch import NOT_SAVED, Batch, Change, Envelope, Outcome
from fishbowl.services.senders import Senders
from fishbowl.services.session_rows import session_row
from fishbowl.services.session_time import SessionTime
from fishbowl.services.states import BrokenSession, States

log = logging.getLogger(__name__)

DRAWS = 2**53
"""The range of random numbers for decisions; they are exact as JavaScript numbers."""

TRIES = 3
"""How often a batch is tried while others append to the same logs."""


class Committer:
    """Decides batches and appends them to the log.

    :param session: returns the committed state of a session.
    :param writing: runs functions that use the writing connection.
    :param supervisor: counts failures.
    """

    def __init__(
        self,
        store: Store,
        states: States,
        time: SessionTime,
        session: Callable[[str], Session | None],
        writing: Runner,
        supervisor: Supervisor,
    ) -> None:
        self._supervisor = supervisor
        self._store, self._states, self._time = store, states, time
        self._session, self._writing = session, writing
        self._senders = Senders(writing(store.secret))

    def commit(
        self, envelopes: Sequence[Envelope], by_others: list[Change]
    ) -> tuple[list[Outcome], list[Change]]:
        """Decide a batch and append it; retry if other processes have appended meanwhile.

        :param by_others: receives the changes of other processes, even if this raises.
        :return: an outcome for each envelope, and the changes of the batch.
        :raises Conflict: all retries conflicted; nothing was appended.
        :raises StoreError: the log cannot be used; nothing was appended.
        :raises sqlite3.Error: the file cannot be written; nothing was appended.
        """
        for attempt in range(TRIES):
            try:
                return self._commit(envelopes, by_others)
            except Conflict:
                log.warning("another program writes to this database; reading what it wrote")
                if attempt == TRIES - 1:
                    raise
        raise AssertionError("the loop returns or raises")

    def _commit(
        self, envelopes: Sequence[Envelope], by_others: list[Change]
    ) -> tuple[list[Outcome], list[Change]]:
        keys = [self._key(envelope) for envelope in envelopes]
        states, broken = self._states_of({envelope.code for envelope in envelopes})
        news: News = self._writing(
            self._store.news,
            {code: 0 if state is None else state.seq for code, state in states.items()},
            keys,
        )
        for code, tail in news.tails.items():
            kept = self._kept(self._followed(states[code], tail))
            if kept is None:
                broken.add(
                    code
                )  # the folded state may contain erased words, so nothing is decided on it
                continue
            states[code] = kept.after
            by_others.append(kept)
        batch = Batch(
            states,
            news.answers,
            self._time.now_ms,
            lambda: secrets.randbelow(DRAWS),
            self._supervisor,
        )
        outcomes = [
            NOT_SAVED if envelope.code in broken else batch.take(envelope, key)
            for envelope, key in zip(envelopes, keys, strict=True)
        ]
        changes = batch.changes()
        if changes:
            rows = [session_row(change.after) for change in changes]
            self._writing(self._store.append, rows, [change.entries for change in changes])
        return outcomes, [kept for change in changes if (kept := self._kept(change)) is not None]

    def _key(self, envelope: Envelope) -> CommandKey:
        sender = self._senders.sender(envelope.code, envelope.role, envelope.key)
        return CommandKey(envelope.code, sender, envelope.role.value, envelope.command_id)

    def _states_of(self, codes: set[str]) -> tuple[dict[str, Session | None], set[str]]:
        """The committed states of sessions, and which of them are broken."""
        states: dict[str, Session | None] = {}
        broken: set[str] = set()
        for code in codes:
            try:
                states[code] = self._session(code)
            except BrokenSession:
                broken.add(code)
        return states, broken

    def _followed(self, before: Session | None, tail: Sequence[Entry]) -> Change:
        """Apply entries that another process has appended.

        :raises ValueError: they do not continue the known log.
        """
        after = fold(tail, before)
        if after is None:
            raise ValueError("a log that has news has entries")
        return Change(before=before, after=after, entries=tuple(tail))

    def _kept(self, change: Change) -> Change | None:
        """Cache the state after a committed change.

        Words that the change erased are erased from the state as well. If that needs the log, it
        is read again; if reading fails, the state is dropped and the change is not published. The
        next request then reads the log, so erased words are never shown.
        """
        after, what = change.after, erasure(entry.event for entry in change.entries)
        if what and needs_log(after, what):
            try:
                read = self._states.read_again(after.code, after.seq)
            except Exception as error:  # the entries are committed; only the cached state is lost
                self._supervisor.failed("reading a session again after an erasure", error)
                self._states.drop(after.code)
                return None
            if read is not None:
                change = msgspec.structs.replace(change, after=read)
        elif what:
            change = msgspec.structs.replace(change, after=erase(after, what))
        self._states.keep([change.after])
        return change
