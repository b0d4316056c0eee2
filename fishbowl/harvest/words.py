"""The few words that the harvest makes itself, and how it writes times.

``_`` and ``n_`` mark every string that a person reads, for the translators' files. In which
language they answer is said by whoever asks for a page or a file, with :func:`speaking`: nothing
that is counted or drawn depends on it, so it does not travel through all that counts and draws.
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
_spoken: ContextVar[tuple[NullTranslations, Locale]] = ContextVar("spoken", default=_ENGLISH)


@contextmanager
def speaking(translations: NullTranslations, locale: Locale) -> Iterator[None]:
    """Let everything that is made meanwhile be in one language; English otherwise."""
    token = _spoken.set((translations, locale))
    try:
        yield
    finally:
        _spoken.reset(token)


def _(text: str, **params: object) -> str:
    """Give a text in the reader's language, its {places} filled."""
    found = _spoken.get()[0].gettext(text)
    return found.format(**params) if params else found


def n_(one: str, many: str, n: int, /, **params: object) -> str:
    """Give a text that changes with a number, which its {n} shows."""
    found = _spoken.get()[0].ngettext(one, many, n)
    return found.format(**{"n": n, **params})


def name_of(who: Who) -> str:
    """What a person is called: the same on every face and in every output."""
    if not who.name:
        return _("Guest {no}", no=who.no) if who.no else _("Someone")
    return f"{who.name} ({who.twin})" if who.twin > 1 else who.name


def listed(parts: Iterable[str]) -> str:
    """Set several names apart in one line, as the reader's language does it."""
    first, *more = [*parts] or [""]
    return reduce(lambda all, one: _("{all}, {one}", all=all, one=one), more, first)


def clock(ms: int) -> str:
    """Write a length or an instant on the session clock: 4:12, 1:04:12."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def minutes(ms: int) -> int:
    """Round a length to minutes; what lasted at all lasted one."""
    return max(1, round(ms / MINUTE_MS)) if ms > 0 else 0


def instant(at_ms: Millis | None) -> str | None:
    """Write session time for machines: ISO 8601, UTC, whole seconds."""
    if at_ms is None:
        return None
    return datetime.fromtimestamp(at_ms // 1000, UTC).isoformat().replace("+00:00", "Z")


def day(at_ms: Millis, zone: tzinfo = UTC) -> str:
    """Write the day of an instant for people: Wednesday, 14 October 2026."""
    return format_date(datetime.fromtimestamp(at_ms / 1000, zone), "full", locale=_spoken.get()[1])


def due_day(due: str) -> str:
    """Write the day by when something is due: 1 Dec 2026; empty for none."""
    locale = _spoken.get()[1]
    return format_date(date.fromisoformat(due), "medium", locale=locale) if due else ""
