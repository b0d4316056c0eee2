"""The check before a session: what phones will reach, and what the facilitator can fix."""

import msgspec
from flask import Blueprint, Response, abort, render_template, request, url_for
from flask import redirect as redirect_to
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.codes import spoken
from fishbowl.domain.kernel.roles import AT_THE_BOWL
from fishbowl.domain.session.commands import EXPECTED_MAX, ChangeSettings
from fishbowl.domain.session.commands.base import ADDRESS_MAX
from fishbowl.domain.session.state import Session
from fishbowl.home.records import Home
from fishbowl.host.addresses import Kind
from fishbowl.host.clock import wall_ms
from fishbowl.services.writer import Envelope
from fishbowl.web.console.page import offered
from fishbowl.web.context import here
from fishbowl.web.display.qr import qr_path
from fishbowl.web.display.screens import Screen
from fishbowl.web.numbers import read_number
from fishbowl.web.setup.check_lines import Facts, Line, lines
from fishbowl.web.setup.instants import iso, told
from fishbowl.web.sign_in.identity import find_own_session, find_session, role_in

PEOPLE_USUAL = 150
SCREEN_MAX_BYTES = 200

bp = Blueprint("check", __name__)


@bp.get("/<code>/check")
def show(code: str) -> str:
    """The page; a script keeps it up to date."""
    session = find_own_session(code)
    network, chosen = here().network, session.settings.address
    size, path = qr_path(network.join_url(session.code, chosen))
    now_ms, opens_at_ms = here().clock.now_ms(), session.settings.opens_at_ms
    return render_template(
        "check.html",
        session=session,
        spoken=spoken(session.code),
        join_text=network.join_text(chosen),
        qr_size=size,
        qr_path=path,
        lines=_lines(session),
        people=_people(session),
        asked_as=request.host,
        people_max=EXPECTED_MAX,
        addresses=[offered(choice) for choice in network.choices(chosen)],
        chosen=network.base(chosen),
        server_now=told(wall_ms()),
        opens=told(opens_at_ms) if opens_at_ms > now_ms else "",
        opens_iso=iso(opens_at_ms) if opens_at_ms > now_ms else "",
    )


@bp.post("/<code>/check")
def choose_address(code: str) -> AnyResponse:
    """Put another address into the QR, and check that one."""
    session = find_session(code)
    role = role_in(session, AT_THE_BOWL)
    command = ChangeSettings(address=request.form.get("address", "")[:ADDRESS_MAX])
    id = f"check-{request.form.get('seen', '')[:40]}-{session.seq}"
    here().service.submit(Envelope(code=session.code, command=command, command_id=id, role=role))
    return redirect_to(url_for("check.show", code=session.code), 303)


@bp.get("/<code>/check.json")
def now(code: str) -> Response:
    """The same lines as they are now, and the server's time."""
    session = find_own_session(code)
    found = {"now_ms": wall_ms(), "lines": _lines(session)}
    response = Response(msgspec.json.encode(found), content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/<code>/display/screen.json")
def report_screen(code: str) -> Response:
    """A room display tells how large it is; it can show the room, so it needs no key."""
    session = find_session(code)
    if (request.content_length or 0) > SCREEN_MAX_BYTES:
        abort(413)
    try:
        screen = msgspec.json.decode(request.get_data(), type=Screen)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError):
        abort(400)
    if not screen.is_sane:
        abort(400)
    here().screens.report(session.code, screen)
    return Response(status=204)


def _lines(session: Session) -> list[Line]:
    context, chosen = here(), session.settings.address
    network, host = context.network, context.network.join_text(chosen)
    kinds: dict[str, Kind] = {choice.text: choice.kind for choice in network.choices(chosen)}
    kind: Kind = "loopback" if network.is_loopback(host) else kinds.get(host, "set")
    home = context.home.home()
    facts = Facts(
        address=host,
        kind=kind,
        reached=context.presence.was_reached(session.code, host),
        screen=context.screens.of(session.code),
        storage=context.machine.storage(),
        connections=context.machine.connections_max(),
        people=_people(session),
        unknown_proxy=context.proxies.unknown_seen,
        standbys=tuple(context.standby.followers()),
        letters=context.letters(),
        members=len(context.members.community.members),
        community=context.members.community.about.title,
        home=_named(home),
        knows_laptop=home is None or home.refused_ms is None,
    )
    return lines(facts)


def _named(home: Home | None) -> str:
    """What a home is called, and where it is."""
    if home is None:
        return ""
    host = home.url.partition("://")[2]
    return f"{home.name} ({host})" if home.name else host


def _people(session: Session) -> int:
    wanted = read_number(request.args.get("people", ""))
    if wanted is None:
        wanted = session.settings.expected_people or PEOPLE_USUAL
    return min(max(1, wanted), EXPECTED_MAX)
