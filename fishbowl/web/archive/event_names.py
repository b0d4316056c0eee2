"""The page on which the owner makes series of the names that events had in earlier sessions."""

from collections.abc import Iterable
from typing import NamedTuple

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from fishbowl.domain.kernel.words import clean
from fishbowl.domain.series.commands import LABEL_MAX
from fishbowl.log import StoreError
from fishbowl.services.event_review import EventName, Filed
from fishbowl.services.filing import NotBegun
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.setup.instants import told, zone_of
from fishbowl.web.setup.preview import empty_bowl
from fishbowl.web.sign_in.identity import need_owner

bp = Blueprint("event_names", __name__)

SHOWN = 50
"""How many names one page has: the rest comes once these are decided on."""
AT_MOST_S = 8.0
"""How long one press files; what is left waits for the next press."""
CODES_SHOWN = 12


class Row(NamedTuple):
    """A name, as the page shows it.

    :param typed: the name of the series, as proposed or typed; ``goes_in`` if it is one already.
    """

    mark: str
    name: str
    others: tuple[str, ...]
    sessions: int
    first: str
    last: str
    typed: str
    goes_in: bool
    alone: bool
    problem: str


@bp.get("/event-names")
def show() -> str:
    """The names that are in no series, with what is proposed for each."""
    need_owner()
    return _page()


@bp.post("/event-names")
def decide() -> Response | str | tuple[str, int]:
    """File the sessions of names under series, leave others alone, and show what is left."""
    need_owner()
    form, review = request.form, here().event_review
    known = {name.mark for name in review.names()}
    decided = [mark for mark in form.getlist("mark") if mark in known]
    alone = [mark for mark in decided if form.get(f"leave-{mark}")]
    wanted = {mark: clean(form.get(f"name-{mark}", "")) for mark in decided if mark not in alone}
    problems = {mark: _problem(name) for mark, name in wanted.items() if _problem(name)}
    if problems:
        return _page(typed=wanted, alone=alone, problems=problems), 422
    zone = form.get("zone", "")
    try:
        review.leave(alone)
        review.leave(wanted, alone=False)
        filed = review.file(wanted, at_most_s=AT_MOST_S, zone="" if zone_of(zone) is None else zone)
    except (NotBegun, StoreError):
        said = _("This could not be saved just now. What was done before stays. Please try again.")
        return _page(said=[said], typed=wanted, alone=alone), 503
    return _page(said=_said(filed), typed=wanted)


def _problem(name: str) -> str:
    if not name:
        return _("Enter a name, or leave it alone.")
    if len(name) > LABEL_MAX:
        return _("At most %(most)d characters.") % {"most": LABEL_MAX}
    return ""


def _said(filed: Filed) -> list[str]:
    said = []
    if filed.sessions:
        sessions = n_("%(n)s session", "%(n)s sessions", filed.sessions) % {"n": filed.sessions}
        said.append(
            n_("%(sessions)s filed in %(n)s series.", "%(sessions)s filed in %(n)s series.",
               filed.series) % {"sessions": sessions, "n": filed.series}
        )  # fmt: skip
    if filed.failed:
        codes = ", ".join(filed.failed[:CODES_SHOWN])
        said.append(
            n_(
                "%(n)s session could not be filed and stays as it was (%(codes)s). Try again.",
                "%(n)s sessions could not be filed and stay as they were (%(codes)s). Try again.",
                len(filed.failed),
            )
            % {"n": len(filed.failed), "codes": codes}
        )
    if filed.left:
        said.append(
            n_(
                "%(n)s session is left. Press again to go on.",
                "%(n)s sessions are left. Press again to go on.",
                filed.left,
            )
            % {"n": filed.left}
        )
    return said


def _page(
    said: Iterable[str] = (),
    typed: dict[str, str] | None = None,
    alone: Iterable[str] = (),
    problems: dict[str, str] | None = None,
) -> str:
    review = here().event_review
    names = review.names()
    left = {*review.left_alone(), *alone}
    labels = review.labels()
    by_name = {label.casefold(): label for label in reversed(labels.values())}
    rows = []
    for name in names:
        proposed = labels.get(name.series) or by_name.get(name.spellings[0].casefold(), "")
        rows.append(_row(name, proposed, typed or {}, left, problems or {}))
    asked = [row for row in rows if not row.alone]
    return render_template(
        "event_names.html",
        said=list(said),
        rows=asked[:SHOWN],
        more=max(0, len(asked) - SHOWN),
        alone=[row for row in rows if row.alone][: max(0, SHOWN - len(asked))],
        series=labels.values(),
        most=LABEL_MAX,
        has_problems=bool(problems),
        chairs=empty_bowl(),
    )


def _row(
    name: EventName,
    proposed: str,
    typed: dict[str, str],
    left: set[str],
    problems: dict[str, str],
) -> Row:
    shown = typed.get(name.mark) or proposed or name.spellings[0]
    return Row(
        mark=name.mark,
        name=name.spellings[0],
        others=name.spellings[1:],
        sessions=len(name.codes),
        first=told(name.first_ms, day_only=True),
        last=told(name.last_ms, day_only=True),
        typed=shown,
        goes_in=shown == proposed,
        alone=name.mark in left and name.mark not in typed,
        problem=problems.get(name.mark, ""),
    )
