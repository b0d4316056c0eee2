"""How long names and words are kept: what the set-up page offers, and the date that it comes to."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import NamedTuple

from fishbowl.domain.session.commands import KeptWords
from fishbowl.domain.session.state import Session
from fishbowl.web.i18n import gettext as _
from fishbowl.web.setup.instants import read_instant

DEFAULT_TERM = "12"
ON_A_DATE, NEVER = "date", "never"
MONTHS = ("1", "3", "12", "24")


class Term(NamedTuple):
    """One choice: its value in the form, and its words."""

    value: str
    words: str


def terms() -> list[Term]:
    """The choices, the default one first."""
    words = {
        "1": _("For 1 month"),
        "3": _("For 3 months"),
        "12": _("For 12 months (recommended)"),
        "24": _("For 24 months"),
        ON_A_DATE: _("Until a date"),
        NEVER: _("Until somebody deletes them"),
    }
    first = Term(DEFAULT_TERM, words.pop(DEFAULT_TERM))
    return [first, *(Term(value, said) for value, said in words.items())]


def words_of(term: str) -> str:
    """The words of a choice; empty for an unknown value."""
    return next((one.words for one in terms() if one.value == term), "")


def posted_term(posted: Mapping[str, str]) -> str:
    """The choice of a posted form; a date without a choice counts as one."""
    return posted.get("term") or (ON_A_DATE if posted.get("keep") else DEFAULT_TERM)


def term_of(session: Session) -> str:
    """The choice that a session was set up with: its date, if it has one."""
    return ON_A_DATE if session.settings.keep_until_ms else NEVER


def term_like(session: Session) -> str:
    """The choice for a copy of a session; the default one where nobody was asked."""
    settings = session.settings
    if settings.keep_until_ms:
        return ON_A_DATE
    return NEVER if settings.keeps == "published" else DEFAULT_TERM


def keeps(everything: str) -> KeptWords:
    """What stays on the date, by the box that deletes published words too."""
    return "nothing" if everything else "published"


def keep_until_ms(
    term: str, date: str, from_ms: int, zone: tzinfo | None, problems: dict[str, str]
) -> int:
    """Work out until when names are kept; 0 for good.

    :param term: the choice; ``date`` is the one that was typed for :data:`ON_A_DATE`.
    :param from_ms: when the session begins, as far as that is known: months count from there.
    :param zone: the place of whoever fills the form in; the server's own if ``None``.
    :param problems: takes what is wrong, by field.
    """
    if term == NEVER:
        return 0
    if term == ON_A_DATE:
        found = read_instant(date, zone)
        if not found:
            problems["keep"] = _("Enter a date, or choose another option above.")
        return found or 0
    if term not in MONTHS:
        problems["term"] = _("Please choose one of these.")
        return 0
    return _months_later(from_ms, int(term), zone)


def _months_later(from_ms: int, months: int, zone: tzinfo | None) -> int:
    """Midnight of the day so many months later; the 31st becomes the last day of the month."""
    began = datetime.fromtimestamp(from_ms / 1000, zone) if zone else _local(from_ms)
    month = began.month - 1 + months
    year, month = began.year + month // 12, month % 12 + 1
    day = min(began.day, monthrange(year, month)[1])
    text = f"{year:04}-{month:02}-{day:02}"
    return read_instant(text, zone) or 0


def _local(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000)
