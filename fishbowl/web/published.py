"""The one door of readers: a published summary, by the name that nobody guesses."""

import hmac

from flask import abort

from fishbowl.domain.state import Session
from fishbowl.web.context import here
from fishbowl.web.identity import SessionDeleted, look_up


def find_published(slug: str) -> Session:
    """Find the session whose summary is public under this name.

    :raises werkzeug.exceptions.NotFound: there is none, or it has been taken back.
    :raises CodeNotLookedUp: names that were not made here tell nobody which codes there are.
    """
    code, context = slug.partition("-")[0].upper(), here()
    made_here = context.doors.is_slug(code, slug)
    session = context.service.session(code) if made_here else look_up(code)
    if session is None and context.service.was_deleted(code):
        raise SessionDeleted
    if session is None or not session.summary.published:
        abort(404)
    expected = context.doors.summary_slug(session.code, session.summary.edition)
    if not hmac.compare_digest(slug.encode(), expected.encode()):
        abort(404)
    return session
