"""Committing one batch: ask what is new, decide, append; where others wrote meanwhile, again."""

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
"""How many random numbers a decision can be given; all of them are exact on every face."""

TRIES = 3
"""How often a batch is decided when others write to the same logs meanwhile."""


class Committer:
    """Makes batches durable.

    :param session: gives the committed state of a session.
    :param writing: runs what uses the writing connection.
    :param supervisor: counts what fails.
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
        """Decide a batch and append it; where others have written meanwhile, decide it again.

        :param by_others: gets what others have written to these logs, whether this fails or not.
        :return: an outcome for each order, and what the batch did to each session.
        :raises Conflict: others write faster than this can follow; nothing was appended.
        :raises StoreError: the log cannot be used; nothing was appended.
        :raises sqlite3.Error: the file refused; nothing was appended.
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
                broken.add(code)  # what was folded may hold erased words: nothing is decided on it
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
        """Take up what others have appended to a log.

        :raises ValueError: it does not follow what is known.
        """
        after = fold(tail, before)
        if after is None:
            raise ValueError("a log that has news has entries")
        return Change(before=before, after=after, entries=tuple(tail))

    def _kept(self, change: Change) -> Change | None:
        """Remember the state after a change that is in the log.

        Where words were erased they go from it as they went from the log. What only the log can
        tell is read from it; if that fails at this moment, nothing is remembered and nobody is
        told: the next to ask reads it, and erased words are shown to nobody.
        """
        after, what = change.after, erasure(entry.event for entry in change.entries)
        if what and needs_log(after, what):
            try:
                read = self._states.read_again(after.code, after.seq)
            except Exception as error:  # the entries are saved, whatever becomes of the state
                self._supervisor.failed("reading a session again after an erasure", error)
                self._states.drop(after.code)
                return None
            if read is not None:
                change = msgspec.structs.replace(change, after=read)
        elif what:
            change = msgspec.structs.replace(change, after=erase(after, what))
        self._states.keep([change.after])
        return change
