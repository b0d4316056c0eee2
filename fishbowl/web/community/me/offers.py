"""What a member gives and looks for: writing it down, sharing it, keeping it, taking it back."""

from datetime import UTC
from typing import Any, get_args

from flask import Blueprint, abort, redirect, render_template, request
from msgspec.structs import asdict
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands.base import LINE_MAX
from fishbowl.domain.community.commands.offers import CODE_MAX, OFFER_MAX
from fishbowl.domain.community.ids import OfferId, Urgency
from fishbowl.domain.community.model import Member, Offer
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.rules.offers import OPEN_MAX, offers_of
from fishbowl.domain.community.rules.settings import uses_offers
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.web.community.answers import form_id, send_form
from fishbowl.web.community.me.offer_lines import (
    Draft,
    draft_of,
    offer_lines,
    suggested_topics,
    taken_note,
    urgency_words,
)
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.numbers import read_number
from fishbowl.web.setup.instants import zone_of
from fishbowl.web.sign_in.identity import member, need_member

bp = Blueprint("me_offers", __name__)

DAYS = ("30", "90", "180", "365")
"""For how long an offer can be kept, in days."""
_SAID = ("member", "side", "words", "topic", "urgency", "availability", "terms")
_OTHER = "other"
"""The choice of the form by which a topic is typed."""


@bp.get("/me/offers")
def show() -> str | AnyResponse:
    """The page: the form, with what was noted in a session if the link says so, and what stands."""
    mine = member()
    if mine is None:
        return redirect("/m", 302)
    _need_offers()
    code, parts = request.args.get("from", "")[:CODE_MAX], here().own_parts.of(mine.links)
    changed = _own(mine, read_number(request.args.get("change", "")) or 0)
    if changed is not None:
        return _page(mine, draft_of(changed))
    takeaway = read_number(request.args.get("take", "")) or 0
    draft = taken_note(parts, code, takeaway) or Draft(code=code if mine.link_to(code) else "")
    return _page(mine, draft)


@bp.post("/me/offers")
def write() -> AnyResponse | tuple[str, int]:
    """Write down an offer or a need, or write one anew."""
    mine = need_member()
    _need_offers()
    draft = _posted(mine)
    outcome = send_form(mine, _written(mine, draft), "offer")
    if outcome.code in ("words_needed", "limit_reached", "offer_over"):
        return _page(mine, draft, _problem(outcome.code)), 422
    return redirect("/me/offers#own", 303)


@bp.post("/me/offers/<int:id>")
def act(id: int) -> AnyResponse:
    """Share an offer, take it back to oneself, keep it longer, or end it."""
    mine, do = need_member(), request.form.get("do", "")
    offer = _own(mine, id)
    if offer is None:
        return redirect("/me/offers#own", 303)  # it has ended
    if do == "keep":
        command: c.Command = c.KeepOffer(member=mine.id, offer=offer.id)
    elif do == "end":
        command = c.EndOffer(member=mine.id, offer=offer.id)
    elif do in ("share", "share_named", "private"):
        command = _seen_by(offer, is_shared=do != "private", is_named=do == "share_named")
    else:
        abort(400)
    send_form(mine, command, f"{do}-{id}")
    return redirect("/me/offers#own", 303)


def _page(mine: Member, draft: Draft, problem: str = "") -> str:
    context = here()
    zone = zone_of(mine.time_zone) or UTC
    topics = suggested_topics(mine, draft.code, context.own_parts.of(mine.links))
    if draft.topic and draft.topic not in topics:
        topics.insert(0, draft.topic)
    return render_template(
        "community/offers.html",
        about=context.members.community.about,
        meets="meet" in mine.consents,
        draft=draft,
        problem=problem,
        topics=topics,
        urgencies=urgency_words(),
        days=_days(is_new=not draft.offer),
        offers=offer_lines(mine, zone),
        form_id=form_id(),
        words_max=OFFER_MAX,
        topic_max=c.LABEL_MAX,
        line_max=LINE_MAX,
    )


def _posted(mine: Member) -> Draft:
    form = request.form
    topic = form.get("topic", "")
    code = form.get("code", "")[:CODE_MAX]
    days = form.get("days", "")
    return Draft(
        offer=read_number(form.get("offer", "")) or 0,
        side="need" if form.get("side") == "need" else "offer",
        words=form.get("words", "")[:OFFER_MAX],
        topic=(form.get("topic_own", "") if topic == _OTHER else topic)[: c.LABEL_MAX],
        urgency=next((one for one in get_args(Urgency) if one == form.get("urgency")), "none"),
        availability=form.get("availability", "")[:LINE_MAX],
        terms=form.get("terms", "")[:LINE_MAX],
        code=code if mine.link_to(code) else "",
        days=days if days in DAYS else "",
    )


def _written(mine: Member, draft: Draft) -> c.Command:
    now_ms = here().clock.now_ms()
    said: dict[str, Any] = {
        "member": mine.id,
        "side": draft.side,
        "words": draft.words,
        "topic": draft.topic,
        "urgency": draft.urgency,
        "availability": draft.availability,
        "terms": draft.terms,
        "until_ms": Millis(now_ms + int(draft.days) * DAY_MS) if draft.days else None,
    }
    if not draft.offer:
        return c.AddOffer(**said, from_code=draft.code)
    before = _own(mine, draft.offer)
    return c.ChangeOffer(
        **said,
        offer=OfferId(Seq(draft.offer)),
        is_shared=before is not None and before.is_shared,
        is_named=before is not None and before.is_named,
    )


def _seen_by(offer: Offer, *, is_shared: bool, is_named: bool) -> c.ChangeOffer:
    said = {name: asdict(offer)[name] for name in _SAID}
    return c.ChangeOffer(offer=offer.id, **said, is_shared=is_shared, is_named=is_named)


def _own(mine: Member, id: int) -> Offer | None:
    own = offers_of(here().members.community, mine.id)
    return next((one for one in own if one.id == id), None)


def _need_offers() -> None:
    if not uses_offers(here().members.community):
        abort(404)


def _days(*, is_new: bool) -> list[tuple[str, str]]:
    choices = [
        ("30", _("One month")),
        ("90", _("Three months")),
        ("180", _("Half a year")),
        ("365", _("A year")),
    ]
    return choices if is_new else [("", _("As before")), *choices]


def _problem(code: str) -> str:
    words = {
        "words_needed": _("Please write a few words."),
        "limit_reached": _(
            "You have %(n)s offers and needs, which is the most. Withdraw one first; what you"
            " wrote still stands here."
        )
        % {"n": OPEN_MAX},
    }
    return words.get(code, _("This one has ended meanwhile. What you wrote still stands here."))
