"""Whom a member does not want to meet: a list for them alone."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import ApartId
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.apart import APART_MAX, apart_of, wish_label
from fishbowl.web.community.answers import form_id, send_form
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.numbers import read_number
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("community_never", __name__)


@bp.get("/me/never")
def show() -> str:
    """The list."""
    return _page(need_member())


@bp.post("/me/never")
def change() -> AnyResponse | tuple[str, int]:
    """Put a name on the list, or take one off it."""
    mine, do = need_member(), request.form.get("do", "")
    apart = ApartId(read_number(request.form.get("apart", "")) or 0)
    label = request.form.get("label", "")[: c.LABEL_MAX]
    command: c.Command = (
        c.AllowAgain(member=mine.id, apart=apart)
        if do == "allow"
        else c.KeepApart(member=mine.id, label=label)
    )
    outcome = send_form(mine, command, do)
    if outcome.code == "name_needed":
        return _page(mine, _("Please type a name.")), 422
    if outcome.code == "limit_reached":
        problem = _("There are %(n)s names on the list already. Take one off first.")
        return _page(mine, problem % {"n": APART_MAX}), 422
    return redirect("/me/never", 303)


def _page(mine: Member, problem: str = "") -> str:
    community = here().members.community
    wishes = [(one.id, wish_label(community, one)) for one in apart_of(community, mine.id)]
    return render_template(
        "community/never.html",
        form_id=form_id(),
        wishes=wishes,
        label_max=c.LABEL_MAX,
        problem=problem,
        gone="gone" in request.args,
    )
