"""Commits one batch: decide, append; ask for news where that matters, and retry.

Nearly always nobody else has written, and no command of the batch is in the log. So a batch is
decided on the states in memory, and the log refuses it with a conflict if that was wrong. News are
asked first where a command leaves no entries, since then nothing would be compared with the log.
"""

import logging
import secrets
from collections.abc import Callable, Sequence
from typing import Any, Generic

import msgspec

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.streams import StateT, Stream, StreamKind
from fishbowl.host.supervisor import Supervisor
from fishbowl.log import CommandKey, Conflict, Log, News
from fishbowl.log.errors import EffectRefused
from fishbowl.services.batch import NOT_SAVED, Batch, Envelope, Outcome, StreamChange
from fishbowl.services.effects import Effects
from fishbowl.services.senders import Senders
from fishbowl.services.states import BrokenStream, States

log = logging.getLogger(__name__)

DRAWS = 2**53
"""The range of random numbers for decisions; they are exact as JavaScript numbers."""

TRIES = 3
"""How often a batch is tried while others append to the same logs."""


class Committer(Generic[StateT]):
    """Decides batches of commands to streams of one kind, and appends them to the log.

    :param effects: what commits with the entries of each stream.
    :param state: returns the committed state of a stream by its key.
    :param now_ms: returns the time of a stream.
    :param supervisor: counts failures.
    """

    def __init__(
        self,
        log: Log,
        kind: StreamKind[StateT],
        effects: Effects,
        states: States[StateT],
        state: Callable[[str], StateT | None],
        now_ms: Callable[[str], Millis],
        supervisor: Supervisor,
    ) -> None:
        self._log, self._kind, self._effects = log, kind, effects
        self._states, self._state, self._now_ms = states, state, now_ms
        self._supervisor = supervisor
        self._senders = Senders(log.secret())

    def commit(
        self, envelopes: Sequence[Envelope], by_others: list[StreamChange[StateT]]
    ) -> tuple[list[Outcome], list[StreamChange[StateT]]]:
        """Decide a batch and append it; retry if other processes have appended meanwhile.

        :param by_others: receives the changes of other processes, even if this raises.
        :return: an outcome for each envelope, and the changes of the batch.
        :raises Conflict: all retries conflicted; nothing was appended.
        :raises EffectRefused: what was to commit beside a command is refused; nothing was
            appended.
        :raises StoreError: the log cannot be used; nothing was appended.
        """
        keys = [self._key(envelope) for envelope in envelopes]
        try:
            return self._commit(envelopes, keys, by_others, asks_first=False)
        except Conflict:
            pass  # a command was sent again, or others have written: the news tell
        for attempt in range(TRIES):
            try:
                return self._commit(envelopes, keys, by_others, asks_first=True)
            except EffectRefused:
                raise  # it would be refused again
            except Conflict:
                log.warning("another program writes to this database; reading what it wrote")
                if attempt == TRIES - 1:
                    raise
        raise AssertionError("the loop returns or raises")

    def follow(self, by_others: list[StreamChange[StateT]]) -> None:
        """Take up what others have written to the streams that are in memory.

        :param by_others: gets what they have written.
        :raises StoreError: the log cannot be used.
        """
        states = dict(self._states.in_memory())
        news = self._log.news(self._seen(states), ())
        for stream, tail in news.tails.items():
            with self._supervisor.isolated("taking up what others have written"):
                self._follow(stream, states[stream.key], tail, by_others)

    def _commit(
        self,
        envelopes: Sequence[Envelope],
        keys: Sequence[CommandKey],
        by_others: list[StreamChange[StateT]],
        *,
        asks_first: bool,
    ) -> tuple[list[Outcome], list[StreamChange[StateT]]]:
        states, broken = self._states_of({envelope.code for envelope in envelopes})
        asked = self._ask(states, broken, keys, by_others) if asks_first else None
        batch, outcomes = self._decide(envelopes, keys, states, broken, asked)
        if asked is None and any(outcome.seq is None for outcome in outcomes):
            asked = self._ask(states, broken, keys, by_others)
            if asked.tails or asked.answers:
                batch, outcomes = self._decide(envelopes, keys, states, broken, asked)
        changes = batch.changes()
        if changes:
            self._log.append(
                {stream: change.entries for stream, change in changes.items()},
                [
                    *(effect for effect in batch.beside if effect.goes_first),
                    *(
                        effect
                        for stream, change in changes.items()
                        for effect in self._effects(stream, change.after, change.entries)
                    ),
                    *(effect for effect in batch.beside if not effect.goes_first),
                ],
                keys if asked is None else (),
            )
        kept_changes = (self._kept(stream.key, change) for stream, change in changes.items())
        return outcomes, [change for change in kept_changes if change is not None]

    def _ask(
        self,
        states: dict[str, StateT | None],
        broken: set[str],
        keys: Sequence[CommandKey],
        by_others: list[StreamChange[StateT]],
    ) -> News:
        """Ask the log what is new, and take up into ``states`` what others have appended."""
        news = self._log.news(self._seen(states), keys)
        for stream, tail in news.tails.items():
            kept = self._follow(stream, states[stream.key], tail, by_others)
            if kept is None:  # the state may contain erased words: nothing is decided on it
                broken.add(stream.key)
            else:
                states[stream.key] = kept
        return news

    def _decide(
        self,
        envelopes: Sequence[Envelope],
        keys: Sequence[CommandKey],
        states: dict[str, StateT | None],
        broken: set[str],
        news: News | None,
    ) -> tuple[Batch[StateT], list[Outcome]]:
        batch = Batch(
            self._kind,
            states,
            {} if news is None else news.answers,
            self._now_ms,
            lambda: secrets.randbelow(DRAWS),
            self._supervisor,
        )
        outcomes = [
            NOT_SAVED if envelope.code in broken else batch.take(envelope, key)
            for envelope, key in zip(envelopes, keys, strict=True)
        ]
        return batch, outcomes

    def _key(self, envelope: Envelope) -> CommandKey:
        sender = self._senders.sender(envelope.code, envelope.role, envelope.key)
        stream = self._kind.stream(envelope.code)
        return CommandKey(stream, sender, envelope.role.value, envelope.command_id)

    def _seen(self, states: dict[str, StateT] | dict[str, StateT | None]) -> dict[Stream, int]:
        return {
            self._kind.stream(key): 0 if state is None else state.seq
            for key, state in states.items()
        }

    def _states_of(self, keys: set[str]) -> tuple[dict[str, StateT | None], set[str]]:
        """The committed states of streams, and which of them are broken."""
        states: dict[str, StateT | None] = {}
        broken: set[str] = set()
        for key in keys:
            try:
                states[key] = self._state(key)
            except BrokenStream:
                broken.add(key)
        return states, broken

    def _follow(
        self,
        stream: Stream,
        before: StateT | None,
        tail: Sequence[Any],
        by_others: list[StreamChange[StateT]],
    ) -> StateT | None:
        """Apply entries that another process has appended.

        :return: the state after them; ``None`` if it cannot be known at this moment.
        :raises ValueError: they do not continue the known log.
        """
        after = self._kind.fold(tail, before)
        if after is None:
            raise ValueError("a log that has news has entries")
        change = StreamChange(before=before, after=after, entries=tuple(tail))
        kept = self._kept(stream.key, change)
        if kept is None:
            return None
        by_others.append(kept)
        return kept.after

    def _kept(self, key: str, change: StreamChange[StateT]) -> StreamChange[StateT] | None:
        """Cache the state after a committed change.

        Words that the change erased are erased from the state as well. If that needs the log, it
        is read again; if reading fails, the state is dropped and the change is not published. The
        next request then reads the log, so erased words are never shown.
        """
        after, what = change.after, self._kind.erasure(entry.event for entry in change.entries)
        if what and self._kind.needs_log(after, what):
            try:
                read = self._states.read_again(key, after.seq)
            except Exception as error:  # the entries are committed; only the cached state is lost
                self._supervisor.failed("reading a session again after an erasure", error)
                self._states.drop(key)
                return None
            if read is not None:
                change = msgspec.structs.replace(change, after=read)
        elif what:
            change = msgspec.structs.replace(change, after=self._kind.erase(after, what))
        self._states.keep(key, change.after)
        return change
