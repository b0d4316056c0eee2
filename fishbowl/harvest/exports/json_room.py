"""The parts of the JSON document about the whole room and the plan; see docs/exports.md."""

from typing import Any

from fishbowl.harvest.base import Who
from fishbowl.harvest.model import Summary
from fishbowl.harvest.phase_words import title_of
from fishbowl.harvest.room_model import PhaseFacts, QuestionFacts
from fishbowl.harvest.sentences import came_again, longest_share, longest_turn_ms
from fishbowl.harvest.unreached import unreached
from fishbowl.harvest.words import instant, name_of


def room_document(summary: Summary) -> dict[str, Any]:
    """Write what the whole room did, and how the plan came out."""
    return {
        "equity": {
            "longest_turn_ms": longest_turn_ms(summary),
            "longest_four_percent": longest_share(summary),
            "came_again": came_again(summary) if summary.people else None,
        },
        "phases": [_phase(phase) for phase in summary.phases],
        "votes": [
            {
                "vote": vote.vote,
                "dots_each": vote.dots_each,
                "voters": vote.voters,
                "dots": [{"topic": found.topic, "dots": found.dots} for found in vote.topics],
            }
            for vote in summary.votes
        ],
        "thumbs": [_plain(thumbs) for thumbs in summary.thumbs],
        "questions": [_question(question) for question in summary.questions],
        "unreached": [
            {
                **_asker(found.who),
                "words": found.words,
                "kind": found.kind,
                "upvotes": found.upvotes,
                "added": found.added or None,
            }
            for found in unreached(summary)
        ],
        "signals": [_plain(found) for found in summary.signals],
        "recordings": [
            {"began_at": instant(one.began_at_ms), "ended_at": instant(one.ended_at_ms)}
            for one in summary.recordings
        ],
    }


def _phase(found: PhaseFacts) -> dict[str, Any]:
    return {
        "kind": found.phase.kind,
        "title": title_of(found.phase),
        "planned_ms": found.phase.planned_ms,
        "actual_ms": found.actual_ms,
        "began_ms": found.began_run_ms,
    }


def _question(question: QuestionFacts) -> dict[str, Any]:
    return {
        "question": question.question,
        **_asker(question.who),
        "words": question.words,
        "upvotes": question.upvotes,
        "outcome": question.outcome,
    }


def _asker(who: Who | None) -> dict[str, Any]:
    if who is None:
        return {"person": None, "name": None}
    return {"person": who.person, "name": name_of(who)}


def _plain(struct: Any) -> dict[str, Any]:
    return {field: getattr(struct, field) for field in struct.__struct_fields__}
