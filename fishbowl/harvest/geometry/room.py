"""Questions, reactions and phases, as the summary page lists them."""

import msgspec

from fishbowl.harvest.model import Summary
from fishbowl.harvest.phase_words import title_of
from fishbowl.harvest.room_model import PhaseFacts, QuestionFacts
from fishbowl.harvest.sentences import untold_signals
from fishbowl.harvest.unreached import Unreached, unreached
from fishbowl.harvest.words import minutes


class PhaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """A phase with planned and actual minutes; ``took`` is ``None`` if it was not reached."""

    title: str
    planned: int
    took: int | None


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """Answered and unreached questions, most upvotes first; ``unseen`` is a count.

    ``phases`` is empty if there is only one.
    """

    answered: tuple[QuestionFacts, ...]
    unreached: tuple[Unreached, ...]
    unseen: int
    signals: tuple[str, ...]
    phases: tuple[PhaseRow, ...]


def room(summary: Summary) -> Room:
    """Collect them from a publishable summary."""
    answered = (question for question in summary.questions if question.outcome == "answered")
    phases = summary.phases if len(summary.phases) > 1 else ()
    return Room(
        answered=tuple(sorted(answered, key=lambda one: (-one.upvotes, one.question))),
        unreached=unreached(summary),
        unseen=summary.figures.questions_unseen,
        signals=untold_signals(summary),
        phases=tuple(_row(phase) for phase in phases),
    )


def _row(found: PhaseFacts) -> PhaseRow:
    return PhaseRow(
        title=title_of(found.phase),
        planned=minutes(found.phase.planned_ms),
        took=None if found.actual_ms is None else minutes(found.actual_ms),
    )
