"""A member is asked whether they want to meet somebody; see :mod:`..views.community.meeting`."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import SuggestionId
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.introductions import introductions_of
from fishbowl.views.community.meeting import SuggestionView
from fishbowl.web.community.answers import form_id, send_form
from fishbowl.web.community.me.meeting_lines import meeting_of, suggestion_line
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("community_suggestions", __name__)

ANSWERS = {"yes": True, "no": False}


@bp.get("/me/suggestions/<int:id>")
def show(id: int) -> str | AnyResponse:
    """The question, or what was answered; one that is over leads to the member's page."""
    mine = need_member()
    found = _found(mine, id)
    if found is None:
        return redirect("/me?over", 302)
    return render_template(
        "community/suggestion.html", one=suggestion_line(found, mine), form_id=form_id()
    )


@bp.post("/me/suggestions/<int:id>")
def answer(id: int) -> AnyResponse:
    """Say yes or no; the second yes leads to whom one was brought together with."""
    mine, do = need_member(), request.form.get("do", "")
    if do not in ANSWERS:
        return redirect(f"/me/suggestions/{id}", 303)
    command = c.AnswerSuggestion(member=mine.id, suggestion=SuggestionId(id), yes=ANSWERS[do])
    before = here().members.community.suggestions.get(SuggestionId(id))
    outcome = send_form(mine, command, do)
    if not outcome.ok or before is None:
        return redirect("/me?over", 303)
    if SuggestionId(id) in here().members.community.suggestions:
        return redirect(f"/me/suggestions/{id}", 303)
    made = introductions_of(here().members.community, mine.id)
    return redirect(f"/me/people/{made[0].id}" if made else "/me", 303)


def _found(mine: Member, id: int) -> SuggestionView | None:
    return next((one for one in meeting_of(mine).suggestions if one.id == id), None)
