"""Commands about the links by which people come to run the session."""

from typing import ClassVar

from fishbowl.domain.kernel.roles import HelperRole
from fishbowl.domain.session.commands.base import Command
from fishbowl.domain.session.commands.senders import FACILITATOR, JOIN_PAGE, Senders


class RevokeLinks(Command, frozen=True, kw_only=True):
    """Take all links of a role back; the next one that is handed out is another one."""

    senders: ClassVar[Senders] = FACILITATOR
    after_the_end: ClassVar[bool] = True

    role: HelperRole


class RenewLink(Command, frozen=True, kw_only=True):
    """Make another link to the console and take the old one back; the owner alone does that."""

    senders: ClassVar[Senders] = JOIN_PAGE
    after_the_end: ClassVar[bool] = True
