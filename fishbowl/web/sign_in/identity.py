"""Authorization: guards that pages call before they show or do anything."""

from collections.abc import Collection

from flask import Flask, abort, redirect, request, url_for
from werkzeug.exceptions import Forbidden, Gone, HTTPException, NotFound, TooManyRequests

from fishbowl.access.codes import normalised
from fishbowl.access.display_pass import may_see_display
from fishbowl.access.proxies import is_own_origin
from fishbowl.access.sign_ins import READER, Revoked
from fishbowl.access.unknown_codes import TooManyCodes
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.roles import AT_THE_BOWL, Role
from fishbowl.domain.session.state import Session
from fishbowl.web.context import here
from fishbowl.web.sign_in.cookies import mark_used

READING = frozenset({"GET", "HEAD", "OPTIONS"})
"""The methods that change nothing."""


class UnknownCode(NotFound):
    """No session has this code; ``typed`` is what was asked for."""

    def __init__(self, typed: str) -> None:
        super().__init__()
        self.typed = typed


class CodeNotLookedUp(TooManyRequests):
    """Too many codes that do not exist were asked for from this address; ``typed`` is the last.

    :param wait_s: after so many seconds one more is looked up.
    """

    def __init__(self, typed: str, wait_s: float) -> None:
        super().__init__()
        self.typed = typed
        self.wait_s = wait_s


class SessionDeleted(Gone):
    """The session of this code was deleted by its owner."""


class OwnerOnly(Forbidden):
    """Only the owner of this installation may do this."""


class ReadersOnly(Forbidden):
    """Only the owner, and whoever has the readers' link, may look through the archive."""


class MembersOnly(Forbidden):
    """Only a member may see this."""


class HostsOnly(Forbidden):
    """Only the owner, and members who accepted to be hosts, may see this."""


class FacilitatorOnly(Forbidden):
    """Only somebody with a key of the session may see this.

    :param taken_back: they had one, and it was taken back.
    """

    def __init__(self, session: Session, *, taken_back: bool = False) -> None:
        super().__init__()
        self.session = session
        self.taken_back = taken_back


class LinkRevoked(Forbidden):
    """The link was valid and has been revoked."""


class ForeignOrigin(Forbidden):
    """A page of another site sent this request (CSRF)."""


def is_owner() -> bool:
    """Tell whether the owner is asking."""
    found = here().sign_ins.owner(request.cookies)
    return mark_used(None if found is None else found.token_hash)


def is_reader() -> bool:
    """Tell whether somebody with the readers' link to the archive is asking."""
    context = here()
    if context.sign_ins.cookie(READER) not in request.cookies:
        return False  # looked at first: which link is good is read from the file
    generation = context.archive.reader_link_generation()
    found = context.sign_ins.reader(request.cookies, generation)
    return mark_used(None if found is None else found.token_hash)


def need_owner() -> None:
    """Require the owner.

    :raises OwnerOnly: somebody else is asking.
    """
    if not is_owner():
        raise OwnerOnly


def member() -> Member | None:
    """The member who is asking; ``None`` if nobody is signed in as one, or they have left."""
    context = here()
    found = context.sign_ins.member(request.cookies)
    if found is None:
        return None
    known = context.members.community.members.get(MemberId(found.generation))
    if known is not None:
        mark_used(found.token_hash)
    return known


def need_member() -> Member:
    """Let nobody but members pass.

    :raises MembersOnly: somebody else is asking.
    """
    found = member()
    if found is None:
        raise MembersOnly
    return found


def is_host() -> bool:
    """Tell whether the owner, or a member who is a host, is asking."""
    if is_owner():
        return True
    found = member()
    return found is not None and found.is_host


def need_host() -> None:
    """Let nobody but the owner and hosts pass.

    :raises HostsOnly: somebody else is asking.
    """
    if not is_host():
        raise HostsOnly


def look_up(code: str) -> Session | None:
    """Find the session of a code, however it was typed; ``None`` if there is none.

    :raises CodeNotLookedUp: who asks may be guessing.
    """
    canonical, context = normalised(code), here()
    if not canonical:
        return None
    try:
        return context.unknown_codes.look_up(
            request.remote_addr or "",
            canonical,
            context.service.session,
            lambda: context.sign_ins.knows(request.cookies, canonical),
        )
    except TooManyCodes as error:
        raise CodeNotLookedUp(code, error.wait_s) from error


def find_session(code: str) -> Session:
    """Find the session that a path names, however the code was typed.

    :raises UnknownCode: there is none.
    :raises CodeNotLookedUp: who asks may be guessing.
    :raises SessionDeleted: there is none any more.
    :raises werkzeug.exceptions.HTTPException: a redirect to the code's one form.
    """
    session = look_up(code)
    if session is None:
        raise unknown(code)
    if code != session.code:
        view_args = {**(request.view_args or {}), "code": session.code}
        query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
        abort(redirect(url_for(str(request.endpoint), **view_args) + query))
    return session


def unknown(typed: str) -> HTTPException:
    """The error for a code without a session, or of a deleted one."""
    return SessionDeleted() if here().service.was_deleted(normalised(typed)) else UnknownCode(typed)


def find_own_session(code: str, wanted: Collection[Role] = AT_THE_BOWL) -> Session:
    """Find a session and require one of the roles that run it.

    :param wanted: the roles that may.
    :raises UnknownCode: there is none.
    :raises FacilitatorOnly: the key is missing, or was taken back.
    """
    session = find_session(code)
    role_in(session, wanted)
    return session


def role_in(session: Session, wanted: Collection[Role]) -> Role:
    """Tell which of the wanted roles the visitor has, the highest if several.

    :raises FacilitatorOnly: the key is missing, or was taken back.
    """
    try:
        found = here().sign_ins.opened(request.cookies, session.code, session.access, wanted)
    except Revoked as error:
        raise FacilitatorOnly(session, taken_back=True) from error
    if found is None:
        raise FacilitatorOnly(session)
    mark_used(found.sign_in)
    return found.role


def may_watch_here(session: Session) -> bool:
    """Tell whether who asks may be shown what the display shows, also after the close."""
    context = here()
    return may_see_display(
        session, request.cookies, context.access_keys, context.sign_ins, context.clock.now_ms()
    )


FROM_ANYWHERE = {"unsubscribe.act"}
"""Mail programs and providers post there (RFC 8058). The token in the address is what allows it:
no cookie is looked at."""


def check_origin() -> None:
    """Require that what changes something comes from a page of this server.

    :raises ForeignOrigin: it comes from elsewhere, or does not say from where.
    """
    if request.method in READING or request.endpoint in FROM_ANYWHERE:
        return
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    if not is_own_origin(origin, request.host, here().network.public_host()):
        if origin:
            here().proxies.say_refused(origin, request.host)
        raise ForeignOrigin


def install(app: Flask) -> None:
    """Check the origin of everything that changes something."""
    app.before_request(check_origin)
