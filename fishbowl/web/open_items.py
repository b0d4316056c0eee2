"""What the sessions of this installation leave open, until somebody closes it."""

import secrets
from typing import NamedTuple

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.codes import normalised
from fishbowl.domain.commands import TITLE_MAX, CloseItem, ReopenItem
from fishbowl.domain.ids import Seq
from fishbowl.domain.open_items import Item
from fishbowl.domain.roles import Role
from fishbowl.harvest.words import due_day
from fishbowl.service import Order
from fishbowl.web.context import here
from fishbowl.web.events import OpenItems
from fishbowl.web.identity import need_owner
from fishbowl.web.instants import iso, told

bp = Blueprint("open_items", __name__)


class Line(NamedTuple):
    """An item as the page lists it; what is empty is not told."""

    item: Item
    name: str
    due: str
    ended: str
    ended_iso: str


class Left(NamedTuple):
    """What one session leaves."""

    code: str
    question: str
    made: str
    made_iso: str
    open: list[Line]
    closed: list[Line]


@bp.get("/open")
def show() -> str:
    """Everything that is open, by event, the latest session first; what is closed folds away."""
    need_owner()
    events: dict[str, tuple[str, list[Left]]] = {}
    for row in here().service.sessions():
        if row.state == "lobby":
            continue
        found = here().events.open_items(row.code)
        if found is None or not found.items:
            continue
        _, sessions = events.setdefault(row.event.casefold(), (row.event, []))
        sessions.append(_left(row.code, row.question, row.created_at_ms, found))
    return render_template(
        "open.html",
        events=list(events.values()),
        id=secrets.token_urlsafe(12),
        most=TITLE_MAX,
        any_open=any(left.open for _, sessions in events.values() for left in sessions),
    )


@bp.post("/open/<code>/<int:item>")
def change(code: str, item: int) -> Response | AnyResponse:
    """Close an item with a word, or open it again; the page is then as it is."""
    need_owner()
    canonical = normalised(code)
    if not canonical or here().service.session(canonical) is None:
        abort(404)
    form = request.form
    words, do = form.get("words", "")[:TITLE_MAX], form.get("do", "")
    reopens = do == "reopen"
    command = ReopenItem(item=Seq(item)) if reopens else CloseItem(item=Seq(item), words=words)
    outcome = here().service.submit(
        Order(
            code=canonical,
            command=command,
            command_id=f"open-{item}-{form.get('id', '')[:40]}-{do[:8]}",
            role=Role.FACILITATOR,
        )
    )
    if outcome.code == "not_saved":
        abort(503)
    return redirect(url_for("open_items.show", _anchor=f"{canonical}-{item}"), 303)


def _left(code: str, question: str, made_ms: int, found: OpenItems) -> Left:
    lines = [_line(item, found.names.get(item.id, "")) for item in found.items]
    return Left(
        code=code,
        question=question,
        made=told(made_ms),
        made_iso=iso(made_ms),
        open=[line for line in lines if line.item.end is None],
        closed=[line for line in lines if line.item.end is not None],
    )


def _line(item: Item, name: str) -> Line:
    end = item.end
    return Line(
        item=item,
        name=name,
        due=due_day(item.due),
        ended="" if end is None else told(end.closed_at_ms, day_only=True),
        ended_iso="" if end is None else iso(end.closed_at_ms),
    )
