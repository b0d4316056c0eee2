"""The forms of a member's own page about series: switches, turns, swaps, what they bring."""

import msgspec
from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.domain.community import commands as cc
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.asks import waiting_for
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import BRINGS, Bring, OccasionId, SeriesId, SwapId
from fishbowl.services.batch import Outcome
from fishbowl.services.series_letters import swapped_letter
from fishbowl.web.community.answers import Refused, body_of, check, check_form, posted_id, refusal
from fishbowl.web.community.me.meeting_lines import meeting_of
from fishbowl.web.community.me.round_lines import asked_lines
from fishbowl.web.community.me.series_lines import own_series, sessions_of
from fishbowl.web.context import here
from fishbowl.web.numbers import read_number
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("me_series", __name__)
bp.register_error_handler(Refused, refusal)


class Turned(msgspec.Struct, frozen=True, kw_only=True):
    """A switch that was turned: ``SERIES/rota`` or ``SERIES/dates``."""

    what: str
    on: bool


@bp.get("/me/asked.json")
def asked() -> dict[str, bool]:
    """Whether the member is asked something that waits on their page; for the phone."""
    mine = need_member()
    found, meeting = own_series(mine, {}), meeting_of(mine)
    is_asked = any(not one.answer for one in meeting.suggestions) or any(
        one.stage == "asked" or one.asks_outcome for one in meeting.introductions
    )
    in_round = any(not one.said_yes for one in asked_lines(mine))
    community = here().members.community
    by_members = waiting_for(community, mine.id, here().clock.now_ms())
    is_put = is_on(community, "ask") and bool(by_members)
    return {"asked": bool(found.questions or found.swaps or is_asked or in_round or is_put)}


@bp.post("/me/series")
def switches() -> Response | AnyResponse:
    """Turn one switch (JSON), or those of one series to what the form says."""
    mine = need_member()
    offered = own_series(mine, sessions_of(here().own_parts.of(mine.links))).series
    if request.is_json:
        turned = body_of(Turned)
        series, _slash, what = turned.what.partition("/")
        if all(one.id != series for one in offered):
            raise Refused("bad_request", 400)
        check(_turn(mine, SeriesId(series), what, on=turned.on))
        return Response(status=204)
    chosen = request.form.getlist("agree")
    for one in offered:
        for what, on in (("rota", one.in_rota), ("dates", one.follows)):
            wanted = f"{one.id}/{what}" in chosen
            if wanted != on:
                check_form(_turn(mine, one.id, what, on=wanted))
    return redirect("/me#series", 303)


@bp.post("/me/series/<id>")
def act(id: str) -> AnyResponse:
    """Answer a question, or change something about a date that is theirs."""
    mine, series = need_member(), SeriesId(id)
    outcome = _act(mine, series, request.form.get("do", ""))
    check_form(outcome)
    return redirect("/me#dates" if outcome.ok else "/me?over#dates", 303)


def _turn(mine: Member, series: SeriesId, what: str, *, on: bool) -> Outcome:
    """Turn a switch of a series. Who wants turns there agrees to be asked for turns."""
    commands: dict[tuple[str, bool], c.Command] = {
        ("rota", True): c.JoinRota(member=mine.id),
        ("rota", False): c.LeaveRota(member=mine.id),
        ("dates", True): c.Follow(member=mine.id),
        ("dates", False): c.FollowNot(member=mine.id),
    }
    if (what, on) not in commands:
        raise Refused("bad_request", 400)
    if what == "rota" and on:
        agreed = cc.SetConsent(member=mine.id, consent="turn", on=True)
        check(here().members.ask(agreed, role=Role.MEMBER, member=mine.id))
    return here().series.ask(series, commands[what, on], role=Role.MEMBER, member=mine.id)


def _act(mine: Member, series: SeriesId, do: str) -> Outcome:
    form, member = request.form, mine.id
    occasion = OccasionId(form.get("occasion", "")[:24])
    swap = SwapId(read_number(form.get("swap", "")) or 0)
    commands: dict[str, c.Command] = {
        "take": c.TakeTurn(occasion=occasion, member=member),
        "pass": c.PassTurn(occasion=occasion, member=member),
        "give_back": c.GiveBackTurn(occasion=occasion, member=member),
        "swap": c.AskSwap(
            member=member, gives=occasion, takes=OccasionId(form.get("takes", "")[:24])
        ),
        "agree": c.AgreeToSwap(member=member, swap=swap),
        "decline": c.DeclineSwap(member=member, swap=swap),
        "bring": c.SayBring(
            occasion=occasion,
            member=member,
            bring=_bring(form.get("bring", "")),
            words=form.get("words", "")[: c.WORDS_MAX],
        ),
    }
    state = here().series.state(series)
    if do not in commands or state is None:
        abort(400)
    found = state.swaps.get(swap) if do == "agree" else None
    now_ms = Millis(here().clock.now_ms())
    return here().series.ask(
        series,
        commands[do],
        role=Role.MEMBER,
        member=member,
        command_id=posted_id(do),
        beside=None if found is None else lambda _: [swapped_letter(series, found, now_ms)],
    )


def _bring(typed: str) -> Bring:
    return next((one for one in BRINGS if one == typed), "topic")
