"""One batch of commands, each decided on the committed state plus the batch's earlier events."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic

import msgspec

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.streams import Asked, StateT, Stream, StreamKind
from fishbowl.host.supervisor import Supervisor
from fishbowl.log import CommandKey
from fishbowl.log.effects import AnyEffect

Beside = Callable[[Sequence[Any]], Iterable[AnyEffect]]
"""Says what commits with the entries of one command, given them; it must not block."""


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """A command with its sender.

    :param code: which stream of the writer's kind; the code of a session.
    :param command: one that the kind decides.
    :param key: the pseudonym of the sender's device; empty for facilitators and for time.
    :param face: from which face it comes, for the metrics alone; empty for none.
    :param beside: what commits in the same transaction if the command is accepted; it is no part
        of the log. It may be called more than once, and changes nothing by itself. What
        ``goes_first`` is applied before what the entries cause, the rest after it.
    """

    code: str
    command: Any
    command_id: str
    role: Role
    key: str = ""
    face: str = ""
    beside: Beside | None = None


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a command; its fields are those of ``Ack`` in the wire protocol."""

    ok: bool
    seq: int | None = None
    version: int | None = None
    code: str = ""
    params: dict[str, object] = {}


class StreamChange(msgspec.Struct, Generic[StateT], frozen=True, kw_only=True):
    """What a commit did to one stream.

    :param entries: what was appended, of the kind's type.
    """

    before: StateT | None
    after: StateT
    entries: tuple[Any, ...]


NOT_SAVED = Outcome(ok=False, code="not_saved")


class Batch(Generic[StateT]):
    """The working states of one batch.

    :param kind: the kind of all its streams.
    :param states: the committed states of all streams in the batch, by key.
    :param answers: first and last entry of the commands that are in the log already.
    :param now_ms: returns the time of a stream.
    :param draw: returns a random number for one decision.
    """

    def __init__(
        self,
        kind: StreamKind[StateT],
        states: Mapping[str, StateT | None],
        answers: Mapping[CommandKey, tuple[int, int]],
        now_ms: Callable[[str], Millis],
        draw: Callable[[], int],
        supervisor: Supervisor,
    ) -> None:
        self._kind = kind
        self._supervisor = supervisor
        self._before = dict(states)
        self._after = dict(states)
        self._answers = {
            key: Outcome(ok=True, seq=first, version=last) for key, (first, last) in answers.items()
        }
        self._entries: dict[str, list[Any]] = {}
        self.beside: list[AnyEffect] = []
        """What commits with the entries of single commands, in the order of the commands."""
        self._now_ms = now_ms
        self._draw = draw

    def take(self, envelope: Envelope, key: CommandKey) -> Outcome:
        """Decide one command and fold its events into the working state.

        A command id that is in this batch or in the log gets its first answer again. This is
        checked before any rule that depends on the state.
        """
        again = self._answers.get(key)
        if again is not None:
            return again
        state = self._after[envelope.code]
        version = None if state is None else state.seq
        try:
            entries = self._decided(state, envelope, key)
            after = self._kind.fold(entries, state)
            beside = list(envelope.beside(entries)) if envelope.beside else []
        except Rejected as refusal:
            return Outcome(ok=False, version=version, code=refusal.code, params=refusal.params)
        except AlreadyTrue as so:
            return Outcome(ok=True, version=version, code=so.code, params=so.params)
        except Exception as error:  # an error in one decision must not fail the other commands
            self._supervisor.failed(f"deciding {type(envelope.command).__name__}", error)
            return NOT_SAVED
        self._after[envelope.code] = after
        self.beside += beside
        self._entries.setdefault(envelope.code, []).extend(entries)
        outcome = Outcome(ok=True, seq=entries[0].seq, version=entries[-1].seq)
        self._answers[key] = outcome
        return outcome

    def changes(self) -> dict[Stream, StreamChange[StateT]]:
        """What the batch does to each stream."""
        return {
            self._kind.stream(code): StreamChange(
                before=self._before[code], after=after, entries=tuple(entries)
            )
            for code, entries in self._entries.items()
            if (after := self._after[code]) is not None
        }

    def _decided(self, state: StateT | None, envelope: Envelope, key: CommandKey) -> list[Any]:
        now_ms = max(self._now_ms(envelope.code), 0 if state is None else state.at_ms)
        asked = Asked(Millis(now_ms), envelope.role, envelope.key, self._draw())
        actor, events = self._kind.decide(state, envelope.command, asked)
        first = 1 if state is None else state.seq + 1
        return [
            self._kind.codec.entry(
                seq=Seq(first + part),
                sender=key.sender,
                command_id=envelope.command_id,
                part=part,
                at_ms=asked.now_ms,
                actor=actor,
                role=envelope.role,
                event=event,
            )
            for part, event in enumerate(events)
        ]
