"""Deciding what a series is, and when its occasions come."""

import re
from typing import get_args

import msgspec

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.words import clean
from fishbowl.domain.series import commands as c
from fishbowl.domain.series import events as e
from fishbowl.domain.series.commands.base import HASHTAG_MAX
from fishbowl.domain.series.decide.occasions import forgotten
from fishbowl.domain.series.decide.registry import Given, decides
from fishbowl.domain.series.ids import is_ruled
from fishbowl.domain.series.model import About, Defaults, Recurrence
from fishbowl.domain.series.rules import recurrence as recurrences
from fishbowl.domain.series.rules.occasions import known_after
from fishbowl.domain.series.rules.slugs import SLUG
from fishbowl.domain.series.rules.times import day_of, today, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.domain.session.commands import CHAIRS_MAX, CHAIRS_MIN, EXPECTED_MAX, Attribution
from fishbowl.domain.session.commands import MINUTES_MAX as SEAT_MINUTES_MAX
from fishbowl.domain.session.formats import FORMATS

SHOWN = ("label", "purpose", "place", "time_zone")
"""What calendars show of a series."""
LANGUAGE = re.compile(r"([a-z]{2,3}(-[A-Za-z0-9]{2,8})?)?")


@decides
def describe_series(series: Series, command: c.DescribeSeries, given: Given) -> list[e.Event]:
    """Say what a series is; who it is for is a promise once somebody came to it."""
    about, before = checked(command.about), series.about
    if about == before:
        raise AlreadyTrue
    if about.under_18 != before.under_18 and any(o.code for o in series.occasions.values()):
        raise Rejected("promise_given")
    shows = any(getattr(about, field) != getattr(before, field) for field in SHOWN)
    return [e.SeriesDescribed(about=about, shows=shows)]


@decides
def set_recurrence(series: Series, command: c.SetRecurrence, given: Given) -> list[e.Event]:
    """Let occasions come at other times; those that are sessions already, or over, stay.

    Of one that does not come any more it is forgotten who wanted to come.
    """
    after = command.recurrence
    if after == series.recurrence:
        raise AlreadyTrue
    if after is not None:
        recurrences.check(after)
    dropped, moved = [], []
    forgets: list[e.Event] = []
    for one in known_after(series, today(given.now_ms, zone_of(series.about.time_zone))):
        if not is_ruled(one.id):
            continue
        if after is None or not _comes(after, one.id):
            dropped.append(one.id)
            if one.comers:
                forgets.append(forgotten(one))
            continue
        fresh = {"at": after.at, "minutes": after.minutes}
        slot = msgspec.structs.replace(
            one.slot, **{k: v for k, v in fresh.items() if k not in one.local}
        )
        if slot != one.slot:
            moved.append(e.Moved(occasion=one.id, slot=slot))
    changed = e.RecurrenceSet(recurrence=after, dropped=tuple(dropped), moved=tuple(moved))
    return [*forgets, changed]


@decides
def end_series(series: Series, command: c.EndSeries, given: Given) -> list[e.Event]:
    """Let nothing more come."""
    if series.is_ended:
        raise AlreadyTrue
    return [e.SeriesEnded()]


@decides
def resume_series(series: Series, command: c.ResumeSeries, given: Given) -> list[e.Event]:
    """Let it go on."""
    if not series.is_ended:
        raise AlreadyTrue
    return [e.SeriesResumed()]


def checked(about: About) -> About:
    """What a host said, with clean words.

    :raises Rejected: ``name_needed``, ``bad_link``, ``zone_unknown``, ``format_unknown``,
        ``bad_times``, ``bad_size`` or ``too_large``.
    """
    tag = clean(about.hashtag).lstrip("#").replace(" ", "")
    about = msgspec.structs.replace(
        about,
        label=clean(about.label),
        purpose=about.purpose.strip(),
        place=clean(about.place),
        hashtag=tag,
    )
    if not about.label:
        raise Rejected("name_needed")
    for words, most in (
        (about.label, c.LABEL_MAX),
        (about.purpose, c.PURPOSE_MAX),
        (about.place, c.PLACE_MAX),
        (about.hashtag, HASHTAG_MAX),
    ):
        if len(words) > most:
            raise Rejected("too_large", most=most)
    if not SLUG.fullmatch(about.slug) or len(about.slug) > c.SLUG_MAX:
        raise Rejected("bad_link")
    if re.search(r"[^\w]", about.hashtag):
        raise Rejected("words_unknown")
    zone_of(about.time_zone)
    if not 1 <= about.notice_days <= c.NOTICE_MAX:
        raise Rejected("bad_times")
    _check_defaults(about.defaults)
    if about.under_18:  # nobody is named, and nothing goes from one occasion to the next
        about = msgspec.structs.replace(about, has_rota=False, welcomes=False)
    return about


def _check_defaults(defaults: Defaults) -> None:
    """Let sessions be set up by nothing that no session takes."""
    if defaults.format and defaults.format not in FORMATS:
        raise Rejected("format_unknown")
    if defaults.chairs and not CHAIRS_MIN <= defaults.chairs <= CHAIRS_MAX:
        raise Rejected("bad_size")
    if not 0 <= defaults.seat_minutes <= SEAT_MINUTES_MAX:
        raise Rejected("bad_times")
    if not 0 <= defaults.expected <= EXPECTED_MAX:
        raise Rejected("bad_size")
    if defaults.attribution not in get_args(Attribution):
        raise Rejected("words_unknown")
    if not LANGUAGE.fullmatch(defaults.language):
        raise Rejected("words_unknown")


def _comes(recurrence: Recurrence, id: str) -> bool:
    return recurrences.comes_on(recurrence, day_of(id))
