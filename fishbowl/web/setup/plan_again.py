"""Changes the plan of a session before it starts, with the form that created it."""

import secrets

from flask import Blueprint, render_template, request, url_for
from flask import redirect as redirect_to
from werkzeug.wrappers import Response

from fishbowl.access.codes import spoken
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands import PlanSession
from fishbowl.domain.session.state import Session
from fishbowl.services.writer import Envelope
from fishbowl.web.context import here
from fishbowl.web.setup import form as setup_form
from fishbowl.web.setup.basis import basis_of, form_of
from fishbowl.web.setup.page import setup_page
from fishbowl.web.sign_in.identity import find_own_session

bp = Blueprint("setup_again", __name__)


@bp.get("/<code>/setup")
def show(code: str) -> str:
    """The form as the session is planned; once it has begun, the way to the console."""
    session = find_own_session(code, (Role.FACILITATOR,))
    if clock_state(session.clock) != "lobby":
        return _begun(session)
    form = form_of(session, session.code, secrets.token_urlsafe(16))
    settings = session.settings
    instants = {
        "starts": settings.starts_at_ms,
        "opens": settings.opens_at_ms,
        "closes": settings.closes_at_ms,
        "keep": settings.keep_until_ms,
        "term_end": settings.keep_until_ms if settings.under_18 else 0,
    }
    return setup_page(form, {}, basis_of(session), session, instants)


@bp.post("/<code>/setup")
def save(code: str) -> Response | str | tuple[str, int]:
    """Save the plan and redirect; with errors, show the form again."""
    session = find_own_session(code, (Role.FACILITATOR,))
    if clock_state(session.clock) != "lobby":
        return _begun(session), 409
    basis = basis_of(session)
    form = setup_form.read(request.form, basis.phases_of)
    form = form.with_code(session.code, form.id)
    asked, problems = setup_form.checked(form, here().clock.now_ms())
    if asked is None:
        return setup_page(form, problems, basis, session), 422
    command = PlanSession(
        question=asked.question,
        event=asked.event,
        format=asked.format,
        phases=basis.planned(form, asked.parts),
        chair_count=asked.chairs,
        minutes=asked.minutes,
        seat_limit_minutes=asked.seat_minutes,
        attribution=asked.attribution,
        under_18=asked.under_18,
        expected_people=asked.expected_people,
        starts_at_ms=asked.starts_at_ms,
        opens_at_ms=asked.opens_at_ms,
        closes_at_ms=asked.closes_at_ms,
        keep_until_ms=asked.keep_until_ms,
        keeps=asked.keeps,
        language=asked.language,
        topics=asked.topics,
        wifi=asked.wifi,
    )
    outcome = here().filing.submit(
        Envelope(code=session.code, command=command, command_id=form.id, role=Role.FACILITATOR),
        setup_form.zone_name(form),
    )
    if not outcome.ok:
        status = 503 if outcome.code == "not_saved" else 422
        problems = setup_form.refusal(outcome.code, outcome.params)
        return setup_page(form, problems, basis, session), status
    return redirect_to(url_for("console.show", code=session.code), 303)


def _begun(session: Session) -> str:
    return render_template("begun.html", session=session, spoken=spoken(session.code))
