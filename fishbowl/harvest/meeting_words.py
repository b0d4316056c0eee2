"""Words about people who may meet, for pages and letters alike."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fishbowl.domain.community.ids import FirstQuestion, Outcome, Reason, Side
from fishbowl.harvest.words import _


class Answer(NamedTuple):
    """An answer that somebody can press: what is sent, its words, and what follows from it."""

    do: str
    words: str
    follows: str


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
        "seasoned": _("Somebody seasoned meets somebody newer."),
        "newer": _("Somebody seasoned meets somebody newer."),
        "other_organisation": _("You come from different organisations."),
        "spoke_after": _("One of you spoke straight after the other."),
    }
    found = list(reasons)
    if "mutual" in found:
        found = [one for one in found if one != "offer_need"]
    return list(dict.fromkeys(words[one] for one in found))


def meeting_title(name: str) -> str:
    """What the meeting is called in a calendar."""
    return _("Meet {name}", name=name)


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


def both_said_yes(name: str, others: int) -> str:
    """That an introduction was made, with how many others."""
    if others > 1:
        return _("You, {name}: all of you said yes.", name=name)
    return _("You and {name} both said yes.", name=name)


def asks_whether_met(name: str, *, to_stop: bool) -> str:
    """The question of a check-in."""
    if to_stop:
        return _("You and {name}: shall we stop asking?", name=name)
    return _("Did you and {name} meet?", name=name)


def asks_whether_helped(name: str) -> str:
    """The question some weeks after a meeting."""
    return _("You and {name}: did it help?", name=name)


def two_go_on() -> str:
    """What it comes to for the others if one of three has no further part in it."""
    return _(
        "The others can still meet. From the day on which they are asked next, your name stands "
        "there no more; they are not told why."
    )


def check_in_answers(name: str, others: int, *, to_stop: bool) -> tuple[Answer, ...]:
    """The answers to whether they met.

    :param others: how many others there are.
    """
    ends = _("It ends here. {name} reads that it has ended, and no more.", name=name)
    return (
        Answer("met", _("We met"), _("In four weeks we ask once whether it helped.")),
        Answer(
            "not_yet",
            _("Not yet; ask again") if to_stop else _("Not yet"),
            _("We ask again in two weeks."),
        ),
        Answer("will_not", _("We will not"), two_go_on() if others > 1 else ends),
    )


def outcome_answers(name: str) -> tuple[Answer, ...]:
    """The answers to whether it helped."""
    return (
        Answer(
            "helped_tell",
            _("It helped, and {name} may know", name=name),
            _("They hear it today."),
        ),
        Answer("helped", _("It helped; only count it"), _("Nobody is told.")),
        Answer("tried", _("Too early to say"), _("It waits on your page; we ask no more.")),
        Answer(
            "did_not_help",
            _("It did not help"),
            _("It is only counted. A second press on your page tells {name}.", name=name),
        ),
    )


def with_what_follows(answers: Iterable[Answer]) -> Iterator[str]:
    """Each answer and what follows from it, in a line."""
    for one in answers:
        yield _("{answer}: {follows}", answer=one.words, follows=one.follows)
