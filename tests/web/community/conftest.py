"""A site with a community in which everything exists that hosts must not see."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from fishbowl.access.sign_ins import MEMBER
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import (
    InvitationId,
    Kind,
    MemberId,
    invitation_owner,
    member_owner,
)
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.people_effects import MarkContact
from fishbowl.services.batch import Outcome
from fishbowl.services.inviting import invite
from fishbowl.services.people_list import Listed
from tests.web.conftest import ORIGIN, Site

POST: dict[str, Any] = {"headers": {"Origin": ORIGIN}}
NOBODY = MemberId(0)


class Circle:
    """A community on a site, and who looks after it."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._ids = 0

    @property
    def state(self) -> Community:
        """The committed state."""
        return self.site.members.community

    def asks(
        self, command: c.Command, role: Role = Role.DOOR, member: MemberId = NOBODY
    ) -> Outcome:
        """Send a command that is accepted."""
        outcome = self.site.members.ask(command, role=role, member=member)
        assert outcome.ok, outcome
        return outcome

    def joins(self, label: str, mail: str = "", **fields: Any) -> MemberId:
        """Somebody becomes a member; with a confirmed address if one is given."""
        contacts = self.site.context.contacts
        reach = {"reach": "mail"} if mail else {}
        outcome = self.asks(c.Join(label=label, **{**reach, **fields}))
        member = MemberId(outcome.seq or 0)
        if mail:
            now_ms = self.site.clock.now_ms()
            put = contacts.put(member_owner(member), "mail", mail, now_ms)
            self.site.service.log.append({}, [put])
        return member

    def hosts(self, label: str = "Sunniva") -> tuple[MemberId, FlaskClient]:
        """Somebody is a member and a host."""
        member = self.joins(label)
        self.asks(c.AskHost(member=member), Role.OWNER)
        self.asks(c.AcceptHosting(member=member), Role.MEMBER, member)
        return member, self.browser(member)

    def browser(self, member: MemberId) -> FlaskClient:
        """The browser in which a member is signed in."""
        return self.site.signed_in(MEMBER, generation=member)

    def invites(self, *people: tuple[str, str]) -> list[InvitationId]:
        """The owner invites people by name and address."""
        self._ids += 1
        context = self.site.context
        before = set(self.state.invitations)
        sent = invite(
            context.members, context.contacts, context.tokens,
            [Listed(label, address, "en") for label, address in people],
            role=Role.OWNER, command_id=f"test-{self._ids}",
        )  # fmt: skip
        assert sent.outcome.ok
        return sorted(set(self.state.invitations) - before)

    def refuses(self, invitation: InvitationId) -> None:
        """Somebody says no to an invitation."""
        self.asks(c.EndInvitation(invitation=invitation, why="refused"))

    def comes_back(self, owner: str) -> None:
        """A letter could not be delivered."""
        now_ms = self.site.clock.now_ms()
        mark = MarkContact(owner=owner, failed_at_ms=now_ms, problem="refused")
        self.site.service.log.append({}, [mark])

    def is_a(self, kind: Kind, **said: str) -> None:
        """Say what the community is."""
        self.asks(c.DescribeCommunity(kind=kind, **said), Role.OWNER)

    def letters(self, owner: str = "") -> list[str]:
        """The letters of the outbox, by kind."""
        return sorted(one.letter for one in self.site.service.log.letters(owner))


@pytest.fixture
def circle(site: Site) -> Circle:
    """A community in which nobody is a member yet."""
    return Circle(site)


__all__ = ["POST", "Circle", "invitation_owner"]
