"""What the pages of letters share: whose letter it is, and one press that acts once."""

from collections.abc import Callable
from typing import Any

from fishbowl.domain.community.commands import Command
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.members import owner_in
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.effects import AnyEffect
from fishbowl.services.batch import Outcome
from fishbowl.services.tokens import Token
from fishbowl.web.community.answers import Refused, check
from fishbowl.web.context import here

Tell = Callable[[Token], dict[str, Any]]
"""What the page tells of a letter, before a press."""
Act = Callable[[Token, str], str]
"""Does what a press asks for, with the token and its secret; returns what the page says then."""


def member_of(token: Token) -> Member:
    """Whose letter it was.

    :raises Refused: ``token_over``: they are a member no more.
    """
    found = owner_in(here().members.community, token.owner)
    if not isinstance(found, Member):
        raise Refused("token_over", 410)
    return found


def do_once(command: Command, secret: str, *effects: AnyEffect) -> None:
    """Do in the community what a letter allows, and spend its token with it.

    :param effects: what else commits with it.
    :raises Refused: ``token_over``: somebody was faster, or what it was about is over.
    """
    beside = [here().tokens.spend(secret), *effects]
    check_over(here().members.ask(command, role=Role.DOOR, beside=lambda _: beside))


def check_over(outcome: Outcome) -> None:
    """Go on if it was done, or was so already.

    :raises Refused: ``token_over``, or it could not be saved.
    """
    if not outcome.ok and outcome.code != "not_saved":
        raise Refused("token_over", 410)
    check(outcome)
