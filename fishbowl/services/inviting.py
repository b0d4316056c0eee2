"""Inviting people by name: one letter each, and none to who does not want to be asked.

An address that is a member's, was invited already, or wants no letters gets none, and nothing is
kept of it. Its invitation looks like every other that is not answered: whoever invites cannot find
out by it who is a member, and who said no.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from fishbowl.domain.community.commands import Invited, InvitePeople
from fishbowl.domain.community.events import Entry
from fishbowl.domain.community.ids import InvitationId, MemberId, invitation_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.effects import AnyEffect
from fishbowl.services.batch import Outcome
from fishbowl.services.community import NOBODY, Members
from fishbowl.services.contacts import Contacts, mail_address
from fishbowl.services.letter_effects import letter
from fishbowl.services.tokens import Tokens


class Person(Protocol):
    """Somebody to be invited."""

    @property
    def label(self) -> str:
        """What they are called."""
        ...

    @property
    def address(self) -> str:
        """Their e-mail address."""
        ...

    @property
    def language(self) -> str:
        """The language of the letter (BCP 47)."""
        ...


class Sent(NamedTuple):
    """What became of invitations.

    :param left_out: how many get no letter; not to be told where it could point to a person.
    """

    outcome: Outcome
    left_out: int


def invite(
    members: Members,
    contacts: Contacts,
    tokens: Tokens,
    people: Sequence[Person],
    *,
    role: Role,
    member: MemberId = NOBODY,
    command_id: str,
) -> Sent:
    """Invite people; all of them, or nobody if it is refused.

    :param member: the host who invites, with the role ``MEMBER``.
    :param command_id: the same again invites nobody twice.
    :raises BadContact: one of the addresses is none; nobody is invited.
    :raises StoreError: the addresses cannot be looked up; nobody is invited.
    """
    addresses = [mail_address(one.address) for one in people]
    silent = contacts.not_to_be_asked(addresses)
    command = InvitePeople(
        people=tuple(Invited(label=one.label, language=one.language) for one in people)
    )

    def beside(entries: Sequence[Entry]) -> Iterator[AnyEffect]:
        for entry, address in zip(entries, addresses, strict=True):
            if address in silent:
                continue
            owner = invitation_owner(InvitationId(entry.seq))
            yield contacts.put(owner, "mail", address)
            id = f"{command_id}-{entry.seq}"
            yield from letter(tokens, "invitation", id, owner, int(entry.at_ms))

    outcome = members.ask(command, role=role, member=member, command_id=command_id, beside=beside)
    return Sent(outcome, sum(one in silent for one in addresses))
