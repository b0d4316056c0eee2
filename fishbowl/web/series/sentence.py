"""The sentence that sets a recurrence: its fields, how they are read, and what is wrong with them.

Weekday, which of a month, and how often are chosen; the day of a month and the month of a year are
those of the first day.
"""

from collections.abc import Mapping
from typing import NamedTuple, get_args

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.series.ids import WEEKDAYS, Every, Weekday
from fishbowl.domain.series.model import Recurrence
from fishbowl.domain.series.rules.recurrence import NTHS, check
from fishbowl.domain.series.rules.times import day_of
from fishbowl.web.i18n import gettext as _
from fishbowl.web.numbers import read_number
from fishbowl.web.series.words import every_words, nth_words, weekday_words

ON_ITS_OWN = ""
"""How often, where each date is planned on its own."""
_OFTEN: tuple[tuple[Every, int], ...] = (
    ("week", 1), ("week", 2), ("week", 3), ("month", 1), ("month", 2), ("month", 3), ("month", 6),
    ("year", 1),
)  # fmt: skip
SAME_DAY = "0"
"""Which of a month, where it is always the day of the first one."""


class Choice(NamedTuple):
    """One value of a field."""

    value: str
    words: str
    is_on: bool


class Sentence(NamedTuple):
    """The fields as they are shown; ``weekdays`` are several fields of choices."""

    often: list[Choice]
    which: list[Choice]
    weekdays: list[list[Choice]]
    at: str
    minutes: str
    starts_on: str
    until: str


def sentence(recurrence: Recurrence | None, today: str) -> Sentence:
    """The fields with what holds; of a new series with what is usual.

    :param today: the day on which a new one starts.
    """
    if recurrence is None:
        return _sentence(ON_ITS_OWN, SAME_DAY, (), "12:15", "60", today, "")
    return _sentence(
        f"{recurrence.every}-{recurrence.interval}",
        str(recurrence.nth),
        recurrence.weekdays,
        recurrence.at,
        str(recurrence.minutes),
        recurrence.starts_on,
        recurrence.until,
    )


def posted_sentence(posted: Mapping[str, str], weekdays: list[str]) -> Sentence:
    """The fields as they were typed."""
    known = tuple(one for one in WEEKDAYS if one in weekdays)
    return _sentence(
        posted.get("often", "")[:20],
        posted.get("which", "")[:3],
        known,
        *(posted.get(name, "")[:20] for name in ("at", "minutes", "starts_on", "until")),
    )


def new_sentence(today: str) -> Sentence:
    """The fields of a new series: the first Thursday of every month, over lunch."""
    return _sentence("month-1", "1", ("th",), "12:15", "60", today, "")


def read_sentence(posted: Mapping[str, str], weekdays: list[str]) -> tuple[Recurrence | None, str]:
    """Read the fields.

    :param weekdays: all values of the fields for weekdays.
    :return: the recurrence, or ``None`` where each date is planned on its own; and what is wrong.
    """
    often = posted.get("often", "")
    if often == ON_ITS_OWN:
        return None, ""
    every, _dash, interval = often.partition("-")
    days: tuple[Weekday, ...] = tuple(one for one in WEEKDAYS if one in weekdays)
    which = posted.get("which", SAME_DAY)
    nth = next((one for one in NTHS if str(one) == which), 0)
    try:
        first = day_of(posted.get("starts_on", ""))
        known = next(one for one in get_args(Every) if one == every)
        is_weekly = known == "week"
        if is_weekly and not days:
            days = (WEEKDAYS[first.weekday()],)
        by_weekday = not is_weekly and nth != 0
        recurrence = Recurrence(
            every=known,
            interval=read_number(interval) or 0,
            weekdays=days if is_weekly else days[:1] if by_weekday else (),
            nth=nth if by_weekday else 0,
            day=0 if is_weekly or by_weekday else first.day,
            month=first.month if known == "year" else 0,
            starts_on=first.isoformat(),
            until=posted.get("until", "").strip(),
            at=posted.get("at", "").strip()[:5],
            minutes=read_number(posted.get("minutes", "").strip()) or 0,
        )
        check(recurrence)
    except StopIteration:
        return None, _("Please choose how often it comes.")
    except Rejected as refusal:
        return None, problem_words(refusal.code)
    return recurrence, ""


def problem_words(code: str) -> str:
    """Why a sentence was not understood."""
    words = {
        "bad_date": _("A day is missing, or the last one is before the first. Nothing is saved."),
        "bad_times": _("Please type the time as 12:15. Nothing is saved."),
    }
    return words.get(
        code, _("This never comes: choose a weekday, and 1 to 1440 minutes. Nothing is saved.")
    )


def _sentence(
    often: str,
    which: str,
    weekdays: tuple[str, ...],
    at: str,
    minutes: str,
    starts_on: str,
    until: str,
) -> Sentence:
    known = [f"{every}-{interval}" for every, interval in _OFTEN]
    choices = [(f"{every}-{n}", every_words(every, n)) for every, n in _OFTEN]
    every, _dash, interval = often.partition("-")
    if often not in known and every in get_args(Every) and read_number(interval):
        number = read_number(interval) or 1
        choices.append((often, every_words(next(e for e in get_args(Every) if e == every), number)))
    fields = [[("", "–"), *((one, weekday_words(one)) for one in WEEKDAYS)]] * (len(weekdays) + 1)
    if weekdays:
        fields[0] = fields[0][1:]
    return Sentence(
        often=_choices([*choices, (ON_ITS_OWN, _("Each date on its own"))], often),
        which=_choices(
            [*((str(nth), nth_words(nth)) for nth in NTHS), (SAME_DAY, _("day of the first date"))],
            which,
        ),
        weekdays=[
            _choices(values, chosen) for values, chosen in zip(fields, (*weekdays, ""), strict=True)
        ],
        at=at,
        minutes=minutes,
        starts_on=starts_on,
        until=until,
    )


def _choices(values: list[tuple[str, str]], chosen: str) -> list[Choice]:
    return [Choice(value, words, value == chosen) for value, words in values]
