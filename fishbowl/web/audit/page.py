"""The audit list, for the owner alone: who did what, and the same as a file."""

from collections.abc import Callable
from typing import NamedTuple

from flask import Blueprint, Response, render_template, request

from fishbowl.access.codes import spoken
from fishbowl.log.audit import AuditLine
from fishbowl.services.audit import AUDIT_EXPORTED
from fishbowl.services.audit_export import to_csv, to_json
from fishbowl.web.audit.noting import note_as_owner
from fishbowl.web.audit.words import what_words, who_words
from fishbowl.web.context import here
from fishbowl.web.numbers import read_number
from fishbowl.web.setup.instants import iso, told
from fishbowl.web.setup.preview import empty_bowl
from fishbowl.web.sign_in.identity import need_owner

bp = Blueprint("audit", __name__)

PAGE = 100
"""Lines on one page."""


class Row(NamedTuple):
    """A line as the page writes it; ``last`` is empty unless it is about several attempts."""

    at: str
    at_iso: str
    last: str
    last_iso: str
    who: str
    what: str
    spoken: str


@bp.get("/audit")
def show() -> str:
    """What was done, the latest first."""
    need_owner()
    first = read_number(request.args.get("first", "")) or 0
    lines, count = here().audit.lines(first=first, most=PAGE)
    return render_template(
        "audit.html",
        rows=[_row(line) for line in lines],
        count=count,
        later=_page(first - PAGE) if first > 0 else "",
        earlier=_page(first + PAGE) if first + PAGE < count else "",
        chairs=empty_bowl(),
    )


@bp.get("/audit.csv")
def as_table() -> Response:
    """The whole list as a table."""
    return _file("csv", to_csv, "text/csv; charset=utf-8")


@bp.get("/audit.json")
def as_json() -> Response:
    """The whole list for programs."""
    return _file("json", to_json, "application/json")


def _file(format: str, write: Callable[[list[AuditLine]], str], content_type: str) -> Response:
    """The whole list as a file; that it was taken is noted as well."""
    need_owner()
    note_as_owner(AUDIT_EXPORTED, detail=format)
    lines, _ = here().audit.lines()
    response = Response(write(lines), content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="fishbowl-audit.{format}"'
    return response


def _page(first: int) -> str:
    return f"/audit?first={first}" if first > 0 else "/audit"


def _row(line: AuditLine) -> Row:
    is_several = told(line.at_ms) != told(line.last_at_ms)
    return Row(
        at=told(line.at_ms),
        at_iso=iso(line.at_ms),
        last=told(line.last_at_ms) if is_several else "",
        last_iso=iso(line.last_at_ms) if is_several else "",
        who=who_words(line),
        what=what_words(line),
        spoken=spoken(line.code),
    )
