"""Deletion of a session by the owner, who types its code to confirm."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from fishbowl.access.codes import TYPED_MAX, normalised, spoken
from fishbowl.domain.session.state import Session
from fishbowl.services.audit import DELETED
from fishbowl.web.audit.noting import note_as_owner
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import find_session, need_owner

bp = Blueprint("delete_session", __name__)


@bp.get("/<code>/delete")
def show(code: str) -> str:
    """The confirmation page."""
    need_owner()
    return _page(find_session(code))


@bp.post("/<code>/delete")
def delete(code: str) -> Response | tuple[str, int]:
    """Delete the session if its code was typed; this cannot be undone."""
    need_owner()
    session = find_session(code)
    typed = request.form.get("typed", "")
    if normalised(typed) != session.code:
        return _page(session, typed=typed), 422
    if here().service.delete_session(session.code):
        note_as_owner(DELETED, code=session.code)
    return redirect(url_for("owner.show"), 303)


def _page(session: Session, typed: str = "") -> str:
    return render_template(
        "delete_session.html",
        session=session,
        spoken=spoken(session.code),
        typed=typed[:TYPED_MAX],
        typed_max=TYPED_MAX,
    )
