"""One person's card of a session that is over: for a member, and for the phone that was there.

A card is made each time that it is opened. Nobody else can open it, and nothing of it is stored.
"""

import time
from datetime import UTC, datetime, tzinfo
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.state import Session
from fishbowl.harvest.card import card
from fishbowl.harvest.geometry.web import web
from fishbowl.harvest.words import clock, in_language
from fishbowl.views.community.own_part import OwnPart, own_part, own_part_of_phone
from fishbowl.web.community.seen import note_seen
from fishbowl.web.community.task_lines import day_in
from fishbowl.web.context import here
from fishbowl.web.i18n import current_language
from fishbowl.web.i18n import gettext as _
from fishbowl.web.known import community_about
from fishbowl.web.setup.instants import day_of, zone_of
from fishbowl.web.sign_in.device import device_key
from fishbowl.web.sign_in.identity import find_session, member

bp = Blueprint("card", __name__)

OWN_CARDS = (20, 60)
"""The rate limit for a phone's own card: how often, and in how many seconds."""
_asked = RateLimit(*OWN_CARDS)


@bp.get("/me/card/<code>")
def of_member(code: str) -> str | AnyResponse:
    """A member's card of a session that they linked."""
    mine = member()
    if mine is None:
        return redirect("/m", 302)
    link = mine.link_to(code[:40])
    if link is None or not cards_are_on():
        abort(404)
    session, now_ms = here().service.session(link.code), here().clock.now_ms()
    part = None if session is None else own_part(session, link.person, now_ms)
    if session is None or part is None or not part.kept or not has_card(part):
        abort(404)
    note_seen(mine)
    zone = zone_of(mine.time_zone) or UTC
    return render_template(
        "community/card.html", **_told(session, PersonId(link.person), part, zone)
    )


@bp.get("/<code>/card")
def show(code: str) -> str:
    """The page for a phone without a pass; its script shows which phone it is."""
    session = find_session(code)
    if not cards_are_on():
        abort(404)
    return render_template("community/card_of_phone.html", code=session.code)


@bp.get("/<code>/card/own")
def of_phone(code: str) -> Response:
    """What the page of a phone shows, for the person whose phone asks and for nobody else."""
    session = find_session(code)
    person = session.person_of_key.get(device_key(session))
    if person is None or not cards_are_on():
        abort(404)
    part = own_part_of_phone(session, person, here().clock.now_ms())
    if not has_card(part):
        abort(409)
    if not _asked.allows((session.code, person), time.monotonic()):
        abort(429)
    response = Response(
        render_template(
            "community/card_body.html", **_told(session, person, part, zone_of_room(session))
        ),
        content_type="text/html; charset=utf-8",
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def cards_are_on() -> bool:
    """Whether the community uses cards."""
    return is_on(here().members.community, "card")


def has_card(part: OwnPart) -> bool:
    """Whether there is a card: once the session is over."""
    return part.state == "closed"


def zone_of_room(session: Session) -> tzinfo:
    """The time zone of the server, which is taken for that of the room."""
    made = datetime.fromtimestamp(session.created_at_ms / 1000, UTC)
    return made.astimezone().tzinfo or UTC


def _told(session: Session, person: PersonId, part: OwnPart, zone: tzinfo) -> dict[str, Any]:
    """Everything that the page tells. Where an employer runs it, it has no figures of anybody."""
    language = current_language()
    made = card(session, person)
    with in_language(language.translations, language.locale):
        drawn = web(made.web)
    has_figures = community_about().kind != "employer"
    return {
        "card": made,
        "part": part,
        "day": day_in(part.at_ms, zone),
        "has_figures": has_figures and part.turns > 0,
        "tells_pairs": has_figures and made.tells_pairs,
        "web": drawn if has_figures and made.after + made.before else None,
        "seated": clock(made.seated_ms),
        "spoken": clock(part.talked_ms) if part.by_floor else "",
        "promises": [
            {
                "words": one.words,
                "due": day_of(one.due),
                "is_ended": one.ended_at_ms is not None,
                "is_noted": one.kind == "action",
            }
            for one in part.items
        ],
        "may_save": session.settings.attribution != "chatham_house",
        "kinds": kind_words(),
    }


def kind_words() -> dict[str, str]:
    """What a person wrote down, by its kind."""
    return {
        "take": _("I take"),
        "offer": _("I offer"),
        "need": _("I need"),
        "brought": _("I bring back"),
    }
