"""The real writer of the community beside that of sessions, on a real file."""

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.effects import AnyEffect
from fishbowl.services.ask_letters import AskLetters
from fishbowl.services.batch import Envelope, Outcome
from fishbowl.services.community import Change, Members
from fishbowl.services.contacts import Contacts
from fishbowl.services.meeting_letters import MeetingLetters
from fishbowl.services.tokens import Tokens
from tests.support.served import Served

KEY = bytes(range(32))


class ServedCommunity(Served):
    """A community whose writers have to be started."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.members = Members(self.service.shared, self.clock)
        self.contacts = Contacts(self.service.log, (KEY,))
        self.tokens = Tokens(self.service.log, self.contacts.token_key(), self.clock.now_ms)
        self.members.follow_with(MeetingLetters(self.tokens))
        self.members.follow_with(AskLetters(self.tokens))
        self.published: list[Change] = []
        self.members.subscribe(self.published.append)

    def start(self) -> None:
        """Let commands be taken."""
        self.service.start()
        self.members.start()

    def joins(self, label: str = "Amira", *beside: AnyEffect, **fields: Any) -> MemberId:
        """Somebody becomes a member.

        :param beside: what commits with it.
        """
        outcome = self.asks(c.Join(label=label, **fields), beside=beside)
        assert outcome.ok, outcome
        assert outcome.seq is not None
        return MemberId(outcome.seq)

    def asks(
        self,
        command: c.Command,
        member: MemberId | None = None,
        *,
        role: Role = Role.DOOR,
        id: str = "",
        beside: Sequence[AnyEffect] = (),
    ) -> Outcome:
        """Hand in one command: a door's, or a member's."""
        return self.members.ask(
            command,
            role=role if member is None else Role.MEMBER,
            member=member or MemberId(0),
            command_id=id,
            beside=(lambda entries: beside) if beside else None,
        )

    def envelope_of(
        self, command: c.Command, *beside: AnyEffect, id: str, role: Role = Role.DOOR
    ) -> Envelope:
        """Address a command to the community."""
        return Envelope(
            code="", command=command, command_id=id, role=role, beside=lambda entries: beside
        )

    def asks_together(self, *envelopes: Envelope) -> list[Outcome]:
        """Let commands arrive in the same moment: one batch, one commit."""
        futures: list[Future[Outcome]] = [Future() for _ in envelopes]
        self.members._write(list(zip(envelopes, futures, strict=True)))
        return [future.result(timeout=5) for future in futures]
