"""A member's own page: questions to and from them, what they may be asked about, their work."""

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands.asks import ANSWER_WORDS_MAX
from fishbowl.domain.community.commands.expertise import TICKED_MAX
from fishbowl.domain.community.commands.facts import ORGANISATION_MAX, YEARS_MAX
from fishbowl.domain.community.ids import AnswerId, AskId
from fishbowl.domain.community.model import Member
from fishbowl.web.community.answers import send_form
from fishbowl.web.community.ask_words import refusal
from fishbowl.web.community.me.page import page
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.numbers import read_number
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("community_me_asks", __name__)


@bp.post("/me/asks/<int:id>")
def ask(id: int) -> AnyResponse | tuple[str, int]:
    """Answer a question, pass it, or take one's own back."""
    mine, do = need_member(), request.form.get("do", "")
    if do == "answer":
        return _answer(mine, AskId(id))
    commands: dict[str, c.Command] = {
        "pass": c.PassAsk(member=mine.id, ask=AskId(id)),
        "take_back": c.TakeBackAsk(member=mine.id, ask=AskId(id)),
    }
    if do not in commands:
        abort(400)
    send_form(mine, commands[do], f"{do[:4]}-{id}")
    return redirect("/me#asks" if do == "take_back" else "/me#asked", 303)


@bp.post("/me/asks/<int:id>/thanks/<int:item>")
def thank(id: int, item: int) -> AnyResponse:
    """Thank whoever answered."""
    mine = need_member()
    command = c.ThankFor(member=mine.id, ask=AskId(id), answer=AnswerId(item))
    send_form(mine, command, f"thank-{item}")
    return redirect("/me#asks", 303)


@bp.post("/me/answers/<int:id>")
def take_back(id: int) -> AnyResponse:
    """Let one's answer be gone."""
    mine = need_member()
    command = c.TakeBackAnswer(member=mine.id, answer=AnswerId(id))
    send_form(mine, command, f"back-{id}")
    return redirect("/me#given", 303)


@bp.post("/me/topics/<code>")
def topics(code: str) -> AnyResponse | tuple[str, int]:
    """Tick what one may be asked about; only what the session says that they spoke on."""
    mine = need_member()
    link = mine.link_to(code)
    part = None if link is None else here().own_parts.of((link,)).get(code)
    if part is None:
        abort(404)
    typed = request.form.getlist("topic")
    chosen = tuple(topic for topic in part.topics if topic in typed)[:TICKED_MAX]
    command = c.TickTopics(member=mine.id, code=code, topics=chosen)
    outcome = send_form(mine, command, f"tick-{code}")
    if not outcome.ok:
        return page(mine, problems={"topics": refusal(outcome.code)}), 422
    return redirect("/me#topics", 303)


@bp.post("/me/facts")
def facts() -> AnyResponse | tuple[str, int]:
    """Say something about one's work, or nothing any more."""
    mine = need_member()
    typed_years = request.form.get("years", "").strip()
    organisation = request.form.get("organisation", "")
    years = read_number(typed_years) if typed_years else None
    typed = {"years": typed_years, "organisation": organisation}
    problems = {}
    if typed_years and (years is None or years > YEARS_MAX):
        problems["years"] = _("Please write a number from 0 to %(most)s, or nothing.") % {
            "most": YEARS_MAX
        }
    if len(organisation) > ORGANISATION_MAX:
        problems["organisation"] = _("That is longer than %(most)s letters. Please shorten it.") % {
            "most": ORGANISATION_MAX
        }
    if problems:
        return page(mine, problems=problems, typed=typed), 422
    command = c.SayFacts(member=mine.id, years=years, organisation=organisation)
    send_form(mine, command, "facts")
    return redirect("/me#facts", 303)


def _answer(mine: Member, ask: AskId) -> AnyResponse | tuple[str, int]:
    words = request.form.get("words", "")
    command = c.AnswerAsk(
        member=mine.id,
        ask=ask,
        words=words,
        keep="keep" in request.form,
        named="named" in request.form,
    )
    code = "too_large" if len(words) > ANSWER_WORDS_MAX else ""
    if not code:
        outcome = send_form(mine, command, f"answ-{ask}")
        code = "" if outcome.ok else outcome.code
    if code:
        problems = {"answer": refusal(code, most=ANSWER_WORDS_MAX)}
        return page(mine, problems=problems, typed={"answer": words, "answer_to": ask}), 422
    return redirect("/me#given", 303)
