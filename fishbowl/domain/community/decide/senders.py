"""Who may send what."""

from fishbowl.domain.community.commands import Command, Sender
from fishbowl.domain.community.decide.registry import Given
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.roles import Role


def check_sender(community: Community, command: Command, given: Given) -> None:
    """Let a command pass, or refuse it.

    :raises Rejected: ``hosts_only``, ``not_yours`` or ``member_unknown``.
    """
    parts = _parts(community, given)
    if parts - {"member"} & command.senders:
        return
    if "member" in parts & command.senders:
        if getattr(command, "member", None) == given.member:
            return
        raise Rejected("not_yours")
    raise Rejected("hosts_only")


def _parts(community: Community, given: Given) -> frozenset[Sender]:
    match given.role:
        case Role.OWNER:
            return frozenset({"owner"})
        case Role.DOOR:
            return frozenset({"door"})
        case Role.TIME:
            return frozenset({"time"})
        case Role.MEMBER:
            member = community.members.get(given.member)
            if member is None:
                raise Rejected("member_unknown")
            return frozenset({"member", "host"}) if member.is_host else frozenset({"member"})
    return frozenset()
