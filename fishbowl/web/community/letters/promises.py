"""What the letter about a promise leads to; each press acts once, and spends the token."""

from werkzeug.exceptions import NotFound

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session.commands import CloseItem, Command, MoveItem
from fishbowl.domain.session.ids import OpenItemId
from fishbowl.services.promises import promise_in
from fishbowl.services.tokens import Token
from fishbowl.views.community.promises import MONTH_DAYS, WEEK_DAYS, Promised
from fishbowl.web.community.answers import Refused, form_id
from fishbowl.web.community.letters.press import Act, check_over, member_of
from fishbowl.web.community.me.promises import find, later, send_as
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _


def told(token: Token) -> dict[str, str]:
    """What the page tells: the words, and where they come from.

    :raises Refused: ``token_over``: it is done, or has another day.
    """
    found, _code = _open(token)
    return {
        "heading": found.item.words,
        "text": _("From: %(question)s") % {"question": found.question},
    }


def _done(token: Token, secret: str) -> str:
    found, code = _open(token)
    _send(token, secret, code, CloseItem(item=OpenItemId(Seq(found.item.id))))
    return "done"


def _week(token: Token, secret: str) -> str:
    return _move(token, secret, WEEK_DAYS)


def _month(token: Token, secret: str) -> str:
    return _move(token, secret, MONTH_DAYS)


def _move(token: Token, secret: str, days: int) -> str:
    found, code = _open(token)
    due = later(member_of(token), found, days)
    _send(token, secret, code, MoveItem(item=OpenItemId(Seq(found.item.id)), due=due))
    return "moved"


ACTS: dict[tuple[str, str], Act] = {
    ("promise", "done"): _done,
    ("promise", "week"): _week,
    ("promise", "month"): _month,
}
"""What each press does, by the purpose of the token."""


def _open(token: Token) -> tuple[Promised, str]:
    """The promise of a letter and its session, while it is open and has the day of the letter."""
    code, item, due = promise_in(token.scope)
    found = find(member_of(token), code, item)
    if found is None or found.item.ended_at_ms is not None or found.item.due != due:
        raise Refused("token_over", 410)
    return found, code


def _send(token: Token, secret: str, code: str, command: Command) -> None:
    """Do what the letter allows, once.

    :raises Refused: ``token_over``: somebody was faster, or the session knows the member no more.
    """
    spends = here().tokens.spend(secret)
    try:
        outcome = send_as(member_of(token), code, command, f"letter-{form_id()}", spends)
    except NotFound:
        raise Refused("token_over", 410) from None
    check_over(outcome)
