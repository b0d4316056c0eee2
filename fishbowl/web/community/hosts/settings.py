"""What the community is, and who is responsible: it stands on the privacy page and in letters."""

import msgspec
from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from fishbowl.domain.community.commands import ADDRESS_MAX, LINE_MAX, DescribeCommunity
from fishbowl.domain.community.model import About
from fishbowl.services.audit import COMMUNITY_DESCRIBED
from fishbowl.web.community.hosts.host import refusal, send, the_host, title_of
from fishbowl.web.community.hosts.uses import uses_of
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _

bp = Blueprint("community_settings", __name__)

FIELDS = ("kind", "title", "controller", "address", "contact", "basis", "agreement", "trusted")


@bp.get("/community/settings")
def show() -> str:
    """The form, filled with what is said."""
    the_host()
    return _page(here().members.community.about, saved="saved" in request.args)


@bp.post("/community/settings")
def save() -> str | Response | tuple[str, int]:
    """Save what was typed; empty fields may be filled later."""
    host = the_host()
    typed = {name: request.form.get(name, "") for name in FIELDS}
    try:
        command = msgspec.convert(typed, DescribeCommunity)
    except msgspec.ValidationError:
        return _page(_typed(typed), problem=_problem(typed)), 422
    outcome = send(host, command, what=COMMUNITY_DESCRIBED)
    if not outcome.ok:
        return _page(_typed(typed), problem=refusal(outcome.code)), 409
    return redirect("/community/settings?saved", 303)


def _page(about: About, *, saved: bool = False, problem: str = "") -> str:
    host = the_host()
    return render_template(
        "community/host_settings.html",
        is_owner=host.is_owner,
        title=title_of(here().members.community),
        about=about,
        chosen=bool(problem),
        kinds=_kinds(),
        line_max=LINE_MAX,
        address_max=ADDRESS_MAX,
        saved=saved,
        problem=problem,
        uses=uses_of(here().members.community),
        used="used" in request.args,
    )


def _kinds() -> list[tuple[str, str, str]]:
    return [
        ("association", _("an association"), _("A club, a network, a profession, neighbours.")),
        (
            "employer",
            _("an employer"),
            _("Then no page shows when somebody was here, or what one person does."),
        ),
        ("school", _("a school"), _("Sessions for those under 18 offer nobody to be known.")),
    ]


def _typed(typed: dict[str, str]) -> About:
    """What was typed, so that nothing has to be typed again."""
    try:
        return msgspec.convert(typed, About)
    except msgspec.ValidationError:
        return msgspec.convert({**typed, "kind": About().kind}, About)


def _problem(typed: dict[str, str]) -> str:
    if typed["kind"] not in {code for code, _name, _hint in _kinds()}:
        return _("Please say first what this is: an association, an employer or a school.")
    return _("Something is too long. Nothing is saved yet; please shorten it.")
