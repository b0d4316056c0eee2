"""The formats in words, for the page on which one is chosen: names, and what they are.

A format without words here is shown by its own name; :mod:`fishbowl.harvest.phase_words` has the
parts.
"""

from collections.abc import Callable

from fishbowl.domain.session.commands.run import Phase
from fishbowl.domain.session.formats import Format
from fishbowl.harvest import phase_words
from fishbowl.harvest.words import in_language
from fishbowl.web.i18n import current_language
from fishbowl.web.i18n import gettext as _

Words = Callable[[], str]

_NAMES: dict[str, tuple[Words, Words]] = {
    "open": (
        lambda: _("Open fishbowl"),
        lambda: _("One chair stays open. Anyone may take it."),
    ),
    "closed": (
        lambda: _("Closed rounds"),
        lambda: _("A group talks, then the whole group changes."),
    ),
    "sandwich": (
        lambda: _("Fishbowl sandwich"),
        lambda: _("Pair share, fishbowl, pair share."),
    ),
    "user-experience": (
        lambda: _("User experience"),
        lambda: _("Those who lived it talk; the others form questions."),
    ),
    "samoan": (
        lambda: _("Samoan circle"),
        lambda: _("Every view has a chair. Nobody leads, the rules do."),
    ),
    "two-groups": (
        lambda: _("Two groups"),
        lambda: _("One group talks, the other listens; then they swap."),
    ),
    "iterated": (
        lambda: _("Iterated"),
        lambda: _("A delegate for each small group, and back again."),
    ),
    "hot-seat": (
        lambda: _("Socratic hot seat"),
        lambda: _("A fixed circle, and one chair for a short visit."),
    ),
    "tap-in": (
        lambda: _("Tap in"),
        lambda: _("Two chairs. Who taps takes over."),
    ),
    "timed": (
        lambda: _("Timed seats"),
        lambda: _("Every chair has a clock. Time up, chair free."),
    ),
    "lunch": (
        lambda: _("Sharing lunch"),
        lambda: _("Forty minutes around one table, new voices first."),
    ),
    "post-conference": (
        lambda: _("Post-conference round"),
        lambda: _("Who was away tells what they bring back; then all take it up."),
    ),
}


def name_of(form: Format) -> str:
    """What a format is called."""
    return _NAMES[form.name][0]() if form.name in _NAMES else form.name.replace("-", " ")


def about(form: Format) -> str:
    """What it is, in one line."""
    return _NAMES[form.name][1]() if form.name in _NAMES else ""


def title_of(part: Phase) -> str:
    """What one of its parts is called."""
    language = current_language()
    with in_language(language.translations, language.locale):
        return phase_words.title_of(part)
