"""Suggestions and introductions on a member's pages, formatted."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, tzinfo
from typing import Any, NamedTuple

from fishbowl.domain.community.ids import Outcome, member_owner
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.members import first_name
from fishbowl.harvest.meeting_words import (
    Answer,
    asks_whether_helped,
    asks_whether_met,
    both_said_yes,
    check_in_answers,
    outcome_answers,
    outcome_words,
    question_words,
    reason_lines,
    two_go_on,
)
from fishbowl.harvest.words import in_language, listed
from fishbowl.views.community.meeting import (
    IntroductionView,
    Line,
    MeetingView,
    SuggestionView,
    meeting_view,
)
from fishbowl.web.community.task_lines import day_in
from fishbowl.web.context import here
from fishbowl.web.i18n import current_language
from fishbowl.web.i18n import gettext as _
from fishbowl.web.setup.instants import zone_of


class Said(NamedTuple):
    """An offer or a need: whose it is, its words, and what belongs to it."""

    label: str
    words: str
    more: str


class SuggestionLine(NamedTuple):
    """A suggestion, formatted."""

    id: int
    heading: str
    own: list[Said]
    theirs: list[Said]
    reasons: list[str]
    answer: str
    until: str
    may_be_guessed: bool


class IntroductionLine(NamedTuple):
    """An introduction, formatted.

    :param names: of the others for short, ``labels`` in full.
    :param ways: of each of the others the name, how they are reached, and a link for it.
    :param asks: the answers to what is asked now.
    :param heard: what the others let the member know.
    :param may_tell: whether the others can be told what the member said.
    :param keeps: who has what of the member; empty where nobody is told any more.
    """

    id: int
    names: str
    labels: str
    heading: str
    lead: str
    stage: str
    since: str
    ways: list[tuple[str, str, str]]
    own: list[Said]
    theirs: list[Said]
    reasons: list[str]
    question: str
    asks: tuple[Answer, ...]
    heard: list[str]
    said_outcome: str
    may_tell: bool
    tell_words: str
    keeps: str


def meeting_of(mine: Member) -> MeetingView:
    """What the community holds of a member's meetings now."""
    context = here()
    return meeting_view(context.members.community, mine.id, context.clock.now_ms())


def meeting_parts(mine: Member) -> dict[str, Any]:
    """What the member's own page tells of it; the first question waits beside the page."""
    found = meeting_of(mine)
    suggestions = [suggestion_line(one, mine) for one in found.suggestions]
    people = [introduction_line(one, mine) for one in found.introductions]
    return {
        "suggestions": suggestions,
        "people": people,
        "counts": found.counts,
        "person_asked": next((one for one in people if one.asks), None),
        "suggestion_asked": next((one for one in suggestions if not one.answer), None),
    }


def suggestion_line(one: SuggestionView, mine: Member) -> SuggestionLine:
    """Format a suggestion."""
    name = one.name or _("Somebody")
    with _words():
        reasons = reason_lines(one.reasons)
    return SuggestionLine(
        id=one.id,
        heading=_heading(one, name),
        own=_said(one.own, ""),
        theirs=_said(one.theirs, name),
        reasons=reasons,
        answer=one.answer,
        until=day_in(one.ends_at_ms, _zone(mine)),
        may_be_guessed=one.may_be_guessed,
    )


def introduction_line(one: IntroductionView, mine: Member) -> IntroductionLine:
    """Format an introduction; how the others are reached is looked up."""
    with _words():
        names = listed(first_name(other.label) for other in one.others)
        labels = listed(other.label for other in one.others)
        question, reasons = question_words(one.first_question), reason_lines(one.reasons)
        heard = [
            outcome_words(other.outcome, first_name(other.label))
            for other in one.others
            if other.outcome is not None
        ]
        asks = _asks(one, names)
        heading, lead = _told(one, names, _zone(mine))
    ways = list(_ways(one)) if one.stage != "over" else []
    return IntroductionLine(
        id=one.id,
        names=names,
        labels=labels,
        heading=heading,
        lead=lead,
        stage=one.stage,
        since=day_in(one.made_at_ms, _zone(mine)),
        ways=ways,
        own=_said(one.own, ""),
        theirs=_said(one.theirs, names),
        reasons=reasons,
        question=question,
        asks=asks,
        heard=heard,
        said_outcome=_own_outcome(one, names),
        may_tell=one.outcome is not None and not one.is_told and bool(one.others),
        tell_words=_("Let %(name)s know") % {"name": names},
        keeps=_keeps(one, names, ways) if one.others else "",
    )


