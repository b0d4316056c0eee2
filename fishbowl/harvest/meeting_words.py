"""Words about people who may meet, for pages and letters alike."""

from collections.abc import Iterable

from fishbowl.domain.community.ids import FirstQuestion, Outcome, Reason, Side
from fishbowl.harvest.words import _


def own_line(side: Side, words: str) -> str:
    """What the reader gives or looks for."""
    if side == "need":
        return _("You look for: {words}", words=words)
    return _("You can give: {words}", words=words)


def their_line(side: Side, words: str, name: str) -> str:
    """What the other one gives or looks for.

    :param name: what they are called for short; empty if that is not told.
    """
    if side == "need" and name:
        return _("{name} looks for: {words}", name=name, words=words)
    if side == "need":
        return _("Somebody looks for: {words}", words=words)
    if name:
        return _("{name} can give: {words}", name=name, words=words)
    return _("Somebody can give: {words}", words=words)


def reason_lines(reasons: Iterable[Reason]) -> list[str]:
    """Why two are brought together, each reason in a sentence, without saying one twice."""
    words: dict[Reason, str] = {
        "offer_need": _("What one of you looks for, the other may give."),
        "mutual": _("It goes both ways: each of you may give what the other looks for."),
        "topic": _("You have a topic in common."),
        "sat_apart": _("You have never sat in the same bowl."),
        "seasoned": _("One of you is seasoned, the other newer."),
        "newer": _("One of you is seasoned, the other newer."),
        "other_organisation": _("You come from different organisations."),
        "spoke_after": _("One of you spoke straight after the other."),
    }
    found = list(reasons)
    if "mutual" in found:
        found = [one for one in found if one != "offer_need"]
    return list(dict.fromkeys(words[one] for one in found))


def question_words(question: FirstQuestion) -> str:
    """What two can begin with."""
    words: dict[FirstQuestion, str] = {
        "tried": _("What did you try lately that went otherwise than you thought?"),
        "stuck": _("Where are you stuck at the moment, and what have you tried?"),
        "changed": _("What do you see differently from a year ago?"),
        "start": _("If you began anew in your field, what would you do first?"),
        "other_way": _("What do others in your field do one way, and you another?"),
        "next": _("What would you like to have done in three months?"),
    }
    return words[question]


def outcome_words(outcome: Outcome, name: str) -> str:
    """What somebody says came of it."""
    if outcome == "helped":
        return _("{name} tried it, and it helped.", name=name)
    if outcome == "tried":
        return _("{name} tried it; it is too early to say whether it helped.", name=name)
    return _("{name} tried it, and it did not help.", name=name)
