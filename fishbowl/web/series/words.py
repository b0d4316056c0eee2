"""Series in words: how often they come, and when an occasion is."""

from datetime import date, datetime, time

from babel.dates import format_date, format_skeleton, format_time, get_day_names, get_month_names

from fishbowl.domain.series.ids import WEEKDAYS, Every, Weekday
from fishbowl.domain.series.model import About, Brought, Recurrence, Slot
from fishbowl.domain.series.rules.times import day_of, time_of
from fishbowl.domain.session.formats import FORMATS
from fishbowl.web.i18n import current_language
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.setup.format_words import name_of as format_name


def recurrence_words(recurrence: Recurrence | None) -> str:
    """How often it comes: “Every month, first Thursday, 12:15”."""
    if recurrence is None:
        return _("Each date is planned on its own")
    parts = [every_words(recurrence.every, recurrence.interval), *_days(recurrence)]
    return ", ".join([*filter(None, parts), time_words(recurrence.at)])


def every_words(every: Every, interval: int) -> str:
    """How often: “Every second month” and so on."""
    words = {
        "week": lambda n: n_("Every week", "Every %(n)s weeks", n),
        "month": lambda n: n_("Every month", "Every %(n)s months", n),
        "year": lambda n: n_("Every year", "Every %(n)s years", n),
    }
    return words[every](interval) % {"n": interval}


def nth_words(nth: int) -> str:
    """Which of the weekdays of a month."""
    return {
        1: _("first"),
        2: _("second"),
        3: _("third"),
        4: _("fourth"),
        -1: _("last"),
    }[nth]


def weekday_words(weekday: Weekday) -> str:
    """A weekday in the reader's language."""
    names = get_day_names("wide", "stand-alone", locale=current_language().locale)
    return str(names[WEEKDAYS.index(weekday)])


def day_words(on: str, *, year: bool = False) -> str:
    """A day such as ``2026-11-05`` for readers: “5 November”, with its year where that matters."""
    locale = current_language().locale
    if year:
        return format_date(day_of(on), "long", locale=locale)
    return str(format_skeleton("MMMMd", _at_noon(day_of(on)), locale=locale))


def short_day(on: str) -> str:
    """A day in little room: “5 Nov”."""
    locale = current_language().locale
    return str(format_skeleton("MMMd", _at_noon(day_of(on)), locale=locale))


def weekday_and_day(on: str) -> str:
    """A day with its weekday: “Thursday 5 November”."""
    locale = current_language().locale
    return str(format_skeleton("MMMMEEEEd", _at_noon(day_of(on)), locale=locale))


def month_words(first: date) -> str:
    """A month: “November 2026”."""
    locale = current_language().locale
    return str(format_skeleton("yMMMM", _at_noon(first), locale=locale))


def time_words(at: str) -> str:
    """A time of day as the reader's language writes it."""
    return format_time(time_of(at), "short", locale=current_language().locale)


def when_words(slot: Slot) -> str:
    """Day and time of an occasion."""
    return _("%(day)s, %(time)s") % {"day": weekday_and_day(slot.on), "time": time_words(slot.at)}


def name_of(about: About, slot: Slot) -> str:
    """What an occasion is called: its title, or the name of its series."""
    return slot.title or about.label


def format_choices() -> list[tuple[str, str]]:
    """The formats of sessions to choose from, with their names."""
    return [(name, format_name(one)) for name, one in FORMATS.items()]


def name_of_brought(brought: Brought) -> str:
    """What somebody brings to their turn."""
    names = {
        "topic": _("a topic"),
        "person": _("a person"),
        "question": _("a question"),
        "lunch": _("lunch"),
    }
    name = names[brought.bring]
    if not brought.words:
        return name
    return _("%(what)s: %(words)s") % {"what": name, "words": brought.words}


def _days(recurrence: Recurrence) -> list[str]:
    if recurrence.every == "week":
        return [weekday_words(one) for one in recurrence.weekdays]
    day = _("day %(n)s") % {"n": recurrence.day}
    if recurrence.nth:
        day = _("%(which)s %(weekday)s") % {
            "which": nth_words(recurrence.nth),
            "weekday": weekday_words(recurrence.weekdays[0]),
        }
    if recurrence.every == "year":
        names = get_month_names("wide", "stand-alone", locale=current_language().locale)
        return [day, str(names[recurrence.month])]
    return [day]


def _at_noon(day: date) -> datetime:
    """A day as the library of formats takes it; noon is the same day in every zone."""
    return datetime.combine(day, time(12))
