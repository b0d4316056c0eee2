"""The formats in words, for the page on which one is chosen: names, what they are, their phases.

A format or phase without words here is shown by its own name, or by the kind of the phase.
"""

from collections.abc import Callable

from fishbowl.domain.commands.phases import Phase
from fishbowl.domain.formats import Format
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
}

_KINDS: dict[str, Words] = {
    "gather": lambda: _("Welcome"),
    "think": lambda: _("Think"),
    "pair_share": lambda: _("Pair share"),
    "groups": lambda: _("Small groups"),
    "bowl": lambda: _("Fishbowl"),
    "vote": lambda: _("Vote"),
    "debrief": lambda: _("Debrief"),
    "close": lambda: _("Closing"),
}

_TITLES: dict[str, Words] = {
    "as_unobserved": lambda: _("Talk as if alone"),
    "assent": lambda: _("Rules and assent"),
    "both_sides": lambda: _("Looking back"),
    "bowl": lambda: _("Open fishbowl"),
    "caucus": lambda: _("Back in the groups"),
    "choose_delegate": lambda: _("Groups choose a voice"),
    "choose_questions": lambda: _("Answering questions"),
    "closing": lambda: _("Closing"),
    "coaches": lambda: _("Coaches speak"),
    "conversation": lambda: _("Conversation"),
    "delegates": lambda: _("Delegates talk"),
    "delegates_again": lambda: _("Delegates, again"),
    "first_group": lambda: _("First group inside"),
    "form_questions": lambda: _("Groups form questions"),
    "heard_each_other": lambda: _("Both groups"),
    "hot_seat": lambda: _("Circle and hot seat"),
    "lunch_arrive": lambda: _("Arrive and eat"),
    "lunch_close": lambda: _("Until next time"),
    "lunch_neighbour": lambda: _("With your neighbour"),
    "lunch_share": lambda: _("Sharing"),
    "pair_share_after": lambda: _("Pair share"),
    "pair_share_before": lambda: _("Pair share"),
    "read_again": lambda: _("Read again"),
    "round_1": lambda: _("First round"),
    "round_2": lambda: _("Second round"),
    "round_3": lambda: _("Third round"),
    "second_group": lambda: _("Second group inside"),
    "statements": lambda: _("Short statements"),
    "tap_in": lambda: _("Two chairs"),
    "timed": lambda: _("Timed seats"),
    "viewpoints": lambda: _("Viewpoints"),
    "welcome": lambda: _("Welcome"),
    "what_is_resolved": lambda: _("What is resolved"),
    "what_so_what": lambda: _("What, so what, now what"),
    "write_questions": lambda: _("Write questions"),
}


def name_of(form: Format) -> str:
    """What a format is called."""
    return _NAMES[form.name][0]() if form.name in _NAMES else form.name.replace("-", " ")


def about(form: Format) -> str:
    """What it is, in one line."""
    return _NAMES[form.name][1]() if form.name in _NAMES else ""


def title_of(phase: Phase) -> str:
    """What a phase is called."""
    return phase.title or _TITLES.get(phase.title_code, _KINDS[phase.kind])()
