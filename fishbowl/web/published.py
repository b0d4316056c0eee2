"""The one door of readers: a published summary, by the name that nobody guesses."""

import hmac

from flask import abort

from fishbowl.domain.state import Session
from fishbowl.web.context import here
from fishbowl.web.identity import SessionDeleted


def find_published(slug: str) -> Session:
    """Find the session whose summary is public under this name.

    :raises werkzeug.exceptions.NotFound: there is none, or it has been taken back.
    """
    code = slug.partition("-")[0].upper()
    if here().service.was_deleted(code):
        raise SessionDeleted
    session = here().service.session(code)
    if session is None or not session.summary.published:
        abort(404)
    expected = here().doors.summary_slug(session.code, session.summary.edition)
    if not hmac.compare_digest(slug.encode(), expected.encode()):
        abort(404)
    return session
