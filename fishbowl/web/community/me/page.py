"""A member's own page."""

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from typing import Any, NamedTuple

from babel.dates import format_date
from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import member_owner
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.settings import uses_offers
from fishbowl.views.community.me import MeView, me_view
from fishbowl.views.community.own_part import OwnPart
from fishbowl.views.series.own import InSeries
from fishbowl.web.community.answers import form_id
from fishbowl.web.community.card import cards_are_on, has_card, kind_words
from fishbowl.web.community.me.asks_lines import asks_parts
from fishbowl.web.community.me.meeting_lines import meeting_parts
from fishbowl.web.community.me.offer_lines import offer_lines, stand_already
from fishbowl.web.community.me.round_lines import asked_lines, own_rounds
from fishbowl.web.community.me.series_lines import own_series, sessions_of, template_parts
from fishbowl.web.community.membership.contact import ADDRESS_MAX, Status, reach_kinds, status_of
from fishbowl.web.community.seen import note_seen
from fishbowl.web.community.task_lines import day_in, task_lines
from fishbowl.web.context import here
from fishbowl.web.i18n import current_language
from fishbowl.web.i18n import gettext as _
from fishbowl.web.setup.instants import day_at, zone_of
from fishbowl.web.sign_in.identity import MembersOnly, member

bp = Blueprint("me", __name__)

SESSIONS_SHOWN = 12
"""The page shows so many of the latest sessions, unless all are asked for."""
NOON, EVENING = 12, 18


class SessionLine(NamedTuple):
    """A session, formatted for the page; ``href`` leads to its summary, if it is published."""

    code: str
    question: str
    event: str
    day: str
    href: str
    is_open: bool
    kept: bool
    turns: int
    talked_ms: int
    has_card: bool


@bp.get("/me")
def show() -> str | AnyResponse:
    """The page; whoever is not signed in goes to the door, where their browser shows its pass."""
    mine = member()
    if mine is None:
        if "came" in request.args:  # from the door, and the cookie was not kept
            raise MembersOnly
        return redirect("/m", 302)
    note_seen(mine)
    return page(mine)


def page(mine: Member, **wrong: Any) -> str:
    """Render a member's page.

    :param wrong: ``problems`` and ``typed`` of a form that was refused, by field.
    """
    context = here()
    parts = context.own_parts.of(mine.links)
    view = me_view(
        context.members.community,
        context.members.community.members.get(mine.id, mine),
        parts,
        now_ms=context.clock.now_ms(),
        today=day_at(context.clock.now_ms()),
    )
    zone = zone_of(view.time_zone) or UTC
    shown = view.sessions if "all" in request.args else view.sessions[:SESSIONS_SHOWN]
    in_series = own_series(mine, sessions_of(parts))
    meeting = meeting_parts(mine)
    return render_template(
        "community/me.html",
        **template_parts(in_series, zone, counts=view.shows_turns),
        **meeting,
        **asks_parts(mine, parts.values()),
        me=view,
        about=context.members.community.about,
        pairs_asked=asked_lines(mine),
        rounds=own_rounds(mine),
        form_id=form_id(),
        day=_today(zone),
        greeting=_greeting(view.label, zone),
        replaced=day_in(view.pass_replaced_at_ms or 0, zone),
        tasks=task_lines(view.tasks, zone),
        notes=[
            {
                "id": one.words.id,
                "code": one.code,
                "words": one.words.words,
                "kind": one.words.kind,
                "shared": one.words.shared,
                "question": one.question,
            }
            for one in view.notes
        ],
        offers=offer_lines(mine, zone) if uses_offers(context.members.community) else None,
        standing=stand_already(mine, (one.words.words for one in view.notes)),
        kinds=kind_words(),
        sessions=list(_session_lines(shown, zone)),
        more=len(view.sessions) - len(shown),
        asked=_asked(view, in_series, meeting),
        reach=_reach(status_of(view.reach, member_owner(mine.id)), zone),
        reach_kinds=reach_kinds(),
        label_max=c.LABEL_MAX,
        contact_max=ADDRESS_MAX,
        problems=wrong.get("problems", {}),
        typed=wrong.get("typed", {}),
    )


def _asked(view: MeView, in_series: InSeries, meeting: dict[str, Any]) -> str:
    """The question that is shown; the next one comes after it."""
    if view.hosting == "asked":
        return "hosting"
    if view.merge is not None:
        return "merge"
    if in_series.questions:
        return "turn"
    if in_series.swaps:
        return "swap"
    if meeting["person_asked"] is not None:
        return "people"
    return "suggestion" if meeting["suggestion_asked"] is not None else ""


def _today(zone: tzinfo) -> str:
    now = datetime.fromtimestamp(here().clock.now_ms() / 1000, zone)
    return str(format_date(now, "full", locale=current_language().locale))


def _greeting(label: str, zone: tzinfo) -> str:
    name = label.rstrip(".")  # the sentence has its own: "Amira B."
    hour = datetime.fromtimestamp(here().clock.now_ms() / 1000, zone).hour
    if hour < NOON:
        return _("Good morning, %(name)s.") % {"name": name}
    if hour < EVENING:
        return _("Good afternoon, %(name)s.") % {"name": name}
    return _("Good evening, %(name)s.") % {"name": name}


def _session_lines(parts: Iterable[OwnPart], zone: tzinfo) -> Iterable[SessionLine]:
    for part in parts:
        slug = here().access_keys.summary_slug(part.code) if part.published else ""
        yield SessionLine(
            code=part.code,
            question=part.question,
            event=part.event,
            day=day_in(part.at_ms, zone),
            href=f"/s/{slug}" if slug else "",
            is_open=part.state != "closed",
            kept=part.kept,
            turns=part.turns,
            talked_ms=part.talked_ms,
            has_card=part.kept and has_card(part) and cards_are_on(),
        )


def _reach(status: Status, zone: tzinfo) -> dict[str, Any]:
    """What the page tells of how somebody is reached."""
    may_send = status.kind == "mail" and bool(status.address) and status.standing != "confirmed"
    return {
        "kind": status.kind,
        "address": status.address,
        "status": status.standing,
        "problem": status.problem,
        "day": day_in(status.at_ms, zone),
        "may_send": may_send,
    }
