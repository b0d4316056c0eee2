"""The QR with which a phone joins the Wi-Fi of the room; public, as the wall is."""

import re

from flask import Blueprint, Response, abort

from fishbowl.domain.kernel.roles import AT_WORK
from fishbowl.domain.session.model import Wifi
from fishbowl.web.display.qr import qr_svg
from fishbowl.web.sign_in.identity import find_session, role_in

bp = Blueprint("wifi", __name__)

_KINDS = {"wpa": "WPA", "wep": "WEP", "open": "nopass"}
_SPECIAL = re.compile(r'([\\;,:"])')


@bp.get("/<code>/wifi.svg")
def wifi_qr(code: str) -> Response:
    """The QR of the Wi-Fi, if there is one. It changes with the Wi-Fi and is kept by nobody.

    After the close it is for who runs the session.
    """
    session = find_session(code)
    if session.clock.closed_at_ms is not None:
        role_in(session, AT_WORK)
    wifi = session.wifi
    if not wifi.network:
        abort(404)
    response = Response(qr_svg(wifi_text(wifi)), content_type="image/svg+xml")
    response.headers["Cache-Control"] = "no-store"
    return response


def wifi_text(wifi: Wifi) -> str:
    """What the cameras of phones understand: ``WIFI:T:WPA;S:name;P:password;;``."""
    fields = [("T", _KINDS[wifi.security]), ("S", _escaped(wifi.network))]
    if wifi.security != "open":
        fields.append(("P", _escaped(wifi.password)))
    if wifi.hidden:
        fields.append(("H", "true"))
    return "WIFI:" + "".join(f"{key}:{value};" for key, value in fields) + ";"


def _escaped(text: str) -> str:
    """Put a backslash before the signs that divide the fields."""
    return _SPECIAL.sub(r"\\\1", text)
