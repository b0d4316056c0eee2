"""What commands ask of the community: in this process, or through the server that uses the file."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, Protocol

import msgspec

from fishbowl.domain.community.commands import Invited, InvitePeople, RemoveMember
from fishbowl.domain.community.ids import InvitationId, MemberId, invitation_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.clock import SystemClock, wall_ms
from fishbowl.host.local_socket import Handler
from fishbowl.host.long_work import Report, ignored
from fishbowl.services.batch import Outcome
from fishbowl.services.community import Members
from fishbowl.services.contacts import Contacts
from fishbowl.services.contacts_key import key_file_of, read_or_make
from fishbowl.services.inviting import AT_ONCE, invite
from fishbowl.services.people_list import Listed
from fishbowl.services.running_server import RunningServer, store_or_server
from fishbowl.services.shared_log import SharedLog
from fishbowl.services.tokens import Tokens

MEMBERS = "members"
"""The request by which a command asks something of the community of a running server."""
AT_ONCE_ALONE = 1_000
"""So many people are invited in one commit where no server runs: nobody waits for it."""

What = Literal["invite", "link", "remove"]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One request.

    :param id: the same again does nothing twice.
    :param people: who is invited; for a link one person, without an address.
    :param member: who is removed.
    """

    what: What
    id: str
    people: tuple[Listed, ...] = ()
    member: int = 0


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it.

    :param code: why it was refused; empty if it was not.
    :param left_out: how many people get no letter, being members, invited or unwilling.
    :param token: of the link by which the invitation is accepted.
    """

    code: str = ""
    left_out: int = 0
    token: str = ""


class Community(Protocol):
    """The community of a database."""

    at_once: int
    """So many people are invited in one commit at most."""

    @property
    def path(self) -> Path:
        """The database that is in use."""
        ...

    def do(self, asked: Asked) -> Done:
        """Do what is asked.

        :raises StoreError: the database or the server refuses; nothing was done.
        """
        ...


class CommunityDesk:
    """Does what commands ask.

    :param at_once: how many people are invited in one commit.
    """

    def __init__(
        self,
        members: Members,
        contacts: Contacts,
        tokens: Tokens,
        *,
        at_once: int = AT_ONCE,
    ) -> None:
        self.at_once = at_once
        self._members, self._contacts, self._tokens = members, contacts, tokens

    @property
    def path(self) -> Path:
        """The database that is in use."""
        return self._members.log.path

    def do(self, asked: Asked) -> Done:
        """Do what is asked."""
        match asked.what:
            case "invite":
                return self._invite(asked)
            case "link":
                return self._link(asked)
            case "remove":
                command = RemoveMember(member=MemberId(asked.member))
                outcome = self._members.ask(command, role=Role.OWNER, command_id=asked.id)
                return Done(code=_reason(outcome))

    def _invite(self, asked: Asked) -> Done:
        sent = invite(
            self._members,
            self._contacts,
            self._tokens,
            asked.people,
            role=Role.OWNER,
            command_id=asked.id,
            at_once=self.at_once,
        )
        return Done(code=_reason(sent.outcome), left_out=sent.left_out)

    def _link(self, asked: Asked) -> Done:
        """Invite somebody by a link that is handed to them."""
        (person,) = asked.people
        command = InvitePeople(people=(Invited(label=person.label, language=person.language),))

        def beside(entries: Sequence[Any]) -> Iterator[Any]:
            owner = invitation_owner(InvitationId(entries[0].seq))
            yield self._tokens.put(asked.id, "invited", owner)

        outcome = self._members.ask(command, role=Role.OWNER, command_id=asked.id, beside=beside)
        return Done(code=_reason(outcome), token=self._tokens.make(asked.id, "invited"))


def members_handler(desk: CommunityDesk) -> Handler:
    """The server's handler for :data:`MEMBERS`."""

    def answer(asked: dict[str, Any], body: bytes) -> dict[str, Any]:
        done = desk.do(msgspec.json.decode(body, type=Asked))
        return {"ok": True, "done": msgspec.to_builtins(done)}

    return answer


@contextmanager
def community_of(
    db: Path, contacts_key: Path | None = None, report: Report = ignored
) -> Iterator[Community]:
    """Give the community of a database: of its server if one runs, else in this process.

    :param contacts_key: the key of the contacts; beside the database if left out. A server that
        runs uses its own.
    :raises StoreError: there is no database, or it cannot be used.
    """
    found = store_or_server(db, report=report)
    if isinstance(found, RunningServer):
        yield _OfServer(found)
        return
    try:
        keys = read_or_make(contacts_key or key_file_of(db)).keys
    except BaseException:
        found.close()
        raise
    shared = SharedLog(found)
    members = Members(shared, SystemClock())
    contacts = Contacts(shared.log, keys)
    tokens = Tokens(shared.log, contacts.token_key(), wall_ms)
    members.start()
    try:
        yield CommunityDesk(members, contacts, tokens, at_once=AT_ONCE_ALONE)
    finally:
        shared.stop()


class _OfServer:
    at_once = AT_ONCE

    def __init__(self, server: RunningServer) -> None:
        self._server = server
        self.path = server.path

    def do(self, asked: Asked) -> Done:
        answer = self._server.ask(MEMBERS, msgspec.json.encode(asked))
        return msgspec.convert(answer["done"], Done)


def new_id() -> str:
    """An id for a request."""
    return f"members-{secrets.token_hex(8)}"


def _reason(outcome: Outcome) -> str:
    return "" if outcome.ok else outcome.code
