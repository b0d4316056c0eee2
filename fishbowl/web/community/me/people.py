"""With whom a member was brought together: did they meet, did it help, and how it ends."""

import re
from urllib.parse import quote

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import IntroductionId, MemberId
from fishbowl.domain.community.model import Member
from fishbowl.views.community.meeting import IntroductionView
from fishbowl.web.community.answers import form_id, send_form
from fishbowl.web.community.me.meeting_day import day_line
from fishbowl.web.community.me.meeting_lines import introduction_line, meeting_of, others_go_on
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.numbers import read_number
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("community_people", __name__)

_ADDRESS = re.compile(r"[^\s<>(),;:\"]+@[^\s<>(),;:\"]+\.[^\s<>(),;:\"]+")


@bp.get("/me/people/<int:id>")
def show(id: int) -> str | AnyResponse:
    """Who it is, and what is asked; one that is over and forgotten leads to the member's page."""
    mine = need_member()
    found = _found(mine, id)
    if found is None:
        return redirect("/me?over", 302)
    line = introduction_line(found, mine)
    day = day_line(found, mine)
    return render_template("community/introduction.html", one=line, day=day, form_id=form_id())


@bp.post("/me/people/<int:id>")
def act(id: int) -> AnyResponse:
    """Answer what is asked."""
    mine, do = need_member(), request.form.get("do", "")
    command = command_of(mine.id, IntroductionId(id), do)
    if command is None:
        return redirect(f"/me/people/{id}", 303)
    outcome = send_form(mine, command, do)
    if not outcome.ok or do == "will_not":
        return redirect("/me" if outcome.ok else "/me?over", 303)
    return redirect(f"/me/people/{id}", 303)


@bp.get("/me/people/<int:id>/end")
def ask_end(id: int) -> str | AnyResponse:
    """Whether to end it."""
    mine = need_member()
    found = _found(mine, id)
    if found is None or found.stage == "over":
        return redirect("/me?over", 302)
    texts = [
        _(
            "It ends for you at once. The others read that it has ended when they would be "
            "asked next, and no more. Nobody is asked for a reason."
        )
    ]
    kept = _("Nobody is told who ended it, also not your hosts.")
    if _is_three(found):
        texts = [_("It ends for you at once. Nobody is asked for a reason."), others_go_on()]
        kept = _("Your hosts are not told who ended it.")
    return render_template(
        "community/end_meeting.html",
        form_id=form_id(),
        heading=_("End this?"),
        texts=texts,
        others=[],
        trusted="",
        trusted_href="",
        kept=kept,
        do="end",
        press=_("End it"),
        back=f"/me/people/{id}",
    )


@bp.post("/me/people/<int:id>/end")
def end(id: int) -> AnyResponse:
    """End it."""
    mine = need_member()
    command = c.StopMeeting(member=mine.id, introduction=IntroductionId(id))
    outcome = send_form(mine, command, "end")
    return redirect("/me" if outcome.ok else "/me?over", 303)


@bp.get("/me/people/<int:id>/wrong")
def ask_wrong(id: int) -> str | AnyResponse:
    """Something is wrong: what then happens, and whom one can turn to."""
    mine = need_member()
    found = _found(mine, id)
    if found is None or found.stage == "over":
        return redirect("/me?over", 302)
    trusted = here().members.community.about.trusted
    others_read = _(
        "The other one reads that it has ended only when they would be asked next. They "
        "are not told who ended it, or why."
    )
    return render_template(
        "community/end_meeting.html",
        form_id=form_id(),
        heading=_("Something is wrong"),
        texts=[
            _(
                "Then it ends for you at once, and you are not brought together again, by no "
                "suggestion and no round."
            ),
            others_go_on() if _is_three(found) else others_read,
        ],
        others=[(other.member, other.label) for other in found.others],
        trusted=trusted,
        trusted_href=_letter_to(trusted),
        kept=_("Hosts see that it ended if it is a pair of a round, and nothing else."),
        do="wrong",
        press=_("End it, and never again"),
        back=f"/me/people/{id}",
    )


@bp.post("/me/people/<int:id>/wrong")
def wrong(id: int) -> AnyResponse:
    """End it, and keep the two apart."""
    mine = need_member()
    other = MemberId(read_number(request.form.get("other", "")) or 0)
    command = c.ReportWrong(member=mine.id, introduction=IntroductionId(id), other=other)
    outcome = send_form(mine, command, "wrong")
    return redirect("/me/never?gone" if outcome.ok else "/me?over", 303)


def command_of(member: MemberId, id: IntroductionId, do: str) -> c.Command | None:
    """What a press asks for; ``None`` if there is no such press."""
    match do:
        case "met" | "not_yet" | "will_not":
            return c.AnswerCheckIn(member=member, introduction=id, said=do)
        case "helped_tell":
            return c.AnswerOutcome(member=member, introduction=id, outcome="helped", tell=True)
        case "helped" | "tried" | "did_not_help":
            return c.AnswerOutcome(member=member, introduction=id, outcome=do)
        case "tell":
            return c.TellGiver(member=member, introduction=id)
    return None


def _found(mine: Member, id: int) -> IntroductionView | None:
    return next((one for one in meeting_of(mine).introductions if one.id == id), None)


def _is_three(found: IntroductionView) -> bool:
    return len(found.others) > 1


def _letter_to(trusted: str) -> str:
    """A link that begins a letter, if there is an address in what was typed."""
    found = _ADDRESS.search(trusted)
    return f"mailto:{quote(found[0], safe='@.+-_')}" if found else ""
