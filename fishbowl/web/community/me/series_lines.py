"""Series on a member's own page, formatted: what they are asked, their dates, their switches."""

from collections.abc import Iterable, Mapping
from datetime import tzinfo
from typing import Any, NamedTuple

from flask import request

from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.model import About, Occasion
from fishbowl.views.community.own_part import OwnPart
from fishbowl.views.series.own import InSeries, OwnDate, OwnSeries, in_series
from fishbowl.web.community.task_lines import day_in
from fishbowl.web.context import here
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.series.words import day_words, name_of_brought, recurrence_words, when_words


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


def sessions_of(parts: Mapping[str, OwnPart | None]) -> dict[str, str]:
    """The codes of a member's sessions that still hold them, each with its series."""
    return {code: part.series for code, part in parts.items() if part is not None and part.kept}


def template_parts(found: InSeries, zone: tzinfo, *, counts: bool) -> dict[str, Any]:
    """What the page tells of series.

    :param zone: of the member.
    :param counts: whether it tells how often they came.
    """
    return {
        "series": [_series_line(one, counts) for one in found.series],
        "dates": [_date_line(one) for one in found.dates],
        "turn_asked": next(iter(_turn_asks(found, zone)), None),
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


def _series_line(one: OwnSeries, counts: bool) -> SeriesLine:
    came = n_("You came once.", "You came %(n)s times.", one.came) % {"n": one.came}
    return SeriesLine(
        id=one.id,
        label=one.about.label,
        href=f"/series/{one.about.slug}" if one.may_open else "",
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


def _turn_asks(found: InSeries, zone: tzinfo) -> Iterable[Ask]:
    for one in found.questions:
        words = turn_words(one.about, one.occasion, one.until_ms, zone)
        yield Ask(one.series, one.occasion.id, 0, *words)


def _swap_asks(found: InSeries) -> Iterable[Ask]:
    for one in found.swaps:
        words = swap_words(one.about, one.mine, one.theirs)
        yield Ask(one.series, one.mine.id, int(one.swap.id), *words)


def turn_words(about: About, occasion: Occasion, until_ms: Millis, zone: tzinfo) -> tuple[str, str]:
    """The question whether a date would be theirs, and what it means.

    :param zone: of the member.
    """
    heading = _("Would %(day)s be yours?") % {"day": day_words(occasion.slot.on)}
    text = _(
        "%(series)s, %(when)s. A host runs the bowl; you bring a topic, a person, a question, or "
        "lunch. Without an answer by %(until)s the next one is asked. Nobody is told who passed."
    ) % {
        "series": about.label,
        "when": when_words(occasion.slot),
        "until": day_in(until_ms, zone),
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
