"""Earlier sessions about a topic, as the console shows them while the topic is typed."""

from collections.abc import Iterable
from typing import Any

from flask import request

from fishbowl.access.sign_ins import Revoked
from fishbowl.archive.search_types import Hit
from fishbowl.domain.kernel.roles import AT_THE_CONSOLE
from fishbowl.web.archive.pages import summary_way
from fishbowl.web.archive.words import SHOWN
from fishbowl.web.context import here
from fishbowl.web.setup.instants import day_of
from fishbowl.web.sign_in.identity import is_owner

AT_MOST = 3
_OWN_LINES = ("topic", "decision", "insight", "undecided", "open_question", "action", "resource")
"""The kinds of text that say what a session came to under a topic."""


def earlier_sessions(hits: Iterable[Hit]) -> list[dict[str, Any]]:
    """Write the nearest of the sessions that the asker may read: their own and published ones."""
    written = []
    for hit in hits:
        is_own = is_own_session(hit.code)
        if is_own or hit.published:
            written.append(_written(hit, is_own))
        if len(written) == AT_MOST:
            break
    return written


def is_own_session(code: str) -> bool:
    """Whether the asker may look into a session: the owner, or by a key of its own console."""
    if is_owner():
        return True
    context = here()
    names = (context.sign_ins.cookie(role, code) for role in AT_THE_CONSOLE)
    if not any(name in request.cookies for name in names):
        return False  # looked at first: the session itself may be far from memory
    session = context.service.session(code)
    if session is None:
        return False
    try:
        found = context.sign_ins.opened(request.cookies, code, session.access, AT_THE_CONSOLE)
    except Revoked:
        return False
    return found is not None


def _written(hit: Hit, is_own: bool) -> dict[str, Any]:
    way = summary_way(hit, by_its_key=is_own)
    place = next((place for place in hit.places if place.kind in _OWN_LINES), None)
    return {
        "question": hit.question,
        "day": day_of(hit.began_on),
        "words": "" if place is None else place.words[:SHOWN],
        "href": f"{way}#{place.anchor}" if place is not None and place.anchor else way,
    }
