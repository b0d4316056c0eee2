"""Who is at the door: guards that pages call before they show or do anything."""

from collections.abc import Collection
from urllib.parse import urlsplit

from flask import Flask, Response, abort, redirect, request, url_for
from werkzeug.exceptions import Forbidden, Gone, HTTPException, NotFound

from fishbowl.codes import normalised
from fishbowl.domain.roles import AT_THE_BOWL, Role
from fishbowl.domain.state import Session
from fishbowl.doors import OWNER_COOKIE, TakenBack
from fishbowl.web.context import here

_KEPT_S = 400 * 24 * 60 * 60
"""As long as browsers let a cookie live."""


class UnknownCode(NotFound):
    """No session has this code; ``typed`` is what was asked for."""

    def __init__(self, typed: str) -> None:
        super().__init__()
        self.typed = typed


class SessionDeleted(Gone):
    """There was a session of this code, and its owner has deleted it."""


class OwnerOnly(Forbidden):
    """Only the owner of this installation may do this."""


class ReadersOnly(Forbidden):
    """Only the owner, and whoever has the readers' link, may look through the archive."""


class FacilitatorOnly(Forbidden):
    """Only who has a key of the session may see this.

    :param taken_back: they had one, and it was taken back.
    """

    def __init__(self, session: Session, *, taken_back: bool = False) -> None:
        super().__init__()
        self.session = session
        self.taken_back = taken_back


class LinkTakenBack(Forbidden):
    """The link was good, and has been taken back."""


class ForeignOrigin(Forbidden):
    """Another site's page tried to act in somebody's name."""


def is_owner() -> bool:
    """Tell whether the owner is asking."""
    return here().doors.is_owner(request.cookies.get(OWNER_COOKIE, ""))


def need_owner() -> None:
    """Let nobody but the owner pass.

    :raises OwnerOnly: somebody else is asking.
    """
    if not is_owner():
        raise OwnerOnly


def find_session(code: str) -> Session:
    """Find the session that a path names, however the code was typed.

    :raises UnknownCode: there is none.
    :raises SessionDeleted: there is none any more.
    :raises werkzeug.exceptions.HTTPException: a redirect to the code's one form.
    """
    canonical = normalised(code)
    session = here().service.session(canonical) if canonical else None
    if session is None:
        raise unknown(code)
    if code != canonical:
        view_args = {**(request.view_args or {}), "code": canonical}
        query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
        abort(redirect(url_for(str(request.endpoint), **view_args) + query))
    return session


def unknown(typed: str) -> HTTPException:
    """Make the answer to a code that leads to no session, or to none any more."""
    return SessionDeleted() if here().service.was_deleted(normalised(typed)) else UnknownCode(typed)


def find_own_session(code: str, wanted: Collection[Role] = AT_THE_BOWL) -> Session:
    """Find a session and let only those pass who help to run it.

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
    doors = here().doors
    try:
        found = doors.pass_of(request.cookies, session.code, session.access, wanted)
    except TakenBack as error:
        raise FacilitatorOnly(session, taken_back=True) from error
    if found is None:
        raise FacilitatorOnly(session)
    return found.role


def keep(response: Response, name: str, value: str) -> None:
    """Set a cookie that proves something: out of reach of scripts and of other sites."""
    response.set_cookie(
        name, value, max_age=_KEPT_S, httponly=True, samesite="Lax", secure=_is_secure()
    )


def check_origin() -> None:
    """Let a POST pass only from a page of this server.

    :raises ForeignOrigin: it comes from elsewhere, or does not say from where.
    """
    if request.method != "POST":
        return
    origin = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", "")).netloc
    if not origin or origin.lower() not in (request.host.lower(), here().network.public_host()):
        raise ForeignOrigin


def install(app: Flask) -> None:
    """Check the origin of everything that changes something."""
    app.before_request(check_origin)


def _is_secure() -> bool:
    """Whether the browser came by https, also where a proxy took it off."""
    if request.is_secure:
        return True
    network = here().network
    return network.public_is_secure() and request.host.lower() == network.public_host()
