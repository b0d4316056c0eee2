"""Series on a member's own page: what they are asked, their dates, and their switches."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec
from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.domain.community import commands as cc
from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import BRINGS, Bring, OccasionId, SeriesId, SwapId
from fishbowl.domain.series.model import About, Occasion
from fishbowl.services.batch import Outcome
from fishbowl.services.series_letters import swapped_letter
from fishbowl.views.series.own import InSeries, OwnDate, OwnSeries, in_series
from fishbowl.web.community.answers import Refused, body_of, check, check_form, posted_id, refusal
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.numbers import read_number
from fishbowl.web.series.words import day_words, name_of_brought, recurrence_words, when_words
from fishbowl.web.setup.instants import told
from fishbowl.web.sign_in.identity import need_member

bp = Blueprint("me_series", __name__)
bp.register_error_handler(Refused, refusal)


class Turned(msgspec.Struct, frozen=True, kw_only=True):
    """A switch that was turned: ``SERIES/rota`` or ``SERIES/dates``."""

    what: str
    on: bool


class SeriesLine(NamedTuple):
    """A series, formatted; ``came`` is empty where they came to none, or it is not told."""

    id: str
    label: str
    href: str
    when: str
    next: str
    came: str
    has_rota: bool
    in_rota: bool
    follows: bool
    open: list[tuple[str, str]]


class DateLine(NamedTuple):
    """A date that is theirs, formatted; ``others`` are dates to swap for, each with its words."""

    series: str
    occasion: str
    label: str
    day: str
    when: str
    brings: str
    bring: str
    words: str
    asked_for: str
    others: list[tuple[str, str]]


class Ask(NamedTuple):
    """A question of a series: what the form sends, and its words."""

    series: str
    occasion: str
    swap: int
    heading: str
    text: str


def own_series(mine: Member, sessions: dict[str, str]) -> InSeries:
    """What series hold of a member.

    :param sessions: the codes of their sessions, each with its series.
    """
    series = here().series
    return in_series(series.all(), mine.id, sessions, Millis(series.time.now_ms()))


def template_parts(found: InSeries, *, counts: bool) -> dict[str, Any]:
    """What the page tells of series.

    :param counts: whether it tells how often they came.
    """
    return {
        "series": [_series_line(one, counts) for one in found.series],
        "dates": [_date_line(one) for one in found.dates],
        "turn_asked": next(iter(_turn_asks(found)), None),
        "swap_asked": next(iter(_swap_asks(found)), None),
        "brings": [
            ("topic", _("a topic")),
            ("person", _("a person")),
            ("question", _("a question")),
            ("lunch", _("lunch")),
        ],
        "words_max": c.WORDS_MAX,
        "over": "over" in request.args,
    }


@bp.get("/me/asked.json")
def asked() -> dict[str, bool]:
    """Whether the member is asked something that waits on their page; for the phone."""
    found = own_series(need_member(), {})
    return {"asked": bool(found.questions or found.swaps)}


@bp.post("/me/series")
def switches() -> Response | AnyResponse:
    """Turn one switch (JSON), or those of one series to what the form says."""
    mine = need_member()
    if request.is_json:
        turned = body_of(Turned)
        series, _slash, what = turned.what.partition("/")
        check(_turn(mine, SeriesId(series), what, on=turned.on))
        return Response(status=204)
    chosen = request.form.getlist("agree")
    for one in own_series(mine, {}).series:
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
    if (what, on) not in commands or here().series.state(series) is None:
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


def _series_line(one: OwnSeries, counts: bool) -> SeriesLine:
    came = n_("You came once.", "You came %(n)s times.", one.came) % {"n": one.came}
    return SeriesLine(
        id=one.id,
        label=one.about.label,
        href=f"/series/{one.about.slug}",
        when=recurrence_words(state.recurrence) if (state := here().series.state(one.id)) else "",
        next=when_words(one.next.slot) if one.next else "",
        came=came if one.came and counts else "",
        has_rota=one.about.has_rota or one.in_rota,
        in_rota=one.in_rota,
        follows=one.follows,
        open=[(free.id, when_words(free.slot)) for free in one.open],
    )


def _date_line(one: OwnDate) -> DateLine:
    brought = one.occasion.brought
    return DateLine(
        series=one.series,
        occasion=one.occasion.id,
        label=one.about.label,
        day=day_words(one.occasion.slot.on),
        when=when_words(one.occasion.slot),
        brings=name_of_brought(brought) if brought else "",
        bring=brought.bring if brought else "question",
        words=brought.words if brought else "",
        asked_for="" if one.asked_for is None else when_words(one.asked_for.slot),
        others=[(other.id, when_words(other.slot)) for other in one.others],
    )


def _turn_asks(found: InSeries) -> Iterable[Ask]:
    for one in found.questions:
        yield Ask(
            one.series, one.occasion.id, 0, *turn_words(one.about, one.occasion, one.until_ms)
        )


def _swap_asks(found: InSeries) -> Iterable[Ask]:
    for one in found.swaps:
        words = swap_words(one.about, one.mine, one.theirs)
        yield Ask(one.series, one.mine.id, int(one.swap.id), *words)


def turn_words(about: About, occasion: Occasion, until_ms: Millis) -> tuple[str, str]:
    """The question whether a date would be theirs, and what it means."""
    heading = _("Would %(day)s be yours?") % {"day": day_words(occasion.slot.on)}
    text = _(
        "%(series)s, %(when)s. A host runs the bowl; you bring a topic, a person, a question, or "
        "lunch. Without an answer by %(until)s the next one is asked. Nobody is told who passed."
    ) % {
        "series": about.label,
        "when": when_words(occasion.slot),
        "until": told(until_ms, day_only=True),
    }
    return heading, text


def swap_words(about: About, mine: Occasion, theirs: Occasion) -> tuple[str, str]:
    """The question whether they would swap, and what it means."""
    heading = _("Would you swap %(mine)s for %(theirs)s?") % {
        "mine": day_words(mine.slot.on),
        "theirs": day_words(theirs.slot.on),
    }
    text = _(
        "%(series)s: somebody else has %(when)s, and would rather have your date. A no looks like "
        "no answer, and nobody is told."
    ) % {"series": about.label, "when": when_words(theirs.slot)}
    return heading, text
