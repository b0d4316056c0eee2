"""One batch of commands, each decided on the committed state plus the batch's earlier events."""

from collections.abc import Callable, Sequence

import msgspec

from fishbowl.domain.kernel.ids import Millis, PersonId, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import Command
from fishbowl.domain.session.decide import AlreadyTrue, Given, Rejected, decide
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import Supervisor
from fishbowl.log import CommandKey


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """A command with its sender.

    :param key: the pseudonym of the sender's device; empty for facilitators and for time.
    :param face: from which face it comes, for the metrics alone; empty for none.
    """

    code: str
    command: Command
    command_id: str
    role: Role
    key: str = ""
    face: str = ""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a command; its fields are those of ``Ack`` in the wire protocol."""

    ok: bool
    seq: int | None = None
    version: int | None = None
    code: str = ""
    params: dict[str, object] = {}


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a commit did to one session."""

    before: Session | None
    after: Session
    entries: tuple[Entry, ...]


NOT_SAVED = Outcome(ok=False, code="not_saved")


class Batch:
    """The working states of one batch.

    :param states: the committed states of all sessions in the batch.
    :param answers: first and last entry of the commands that are in the log already.
    :param now_ms: returns the time of a session.
    :param draw: returns a random number for one decision.
    """

    def __init__(
        self,
        states: dict[str, Session | None],
        answers: dict[CommandKey, tuple[int, int]],
        now_ms: Callable[[str], Millis],
        draw: Callable[[], int],
        supervisor: Supervisor,
    ) -> None:
        self._supervisor = supervisor
        self._before = dict(states)
        self._after = dict(states)
        self._answers = {
            key: Outcome(ok=True, seq=first, version=last) for key, (first, last) in answers.items()
        }
        self._entries: dict[str, list[Entry]] = {}
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
        session = self._after[envelope.code]
        version = None if session is None else session.seq
        try:
            entries = self._decided(session, envelope, key)
            after = fold(entries, session)
        except Rejected as refusal:
            return Outcome(ok=False, version=version, code=refusal.code, params=refusal.params)
        except AlreadyTrue as so:
            return Outcome(ok=True, version=version, code=so.code, params=so.params)
        except Exception as error:  # an error in one decision must not fail the other commands
            self._supervisor.failed(f"deciding {type(envelope.command).__name__}", error)
            return NOT_SAVED
        self._after[envelope.code] = after
        self._entries.setdefault(envelope.code, []).extend(entries)
        outcome = Outcome(ok=True, seq=entries[0].seq, version=entries[-1].seq)
        self._answers[key] = outcome
        return outcome

    def changes(self) -> list[Change]:
        """The changes of the batch, one for each session."""
        return [
            Change(before=self._before[code], after=after, entries=tuple(entries))
            for code, entries in self._entries.items()
            if (after := self._after[code]) is not None
        ]

    def _decided(
        self, session: Session | None, envelope: Envelope, key: CommandKey
    ) -> Sequence[Entry]:
        now_ms = max(self._now_ms(envelope.code), 0 if session is None else session.at_ms)
        given = Given(
            now_ms=Millis(now_ms),
            role=envelope.role,
            person=None if session is None else session.person_of_key.get(envelope.key),
            key=envelope.key,
            draw=self._draw(),
        )
        first = 1 if session is None else session.seq + 1
        return [
            Entry(
                seq=Seq(first + part),
                sender=key.sender,
                command_id=envelope.command_id,
                part=part,
                at_ms=given.now_ms,
                actor=given.person or PersonId(0),
                role=envelope.role,
                event=event,
            )
            for part, event in enumerate(decide(session, envelope.command, given))
        ]
