"""The published summary, under an address that cannot be guessed."""

import hmac

from flask import abort, redirect, request, url_for
from werkzeug.exceptions import Forbidden, Gone

from fishbowl.domain.kernel.roles import AT_THE_CONSOLE
from fishbowl.domain.session.state import Session
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import FacilitatorOnly, SessionDeleted, find_own_session, look_up


class SummaryWithdrawn(Gone):
    """The summary was public by this name, and has been withdrawn."""


class SummaryNotPublic(Forbidden):
    """Somebody without a key requests a summary that is not public.

    :param session: whose summary it is.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    @property
    def withdrawn(self) -> bool:
        """Whether it was public before."""
        return self.session.last_edition > 0


def find_published(slug: str) -> Session:
    """Find the session whose summary is public under this name.

    :raises werkzeug.exceptions.NotFound: no summary was ever public under it.
    :raises CodeNotLookedUp: names that were not made here tell nobody which codes there are.
    :raises SessionDeleted: the session is gone with its summary.
    :raises SummaryWithdrawn: it has been withdrawn.
    :raises werkzeug.exceptions.HTTPException: a redirect from a name of an older release.
    """
    code, context = slug.partition("-")[0].upper(), here()
    made_here = context.access_keys.is_slug(code, slug)
    session = context.service.session(code) if made_here else look_up(code)
    if session is None and context.service.was_deleted(code):
        raise SessionDeleted
    if session is None:
        abort(404)
    summary_slug, editions = context.access_keys.summary_slug, range(1, session.last_edition + 1)
    names = [summary_slug(session.code, edition) for edition in editions]
    if not any([hmac.compare_digest(slug.encode(), name.encode()) for name in names]):
        abort(404)
    if not session.summary.published:
        raise SummaryWithdrawn
    if slug != names[0]:
        abort(redirect(url_for(str(request.endpoint), slug=names[0]), 301))
    return session


def find_own_or_lead(code: str, readers: str) -> Session:
    """Find a session for who runs it, and lead everybody else to what is published of it.

    :param readers: the endpoint of the same page for readers, as ``url_for`` takes it.
    :raises UnknownCode: there is none.
    :raises SummaryNotPublic: somebody without a key asks, and nothing is public.
    :raises FacilitatorOnly: the same, and their key was taken back.
    :raises werkzeug.exceptions.HTTPException: a redirect to the published one.
    """
    try:
        return find_own_session(code, AT_THE_CONSOLE)
    except FacilitatorOnly as error:
        session = error.session
        if session.summary.published:
            slug = here().access_keys.summary_slug(session.code)
            abort(redirect(url_for(readers, slug=slug), 303))
        if error.taken_back:
            raise
        raise SummaryNotPublic(session) from error