def question_of(one: IntroductionView) -> tuple[str, tuple[Answer, ...]]:
    """What a letter about an introduction asks, and its answers with what follows from each."""
    with _words():
        names = listed(first_name(other.label) for other in one.others)
        if one.asks_outcome or one.stage == "met":
            return asks_whether_helped(names), outcome_answers(names)
        answers = check_in_answers(names, len(one.others), to_stop=one.asks_to_stop)
        return asks_whether_met(names, to_stop=one.asks_to_stop), answers


def others_go_on() -> str:
    """What it comes to for two others if a member has no further part in a three."""
    with _words():
        return two_go_on()


def _told(one: IntroductionView, names: str, zone: tzinfo) -> tuple[str, str]:
    """The heading of the page, and the sentence below it."""
    if one.stage == "over":
        return (
            _("You will not meet this time"),
            _("That happens, and it says nothing about you. There is nothing to do."),
        )
    if one.asks_outcome:
        return (
            asks_whether_helped(names),
            _("Whoever gives something wants to know what came of it."),
        )
    if one.stage == "met":
        asks = one.can_say_outcome and one.outcome is None
        day = day_in(one.outcome_at_ms or 0, zone)
        lead = _("On %(day)s we ask once whether it helped.") % {"day": day} if asks else ""
        return _("You and %(name)s met.") % {"name": names}, lead
    if one.stage == "asked":
        twice = _("Twice the answer was “not yet”. That is fine; it can also end here.")
        heading = asks_whether_met(names, to_stop=one.asks_to_stop)
        return heading, twice if one.asks_to_stop else ""
    day = day_in(one.next_at_ms or 0, zone)
    lead = _("On %(day)s we ask whether you met.") % {"day": day} if day else ""
    return both_said_yes(names, len(one.others)), lead


def _asks(one: IntroductionView, names: str) -> tuple[Answer, ...]:
    if one.asks_outcome:
        return outcome_answers(names)
    if one.stage != "asked":
        return ()
    return check_in_answers(names, len(one.others), to_stop=one.asks_to_stop)


def _own_outcome(one: IntroductionView, names: str) -> str:
    if one.outcome is None:
        return ""
    words: dict[Outcome, str] = {
        "helped": _("You said that it helped."),
        "tried": _("You said that it is too early to say."),
        "did_not_help": _("You said that it did not help."),
    }
    told = _("They know.") if len(one.others) > 1 else _("%(name)s knows.") % {"name": names}
    if not one.is_told:
        told = _("It is only counted; nobody knows.")
    return f"{words[one.outcome]} {told}"


def _heading(one: SuggestionView, name: str) -> str:
    if "mutual" in one.reasons:
        return _("%(name)s and you can give each other something.") % {"name": name}
    if any(line.side == "need" for line in one.own):
        return _("%(name)s can give what you look for.") % {"name": name}
    if any(line.side == "offer" for line in one.own):
        return _("%(name)s looks for what you can give.") % {"name": name}
    if not one.name:
        return _("Somebody whom you may want to meet.")
    return _("You may want to meet %(name)s.") % {"name": name}


def _said(lines: Iterable[Line], name: str) -> list[Said]:
    """Lines with whose they are.

    :param name: of the other one; empty for the member's own.
    """
    return [
        Said(
            label=_whose(line, name),
            words=line.words,
            more=" · ".join(filter(None, (line.availability, line.terms))),
        )
        for line in lines
    ]


def _whose(line: Line, name: str) -> str:
    if not name:
        return _("You look for") if line.side == "need" else _("You can give")
    words = _("%(name)s looks for") if line.side == "need" else _("%(name)s can give")
    return words % {"name": name}


def hosts_see() -> str:
    """What hosts learn of the pairs of a round."""
    return _("Your hosts see whether the pairs of a round have met, and nothing else.")


def _keeps(one: IntroductionView, names: str, ways: list[tuple[str, str, str]]) -> str:
    if one.source == "round":
        return hosts_see()
    if not all(way for _label, way, _href in ways):
        return _("You have each other’s names, and how each of you said they can be reached.")
    if len(one.others) > 1:
        return _("They have your name and how you are reached, as you have theirs.")
    said = _("%(name)s has your name and how you are reached, as you have theirs.")
    return said % {"name": names}


def _ways(one: IntroductionView) -> Iterator[tuple[str, str, str]]:
    contacts = here().contacts
    for other in one.others:
        found = contacts.of(member_owner(other.member))
        way = "" if found is None else found.way
        is_mail = found is not None and found.kind == "mail" and bool(way)
        yield other.label, way, f"mailto:{way}" if is_mail else ""


def _words() -> AbstractContextManager[None]:
    language = current_language()
    return in_language(language.translations, language.locale)


def _zone(mine: Member) -> tzinfo:
    return zone_of(mine.time_zone) or UTC
