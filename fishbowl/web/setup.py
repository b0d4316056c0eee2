"""Making a session: one form, which works without a script and loses nothing."""

import secrets
from typing import NamedTuple

import msgspec
from flask import Blueprint, render_template, request, url_for
from flask import redirect as redirect_to
from werkzeug.wrappers import Response

from fishbowl.codes import new_code, spoken
from fishbowl.domain.commands import CHAIRS_MAX, CHAIRS_MIN, CreateSession
from fishbowl.domain.formats import FORMATS, MINUTE_MS, Format
from fishbowl.domain.roles import Role
from fishbowl.service import Order
from fishbowl.web import format_words, setup_form
from fishbowl.web.context import here
from fishbowl.web.format_drawings import Dot, drawing
from fishbowl.web.identity import need_owner
from fishbowl.web.preview import bowl_sketch
from fishbowl.web.qr import qr_path
from fishbowl.web.setup_form import SetupForm

bp = Blueprint("setup", __name__)


@bp.get("/new")
def show() -> str:
    """The empty form. Code and command id are drawn now, so that sending twice makes one."""
    need_owner()
    form = SetupForm(code=_free_code(), id=secrets.token_urlsafe(16)).filled()
    return _page(form, {})


@bp.post("/new")
def create() -> Response | tuple[str, int]:
    """Make the session and go to its console; or show again what was typed, and what is amiss."""
    need_owner()
    form = setup_form.read(request.form)
    if not form.code:
        form = form.with_code(_free_code(), form.id)
    command, problems = setup_form.checked(form)
    if command is None:
        return _page(form, problems), 422
    if _is_another(form.code, command):
        form = form.with_code(_free_code(), secrets.token_urlsafe(16))
        command = msgspec.structs.replace(command, code=form.code)
    outcome = here().service.submit(
        Order(code=form.code, command=command, command_id=form.id, role=Role.FACILITATOR)
    )
    if not outcome.ok:
        return _page(form, {"form": setup_form.not_saved()}), 503
    return redirect_to(url_for("console.show", code=form.code), 303)


def _is_another(code: str, command: CreateSession) -> bool:
    """Tell whether a session has the code that is not this one: somebody went back and changed
    the form. The same form sent twice is the same session."""
    session = here().service.session(code)
    return session is not None and session.settings.question != command.question


def _page(form: SetupForm, problems: dict[str, str]) -> str:
    network = here().network
    size, path = qr_path(network.join_url(form.code))
    return render_template(
        "setup.html",
        form=form,
        formats=[_shown(one, form) for one in FORMATS.values()],
        problems=problems,
        bowls={count: bowl_sketch(count) for count in range(CHAIRS_MIN, CHAIRS_MAX + 1)},
        spoken=spoken(form.code),
        join_text=network.join_text(),
        qr_size=size,
        qr_path=path,
        question_shown=setup_form.QUESTION_SHOWN,
    )


class FormatShown(NamedTuple):
    """A format as the page offers it."""

    name: str
    title: str
    about: str
    dots: tuple[Dot, ...]
    chairs: int
    seat_minutes: int
    minutes: int
    parts: list[tuple[str, str]]


def _shown(one: Format, form: SetupForm) -> FormatShown:
    usual = [str(phase.planned_ms // MINUTE_MS) for phase in one.phases]
    minutes = form.parts if form.parts and one.name == form.format else usual
    return FormatShown(
        name=one.name,
        title=format_words.name_of(one),
        about=format_words.about(one),
        dots=drawing(one),
        chairs=one.chairs.count,
        seat_minutes=one.seat_minutes,
        minutes=one.planned_ms // MINUTE_MS,
        parts=[(format_words.title_of(p), m) for p, m in zip(one.phases, minutes, strict=True)],
    )


def _free_code() -> str:
    service = here().service
    return new_code(secrets.randbelow, lambda code: service.session(code) is not None)
