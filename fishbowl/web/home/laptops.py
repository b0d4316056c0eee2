"""Laptops, as their home sees them: a code for a new one, who is there, what they handed over."""

from flask import Blueprint, abort, redirect, render_template
from werkzeug.wrappers import Response

from fishbowl.host.clock import wall_ms
from fishbowl.services.audit import LAPTOP_LEFT
from fishbowl.web.community.hosts.host import note, the_host, title_of
from fishbowl.web.context import here
from fishbowl.web.home.words import laptops_headline, taken_words
from fishbowl.web.setup.instants import iso, told

bp = Blueprint("laptops", __name__)

SHOWN = 50
"""So many of the sessions that came in last are listed."""


@bp.get("/laptops")
def show() -> str:
    """The laptops, and the codes that are good now."""
    host, context = the_host(), here()
    receiving = context.home.receiving
    laptops, taken = receiving.laptops(), receiving.taken_in()
    rows = {row.code: row for row in context.service.sessions()}
    names = {one.id: one.name for one in laptops}
    paired = [one for one in laptops if one.is_paired]
    return render_template(
        "home/laptops.html",
        is_owner=host.is_owner,
        title=title_of(context.members.community),
        address=context.network.base(),
        headline=laptops_headline(len(paired)),
        codes=[(code, told(at_ms), iso(at_ms)) for code, at_ms in _codes()],
        laptops=[
            {
                "id": one.id,
                "name": one.name,
                "joined": told(one.joined_at_ms),
                "joined_iso": iso(one.joined_at_ms),
                "seen": told(one.seen_at_ms),
                "seen_iso": iso(one.seen_at_ms),
                "count": len({t.key for t in taken if t.laptop == one.id and t.taken.how == "new"}),
            }
            for one in paired
        ],
        left=[one.name for one in laptops if not one.is_paired],
        taken=[
            {
                "question": rows[one.key].question if one.key in rows else "",
                "code": one.key,
                "laptop": names.get(one.laptop, ""),
                "words": taken_words(one.taken),
                "at": told(one.taken.at_ms),
                "at_iso": iso(one.taken.at_ms),
                "is_refused": one.taken.how == "refused",
            }
            for one in taken[:SHOWN]
            if one.kind in ("session", "")
        ],
    )


@bp.post("/laptops/code")
def new_code() -> Response:
    """Make a code for a new laptop."""
    the_host()
    here().home.receiving.codes.new()
    return redirect("/laptops", 303)


@bp.post("/laptops/<id>/disconnect")
def disconnect(id: str) -> Response:
    """Take the pairing with a laptop back."""
    host = the_host()
    receiving = here().home.receiving
    if all(one.id != id for one in receiving.laptops()):
        abort(404)
    if receiving.take_back(id):
        note(host, LAPTOP_LEFT)
    return redirect("/laptops", 303)


def _codes() -> list[tuple[str, int]]:
    """The codes that are good now, and until when."""
    now_ms = wall_ms()
    good = here().home.receiving.codes.good()
    return [(code, now_ms + int(left_s * 1000)) for code, left_s in good]
