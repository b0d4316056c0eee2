"""A room of a conference: the sheet on its door, and the address that leads to what is on."""

from urllib.parse import quote

from flask import Blueprint, abort, redirect, render_template
from werkzeug.wrappers import Response

from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.rooms import next_in, on_now, rooms_by_key
from fishbowl.domain.series.state import Series
from fishbowl.domain.session.clock import clock_state
from fishbowl.web.context import here
from fishbowl.web.display.qr import qr_path
from fishbowl.web.series.hosts import find_for_host, now_in
from fishbowl.web.series.shown import find_shown
from fishbowl.web.series.words import name_of, time_words, weekday_and_day

bp = Blueprint("rooms", __name__)

LATER_MAX = 5
"""So many sessions of a room are named before the first of them opens."""


@bp.get("/series/<slug>/room/<room>")
def show(slug: str, room: str) -> str | Response:
    """Lead to the session that is on, or say what comes next."""
    series = find_shown(slug)
    name = rooms_by_key(series).get(room)
    if name is None:
        abort(404)
    now_ms = now_in(series)
    found = on_now(series, name, now_ms, _is_closed)
    if found is not None:
        return redirect(f"/{found.code}", 303)
    coming = next_in(series, name, now_ms)[:LATER_MAX]
    return render_template(
        "series/room.html",
        series=series,
        room=name,
        coming=[_coming(series, one) for one in coming],
    )


@bp.get("/hosts/series/<id>/sheets")
def sheets(id: str) -> str:
    """One page to print for every room."""
    _host, series = find_for_host(id)
    network, pages = here().network, []
    for key, name in rooms_by_key(series).items():
        path = f"/series/{series.about.slug}/room/{quote(key)}"
        size, modules = qr_path(f"{network.base()}{path}")
        pages.append({"room": name, "path": path, "size": size, "modules": modules})
    if not pages:
        abort(404)
    host_name = network.base().partition("://")[2]
    return render_template("series/sheets.html", series=series, pages=pages, host=host_name)


def _is_closed(code: str) -> bool:
    session = here().service.session(code)
    return session is None or clock_state(session.clock) == "closed"


def _coming(series: Series, occasion: Occasion) -> dict[str, str]:
    slot = occasion.slot
    return {
        "day": weekday_and_day(slot.on),
        "at": time_words(slot.at),
        "title": name_of(series.about, slot),
    }
