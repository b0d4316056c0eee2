"""Making a session, or another one like it: one form, which works without a script."""

import secrets

import msgspec
from flask import Blueprint, request, url_for
from flask import redirect as redirect_to
from werkzeug.wrappers import Response

from fishbowl.access.codes import new_code, normalised
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import CreateSession
from fishbowl.domain.session.state import Session
from fishbowl.services.writer import Envelope
from fishbowl.web.context import Sessions, here
from fishbowl.web.setup import form as setup_form
from fishbowl.web.setup.basis import Basis, as_it_began, basis_of, form_like, taken_over
from fishbowl.web.setup.form import Checked, SetupForm
from fishbowl.web.setup.page import setup_page
from fishbowl.web.sign_in.identity import UnknownCode, need_owner

bp = Blueprint("setup", __name__)


@bp.get("/new")
def show() -> str:
    """The form, empty or like an old session. Code and command id are drawn now, so that sending
    twice makes one."""
    need_owner()
    code, id, like = _free_code(), secrets.token_urlsafe(16), request.args.get("like", "")
    if not like:
        return setup_page(SetupForm(code=code, id=id).filled(), {}, Basis())
    old = _old(like)
    if old is None:
        raise UnknownCode(like)
    form = form_like(old, code, id, here().clock.now_ms())
    return setup_page(form, {}, basis_of(old))


@bp.post("/new")
def create() -> Response | tuple[str, int]:
    """Create the session and redirect to its console; with errors, show the form again."""
    need_owner()
    old = _old(request.form.get("like", ""))
    basis = Basis() if old is None else basis_of(old)
    form = setup_form.read(request.form, basis.phases_of)
    if not form.code:
        form = form.with_code(_free_code(), form.id)
    asked, problems = setup_form.checked(form, here().clock.now_ms())
    if asked is None:
        return setup_page(form, problems, basis), 422
    if _is_another(form.code, asked.question):
        form = form.with_code(_free_code(), secrets.token_urlsafe(16))
    command = _command(form, asked, basis, old)
    outcome = here().filing.submit(
        Envelope(code=form.code, command=command, command_id=form.id, role=Role.FACILITATOR),
        setup_form.zone_name(form),
        None if old is None else old.settings,
    )
    if not outcome.ok:
        status = 503 if outcome.code == "not_saved" else 422
        return setup_page(form, setup_form.refusal(outcome.code, outcome.params), basis), status
    return redirect_to(url_for("console.show", code=form.code), 303)


def _command(form: SetupForm, asked: Checked, basis: Basis, old: Session | None) -> CreateSession:
    """What the form asks for; another format brings its own rules and chairs with it."""
    command = CreateSession(
        code=form.code,
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
    if old is None or basis.format != asked.format:
        return command
    same = taken_over(old)
    same["open_chairs"] = min(same["open_chairs"], asked.chairs - 1)
    return msgspec.structs.replace(command, **same)


def _old(code: str) -> Session | None:
    """The session to be copied, as it was planned, with its latest question."""
    canonical = normalised(code)
    now = here().service.session(canonical) if canonical else None
    planned = None if now is None else as_it_began(here().service.entries(now.code))
    if now is None or planned is None:
        return None
    settings = msgspec.structs.replace(
        planned.settings,
        question=now.settings.question,
        event=now.settings.event,
        series=now.settings.series,
    )
    return msgspec.structs.replace(planned, settings=settings)


def _is_another(code: str, question: str) -> bool:
    """Tell whether a session has the code that is not this one: somebody went back and changed
    the form. The same form sent twice is the same session."""
    session = here().service.session(code)
    return session is not None and session.settings.question != question


def _free_code() -> str:
    service, network = here().service, here().network
    return new_code(
        secrets.randbelow, lambda code: _is_taken(service, code), long=network.is_public()
    )


def _is_taken(service: Sessions, code: str) -> bool:
    """Whether a session has or had this code: an old link must not open another session."""
    return service.session(code) is not None or service.was_deleted(code)
