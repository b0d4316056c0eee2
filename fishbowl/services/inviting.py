"""Inviting people by name: one letter each, and none to who does not want to be asked.

An address that is a member's, was invited already, or wants no letters gets none, and nothing is
kept of it. Its invitation looks like every other that is not answered: whoever invites cannot find
out by it who is a member, and who said no.
"""

import time
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple, Protocol

from fishbowl.domain.community.commands import Invited, InvitePeople
from fishbowl.domain.community.events import Entry
from fishbowl.domain.community.ids import InvitationId, MemberId, invitation_owner
from fishbowl.domain.community.rules.invitations import OPEN_MAX
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.effects import AnyEffect
from fishbowl.services.batch import Beside, Outcome
from fishbowl.services.community import NOBODY, Members
from fishbowl.services.contacts import Contacts, mail_address
from fishbowl.services.letter_effects import letter
from fishbowl.services.tokens import Tokens

AT_ONCE = 50
"""So many people are invited in one commit, so that rooms are not held up by a long list."""


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
    at_once: int = AT_ONCE,
) -> Sent:
    """Invite people. A long list takes several commits.

    :param member: the host who invites, with the role ``MEMBER``.
    :param command_id: the same again invites nobody twice, and goes on where saving has failed.
    :param at_once: how many people are invited in one commit.
    :return: its outcome is that of the first commit that was refused or not saved.
    :raises BadContact: one of the addresses is none; nobody is invited.
    :raises StoreError: the addresses cannot be looked up; nobody is invited.
    """
    addresses = [mail_address(one.address) for one in people]
    silent = contacts.not_to_be_asked(addresses)
    if len(members.community.invitations) + len(people) > OPEN_MAX:
        return Sent(Outcome(ok=False, code="limit_reached", params={"most": OPEN_MAX}), 0)
    outcome = Outcome(ok=True)
    for first in range(0, len(people), at_once):
        part = range(first, min(first + at_once, len(people)))
        id = f"{command_id}-{first}"
        outcome = members.ask(
            InvitePeople(
                people=tuple(
                    Invited(label=people[no].label, language=people[no].language) for no in part
                )
            ),
            role=role,
            member=member,
            command_id=id,
            beside=_letters(contacts, tokens, [addresses[no] for no in part], silent, id),
        )
        if not outcome.ok:
            break
        time.sleep(0)  # a turn for other tasks, which under eventlet get none otherwise
    return Sent(outcome, sum(one in silent for one in addresses))


def _letters(
    contacts: Contacts,
    tokens: Tokens,
    addresses: Sequence[str],
    silent: Container[str],
    command_id: str,
) -> Beside:
    """What commits with invitations: the address and the letter of who is to be asked."""

    def beside(entries: Sequence[Entry]) -> Iterator[AnyEffect]:
        for entry, address in zip(entries, addresses, strict=True):
            if address in silent:
                continue
            owner = invitation_owner(InvitationId(entry.seq))
            yield contacts.put(owner, "mail", address)
            id = f"{command_id}-{entry.seq}"
            yield from letter(tokens, "invitation", id, owner, int(entry.at_ms))

    return beside
