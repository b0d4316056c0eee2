"""The parts of the JSON document about the whole room and the plan; see docs/exports.md."""

from fishbowl.harvest.base import Who
from fishbowl.harvest.exports.json_types import (
    EquityDocument,
    PhaseDocument,
    QuestionDocument,
    RecordingDocument,
    UnreachedDocument,
    VoteDocument,
)
from fishbowl.harvest.model import Summary
from fishbowl.harvest.phase_words import title_of
from fishbowl.harvest.room_model import PhaseFacts, QuestionFacts, RecordingFacts, VoteFacts
from fishbowl.harvest.sentences import came_again, longest_share, longest_turn_ms
from fishbowl.harvest.unreached import unreached
from fishbowl.harvest.words import instant, name_of


def equity_document(summary: Summary) -> EquityDocument:
    """The figures about how the talk was shared."""
    return EquityDocument(
        longest_turn_ms=longest_turn_ms(summary),
        longest_four_percent=longest_share(summary),
        came_again=came_again(summary) if summary.people else None,
    )


def phase_document(found: PhaseFacts) -> PhaseDocument:
    """A phase of the run of show, as planned and as it ran."""
    return PhaseDocument(
        kind=found.phase.kind,
        title=title_of(found.phase),
        planned_ms=found.phase.planned_ms,
        actual_ms=found.actual_ms,
        began_ms=found.began_run_ms,
    )


def vote_document(vote: VoteFacts) -> VoteDocument:
    """A vote with its dots."""
    return VoteDocument(
        vote=vote.vote, dots_each=vote.dots_each, voters=vote.voters, dots=list(vote.topics)
    )


def question_document(question: QuestionFacts) -> QuestionDocument:
    """A question to the bowl."""
    person, name = person_and_name(question.who)
    return QuestionDocument(
        question=question.question,
        person=person,
        name=name,
        words=question.words,
        upvotes=question.upvotes,
        outcome=question.outcome,
    )


def unreached_documents(summary: Summary) -> list[UnreachedDocument]:
    """The requests and questions that never reached the bowl."""
    documents = []
    for found in unreached(summary):
        person, name = person_and_name(found.who)
        documents.append(
            UnreachedDocument(
                person=person,
                name=name,
                words=found.words,
                kind=found.kind,
                upvotes=found.upvotes,
                added=found.added or None,
            )
        )
    return documents


def recording_document(recording: RecordingFacts) -> RecordingDocument:
    """The span of a recording."""
    return RecordingDocument(
        began_at=instant(recording.began_at_ms), ended_at=instant(recording.ended_at_ms)
    )


def person_and_name(who: Who | None) -> tuple[int | None, str | None]:
    """The id and name of a person; both ``None`` where nobody is named."""
    return (None, None) if who is None else (who.person, name_of(who))
