"""*I come*: a first name for an occasion, deleted after the day; no membership, and no script.

Whoever said it takes it back: the browser keeps a token, in a cookie that ends after the day.
"""

import re
import time
from collections.abc import Mapping

from flask import Blueprint, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import NAME_MAX, Come, ComeNot
from fishbowl.domain.series.ids import ComerId, OccasionId
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.occasions import to_come
from fishbowl.domain.series.rules.times import DAY_MS
from fishbowl.domain.series.state import Series
from fishbowl.services.batch import Outcome
from fishbowl.views.series.public import shown
from fishbowl.web.community.answers import form_id, posted_id
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.series import public_words as w
from fishbowl.web.series.shown import find_shown, now_ms_of
from fishbowl.web.sign_in.cookies import keep_cookie
from fishbowl.web.sign_in.identity import member

bp = Blueprint("series_coming", __name__)

COMING = (30, 600.0)
"""Presses from one address: a whole room may be behind one."""
KEPT_MAX = 20
"""Occasions that one browser keeps at once."""
_coming = RateLimit(*COMING)
_KEPT = re.compile(r"([0-9+.-]{1,24})_(\d{1,12})_([A-Za-z0-9=_-]{8,64})")


@bp.get("/series/<name>/come/<occasion>")
def show(name: str, occasion: str) -> str:
    """The form of one occasion; or, for who comes, how to take it back."""
    series = find_shown(name)
    return _page(series, _to_come(series, occasion))


@bp.post("/series/<name>/come/<occasion>")
def come(name: str, occasion: str) -> AnyResponse | tuple[str, int]:
    """Note a first name."""
    series = find_shown(name)
    found = _to_come(series, occasion)
    if found.id in own_comers(series):
        return redirect(request.path, 303)
    if not _coming.allows(request.remote_addr, time.monotonic()):
        return _page(series, found, "too_fast"), 429
    label = request.form.get("name", "")[: NAME_MAX + 1]
    outcome = here().series.ask(
        series.id,
        Come(occasion=found.id, label=label),
        role=Role.DOOR,
        command_id=posted_id("come"),
    )
    if not outcome.ok:
        return _page(series, found, outcome.code), _status(outcome)
    response = redirect(request.path, 303)
    if outcome.seq is not None:
        _keep(response, series, {**own_comers(series), found.id: ComerId(outcome.seq)})
    return response


@bp.post("/series/<name>/come/<occasion>/not")
def come_not(name: str, occasion: str) -> AnyResponse | tuple[str, int]:
    """Take back that one comes."""
    series = find_shown(name)
    mine = dict(own_comers(series))
    comer = mine.pop(OccasionId(occasion), None)
    if comer is not None:
        outcome = here().series.ask(
            series.id, ComeNot(occasion=OccasionId(occasion), comer=comer), role=Role.DOOR
        )
        if outcome.code == "not_saved":
            abort(503)
    response = redirect(f"/series/{series.about.slug}", 303)
    _keep(response, series, mine)
    return response


def own_comers(series: Series) -> Mapping[OccasionId, ComerId]:
    """To which occasions of a series this browser has said that somebody comes."""
    found: dict[OccasionId, ComerId] = {}
    for kept in request.cookies.get(_cookie(series), "").split("~")[:KEPT_MAX]:
        match = _KEPT.fullmatch(kept)
        if match is None:
            continue
        occasion, comer = OccasionId(match[1]), ComerId(int(match[2]))
        known = series.occasions.get(occasion)
        is_there = known is not None and any(one.id == comer for one in known.comers)
        if is_there and here().access_keys.is_coming(series.id, comer, match[3]):
            found[occasion] = comer
    return found


def _page(series: Series, occasion: Occasion, problem: str = "") -> str:
    now_ms = now_ms_of(series)
    one = shown(series, occasion, now_ms)
    mine = own_comers(series).get(occasion.id)
    known = member()
    return render_template(
        "series/come.html",
        series=series,
        occasion=one,
        day=w.full_day(one.on),
        times=w.times_of(series, one),
        place=one.room or series.about.place,
        mine=next((comer.label for comer in occasion.comers if comer.id == mine), ""),
        typed=request.form.get("name", known.label if known is not None else "")[:NAME_MAX],
        name_max=NAME_MAX,
        problem=_refusal(problem) if problem else "",
        form_id=form_id(),
        feeds=series.about.is_public,
    )


def _to_come(series: Series, occasion: str) -> Occasion:
    """The occasion, if one may still say that one comes.

    :raises werkzeug.exceptions.NotFound: there is none, or it is over or left out.
    """
    try:
        found = to_come(series, OccasionId(occasion[:24]), now_ms_of(series))
    except Rejected:
        abort(404)
    if not series.about.welcomes:
        abort(404)
    return found


def _keep(
    response: Response | AnyResponse, series: Series, mine: Mapping[OccasionId, ComerId]
) -> None:
    """Let the browser keep what it needs to take something back, until all the days are over."""
    if not mine:
        response.delete_cookie(_cookie(series), samesite="Lax")
        return
    token = here().access_keys.coming_token
    kept = list(mine.items())[-KEPT_MAX:]
    words = "~".join(f"{one}_{comer}_{token(series.id, comer)}" for one, comer in kept)
    keep_cookie(response, _cookie(series), words, max_age_s=400 * DAY_MS // 1000)  # type: ignore[arg-type]


def _cookie(series: Series) -> str:
    return f"fishbowl_comes_{series.id}"


def _status(outcome: Outcome) -> int:
    return 503 if outcome.code == "not_saved" else 422


def _refusal(code: str) -> str:
    words = {
        "name_needed": _("Please type a first name."),
        "too_large": _("That is too long for a first name."),
        "limit_reached": _(
            "So many people come already that no more names fit here. Come all the same."
        ),
        "too_fast": _("Many people have just said this from your network. Please wait a minute."),
        "not_saved": _("This could not be saved. Please try again in a moment."),
    }
    return words.get(code, _("This could not be done. Nothing has changed."))
