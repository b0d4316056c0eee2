"""What somebody who is asked in a pairing round reads, on pages and in letters alike."""

from collections.abc import Iterator

from fishbowl.domain.community.ids import MemberId, RoundKind
from fishbowl.domain.community.model import Group
from fishbowl.harvest.words import _


def asking_title() -> str:
    """The question."""
    return _("Would you like to meet somebody?")


def asking_lines(kind: RoundKind, group: Group, mine: MemberId) -> Iterator[str]:
    """Who it would be, in sentences; nobody is named before all have said yes."""
    parts = {"seasoned", "newer"} <= set(group.reasons)
    if kind == "seasoned" and parts and mine == group.members[-1]:
        yield _("Somebody seasoned in your field would meet you.")
    elif kind == "seasoned" and parts:
        yield _("Somebody newer to your field would meet you.")
    if "other_organisation" in group.reasons:
        yield _("You come from different organisations.")
    if not group.topic:
        return
    if "mutual" in group.reasons:
        yield _("Each of you gives what the other looks for: “{topic}”.", topic=group.topic)
    elif "offer_need" in group.reasons:
        yield _("One of you gives what the other looks for: “{topic}”.", topic=group.topic)
    else:
        yield _("You share the topic “{topic}”.", topic=group.topic)


def host_sees(group: Group) -> str:
    """Who knows of it."""
    if len(group.members) > 2:
        return _(
            "Your host proposed the three of you and sees whether it came about, never by whom."
        )
    return _("Your host proposed this pair and sees whether it came about, never by whom.")


def then_names() -> str:
    """What follows from a yes."""
    return _(
        "When all have said yes, you get each other’s names, a way to reach each other, a first "
        "question and a day."
    )


def until_words(day: str) -> str:
    """Until when it can be answered, and what a no comes to."""
    return _("Without an answer by {day} it ends quietly. A no looks the same.", day=day)
