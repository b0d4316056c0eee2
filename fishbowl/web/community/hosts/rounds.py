"""Pairing rounds of a host: drafts and their preview, pins, asking, and how it goes."""

from collections.abc import Sequence

import msgspec
from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.wrappers import Response

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.commands.pairing import LIMIT_MAX, WEEKS_MAX
from fishbowl.domain.community.ids import MemberId, RoundId
from fishbowl.domain.community.model import Round
from fishbowl.domain.community.rules.checkins import CHECK_IN_MS
from fishbowl.domain.community.rules.pairing import ANSWER_MS, WEEK_MS, open_round, to_pair
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.services import audit as a
from fishbowl.services.batch import Outcome
from fishbowl.views.community.rounds import Proposed, draft_view, going_view
from fishbowl.web.community.hosts import round_words as w
from fishbowl.web.community.hosts.host import Host, note, send, the_host, title_of
from fishbowl.web.context import here
from fishbowl.web.numbers import read_number
from fishbowl.web.setup.instants import told

bp = Blueprint("community_rounds", __name__)

SHOWN = 40
"""Groups of a draft on its page, unless all are asked for."""
WEEKS, LIMIT = 8, 2
KINDS = ("seasoned", "across")


@bp.get("/community/rounds")
def show() -> str:
    """All rounds, and a form for a new one."""
    return _list(the_host(), said=w.said(request.args.get("said", ""), 0))


@bp.post("/community/rounds")
def draft() -> str | Response | tuple[str, int]:
    """Prepare a round, and solve it."""
    host = the_host()
    command = _told(c.DraftRound)
    if command is None:
        abort(400)
    outcome = send(host, command, what=a.ROUND_PREPARED)
    if not outcome.ok:
        return _list(host, problem=w.refusal(outcome.code)), 422
    solved = here().rounds.solve(RoundId(outcome.seq or 0), role=host.role, member=host.member)
    said = "" if solved.ok else f"?problem={solved.code}"
    return redirect(f"/community/rounds/{outcome.seq}{said}", 303)


@bp.get("/community/rounds/<int:id>")
def show_one(id: int) -> str:
    """A draft with its preview, or how a round goes."""
    changed = read_number(request.args.get("changed", "")) or 0
    code = request.args.get("problem", "")
    problem = w.refusal(code) if code else ""
    said = w.said(request.args.get("said", ""), changed)
    return _page(the_host(), _found(id), said=said, problem=problem)


@bp.post("/community/rounds/<int:id>")
def act(id: int) -> str | Response | tuple[str, int]:
    """Do one press of the page."""
    host, one, do = the_host(), _found(id), request.form.get("do", "")
    if do == "solve":
        return _after_solving(host, one)
    if do == "ask":
        outcome = here().rounds.ask(one.id, role=host.role, member=host.member)
        if outcome.ok and outcome.seq is not None:
            note(host, a.ROUND_ASKED)
        return _done(host, one, outcome, "asked")
    if do == "change":
        change = _told(c.ChangeRound, round=one.id)
        if change is None:
            abort(400)
        changed = send(host, change, what=a.ROUND_PREPARED)
        return _after_solving(host, one) if changed.ok else _done(host, one, changed, "")
    if do == "end":
        outcome = send(host, c.EndRound(round=one.id), what=a.ROUND_ENDED)
        if not outcome.ok or one.state != "draft":
            return _done(host, one, outcome, "ended")
        return redirect("/community/rounds?said=discarded", 303)
    if do not in ABOUT_TWO:
        abort(400)
    kind, done = ABOUT_TWO[do]
    two = [MemberId(read_number(request.form.get(name, "")) or 0) for name in ("a", "b")]
    outcome = send(host, kind(round=one.id, a=two[0], b=two[1]), what=a.ROUND_PREPARED)
    return _done(host, one, outcome, done, "#found")


ABOUT_TWO: dict[str, tuple[type[c.PinPair | c.ForbidPair | c.FreePair], str]] = {
    "pin": (c.PinPair, "pinned"),
    "forbid": (c.ForbidPair, "forbidden"),
    "free": (c.FreePair, "freed"),
}
"""What is said of two members."""


def _found(id: int) -> Round:
    found = here().members.community.rounds.get(RoundId(id))
    if found is None:
        abort(404)
    return found


def _told(kind: type[c.DraftRound | c.ChangeRound], **fields: int) -> c.Command | None:
    """What the form says of a round; ``None`` if no browser sends that."""
    told = {
        "name": request.form.get("name", ""),
        "kind": request.form.get("kind", ""),
        "weeks": read_number(request.form.get("weeks", "")),
        "limit": read_number(request.form.get("limit", "")),
        **fields,
    }
    try:
        return msgspec.convert({"type": kind.__name__, **told}, kind)
    except msgspec.ValidationError:
        return None


