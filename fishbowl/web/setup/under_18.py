"""A session for under-18s, as the set-up page asks for it: nobody is named, and a date ends it."""

from datetime import tzinfo

from fishbowl.domain.session.model import Settings
from fishbowl.web.i18n import gettext as _
from fishbowl.web.setup.instants import field_text, read_instant


def term_end_of(settings: Settings) -> str:
    """The date on which everybody is forgotten, as its field shows it; empty without under-18s."""
    return field_text(settings.keep_until_ms, day_only=True) if settings.under_18 else ""


def keep_until_ms(term_end: str, zone: tzinfo | None, problems: dict[str, str]) -> int:
    """Work out when everybody is forgotten.

    :param term_end: the date as it was typed.
    :param zone: the place of whoever fills the form in; the server's own if ``None``.
    :param problems: takes what is wrong.
    """
    found = read_instant(term_end, zone)
    if not found:
        problems["term_end"] = _("Enter the date on which everybody is forgotten.")
    return found or 0
