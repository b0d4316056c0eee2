"""Security headers of every response: only our own scripts, files and frames are allowed."""

import re

from flask import Flask, Response, request

from fishbowl.web.context import here

_HOST = re.compile(r"^[A-Za-z0-9.\-]+(:\d+)?$|^\[[0-9A-Fa-f:]+\](:\d+)?$")

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation",
        "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb",
    )
)  # fmt: skip

STRICT_TRANSPORT = "max-age=31536000"
"""A browser that came by https once comes by nothing else for a year. Not for subdomains: those are
others' servers."""

MAY_KEEP = frozenset(
    {
        "display.join_qr", "display.show", "files.show", "health.healthz",
        "phone.show", "privacy.show", "replay.published", "setup.create", "setup.show",
        "setup_again.save", "setup_again.show", "summary.published", "well_known.robots",
        "well_known.security_txt",
    }
)  # fmt: skip
"""Endpoints whose responses browsers may cache with revalidation: pages without names, and forms
that the Back button must restore. All other responses are ``no-store``."""


DRAWS_PICTURES = frozenset({"known", "letter", "me", "me_forms", "passes", "phone"})
"""Blueprints whose scripts draw the picture of a pass, or read one that somebody has chosen."""


def security_policy(
    host: str, *, frames: bool = False, framed: bool = False, pictures: bool = False
) -> str:
    """The content security policy for pages that are served from ``host``.

    The WebSocket origin is listed, since older browsers do not include it in ``'self'``.

    :param frames: whether the page may contain frames of the same origin.
    :param framed: whether pages of the same origin may frame it.
    :param pictures: whether the page may show pictures that its script has in memory.
    """
    ancestors = "'self'" if framed else "'none'"
    sockets = f" ws://{host} wss://{host}" if _HOST.match(host) else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob:" if pictures else "img-src 'self'",
            "font-src 'self'",
            f"connect-src 'self'{sockets}",
            *(("frame-src 'self'",) if frames else ()),
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {ancestors}",
        )
    )


def came_by_https() -> bool:
    """Tell whether the browser came by https, also where a proxy took it off."""
    if request.is_secure:
        return True
    network = here().network
    return network.public_is_secure() and request.host.lower() == network.public_host()


def install(app: Flask) -> None:
    """Add the headers to all responses."""

    @app.after_request
    def add_headers(response: Response) -> Response:
        headers = response.headers
        pictures = request.blueprint in DRAWS_PICTURES
        policy = security_policy(request.host, pictures=pictures)
        headers.setdefault("Content-Security-Policy", policy)
        # Not "no-referrer": with it, browsers send forms with the origin "null".
        headers["Referrer-Policy"] = "same-origin"
        headers["X-Content-Type-Options"] = "nosniff"
        headers["X-Robots-Tag"] = "noindex, nofollow"
        headers["Permissions-Policy"] = PERMISSIONS
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        if came_by_https():
            headers["Strict-Transport-Security"] = STRICT_TRANSPORT
            # Without https browsers ignore it, and complain.
            headers["Cross-Origin-Opener-Policy"] = "same-origin"
        may_keep = request.endpoint in MAY_KEEP and response.status_code < 400
        headers.setdefault("Cache-Control", "no-cache" if may_keep else "no-store")
        return response