def _after_solving(host: Host, one: Round) -> str | Response | tuple[str, int]:
    """Solve a draft, and tell how many pairs are others than before."""
    before = {group.members for group in one.groups}
    outcome = here().rounds.solve(one.id, role=host.role, member=host.member)
    if not outcome.ok:
        return _done(host, one, outcome, "")
    after = {group.members for group in _found(one.id).groups}
    changed = len(after - before) if before else 0
    return redirect(f"/community/rounds/{one.id}?said=solved&changed={changed}#found", 303)


def _done(
    host: Host, one: Round, outcome: Outcome, said: str, place: str = ""
) -> str | Response | tuple[str, int]:
    if outcome.code == "not_saved":
        abort(503)
    if not outcome.ok:
        return _page(host, _found(one.id), problem=w.refusal(outcome.code)), 409
    return redirect(f"/community/rounds/{one.id}?said={said}{place}", 303)


def _list(host: Host, *, said: str = "", problem: str = "") -> str:
    community, now_ms = here().members.community, here().clock.now_ms()
    rounds = sorted(community.rounds.values(), key=lambda one: -one.id)
    return render_template(
        "community/host_rounds.html",
        is_owner=host.is_owner,
        title=title_of(community),
        is_on=is_on(community, "rounds"),
        drafts=[(one.id, one.name, w.kind_words(one.kind)) for one in rounds
                if one.state == "draft"],
        others=[
            {
                "id": one.id,
                "name": one.name,
                "kind": w.kind_words(one.kind),
                "met": w.met_words(going_view(community, one, now_ms)),
                "is_over": one.state == "over",
                "until": told(one.ends_at_ms, day_only=True),
            }
            for one in rounds
            if one.state != "draft"
        ],
        weeks=WEEKS,
        weeks_max=WEEKS_MAX,
        limit=LIMIT,
        limit_max=LIMIT_MAX,
        name_max=c.LABEL_MAX,
        said=said,
        problem=problem,
    )  # fmt: skip


def _page(host: Host, one: Round, *, said: str = "", problem: str = "") -> str:
    if one.state != "draft":
        return _going_page(host, one, said, problem)
    community, now_ms = here().members.community, here().clock.now_ms()
    draft = draft_view(community, one)
    shows_all = "all" in request.args
    return render_template(
        "community/host_round.html",
        is_owner=host.is_owner,
        title=title_of(community),
        draft=draft,
        rows=_rows(draft.groups if shows_all else draft.groups[:SHOWN]),
        more=0 if shows_all else max(len(draft.groups) - SHOWN, 0),
        found=w.found_words(draft),
        agreed=w.agreed_words(draft),
        left=w.left_words(len(draft.left)),
        people=[(id, community.members[id].label) for id in to_pair(community, one)],
        is_other_open=open_round(community, one.kind) is not None,
        asked=len({one.id for group in draft.groups for one in group.who}),
        answer_by=told(now_ms + ANSWER_MS, day_only=True),
        check_in=told(now_ms + CHECK_IN_MS, day_only=True),
        begins=told(now_ms, day_only=True),
        ends=told(now_ms + one.weeks * WEEK_MS, day_only=True),
        weeks_max=WEEKS_MAX,
        limit_max=LIMIT_MAX,
        name_max=c.LABEL_MAX,
        said=said,
        problem=problem,
    )


def _rows(groups: Sequence[Proposed]) -> list[dict[str, object]]:
    return [
        {
            "who": [(one.label, w.part_words(one.part)) for one in group.who],
            "fit": group.fit,
            "fit_words": w.fit_words(group.fit),
            "why": w.why_words(group),
            "pair": group.pair,
            "is_pinned": group.is_pinned,
        }
        for group in groups
    ]


def _going_page(host: Host, one: Round, said: str, problem: str) -> str:
    community, now_ms = here().members.community, here().clock.now_ms()
    going = going_view(community, one, now_ms)
    rows: dict[str, list[list[str]]] = {}
    for how, who in going.groups:
        rows.setdefault(how, []).append([member.label for member in who])
    return render_template(
        "community/host_round_going.html",
        is_owner=host.is_owner,
        title=title_of(community),
        going=going,
        kind=w.kind_words(one.kind),
        met=w.met_words(going),
        rows=rows,
        began=told(going.asked_at_ms, day_only=True),
        ends=told(going.ends_at_ms, day_only=True),
        thread=[
            {
                "day": told(at_ms, day_only=True),
                "is_done": at_ms <= now_ms,
                "step": step,
            }
            for step, at_ms in (
                ("asked", going.asked_at_ms),
                ("named", going.asked_at_ms + ANSWER_MS),
                ("check_in", going.asked_at_ms + CHECK_IN_MS),
                ("ends", going.ends_at_ms),
            )
        ],
        said=said,
        problem=problem,
    )
