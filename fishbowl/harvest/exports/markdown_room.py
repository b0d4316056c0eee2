"""The Markdown sections about sharing, questions and the plan."""

from collections.abc import Callable, Iterator

from fishbowl.harvest.base import Who
from fishbowl.harvest.model import Summary, TopicFacts
from fishbowl.harvest.phase_words import title_of
from fishbowl.harvest.sentences import sentences, topic_dots, topic_paragraphs, untold_signals
from fishbowl.harvest.unreached import unreached
from fishbowl.harvest.words import _, minutes, n_, name_of

Escape = Callable[[str], str]
"""Keeps somebody’s words from being read as markup."""


def shared(summary: Summary) -> Iterator[str]:
    """How the talk was shared."""
    said = sentences(summary)
    if said and summary.figures.people:
        yield f"## {_('How the talk was shared')}"
        yield " ".join(said)


def topic_lines(summary: Summary, topic: TopicFacts) -> Iterator[str]:
    """Lines about dots, thumbs and reactions under a topic."""
    if dots := topic_dots(summary, topic):
        yield n_("{n} dot", "{n} dots", dots)
    yield from topic_paragraphs(summary, topic)


def questions(summary: Summary, escaped: Escape) -> Iterator[str]:
    """The answered questions, the reactions outside topics, and what never reached the bowl."""
    answered = [question for question in summary.questions if question.outcome == "answered"]
    if answered:
        yield f"## {_('Asked by those who listened')}"
        yield "\n".join(
            _line(escaped, question.words, question.who, question.upvotes)
            for question in sorted(answered, key=lambda one: (-one.upvotes, one.question))
        )
    if signals := untold_signals(summary):
        yield f"## {_('Without words')}"
        yield " ".join(signals)
    if left := unreached(summary):
        yield f"## {_('Asked, and never reached the bowl')}"
        yield "\n".join(_line(escaped, one.words, one.who, one.upvotes, one.added) for one in left)
    if summary.figures.questions_unseen:
        yield n_(
            "{n} written question was not reviewed in time.",
            "{n} written questions were not reviewed in time.",
            summary.figures.questions_unseen,
        )


def _line(escaped: Escape, words: str, who: Who | None, upvotes: int, added: str = "") -> str:
    line = f"- {escaped(words)}"
    if added:
        line += f" · {_('Added afterwards: {words}', words=escaped(added))}"
    if who is not None:
        line += f" ({escaped(name_of(who))})"
    if upvotes:
        wanted = n_("{n} other wanted to hear it", "{n} others wanted to hear it", upvotes)
        line += f" · {wanted}"
    return line


def plan(summary: Summary, escaped: Escape) -> Iterator[str]:
    """A table of the phases with planned and actual minutes; left out if there is only one."""
    if len(summary.phases) < 2:
        return
    yield f"## {_('The plan, and how it went')}"
    rows = [(_("Part"), _("Planned"), _("Took")), ("---", "---", "---")]
    rows += [
        (
            escaped(title_of(found.phase)),
            str(minutes(found.phase.planned_ms)),
            "–" if found.actual_ms is None else str(minutes(found.actual_ms)),
        )
        for found in summary.phases
    ]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
