"""Who may send what. Who is a host or a member is known to whoever takes the command."""

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import Command, Sender
from fishbowl.domain.series.decide.registry import Given

_SENDERS: dict[Role, Sender] = {
    Role.OWNER: "host",
    Role.MEMBER: "member",
    Role.DOOR: "door",
    Role.TIME: "time",
}


def check_sender(command: Command, given: Given) -> None:
    """Let a command pass, or refuse it.

    :raises Rejected: ``hosts_only`` or ``not_yours``.
    """
    sender = _SENDERS.get(given.role)
    if sender not in command.senders:
        raise Rejected("hosts_only")
    if sender == "member" and getattr(command, "member", None) != given.member:
        raise Rejected("not_yours")
