"""Takeaways, commitments and the debrief in the JSON document; see docs/exports.md."""

from fishbowl.harvest.exports.json_room import person_and_name
from fishbowl.harvest.exports.json_types import AnswerDocument, NamedPerson, TakeawayDocument
from fishbowl.harvest.takeaway_model import AnswerFacts, TakeawayFacts
from fishbowl.harvest.words import name_of


def takeaway_document(one: TakeawayFacts) -> TakeawayDocument:
    """A shared takeaway."""
    person, name = person_and_name(one.who)
    return TakeawayDocument(
        takeaway=one.takeaway,
        person=person,
        name=name,
        kind=one.kind,
        words=one.words,
        due=one.due or None,
        closed=one.closed,
        end=one.end or None,
        others=[NamedPerson(person=who.person, name=name_of(who)) for who in one.others],
        people=one.count,
        origin=one.origin or None,
    )


def answer_document(one: AnswerFacts) -> AnswerDocument:
    """An answer of the debrief."""
    person, name = person_and_name(one.who)
    return AnswerDocument(
        answer=one.answer, person=person, name=name, stage=one.stage, words=one.words
    )
