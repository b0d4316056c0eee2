"""The facilitator's page, and what it fetches beside the live view."""

from typing import Any, get_args

import msgspec
from flask import Blueprint, Response, abort, render_template, request

from fishbowl.access.codes import spoken
from fishbowl.domain.kernel.roles import AT_THE_BOWL, AT_THE_CONSOLE, HELPERS, Role
from fishbowl.domain.session.commands import QueueOrder
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.rules.floor.event_equity import event_key
from fishbowl.domain.session.rules.people.waiting_room import PEOPLE_MAX
from fishbowl.domain.session.state import Session
from fishbowl.host.network import Choice
from fishbowl.views import door
from fishbowl.views.console_lists import more_of
from fishbowl.views.order import preview_moves
from fishbowl.web.archive.related_sessions import earlier_sessions, is_own_session
from fishbowl.web.console.roster import SHOWN, Which, roster
from fishbowl.web.context import here
from fishbowl.web.display.qr import qr_svg
from fishbowl.web.headers import security_policy
from fishbowl.web.i18n import gettext as _
from fishbowl.web.known import community_title
from fishbowl.web.numbers import read_number
from fishbowl.web.series.kept_promises import kept_in
from fishbowl.web.setup.talk_languages import talk_languages
from fishbowl.web.sign_in.handover import facilitator_link, handover_link
from fishbowl.web.sign_in.identity import find_own_session, find_session, is_host, is_owner, role_in

bp = Blueprint("console", __name__)

MORE_MAX = 1_000
"""The maximum of rows in one response."""


@bp.get("/<code>/console")
def show(code: str) -> Response:
    """The console; it contains the display in a small frame."""
    session = find_own_session(code, AT_THE_CONSOLE)
    page = render_template(
        "console.html",
        session=session,
        spoken=spoken(session.code),
        talk_languages=talk_languages(),
        community=community_title(),
    )
    response = Response(page, content_type="text/html; charset=utf-8")
    policy = security_policy(request.host, frames=True)
    response.headers["Content-Security-Policy"] = policy
    return response


@bp.get("/<code>/people.json")
def people(code: str) -> Response:
    """People whose name matches; ``of=unheard`` only those who have not been heard."""
    session = find_own_session(code)
    which: Any = request.args.get("of", "all")
    most = request.args.get("most", SHOWN, type=int)
    if which not in get_args(Which) or not 0 <= most <= PEOPLE_MAX:
        abort(400)
    return _json(roster(session, request.args.get("q", ""), which, most))


@bp.get("/<code>/more.json")
def more(code: str) -> Response:
    """The rest of a long list, of which the live view has only the first rows."""
    session = find_own_session(code, AT_THE_CONSOLE)
    kind, _dot, name = request.args.get("of", "").partition(".")
    most = min(read_number(request.args.get("most", "")) or 0, MORE_MAX)
    return _json({"items": more_of(session, kind, name, most)})


@bp.get("/<code>/arrivals.json")
def arrivals(code: str) -> Response:
    """People who joined by phone and have not sat, grouped by minute, to find a flood of joins."""
    return _json({"groups": door.arrivals(find_own_session(code))})


@bp.get("/<code>/order.json")
def order(code: str) -> Response:
    """A preview of another queue order: who would move, and why."""
    session = find_own_session(code)
    wanted: Any = request.args.get("order", "")
    if wanted not in get_args(QueueOrder):
        abort(400)
    return _json({"moves": preview_moves(session, wanted)})


@bp.get("/<code>/before.json")
def before(code: str) -> Response:
    """Earlier sessions about a topic, of those that the user may read."""
    session = find_own_session(code, AT_THE_CONSOLE)
    found = here().archive.related_sessions(request.args.get("q", ""), exclude=session.code)
    return _json({"sessions": earlier_sessions(found, session.settings.series)})


@bp.get("/<code>/event.json")
def event(code: str) -> Response:
    """Equity figures over all sessions of the event, without names."""
    session = find_own_session(code, AT_THE_CONSOLE)
    if not event_key(session.settings.series, session.settings.event):
        abort(404)
    return _json(here().events.equity(session))


@bp.get("/<code>/event-names.json")
def event_names(code: str) -> Response:
    """Names of series, suggested for the event: all for a host, else those of public series."""
    find_own_session(code)
    return _json({"names": here().filing.labels(only_public=not is_host())})


@bp.get("/<code>/open.json")
def still_open(code: str) -> Response:
    """What other sessions of the event left open, and what was kept since the last one.

    Open items are those that the user may read; nothing has names.
    """
    session = find_own_session(code, AT_THE_CONSOLE)
    event = event_key(session.settings.series, session.settings.event)
    found = here().events.open_before(event, session.code, is_own_session)
    items = [{"kind": item.kind, "words": item.words} for item in found]
    kept = [{"words": one.words, "how": one.how} for one in kept_in(session.settings.series)]
    return _json({"items": items, "kept": kept})


@bp.get("/<code>/links.json")
def links(code: str) -> Response:
    """Every address of the session. ``chosen`` is the ``url`` of the address in the QR.

    ``again`` is for the owner only. Links with a key (``console``, ``helpers``) are for the
    facilitator only.
    """
    session = find_session(code)
    role = role_in(session, AT_THE_BOWL)
    context, code = here(), session.code
    chosen = session.settings.address
    base = context.network.base(chosen)
    slug = context.access_keys.summary_slug(code)
    found: dict[str, Any] = {
        "join": context.network.join_url(code, chosen),
        "display": f"{base}/{code}/display",
        "stage": f"{base}/{code}/stage",
        "sheet": f"/{code}/sheet",
        "summary": f"/{code}/summary",
        "published": f"{base}/s/{slug}" if session.summary.published else None,
        "addresses": [offered(choice) for choice in context.network.choices(chosen)],
        "chosen": base,
    }
    if is_owner():
        found["again"] = f"/new?like={code}"
    if role is Role.FACILITATOR:
        found["console"] = facilitator_link(session)
        found["helpers"] = {one.value: handover_link(session, one) for one in HELPERS}
    return _json(found)


@bp.get("/<code>/people/<int:person>/move.json")
def move(code: str, person: int) -> Response:
    """The link that moves a person to another phone."""
    return _json({"url": _moving_link(find_own_session(code), PersonId(person))})


@bp.get("/<code>/people/<int:person>/move.svg")
def move_picture(code: str, person: int) -> Response:
    """The same link as a QR code."""
    picture = qr_svg(_moving_link(find_own_session(code), PersonId(person)))
    response = Response(picture, content_type="image/svg+xml")
    response.headers["Cache-Control"] = "no-store"
    return response


def _moving_link(session: Session, person: PersonId) -> str:
    """The link works once: the token depends on the person's current phone."""
    found = session.people.get(person)
    if found is None or not session.is_here(found):
        abort(404)
    context = here()
    token = context.access_keys.moving_token(session.code, found.id, found.key)
    return f"{context.network.base(session.settings.address)}/{session.code}#move={token}"


def offered(choice: Choice) -> dict[str, Any]:
    """An address with a description for people."""
    names = {
        "announced": _("by name, which also leads to another laptop that takes over"),
        "name": _("by name, where the network knows it"),
        "set": _("set by hand"),
        "virtual": _("%(interface)s, inside this machine or through a tunnel")
        % {"interface": choice.interface},
    }
    return {
        "url": choice.url,
        "text": choice.text,
        "name": names.get(choice.kind, choice.interface),
        "kind": choice.kind,
        "reachable": choice.reachable,
    }


def _json(found: Any) -> Response:
    response = Response(msgspec.json.encode(found), content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response
