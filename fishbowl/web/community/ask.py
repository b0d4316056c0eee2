"""Ask when stuck: sessions, answers and people that a question finds, and asking the community."""

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.archive.search_types import Filter, ResultPage
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands.asks import ASK_WORDS_MAX
from fishbowl.domain.community.ids import AnswerId, MemberId
from fishbowl.domain.community.model import KeptAnswer, Member
from fishbowl.domain.community.rules import asks
from fishbowl.domain.community.rules.members import first_name
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.words import clean
from fishbowl.matching.asking import Known, Whom
from fishbowl.matching.words import significant
from fishbowl.services import audit as a
from fishbowl.views.community.ask_ring import ask_ring
from fishbowl.web.archive.pages import card_of
from fishbowl.web.community.answers import form_id, send_form
from fishbowl.web.community.ask_words import refusal
from fishbowl.web.community.hosts.host import send, the_host
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("community_ask", __name__)

SHOWN = 5
"""Sessions, and answers, that are shown."""


@bp.get("/ask")
def show() -> str:
    """What a question finds; without one, the answers that came last."""
    mine, community = need_member(), _community()
    typed = clean(request.args.get("q", ""))[:ASK_WORDS_MAX]
    found = _sessions(typed, mine.language) if typed else None
    whom = here().asking.whom(community, mine, typed, here().clock.now_ms()) if typed else Whom()
    if typed:
        answers = here().asking.answers(community, typed, mine.language)
    else:
        # Without its question an answer is found by its words; here nobody could tell what it says.
        told = (one for one in community.answers_kept.values() if one.question)
        answers = sorted(told, key=lambda one: -one.id)
    has_hits = bool(answers or whom.hits or (found and found.count))
    return render_template(
        "community/ask.html",
        **_shared(community, mine, typed, whom),
        cards=[card_of(one, by_its_key=False) for one in found.results[:SHOWN]] if found else [],
        found=found,
        answers=[_answer(community, one) for one in answers[:SHOWN]],
        people=[_person(community, one) for one in whom.hits],
        has_hits=has_hits,
        to_form=f"/ask/community?{urlencode({'q': typed})}",
        is_host=mine.is_host,
    )


@bp.get("/ask/community")
def write() -> str:
    """The form of a question to members."""
    mine, community = need_member(), _community()
    typed = clean(request.args.get("q", ""))[:ASK_WORDS_MAX]
    return _form(community, mine, typed)


@bp.post("/ask/community")
def ask() -> AnyResponse | tuple[str, int]:
    """Put a question to the members who are nearest to it."""
    mine, community = need_member(), _community()
    words = request.form.get("words", "")
    if len(words) > ASK_WORDS_MAX:
        problem = refusal("too_large", most=ASK_WORDS_MAX)
        return _form(community, mine, words, problem), 422
    whom = here().asking.whom(community, mine, words, here().clock.now_ms())
    command = c.AskCommunity(member=mine.id, words=words, to=whom.to)
    outcome = send_form(mine, command, "ask")
    if not outcome.ok:
        most = asks.OPEN_MAX if outcome.code == "limit_reached" else 0
        return _form(community, mine, words, refusal(outcome.code, most=most)), 422
    return redirect("/me#asks", 303)


@bp.post("/ask/answers/<int:id>/hide")
def hide(id: int) -> AnyResponse:
    """Let a host take an answer out of the archive."""
    host = the_host()
    send(host, c.HideAnswer(answer=AnswerId(id)), what=a.ANSWER_HIDDEN)
    return redirect("/community" if host.is_owner else "/ask", 303)


def _community() -> Community:
    """The community, if it uses questions at all."""
    community = here().members.community
    if not is_on(community, "ask"):
        abort(404)
    return community


def _form(community: Community, mine: Member, words: str, problem: str = "") -> str:
    whom = here().asking.whom(community, mine, words, here().clock.now_ms())
    return render_template(
        "community/ask_community.html", **_shared(community, mine, words, whom), problem=problem
    )


def _shared(community: Community, mine: Member, typed: str, whom: Whom) -> dict[str, Any]:
    agreed = any(
        one.id != mine.id and "answer" in one.consents for one in community.members.values()
    )
    return {
        "typed": typed,
        "words_max": ASK_WORDS_MAX,
        "about": community.about,
        "form_id": form_id(),
        "whom": len(whom.to),
        "dots": ask_ring(len(whom.to), len(community.members) - 1),
        "is_near": whom.is_near,
        "members": len(community.members),
        "agreed": agreed,
        "own_name": first_name(mine.label),
    }


def _sessions(typed: str, language: str) -> ResultPage:
    """Published sessions with all words of a question, or with all that say what it is about."""
    found = here().archive.search(typed, Filter(), first=0, published_only=True)
    said = " ".join(significant(typed, language))
    if found.count or not said or said == typed:
        return found
    return here().archive.search(said, Filter(), first=0, published_only=True)


def _name(community: Community, member: MemberId, *, is_named: bool) -> str:
    """A first name, where it may be told; else empty."""
    found = community.members.get(member)
    return first_name(found.label) if is_named and found is not None else ""


def _answer(community: Community, one: KeptAnswer) -> dict[str, Any]:
    return {
        "id": one.id,
        "question": one.question,
        "words": one.words,
        "name": _name(community, one.member, is_named=one.named),
    }


def _person(community: Community, one: Known) -> dict[str, Any]:
    return {
        "name": _name(community, one.member, is_named=one.is_named),
        "why": one.why,
        "words": one.words,
    }
