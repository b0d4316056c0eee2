"""Earlier sessions about a topic, as the console shows them while the topic is typed."""

from collections.abc import Iterable
from typing import Any

from flask import request

from fishbowl.access.sign_ins import Revoked
from fishbowl.archive.search_types import SearchResult
from fishbowl.domain.kernel.roles import AT_THE_CONSOLE
from fishbowl.web.archive.pages import home_of, summary_href
from fishbowl.web.archive.words import SHOWN
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.setup.instants import day_of
from fishbowl.web.sign_in.identity import is_owner

AT_MOST = 3
_OUTCOME_KINDS = (
    "topic",
    "decision",
    "insight",
    "undecided",
    "open_question",
    "action",
    "resource",
)
"""The kinds of text that tell the outcome of a session; the first such match is shown."""


def earlier_sessions(results: Iterable[SearchResult], series: str) -> list[dict[str, Any]]:
    """Write the best results that the user may read: their own sessions and published ones.

    :param series: the id of the series that asks, whose sessions go first; empty for none.
    """
    written = []
    for result in sorted(results, key=lambda one: not series or one.series != series):
        is_own = is_own_session(result.code)
        if is_own or result.published:
            written.append(_written(result, is_own))
        if len(written) == AT_MOST:
            break
    return written


def is_own_session(code: str) -> bool:
    """Whether the user may read a session: as the owner, or signed in to its console."""
    if is_owner():
        return True
    context = here()
    names = (context.sign_ins.cookie(role, code) for role in AT_THE_CONSOLE)
    if not any(name in request.cookies for name in names):
        return False  # checked first, since loading the session may read its log
    session = context.service.session(code)
    if session is None:
        return False
    try:
        found = context.sign_ins.opened(request.cookies, code, session.access, AT_THE_CONSOLE)
    except Revoked:
        return False
    return found is not None


def _written(result: SearchResult, is_own: bool) -> dict[str, Any]:
    href = summary_href(result, by_its_key=is_own)
    match = next((match for match in result.matches if match.kind in _OUTCOME_KINDS), None)
    home = home_of(result)
    return {
        "question": result.question,
        "from": _("from %(home)s") % {"home": home} if home else "",
        "day": day_of(result.began_on),
        "words": "" if match is None else match.words[:SHOWN],
        "href": f"{href}#{match.anchor}" if match is not None and match.anchor else href,
    }
