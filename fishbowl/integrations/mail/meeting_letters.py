"""The letters about people who may meet: asked alone, brought together, and what came of it.

Names and ways pass only after all have said yes. A no is never told, so no letter depends on one.
"""

from collections.abc import Callable, Iterator
from datetime import tzinfo

from babel import Locale

from fishbowl.domain.kernel.ids import Millis
from fishbowl.harvest.meeting_words import (
    asks_whether_helped,
    asks_whether_met,
    both_said_yes,
    check_in_answers,
    outcome_answers,
    outcome_words,
    own_line,
    question_words,
    reason_lines,
    their_line,
    with_what_follows,
)
from fishbowl.harvest.words import _, day
from fishbowl.integrations.mail.content import Content, Facts, day_and_time
from fishbowl.integrations.mail.meeting_facts import MeetingFacts


def _suggestion(facts: Facts, locale: Locale) -> Content:
    meeting = _known(facts)
    title = (
        _("Would you like to meet {name}?", name=meeting.name)
        if meeting.name
        else _("Would you like to meet somebody?")
    )
    return Content(
        subject=title,
        title=title,
        before=_("Names pass only when both of you said yes."),
        says=(
            _("Among the members of {community} we think of you two.", community=facts.community),
            *_lines(meeting),
            *reason_lines(meeting.reasons),
        ),
        press=_("Yes, introduce us"),
        press_do="yes",
        ways=(("no", _("Not now")),),
        then=(
            _("Names and ways to reach each other pass only when both of you said yes."),
            _(
                "Without two yeses by {day} it ends quietly. A no looks like no answer, and is "
                "told to nobody.",
                day=facts.until,
            ),
        ),
        because=_("You get this letter because you agreed to meet somebody."),
    )


def _introduction(facts: Facts, locale: Locale) -> Content:
    meeting = _known(facts)
    title = both_said_yes(meeting.name, len(meeting.ways))
    asks = _(
        "On {day} we ask whether you met. On your page you can end it at any time.",
        day=day(meeting.check_in_at_ms, facts.zone),
    )
    hosts = (
        _("Your host proposed the three of you and sees whether it came about, and nothing else.")
        if meeting.others > 1
        else _("Your host proposed this pair and sees whether it came about, and nothing else.")
    )
    return Content(
        subject=title,
        title=title,
        before=_("This is how you reach each other."),
        says=(
            *_lines(meeting),
            *reason_lines(meeting.reasons),
            *_ways(meeting),
            _("To begin with: {question}", question=question_words(meeting.first_question)),
            *_day(meeting, facts.zone, locale),
        ),
        press=_("Open it on your page"),
        then=(asks, *((hosts,) if meeting.source == "round" else ())),
        because=_("You get this letter because you said yes. The others got the same one."),
    )


def _check_in(facts: Facts, locale: Locale) -> Content:
    meeting = _known(facts)
    title = asks_whether_met(meeting.name, to_stop=meeting.asks_to_stop)
    met, *others = check_in_answers(meeting.name, meeting.others, to_stop=meeting.asks_to_stop)
    says = (
        _("Twice the answer was “not yet”. That is fine; it can also end here.")
        if meeting.asks_to_stop
        else _("One press is enough. The page that opens shows your answer, and asks for it.")
    )
    sees = (
        _("Your hosts see whether the pairs of a round have met, and nothing else.")
        if meeting.source == "round"
        else _("The answer is kept with the two of you, and counted with all others.")
    )
    return Content(
        subject=title,
        title=title,
        before=_("We met, not yet, or we will not."),
        says=(says,),
        press=met.words,
        press_do=met.do,
        ways=tuple((one.do, one.words) for one in others),
        then=(*with_what_follows((met, *others)), sees),
        because=_("You get this letter because you said yes to this introduction."),
    )


def _outcome(facts: Facts, locale: Locale) -> Content:
    meeting = _known(facts)
    title = asks_whether_helped(meeting.name)
    helped, *others = outcome_answers(meeting.name)
    return Content(
        subject=title,
        title=title,
        before=_("Whoever gives something wants to know what came of it."),
        says=(_("You met some weeks ago. Did you try what you took from it?"),),
        press=helped.words,
        press_do=helped.do,
        ways=tuple((one.do, one.words) for one in others),
        then=tuple(with_what_follows((helped, *others))),
        because=_("You get this letter because you met after an introduction. It is sent once."),
    )


def _outcome_told(facts: Facts, locale: Locale) -> Content:
    meeting = _known(facts)
    said = outcome_words(meeting.outcome or "tried", meeting.name)
    return Content(
        subject=said,
        title=said,
        before=_("What came of your meeting."),
        says=(_("{name} wanted you to know.", name=meeting.name), *_lines(meeting)),
        press=_("Open it on your page"),
        then=(),
        because=_("You get this letter because you met after an introduction."),
    )


def _stopped(facts: Facts, locale: Locale) -> Content:
    made_on = day(_known(facts).made_at_ms, facts.zone)
    return Content(
        subject=_("You will not meet this time"),
        title=_("You will not meet this time"),
        before=_("That happens, and it says nothing about you."),
        says=(
            _(
                "The introduction of {day} has ended. There is nothing to do.",
                day=made_on,
            ),
            _("Nobody is asked for a reason, so there is none to tell."),
        ),
        press=_("Your page"),
        then=(),
        because=_("You get this letter because you said yes to an introduction."),
    )


def _lines(meeting: MeetingFacts) -> Iterator[str]:
    """What it is about."""
    for one in meeting.lines:
        if one.is_own:
            yield own_line(one.side, one.words)
        else:
            yield their_line(one.side, one.words, meeting.name)


def _ways(meeting: MeetingFacts) -> Iterator[str]:
    """How each of the others is reached."""
    for label, way in meeting.ways:
        if way:
            yield f"{label}: {way}"
        else:
            yield _(
                "{name} has left no address. You find each other in the next session.", name=label
            )


def _day(meeting: MeetingFacts, own: tzinfo, locale: Locale) -> Iterator[str]:
    """A day on which they could meet, by the clock of each; the same time is not told twice."""
    if meeting.day is None:
        return
    at_ms = Millis(int(meeting.day.timestamp() * 1000))
    when = day_and_time(at_ms, own, locale)
    yield _("A day for it: {when}. Move it as you like.", when=when)
    for name, zone in meeting.theirs:
        theirs = day_and_time(at_ms, zone, locale)
        if theirs != when:
            yield _("Where {name} is: {when}.", name=name, when=theirs)
    yield _("Your calendar can take the date from this letter.")


def _known(facts: Facts) -> MeetingFacts:
    return facts.meeting or MeetingFacts()


MEETING_LETTERS: dict[str, Callable[[Facts, Locale], Content]] = {
    "suggestion": _suggestion,
    "introduction": _introduction,
    "check_in": _check_in,
    "outcome": _outcome,
    "outcome_told": _outcome_told,
    "stopped": _stopped,
}
