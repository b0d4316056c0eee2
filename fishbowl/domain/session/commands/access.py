"""Commands about the links by which people come to run the session."""

from fishbowl.domain.kernel.roles import HelperRole
from fishbowl.domain.session.commands.base import Command


class RevokeLinks(Command, frozen=True, kw_only=True):
    """Take all links of a role back; the next one that is handed out is another one."""

    role: HelperRole


class RenewLink(Command, frozen=True, kw_only=True):
    """Make another link to the console and take the old one back; the owner alone does that."""
