"""Error pages. Each says what happened, what was kept, and what to do."""

import math
from typing import Any

from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException, ServiceUnavailable
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.codes import TYPED_MAX, spoken
from fishbowl.log import StoreError
from fishbowl.services.writer import BrokenSession
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import (
    CodeNotLookedUp,
    FacilitatorOnly,
    ForeignOrigin,
    HostsOnly,
    LinkRevoked,
    MembersOnly,
    OwnerOnly,
    ReadersOnly,
    SessionDeleted,
    UnknownCode,
)
from fishbowl.web.summary.published import SummaryNotPublic, SummaryWithdrawn

LOOK_AGAIN_S = 30
"""Seconds after which a throttled page reloads."""


class SessionBroken(ServiceUnavailable):
    """The log of a session cannot be read; other sessions are served."""


class CommunityBroken(ServiceUnavailable):
    """The log of the community cannot be read; sessions are served."""


class FileBusy(ServiceUnavailable):
    """The database does not answer."""


def install(app: Flask) -> None:
    """Answer errors with a page, or with JSON if a script asked."""
    app.register_error_handler(HTTPException, show)
    app.register_error_handler(BrokenSession, _show_broken)
    app.register_error_handler(StoreError, lambda error: show(FileBusy()))
    app.log_exception = _log  # type: ignore[method-assign]


def _show_broken(error: BrokenSession) -> Response | AnyResponse | tuple[str | Response, int]:
    """The response where a log cannot be read; only that of the community has no key."""
    return show(SessionBroken() if error.code else CommunityBroken())


def _log(exc_info: tuple[Any, BaseException, Any] | tuple[None, None, None]) -> None:
    """Count what a page failed with; Flask would log the address, which may be a secret one."""
    if isinstance(exc_info[1], Exception):
        here().supervisor.failed(f"answering {request.endpoint}", exc_info[1])


def show(error: HTTPException) -> Response | AnyResponse | tuple[str | Response, int]:
    """The response to an error; redirects are returned unchanged."""
    status = error.code
    if error.response is not None or status is None or status < 400:
        return error.get_response()
    if isinstance(error, CodeNotLookedUp):
        return _not_looked_up(error)
    if _wants_json():
        return jsonify(error=_name(error)), status
    return _page(error), status


def _not_looked_up(error: CodeNotLookedUp) -> Response:
    """The response to a throttled code lookup; the page reloads by itself."""
    typed, wait_s = error.typed.strip()[:TYPED_MAX], math.ceil(error.wait_s)
    if _wants_json():
        response = jsonify(error=_name(error))
    else:
        minutes = math.ceil(wait_s / 60)
        page = render_template("throttled.html", typed=typed, typed_max=TYPED_MAX, minutes=minutes)
        response = Response(page, content_type="text/html; charset=utf-8")
        response.headers["Refresh"] = str(LOOK_AGAIN_S)
    response.status_code = 429
    response.headers["Retry-After"] = str(wait_s)
    return response


def _wants_json() -> bool:
    return request.path.endswith(".json") or request.is_json


def _page(error: HTTPException) -> str:
    if isinstance(error, UnknownCode):
        typed = error.typed.strip()[:TYPED_MAX]
        return render_template("unknown.html", typed=typed, typed_max=TYPED_MAX)
    if isinstance(error, FacilitatorOnly):
        session = error.session
        return render_template(
            "locked.html",
            session=session,
            is_closed=session.clock.closed_at_ms is not None,
            spoken=spoken(session.code),
            taken_back=error.taken_back,
        )
    if isinstance(error, SummaryNotPublic):
        return render_template("not_public.html", session=error.session, withdrawn=error.withdrawn)
    problem = _name(error)
    if problem == "not_found":
        return render_template("not_found.html", typed_max=TYPED_MAX)
    return render_template("error.html", problem=problem)


def _name(error: HTTPException) -> str:
    match error:
        case UnknownCode():
            return "session_unknown"
        case LinkRevoked() | FacilitatorOnly(taken_back=True):
            return "link_revoked"
        case FacilitatorOnly():
            return "facilitator_only"
        case SessionDeleted():
            return "session_deleted"
        case SessionBroken():
            return "session_broken"
        case CommunityBroken():
            return "community_broken"
        case FileBusy():
            return "file_busy"
        case OwnerOnly():
            return "owner_only"
        case ReadersOnly():
            return "readers_only"
        case MembersOnly():
            return "members_only"
        case HostsOnly():
            return "hosts_only"
        case ForeignOrigin():
            return "foreign_origin"
        case SummaryWithdrawn():
            return "summary_withdrawn"
        case SummaryNotPublic():
            return "summary_not_public"
        case ServiceUnavailable():
            return "busy"
    names = {403: "wrong_key", 404: "not_found", 413: "too_large", 429: "too_fast"}
    return names.get(error.code or 500, "broken" if (error.code or 500) >= 500 else "bad_request")
