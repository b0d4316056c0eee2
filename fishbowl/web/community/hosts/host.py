"""Who looks after the community, and what they send."""

from typing import NamedTuple

from flask import abort

from fishbowl.access.sign_ins import OWNER
from fishbowl.domain.community.commands import Command
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.roles import Role
from fishbowl.services.audit import HOST
from fishbowl.services.batch import Beside, Outcome
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.sign_in.identity import HostsOnly, is_owner, member


class Host(NamedTuple):
    """Whoever looks after the community: the owner, or a member who accepted to be a host.

    :param member: 0 for the owner.
    """

    role: Role
    member: MemberId

    @property
    def is_owner(self) -> bool:
        """Whether it is the owner."""
        return self.role is Role.OWNER


def the_host() -> Host:
    """Let nobody but a host pass.

    :raises fishbowl.web.sign_in.identity.HostsOnly: somebody else is asking.
    """
    if is_owner():
        return Host(Role.OWNER, MemberId(0))
    found = member()
    if found is None or not found.is_host:
        raise HostsOnly
    return Host(Role.MEMBER, found.id)


def find_member(community: Community, id: int) -> Member:
    """The member whom a path names.

    :raises werkzeug.exceptions.NotFound: there is none, or none any more.
    """
    found = community.members.get(MemberId(id))
    if found is None:
        abort(404)
    return found


def send(host: Host, command: Command, *, what: str, beside: Beside | None = None) -> Outcome:
    """Send a command in a host's name, and note in the audit list what it did.

    :param what: its code in the audit list; what is so already is not noted.
    :param beside: what commits with it, such as letters.
    :raises werkzeug.exceptions.ServiceUnavailable: it could not be saved.
    """
    context = here()
    outcome = context.members.ask(command, role=host.role, member=host.member, beside=beside)
    if outcome.code == "not_saved":
        abort(503)
    if outcome.ok and outcome.seq is not None:
        note(host, what)
    return outcome


def note(host: Host, what: str, *, count: int = 1) -> None:
    """Note what a host did, without names."""
    context = here()
    who = OWNER if host.is_owner else HOST
    generation = context.sign_ins.owner_generation if host.is_owner else 0
    context.audit.note(what, who=who, generation=generation, count=count)


def refusal(code: str) -> str:
    """Why something was refused, as a sentence."""
    words = {
        "member_unknown": _("That member is none any more. Nothing has changed."),
        "merge_open": _("One of the two is asked already. Nothing has changed."),
        "same_member": _("These are the same entry. Nothing has changed."),
        "invitation_over": _("That invitation is over already."),
        "limit_reached": _("Too many invitations wait already. Nothing was sent."),
        "hosts_only": _("Only hosts may do this. Nothing has changed."),
    }
    return words.get(code, _("This could not be done. Nothing has changed."))


def title_of(community: Community) -> str:
    """What pages call the community."""
    return community.about.title or "Fishbowl"
