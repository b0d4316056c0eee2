"""The address in a letter that ends letters (RFC 8058): a page that asks, and one press that acts.

A mail program posts to it without a page; whoever opens it sees the question first, because
programs that look for viruses open links. The token stays good: pressing twice is no mistake.

A member stays a member. Only what they ask for themselves still comes: the question whether an
address is theirs, and a new pass. The address of somebody invited is deleted, and never written to
again.
"""

import time
from typing import Literal

from flask import Blueprint, render_template, request
from werkzeug.exceptions import TooManyRequests

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.model import Invitation, Member
from fishbowl.domain.community.rules.members import owner_in
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.errors import Unavailable
from fishbowl.log.people_effects import MarkContact
from fishbowl.services.contacts import UNSUBSCRIBED
from fishbowl.services.tokens import Token
from fishbowl.web.context import here

bp = Blueprint("unsubscribe", __name__)

TOKEN_MAX = 100

Whose = Literal["member", "invitation", "gone"]


@bp.get("/unsubscribe")
def ask() -> str | tuple[str, int]:
    """Ask; nothing changes."""
    found = _token()
    if found is None:
        return _unknown()
    whose = _whose(found)
    return _page("done" if whose == "gone" else "ask", whose)


@bp.post("/unsubscribe")
def act() -> str | tuple[str, int]:
    """Send nothing more."""
    token = _token()
    if token is None:
        return _unknown()
    context = here()
    found = owner_in(context.members.community, token.owner)
    if isinstance(found, Member):
        marked = MarkContact(
            owner=token.owner,
            failed_at_ms=context.clock.now_ms(),
            problem=UNSUBSCRIBED,
        )
        context.members.log.append({}, [marked])
    elif found is not None:
        outcome = context.members.ask(
            c.EndInvitation(invitation=found.id, why="refused"), role=Role.DOOR
        )
        if outcome.code == "not_saved":
            raise Unavailable("the database does not answer")
    return _page("done", _kind_of(found))


def _token() -> Token | None:
    """What the address is good for; ``None`` if it is no such address."""
    typed = request.args.get("t", "")
    token = here().tokens.find(typed) if 0 < len(typed) <= TOKEN_MAX else None
    return token if token is not None and token.purpose == "unsubscribe" else None


def _whose(token: Token) -> Whose:
    """Whose letter it was; ``gone`` if they are here no more."""
    return _kind_of(owner_in(here().members.community, token.owner))


def _kind_of(found: Member | Invitation | None) -> Whose:
    if found is None:
        return "gone"
    return "member" if isinstance(found, Member) else "invitation"


def _unknown() -> tuple[str, int]:
    if not here().wrong_keys.allows(request.remote_addr, time.monotonic()):
        raise TooManyRequests
    return _page("unknown", "gone"), 410


def _page(step: Literal["ask", "done", "unknown"], whose: Whose) -> str:
    about = here().members.community.about
    return render_template(
        "community/unsubscribe.html",
        step=step,
        whose=whose,
        community=about.title or "Fishbowl",
        token=request.args.get("t", ""),
    )
