"""The titles of phases."""

from collections.abc import Callable

from fishbowl.domain.session.commands.run import Phase
from fishbowl.harvest.words import _

Words = Callable[[], str]

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

TITLES: dict[str, Words] = {
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
    "pick_up": lambda: _("Taking it up"),
    "read_again": lambda: _("Read again"),
    "round_1": lambda: _("First round"),
    "round_2": lambda: _("Second round"),
    "round_3": lambda: _("Third round"),
    "second_group": lambda: _("Second group inside"),
    "sign_up": lambda: _("Who was where?"),
    "statements": lambda: _("Short statements"),
    "tap_in": lambda: _("Two chairs"),
    "tell": lambda: _("What we bring back"),
    "timed": lambda: _("Timed seats"),
    "try_here": lambda: _("What we try here"),
    "viewpoints": lambda: _("Viewpoints"),
    "welcome": lambda: _("Welcome"),
    "what_is_resolved": lambda: _("What is resolved"),
    "what_so_what": lambda: _("What, so what, now what"),
    "write_questions": lambda: _("Write questions"),
}


def title_of(phase: Phase) -> str:
    """The title of a phase: its own, that of its title code, or that of its kind."""
    return phase.title or TITLES.get(phase.title_code, _KINDS[phase.kind])()
