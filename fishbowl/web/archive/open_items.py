"""The page of open items: actions, questions and promises of all sessions."""

import secrets
from collections.abc import Iterable
from typing import NamedTuple

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.codes import normalised
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.session.commands import TITLE_MAX, CloseItem, ReopenItem
from fishbowl.domain.session.ids import OpenItemId
from fishbowl.domain.session.rules.floor.event_equity import EventKey, event_key
from fishbowl.domain.session.rules.summary.open_items import Item, by_urgency, is_overdue
from fishbowl.services.writer import Envelope
from fishbowl.web.console.event_totals import OpenItems
from fishbowl.web.context import here
from fishbowl.web.setup.instants import day_at, day_of, iso, told
from fishbowl.web.setup.preview import empty_bowl
from fishbowl.web.sign_in.identity import need_owner

bp = Blueprint("open_items", __name__)

TOGETHER_MAX = 50
"""How many items with the same words are closed at once."""


class Line(NamedTuple):
    """An item, formatted for the page; empty fields are not shown.

    ``also`` are the ids of items with the same words, and ``names`` the names of all of them.
    """

    item: Item
    code: str
    question: str
    names: list[str]
    due: str
    ended: str
    ended_iso: str
    also: list[Seq]


class SessionItems(NamedTuple):
    """The items of one session, without overdue ones."""

    code: str
    question: str
    made: str
    made_iso: str
    open: list[Line]
    closed: list[Line]


@bp.get("/open")
def show() -> str:
    """Overdue items first, then open and closed items by event, latest session first."""
    need_owner()
    today = day_at(here().clock.now_ms())
    labels = here().event_review.labels()
    events: dict[EventKey, tuple[str, list[SessionItems]]] = {}
    overdue: list[Line] = []
    for row in here().service.sessions():
        if row.state == "lobby":
            continue
        found = here().events.open_items(row.code)
        if found is None or not found.items:
            continue
        lines = _lines(row.code, row.question, found)
        late = [line for line in lines if is_overdue(line.item, today)]
        overdue += late
        of_session = SessionItems(
            code=row.code,
            question=row.question,
            made=told(row.created_at_ms),
            made_iso=iso(row.created_at_ms),
            open=[line for line in lines if line.item.end is None and line not in late],
            closed=[line for line in lines if line.item.end is not None],
        )
        if of_session.open or of_session.closed:
            series = SeriesId(row.series)
            key, label = event_key(series, row.event), labels.get(series, row.event)
            _, sessions = events.setdefault(key, (label, []))
            sessions.append(of_session)
    return render_template(
        "open.html",
        overdue=sorted(overdue, key=lambda line: line.item.due),
        events=list(events.values()),
        id=secrets.token_urlsafe(12),
        most=TITLE_MAX,
        any_open=bool(overdue)
        or any(of_session.open for _, sessions in events.values() for of_session in sessions),
        chairs=empty_bowl(),
    )


@bp.post("/open/<code>/<int:item>")
def change(code: str, item: int) -> Response | AnyResponse:
    """Close or reopen an item and those with the same words, and redirect to the page."""
    need_owner()
    canonical = normalised(code)
    if not canonical or here().service.session(canonical) is None:
        abort(404)
    form = request.form
    words, do = form.get("words", "")[:TITLE_MAX], form.get("do", "")
    for one in (item, *_also(form.get("also", ""))):
        reopens = do == "reopen"
        item = OpenItemId(Seq(one))
        command = ReopenItem(item=item) if reopens else CloseItem(item=item, words=words)
        outcome = here().service.submit(
            Envelope(
                code=canonical,
                command=command,
                command_id=f"open-{one}-{form.get('id', '')[:40]}-{do[:8]}",
                role=Role.FACILITATOR,
            )
        )
        if outcome.code == "not_saved":
            abort(503)
    return redirect(url_for("open_items.show", _anchor=f"{canonical}-{item}"), 303)


def _also(typed: str) -> list[int]:
    numbers = [part for part in typed.split()[:TOGETHER_MAX] if part.isascii() and part.isdecimal()]
    return [int(number[:15]) for number in numbers]


def _lines(code: str, question: str, found: OpenItems) -> list[Line]:
    """A line for each item; questions with the same words share one, promises do not."""
    lines: dict[object, Line] = {}
    for item in by_urgency(found.items):
        asks = item.kind in ("question", "undecided") and item.end is None
        key: object = (item.kind, " ".join(item.words.casefold().split())) if asks else item.id
        name = found.names.get(item.id, "")
        if key in lines:
            lines[key].also.append(item.id)
            lines[key].names.extend(_new([name], lines[key].names))
        else:
            lines[key] = _line(item, code, question, name)
    return list(lines.values())


def _new(names: Iterable[str], known: list[str]) -> list[str]:
    return [name for name in names if name and name not in known]


def _line(item: Item, code: str, question: str, name: str) -> Line:
    end = item.end
    return Line(
        item=item,
        code=code,
        question=question,
        names=_new([name], []),
        due=day_of(item.due),
        ended="" if end is None else told(end.closed_at_ms, day_only=True),
        ended_iso="" if end is None else iso(end.closed_at_ms),
        also=[],
    )
