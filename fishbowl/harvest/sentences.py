"""Sentences about how the talk was shared. They have figures only and rank nobody."""

from collections.abc import Iterator

from fishbowl.harvest.model import Summary, TopicFacts
from fishbowl.harvest.room_model import SignalFacts, ThumbsFacts
from fishbowl.harvest.words import MINUTE_MS, _, clock, minutes, n_

LONGEST = 4
SHARE_FROM_VOICES = 2 * LONGEST
"""The least number of voices for the share of the four longest."""


def longest_share(summary: Summary) -> int | None:
    """The percentage of the talk, or of the seated time, of the four longest voices."""
    lengths = _lengths(summary)
    if sum(length > 0 for length in lengths) < SHARE_FROM_VOICES:
        return None
    return round(100 * sum(lengths[:LONGEST]) / sum(lengths))


def longest_turn_ms(summary: Summary) -> int | None:
    """The length of the longest turn; ``None`` if there is none."""
    return max((turn.seated_ms for turn in summary.turns), default=None)


def came_again(summary: Summary) -> int:
    """How many voices came to the bowl more than once."""
    return sum(person.turns > 1 for person in summary.people)


def sentences(summary: Summary) -> tuple[str, ...]:
    """The sentences about how the talk was shared; those without data are left out."""
    return tuple(_sentences(summary))


def _sentences(summary: Summary) -> Iterator[str]:
    figures = summary.figures
    if figures.people:
        yield _heard(figures.voices, figures.people)
    yield from _shares(summary)
    if longest := longest_turn_ms(summary):
        yield _longest(longest)
    if again := came_again(summary):
        yield n_("{n} voice came more than once.", "{n} voices came more than once.", again)
    if wait := minutes(figures.median_wait_ms or 0):
        yield n_(
            "Of those who asked and then sat down, half waited a minute at most.",
            "Of those who asked and then sat down, half waited {n} minutes at most.",
            wait,
        )
    if figures.unheard:
        yield n_(
            "{n} person asked for a chair and never reached the bowl.",
            "{n} people asked for a chair and never reached the bowl.",
            figures.unheard,
        )
    elif figures.requests and summary.session.state == "closed":
        yield _("Nobody who asked for a chair was left waiting at the end.")
    if figures.questions:
        yield n_(
            "{n} question was put to the bowl in writing.",
            "{n} questions were put to the bowl in writing.",
            figures.questions,
        )
        yield n_(
            "The bowl took {n} of them up.",
            "The bowl took {n} of them up.",
            figures.questions_answered,
        )


def _heard(voices: int, people: int) -> str:
    if not voices:
        return _("Nobody was heard in the bowl.")
    if voices == 1:
        return n_(
            "One person was heard in the bowl.",
            "One of {n} people was heard in the bowl.",
            people,
        )
    return _("{voices} of {people} people were heard in the bowl.", voices=voices, people=people)


def _longest(turn_ms: int) -> str:
    if turn_ms < MINUTE_MS:
        return n_(
            "The longest turn in the chair took {n} second.",
            "The longest turn in the chair took {n} seconds.",
            max(1, turn_ms // 1000),
        )
    return _("The longest turn in the chair took {time} minutes.", time=clock(turn_ms))


def _shares(summary: Summary) -> Iterator[str]:
    share = longest_share(summary)
    if share is None:
        return
    even = round(100 * LONGEST / sum(length > 0 for length in _lengths(summary)))
    if summary.figures.by_floor:
        yield _("The four who spoke longest had {share} % of the talk.", share=share)
    else:
        yield _("The four who sat longest had {share} % of the time in the chairs.", share=share)
    yield _("Shared out evenly, four voices would have had {share} %.", share=even)


def counted_by(summary: Summary) -> str:
    """A sentence that explains why time on chairs counts as talk; else empty."""
    if summary.figures.marked_too_little:
        return _("Based on time in the chair: speakers were marked too rarely.")
    return ""


def _lengths(summary: Summary) -> list[int]:
    spoken = summary.figures.by_floor
    lengths = (person.spoken_ms if spoken else person.seated_ms for person in summary.people)
    return sorted(lengths, reverse=True)


def topic_dots(summary: Summary, topic: TopicFacts) -> int:
    """How many dots a topic got, in all votes."""
    return sum(
        found.dots for vote in summary.votes for found in vote.topics if found.topic == topic.topic
    )


def topic_paragraphs(summary: Summary, topic: TopicFacts) -> tuple[str, ...]:
    """Sentences about thumbs votes and reactions under a topic."""
    thumbs = [_thumbs(found) for found in summary.thumbs if found.topic == topic.topic]
    signals = (found for found in summary.signals if found.topic == topic.topic)
    without_words = " ".join(line for found in signals for line in signal_sentences(found))
    return (*thumbs, without_words) if without_words else tuple(thumbs)


def untold_signals(summary: Summary) -> tuple[str, ...]:
    """Sentences about reactions outside the topics of the summary."""
    told = {topic.topic for topic in summary.topics}
    rest = (found for found in summary.signals if found.topic not in told)
    return tuple(line for found in rest for line in signal_sentences(found))


def _thumbs(asked: ThumbsFacts) -> str:
    places = {"go_on": asked.go_on, "move_on": asked.move_on}
    if asked.extended:
        return _(
            "Time was up: {go_on} would go on, {move_on} would move on. It got more time.", **places
        )
    return _("Time was up: {go_on} would go on, {move_on} would move on.", **places)


def signal_sentences(found: SignalFacts) -> Iterator[str]:
    """A sentence for each kind of reaction that occurred."""
    if found.agree:
        yield n_("The room agreed once.", "The room agreed {n} times.", found.agree)
    if found.thanks:
        yield n_("The room said thanks once.", "The room said thanks {n} times.", found.thanks)
    if found.surprised:
        yield n_(
            "The room was surprised once.", "The room was surprised {n} times.", found.surprised
        )
    if found.slower:
        yield n_("“Slow down” came once.", "“Slow down” came {n} times.", found.slower)
    if found.microphone:
        yield n_("“Microphone” came once.", "“Microphone” came {n} times.", found.microphone)
