"""Applies the attribution of a session to its summary: what may be published.

This is the only place that implements attribution. Every output calls :func:`publishable`.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec

from fishbowl.domain.kernel.lookalikes import looks_of
from fishbowl.domain.session.commands import Attribution
from fishbowl.harvest.base import Struct, Who
from fishbowl.harvest.model import (
    LeftOutPart,
    NoteFacts,
    PointFacts,
    SessionFacts,
    Summary,
    TopicFacts,
)
from fishbowl.harvest.omitted import without_omitted
from fishbowl.harvest.room_model import PhaseFacts, QuestionFacts
from fishbowl.harvest.takeaway_model import AnswerFacts, TakeawayFacts

replace = msgspec.structs.replace

T = TypeVar("T")

CHATHAM_HOUSE_LEAVES_OUT: tuple[LeftOutPart, ...] = (
    "people", "turns", "chairs", "queue", "topic_times", "owners",
)  # fmt: skip
"""Under the Chatham House rule there are no names, no list of people, and no times of turns."""


def left_out(attribution: Attribution) -> tuple[LeftOutPart, ...]:
    """The parts that an attribution leaves out."""
    return CHATHAM_HOUSE_LEAVES_OUT if attribution == "chatham_house" else ()


def publishable(summary: Summary, *, proof: bool = False) -> Summary:
    """Return what may be shown, printed or exported. It is idempotent.

    *Named*: everything; hidden and forgotten names are not in a summary to begin with.
    *Opt in*: everything, and the names of those who chose it; the others are numbered guests,
    and a name that stands in a note for somebody who was not there is left out.
    *Chatham House*: the question, the topics with their minutes, and totals.

    :param proof: for the editor of the summary only: omitted items are kept, and everything keeps
        its id, so that commands can refer to it.
    """
    if not proof:
        summary = without_omitted(summary)
    match summary.session.attribution:
        case "named":
            return summary
        case "opt_in":
            return _credited(summary)
        case "chatham_house":
            return _anonymous(summary, proof=proof)


def _credited(summary: Summary) -> Summary:
    notes = tuple(replace(note, owner="") for note in summary.notes)
    return credited(replace(summary, notes=notes))


def credited(part: T) -> T:
    """Name only the people who chose it, in a part of a summary.

    Twin numbers are counted anew among the named people.
    """
    twins: dict[str, set[int]] = {}
    for who in _all_labels(part):
        if who.credited and who.name:
            for look in looks_of(who.name):
                twins.setdefault(look, set()).add(who.twin)

    def shown(who: Who) -> Who:
        if not who.credited:
            return replace(who, name="", twin=1)
        known = sorted({twin for look in looks_of(who.name) for twin in twins.get(look, ())})
        return replace(who, twin=known.index(who.twin) + 1 if who.twin in known else 1)

    return _mapped(part, shown)


def _all_labels(part: Any) -> Iterable[Who]:
    """Yield every :class:`Who` in a part of a summary."""
    if isinstance(part, Who):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _all_labels(one)
    elif isinstance(part, Struct):
        for field in part.__struct_fields__:
            yield from _all_labels(getattr(part, field))


def _mapped(part: T, change: Callable[[Who], Who]) -> T:
    """Change every :class:`Who` in a part of a summary."""
    mapped: Any = part
    if isinstance(part, Who):
        mapped = change(part)
    elif isinstance(part, tuple):
        mapped = tuple(_mapped(one, change) for one in part)
    elif isinstance(part, Struct):
        fields = {field: getattr(part, field) for field in part.__struct_fields__}
        changed = {field: _mapped(value, change) for field, value in fields.items()}
        mapped = replace(part, **changed)
    kept: T = mapped
    return kept


def _anonymous(summary: Summary, *, proof: bool) -> Summary:
    return replace(
        summary,
        session=_without_question_times(summary.session),
        people=(),
        turns=(),
        queue=(),
        points=_without_names(summary.points, proof=proof),
        notes=tuple(_without_owner(note) for note in summary.notes),
        questions=_without_askers(summary.questions, proof=proof),
        takeaways=_without_takers(summary.takeaways, proof=proof),
        answers=_without_answerers(summary.answers, proof=proof),
        topics=tuple(_without_people(topic) for topic in summary.topics),
        phases=tuple(_without_times(phase) for phase in summary.phases),
        recordings=(),
        pauses=(),
        web=None,
        left_out=left_out(summary.session.attribution),
    )


def _without_names(points: tuple[PointFacts, ...], *, proof: bool) -> tuple[PointFacts, ...]:
    """The words only, sorted, so that the order does not reveal who wrote when."""
    return tuple(
        PointFacts(
            who=None,
            words=point.words,
            afterwards=point.afterwards,
            point=point.point if proof else None,
            unseen=point.unseen,
        )
        for point in sorted(points, key=lambda point: (point.words, point.afterwards))
    )


def _without_owner(note: NoteFacts) -> NoteFacts:
    """A note without its owner and time."""
    return replace(note, who=None, owner="", noted_at_ms=None)


def _without_askers(
    questions: tuple[QuestionFacts, ...], *, proof: bool
) -> tuple[QuestionFacts, ...]:
    """The words only, sorted and renumbered, so that neither reveals who asked when."""
    asked = sorted(questions, key=lambda question: question.words)
    return tuple(
        replace(question, question=question.question if proof else number, who=None)
        for number, question in enumerate(asked, start=1)
    )


def _without_takers(
    takeaways: tuple[TakeawayFacts, ...], *, proof: bool
) -> tuple[TakeawayFacts, ...]:
    """The words only, sorted and renumbered, so that neither reveals who wrote when."""
    kept = sorted(takeaways, key=lambda one: (one.words, one.kind, one.due, one.origin))
    return tuple(
        replace(one, takeaway=one.takeaway if proof else number, who=None, others=())
        for number, one in enumerate(kept, start=1)
    )


def _without_answerers(answers: tuple[AnswerFacts, ...], *, proof: bool) -> tuple[AnswerFacts, ...]:
    """The answers only, sorted and renumbered likewise."""
    given = sorted(answers, key=lambda one: (one.words, one.stage))
    return tuple(
        replace(one, answer=one.answer if proof else number, who=None)
        for number, one in enumerate(given, start=1)
    )


def _without_people(topic: TopicFacts) -> TopicFacts:
    return replace(topic, spans=(), seated=())


def _without_question_times(session: SessionFacts) -> SessionFacts:
    asked = tuple(replace(one, began_run_ms=None) for one in session.questions)
    return replace(session, questions=asked)


def _without_times(phase: PhaseFacts) -> PhaseFacts:
    return replace(phase, began_run_ms=None)
