"""Translation in the harvest, and how it formats names, times and dates.

``_`` and ``n_`` mark every string that people read, for the message catalogues. The language is a
context variable, which the caller sets with :func:`in_language`, so that it is not passed through
all functions.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, tzinfo
from functools import reduce
from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date

from fishbowl.domain.kernel.ids import Millis
from fishbowl.harvest.model import Who

MINUTE_MS = 60_000

_ENGLISH = (NullTranslations(), Locale("en", "GB"))
_language: ContextVar[tuple[NullTranslations, Locale]] = ContextVar("spoken", default=_ENGLISH)


@contextmanager
def in_language(translations: NullTranslations, locale: Locale) -> Iterator[None]:
    """Set the language for everything that is written in this context; the default is English."""
    token = _language.set((translations, locale))
    try:
        yield
    finally:
        _language.reset(token)


def _(text: str, **params: object) -> str:
    """Translate a text, and fill its {placeholders}."""
    found = _language.get()[0].gettext(text)
    return found.format(**params) if params else found


def n_(one: str, many: str, n: int, /, **params: object) -> str:
    """Translate a text with plural forms; {n} is the number."""
    found = _language.get()[0].ngettext(one, many, n)
    return found.format(**{"n": n, **params})


def name_of(who: Who) -> str:
    """The name of a person as text, the same in all outputs."""
    if not who.name:
        return _("Guest {no}", no=who.no) if who.no else _("Someone")
    return f"{who.name} ({who.twin})" if who.twin > 1 else who.name


def listed(parts: Iterable[str]) -> str:
    """Join names to a list in one line, as the language does it."""
    first, *more = [*parts] or [""]
    return reduce(lambda all, one: _("{all}, {one}", all=all, one=one), more, first)


def clock(ms: int) -> str:
    """Write a length or an instant on the session clock: 4:12, 1:04:12."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def minutes(ms: int) -> int:
    """Round a length to minutes; any length above 0 is at least 1."""
    return max(1, round(ms / MINUTE_MS)) if ms > 0 else 0


def instant(at_ms: Millis | None) -> str | None:
    """Format session time as ISO 8601 in UTC, in whole seconds."""
    if at_ms is None:
        return None
    return datetime.fromtimestamp(at_ms // 1000, UTC).isoformat().replace("+00:00", "Z")


def day(at_ms: Millis, zone: tzinfo = UTC) -> str:
    """Format the day of an instant: Wednesday, 14 October 2026."""
    return format_date(
        datetime.fromtimestamp(at_ms / 1000, zone), "full", locale=_language.get()[1]
    )


def due_day(due: str) -> str:
    """Format a due day: 1 Dec 2026; empty for none."""
    locale = _language.get()[1]
    return format_date(date.fromisoformat(due), "medium", locale=locale) if due else ""
