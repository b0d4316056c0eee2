"""Losing a pass. The answer, and the time it takes, are the same for every address."""

from typing import Annotated

import msgspec
from flask import Blueprint, Response, redirect, render_template, request
from msgspec import Meta
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.rate_limit import RateLimit
from fishbowl.web.community.answers import Refused, body_of, limit, refusal
from fishbowl.web.community.membership.contact import ADDRESS_MAX
from fishbowl.web.context import here

bp = Blueprint("lost", __name__)
bp.register_error_handler(Refused, refusal)

ASKED = (20, 600)
"""The rate limit from one address of the network."""
_asked = RateLimit(*ASKED)


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks for a new pass."""

    address: Annotated[str, Meta(max_length=ADDRESS_MAX)]


@bp.get("/lost")
def show() -> str:
    """The form; after it was sent, what happens next."""
    return _page(asked="asked" in request.args)


@bp.post("/lost")
def ask() -> Response | AnyResponse | tuple[str, int]:
    """Have a letter sent to an address, if somebody has confirmed it: 204, or the page again."""
    if request.is_json:
        limit(_asked, request.remote_addr)
        here().lost_passes.ask(body_of(Lost).address)
        return Response(status=204)
    try:
        limit(_asked, request.remote_addr)
    except Refused:
        return _page(too_fast=True), 429
    here().lost_passes.ask(request.form.get("address", "")[:ADDRESS_MAX])
    return redirect("/lost?asked", 303)


def _page(*, asked: bool = False, too_fast: bool = False) -> str:
    return render_template(
        "community/lost.html",
        asked=asked,
        too_fast=too_fast,
        sends_letters=bool(here().letters()),
        contact_max=ADDRESS_MAX,
    )
