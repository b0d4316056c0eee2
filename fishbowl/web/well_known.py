"""What programs look for at fixed addresses: ``robots.txt`` and ``security.txt``."""

from datetime import UTC, datetime, timedelta

from flask import Blueprint, Response, abort

from fishbowl.host.clock import wall_ms
from fishbowl.web.context import here

EXPIRES_DAYS = 90
"""A contact is good for so long: a copy of the file that is older is not to be trusted."""

TEXT = "text/plain; charset=utf-8"
ROBOTS = "User-agent: *\nAllow: /s/\nAllow: /series/\nDisallow: /\n"
"""Published summaries and series may be fetched, for the preview of a link in a chat. That no
search engine lists them is said by ``X-Robots-Tag``, which a crawler only sees if it may fetch the
page."""

SECURITY_TXT = "/.well-known/security.txt"

bp = Blueprint("well_known", __name__)


@bp.get("/robots.txt")
def robots() -> Response:
    """Keep crawlers out of sessions."""
    return Response(ROBOTS, content_type=TEXT)


@bp.get(SECURITY_TXT)
def security_txt() -> Response:
    """Say where vulnerabilities of this installation are reported (RFC 9116).

    Without a contact in the settings there is no such file.
    """
    context = here()
    if not context.security_contact:
        abort(404)
    lines = [f"Contact: {context.security_contact}", f"Expires: {_expires(wall_ms())}"]
    lines.append(f"Preferred-Languages: {', '.join(context.languages.codes)}")
    if context.network.public_host():
        lines.append(f"Canonical: {context.network.base()}{SECURITY_TXT}")
    return Response("".join(f"{line}\n" for line in lines), content_type=TEXT)


def _expires(now_ms: int) -> str:
    """The midnight, UTC, after which the file is stale."""
    day = datetime.fromtimestamp(now_ms / 1000, UTC) + timedelta(days=EXPIRES_DAYS)
    return f"{day:%Y-%m-%d}T00:00:00Z"
