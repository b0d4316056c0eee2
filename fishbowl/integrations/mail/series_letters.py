"""The letters of series: whose turn it is, swaps, and invitations to dates.

Nobody else of the rota is named. Each answer says what follows, and that a no is told to nobody.
"""

from collections.abc import Callable

from babel import Locale

from fishbowl.harvest.words import _, n_
from fishbowl.integrations.mail.content import Content, Facts
from fishbowl.integrations.mail.dates import NO_DATE, Date, SeriesFacts

DATES_SHOWN = 10
"""A letter tells so many dates in words; the rest are in the calendar files."""


def _turn(facts: Facts, locale: Locale) -> Content:
    series, date, _other = _known(facts)
    asks = _("Would {day} be yours?", day=date.short_day(locale))
    return Content(
        subject=_("{asks} {series}", asks=asks, series=series.label),
        title=asks,
        before=_("Say yes, or pass; both are fine."),
        says=(
            _line(facts, series.label, date, locale),
            _(
                "It goes round, and this time it comes to you. A host runs the bowl. You bring one "
                "thing: a topic, a person who should be heard, a question that you would like the "
                "room to talk about, or lunch, if you would rather cook than talk."
            ),
        ),
        press=_("I will be there"),
        press_do="take",
        ways=(("pass", _("Pass this time")),),
        then=(
            _(
                "If only the day is wrong, say yes, and ask on your page for a swap. Without an "
                "answer by {day} the next one is asked. Nobody is told who passed, or why.",
                day=facts.until,
            ),
        ),
        because=_(
            "You get this letter because you chose to be asked for turns at {series}.",
            series=series.label,
        ),
        ends=(("never", _("I never want a turn")),),
    )


def _swap(facts: Facts, locale: Locale) -> Content:
    series, date, other = _known(facts)
    day, given = date.short_day(locale), other.short_day(locale)
    when = f"{other.day(locale)}, {other.span(locale, facts.zone)}"
    asks = _("Would you swap {day} for {other}?", day=day, other=given)
    return Content(
        subject=_("{asks} {series}", asks=asks, series=series.label),
        title=asks,
        before=_("Only if it suits you."),
        says=(
            _(
                "Your turn at {series} is on {day}. Somebody else has {other}, and would rather "
                "have your date.",
                series=series.label,
                day=date.day(locale),
                other=when,
            ),
        ),
        press=_("Yes, swap"),
        press_do="agree",
        ways=(("decline", _("No, I keep mine")),),
        then=(
            _(
                "Without an answer by {day} everything stays as it is. A no looks the same, and "
                "nobody is told.",
                day=facts.until,
            ),
        ),
        because=_("You get this letter because you have a turn at {series}.", series=series.label),
    )


def _swapped(facts: Facts, locale: Locale) -> Content:
    series, date, other = _known(facts)
    return Content(
        subject=_(
            "You have swapped: {day} is yours. {series}",
            day=date.short_day(locale),
            series=series.label,
        ),
        title=_("{day} is yours now.", day=date.short_day(locale)),
        before=_("You asked for a swap, and the answer is yes."),
        says=(
            _(
                "Your turn is no longer on {other}, but on this date:",
                other=other.day(locale),
            ),
            _line(facts, series.label, date, locale),
        ),
        press=_("See my turns"),
        then=(_("What you bring can be another thing now: say so on your page."),),
        because=_("You get this letter because you asked to swap a turn."),
    )


def _turn_moved(facts: Facts, locale: Locale) -> Content:
    series, date, _other = _known(facts)
    day = date.short_day(locale)
    if date.is_off:
        title = _("{day} does not take place", day=day)
        says = (_("Your turn at {series} falls away with it.", series=series.label), date.why)
        then = (_("There is nothing to do."),)
    else:
        title = _("Your turn is at another time: {day}", day=day)
        says = (_line(facts, series.label, date, locale), "")
        then = (_("If that does not suit you, swap it on your page, or give it back."),)
    return Content(
        subject=_("{title}: {series}", title=title, series=series.label)
        if date.is_off
        else _("{title}. {series}", title=title, series=series.label),
        title=title,
        before=says[0],
        says=tuple(filter(None, says)),
        press=_("See my turns"),
        then=then,
        because=_("You get this letter because you have a turn at {series}.", series=series.label),
    )


def _dates(facts: Facts, locale: Locale) -> Content:
    series = facts.series or SeriesFacts(label="")
    lines = [_news(facts, one, locale) for one in series.dates[:DATES_SHOWN]]
    if (more := len(series.dates) - DATES_SHOWN) > 0:
        lines.append(n_("And one more date.", "And {n} more dates.", more))
    title, subject = _dates_title(series, locale)
    first = (
        _(
            "You chose to be invited to {series}. Two weeks before each date a letter comes with "
            "an entry for your calendar, and another one if something changes.",
            series=series.label,
        ),
    )
    return Content(
        subject=subject,
        title=title,
        before=lines[0] if lines else _("Two weeks before each date."),
        says=((*first, *lines) if series.is_first else tuple(lines)),
        press=_("See all dates") if series.is_public else _("Your page"),
        then=(_("Your calendar can take the date from this letter."),) if lines else (),
        because=_(
            "You get this letter because you chose to be invited to {series}. You can end it on "
            "your page.",
            series=series.label,
        ),
    )


def _dates_title(series: SeriesFacts, locale: Locale) -> tuple[str, str]:
    if series.is_first or len(series.dates) != 1:
        title = (
            _("You are invited to {series}", series=series.label)
            if series.is_first
            else _("Dates of {series}", series=series.label)
        )
        return title, title
    (date,) = series.dates
    day = date.short_day(locale)
    if date.is_off:
        title = _("{day} does not take place", day=day)
    else:
        title = _("{series} on {day}", series=series.label, day=day)
        return title, title
    return title, _("{title}: {series}", title=title, series=series.label)


def _news(facts: Facts, date: Date, locale: Locale) -> str:
    """One date in a sentence."""
    if not date.is_off:
        return _line(facts, date.title, date, locale)
    day = date.day(locale)
    if date.why:
        return _("On {day} there is nothing: {why}", day=day, why=date.why)
    return _("On {day} there is nothing.", day=day)


def _line(facts: Facts, label: str, date: Date, locale: Locale) -> str:
    """What it is, when and where."""
    parts = (label, f"{date.day(locale)}, {date.span(locale, facts.zone)}", date.place)
    return " · ".join(filter(None, parts))


def _known(facts: Facts) -> tuple[SeriesFacts, Date, Date]:
    series = facts.series or SeriesFacts(label="")
    return series, series.date or NO_DATE, series.other or NO_DATE


SERIES_LETTERS: dict[str, Callable[[Facts, Locale], Content]] = {
    "turn": _turn,
    "swap": _swap,
    "swapped": _swapped,
    "turn_moved": _turn_moved,
    "dates": _dates,
}
