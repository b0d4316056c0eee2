"""Pages for when something is not as hoped: what it is, what is safe, what to do now."""

import sqlite3

from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException, ServiceUnavailable
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.codes import spoken
from fishbowl.service import BrokenSession
from fishbowl.web.identity import (
    FacilitatorOnly,
    ForeignOrigin,
    LinkTakenBack,
    OwnerOnly,
    ReadersOnly,
    SessionDeleted,
    UnknownCode,
)

_TYPED_MAX = 40


class SessionBroken(ServiceUnavailable):
    """The log of a session cannot be read; the others are served."""


class FileBusy(ServiceUnavailable):
    """The database does not answer."""


def install(app: Flask) -> None:
    """Answer every error with a page, or with JSON where a script asked."""
    app.register_error_handler(HTTPException, show)
    app.register_error_handler(BrokenSession, lambda error: show(SessionBroken()))
    app.register_error_handler(sqlite3.Error, lambda error: show(FileBusy()))


def show(error: HTTPException) -> Response | AnyResponse | tuple[str | Response, int]:
    """Make the answer to an error; redirects pass as they are."""
    status = error.code
    if error.response is not None or status is None or status < 400:
        return error.get_response()
    if request.path.endswith(".json") or request.is_json:
        return jsonify(error=_name(error)), status
    return _page(error), status


def _page(error: HTTPException) -> str:
    if isinstance(error, UnknownCode):
        return render_template("unknown.html", typed=error.typed.strip()[:_TYPED_MAX])
    if isinstance(error, FacilitatorOnly):
        session = error.session
        return render_template(
            "locked.html",
            session=session,
            spoken=spoken(session.code),
            taken_back=error.taken_back,
        )
    return render_template("error.html", problem=_name(error))


def _name(error: HTTPException) -> str:
    match error:
        case UnknownCode():
            return "session_unknown"
        case LinkTakenBack() | FacilitatorOnly(taken_back=True):
            return "link_revoked"
        case FacilitatorOnly():
            return "facilitator_only"
        case SessionDeleted():
            return "session_deleted"
        case SessionBroken():
            return "session_broken"
        case FileBusy():
            return "file_busy"
        case OwnerOnly():
            return "owner_only"
        case ReadersOnly():
            return "readers_only"
        case ForeignOrigin():
            return "foreign_origin"
    names = {403: "wrong_key", 404: "not_found", 413: "too_large", 429: "too_fast"}
    return names.get(error.code or 500, "broken" if (error.code or 500) >= 500 else "bad_request")
