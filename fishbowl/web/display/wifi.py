"""The QR with which phones join the Wi-Fi of the room; public until the close."""

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
    """The QR of the Wi-Fi, if there is one. It is never cached.

    After the close it requires a role in the session.
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
    """The text of a Wi-Fi QR: ``WIFI:T:WPA;S:name;P:password;;``."""
    fields = [("T", _KINDS[wifi.security]), ("S", _escaped(wifi.network))]
    if wifi.security != "open":
        fields.append(("P", _escaped(wifi.password)))
    if wifi.hidden:
        fields.append(("H", "true"))
    return "WIFI:" + "".join(f"{key}:{value};" for key, value in fields) + ";"


def _escaped(text: str) -> str:
    """Escape the characters that separate fields."""
    return _SPECIAL.sub(r"\\\1", text)
