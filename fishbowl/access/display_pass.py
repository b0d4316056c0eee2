"""The pass of a display: only a display that was open before the close may show a session after it.

The display's page gets a cookie while the session is open. It proves no more than that. With it the
projector still shows the closing screen after a reload or a lost connection.
"""

from collections.abc import Mapping

from fishbowl.access.keys import AccessKeys
from fishbowl.access.sign_ins import Revoked, SignIns
from fishbowl.domain.kernel.roles import AT_WORK
from fishbowl.domain.session.state import Session

KEPT_MS = 24 * 60 * 60 * 1000
"""How long after it was opened a display may come back."""


def display_cookie(code: str) -> str:
    """The name of the cookie of a session's display."""
    return f"fishbowl_display_{code}"


def may_see_display(
    session: Session,
    cookies: Mapping[str, str],
    access_keys: AccessKeys,
    sign_ins: SignIns,
    now_ms: int,
) -> bool:
    """Tell whether a display may show what a session holds.

    :param now_ms: session time.
    """
    if session.clock.closed_at_ms is None:
        return True
    shown = cookies.get(display_cookie(session.code), "")
    if access_keys.is_display_pass(session.code, shown, since_ms=now_ms - KEPT_MS):
        return True
    try:
        return sign_ins.opened(cookies, session.code, session.access, AT_WORK) is not None
    except Revoked:
        return False
