"""What holds in every session, whatever people press."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import msgspec
from immutables import Map

from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.intervals import FOREVER
from fishbowl.domain.session.model import Part
from fishbowl.domain.session.model.request_states import IN_THE_AIR, OPEN
from fishbowl.domain.session.rules.chairs.free_chairs import chairs
from fishbowl.domain.session.rules.floor.intervals import collision
from fishbowl.domain.session.rules.notes import note_topic
from fishbowl.domain.session.rules.votes import dots_by_topic, last_thumbs, last_vote, root_of
from fishbowl.domain.session.state import Session

replace = msgspec.structs.replace

HISTORY = ("seq", "at_ms", "sent_at_ms", "touched", "actions", "recent")
COUNTERS = ("guest_count", "last_edition", "last_generation", "last_rank", "last_call_seq")
"""Fields that go on while an undo puts parts back."""
COLLECTIONS = {
    "people": "person",
    "whereabouts": "whereabouts",
    "knocks": "knock",
    "credits": "credit",
    "chairs": "chair",
    "requests": "request",
    "turns": "turn",
    "topics": "topic",
    "votes": "vote",
    "thumbs": "thumbs",
    "questions": "question",
    "upvotes": "upvotes",
    "points": "point",
    "notes": "note",
    "left_out": "left_out",
    "takeaways": "takeaway",
    "answers": "answer",
    "items": "item",
}


def check(session: Session, now_ms: int) -> None:
    """Assert everything that this module knows."""
    check_chairs(session)
    check_people(session)
    check_indexes(session)
    check_talk(session)
    check_outer_ring(session)
    check_notes(session)
    check_times(session, now_ms)
    check_never_both(session)
    check_run(session)


def check_chairs(session: Session) -> None:
    """Chairs, turns and calls agree; nobody shares a chair."""
    numbers = [chair.no for chair in chairs(session) if not chair.closing]
    assert numbers == list(range(1, session.bowl.count + 1))
    for chair in chairs(session):
        assert chair.closing == (chair.no > session.bowl.count)
        assert not chair.closing or chair.turn is not None or chair.held_for is not None
        assert chair.turn is None or chair.held_for is None
        if chair.turn is not None:
            turn = session.turns[chair.turn]
            assert (turn.ended_run_ms, turn.chair) == (None, chair.no)
        if chair.held_for is not None:
            request = session.requests[chair.held_for]
            assert request.state in IN_THE_AIR
            assert request.chair == chair.no
    going_on = [t.id for t in session.turns.values() if t.ended_run_ms is None]
    assert sorted(going_on) == sorted(c.turn for c in chairs(session) if c.turn is not None)
    called = [r.id for r in session.requests.values() if r.state in IN_THE_AIR]
    assert sorted(called) == sorted(c.held_for for c in chairs(session) if c.held_for is not None)


def check_people(session: Session) -> None:
    """Nobody is in two places; who is out or forgotten is in none."""
    places = [t.person for t in session.turns.values() if t.ended_run_ms is None]
    places += [r.person for r in session.requests.values() if r.state in OPEN]
    assert len(places) == len(set(places))
    assert all(session.is_here(session.people[person]) for person in places)
    assert session.present == sum(session.is_here(p) for p in session.people.values())
    assert not any(session.is_here(session.people[p]) for p in session.at_the_door)
    assert all(person in session.people for person in session.removed.people)
    labels = [(p.called.casefold(), p.twin) for p in session.people.values() if p.called]
    assert len(labels) == len(set(labels)), "two people are called the same"
    numbers = [p.no for p in session.people.values()]
    assert len(numbers) == len(set(numbers))
    assert all(person in session.people for person in session.whereabouts)
    assert all(person in session.people for person in session.credits)
    assert max(numbers, default=0) <= session.guest_count
    for owned in (*session.turns.values(), *session.requests.values()):
        assert owned.person in session.people


def check_indexes(session: Session) -> None:
    """What is derived is what one would derive from the parts alone."""
    parts = {
        Part(kind, id): value
        for field, kind in COLLECTIONS.items()
        for id, value in getattr(session, field).items()
    }
    bare = Session(
        **{name: getattr(session, name) for name in ("seq", "at_ms", "code", "created_at_ms")},
        settings=session.settings,
        clock=session.clock,
    )
    rebuilt = bare.with_parts({**parts, Part("removed"): session.removed})
    for field in (
        "person_of_key",
        "names",
        "looks",
        "present",
        "at_the_door",
        "names_hidden",
        "sent_out",
        "open_request",
        "current_turn",
        "turns_of",
        "queue",
        "served",
        "read_for",
        "overtakes",
    ):
        assert getattr(session, field) == getattr(rebuilt, field), field


def check_talk(session: Session) -> None:
    """Floor and topic are where somebody sits and something is talked about."""
    if session.floor.turn is not None:
        assert session.turns[session.floor.turn].ended_run_ms is None
    current = [t.id for t in session.topics.values() if t.state == "current"]
    assert current == ([] if session.agenda.topic is None else [session.agenda.topic])
    state = clock_state(session.clock)
    if state == "closed":
        assert not session.current_turn
    if state in ("closed", "lobby"):
        assert session.agenda.topic is None
        assert all(chair.held_for is None for chair in session.chairs.values())
    assert state == "closed" or not session.summary.published
    assert state != "closed" or not session.floor.facilitator


def check_outer_ring(session: Session) -> None:
    """Nobody has more dots than anybody, merges lose none, and one thing is asked at a time."""
    state = clock_state(session.clock)
    for vote in session.votes.values():
        assert all(sum(b.values()) <= vote.dots for b in vote.ballots.values())
        assert all(dots > 0 for b in vote.ballots.values() for dots in b.values())
        topics = {topic for ballot in vote.ballots.values() for topic in ballot}
        cast = {t: sum(b.get(t, 0) for b in vote.ballots.values()) for t in topics}
        assert {t: n for t, n in vote.counts.items() if n} == cast
        assert vote.closed_at_ms is not None or (state != "closed" and vote == last_vote(session))
        assert sum(dots_by_topic(session, vote).values()) <= sum(cast.values())
    for thumbs in session.thumbs.values():
        asking = thumbs.closed_at_ms is None
        assert not asking or (thumbs == last_thumbs(session))
        assert not asking or thumbs.topic == session.agenda.topic
    for topic in session.topics.values():
        assert (topic.state == "merged") == (topic.into is not None)
        root = root_of(session, topic.id)
        assert root is not None
        assert root.into is None
    shown = session.shown.question
    assert shown is None or session.questions[shown].state == "up"


def check_notes(session: Session) -> None:
    """A note says something; who is to do it is one person or one name, and was in the room."""
    for note in session.notes.values():
        assert note.words
        assert note.person is None or not note.owner
        assert note.person is None or note.person in session.people
        assert note.link.startswith("https://") or not note.link
        assert note_topic(session, note) in (None, *session.topics)


def check_times(session: Session, now_ms: int) -> None:
    """No stretch of time is negative, none reaches behind the present."""
    now = running_ms(session.clock, now_ms)
    for turn in session.turns.values():
        instants = [turn.began_run_ms, *(s.from_run_ms for s in turn.sittings[1:])]
        instants.append(now if turn.ended_run_ms is None else turn.ended_run_ms)
        assert instants == sorted(instants)
        assert instants[-1] <= now
        spoken = [instant for stretch in turn.spoken for instant in stretch]
        assert spoken == sorted(spoken)
        assert not spoken or turn.began_run_ms <= spoken[0] <= spoken[-1] <= instants[-1]
    for topic in session.topics.values():
        spans = [instant for span in topic.spans for instant in span if instant is not None]
        assert spans == sorted(spans)
        assert not spans or spans[-1] <= now
        assert all(ended is not None for _, ended in topic.spans[:-1])
        assert (topic.state == "current") == bool(topic.spans and topic.spans[-1][1] is None)
    assert session.floor.since_run_ms <= now


def check_never_both(session: Session) -> None:
    """Nobody sat twice at once, no chair was two people's, and one person spoke at a time."""
    turns = tuple(session.turns.values())
    assert [t.id for t in turns if collision(t, turns)] == []
    voices = [turn.spoken for turn in turns] + [session.facilitator.spoken]
    said = sorted(stretch for spoken in voices for stretch in spoken)
    if session.floor.turn is not None or session.floor.facilitator:
        said.append((session.floor.since_run_ms, FOREVER))
    assert all(one[1] <= after[0] for one, after in pairwise(said)), said
    assert session.floor.turn is None or not session.floor.facilitator
    assert session.facilitator.spoken == tuple(sorted(session.facilitator.spoken))


def check_run(session: Session) -> None:
    """The phases that have begun did so in order; the clock runs exactly while one goes on."""
    run = session.run
    assert len(run.began) == run.index + 1 <= len(run.phases)
    assert list(run.began) == sorted(run.began)
    assert (run.index >= 0) == (session.clock.started_at_ms is not None)


def without(session: Session, fields: Iterable[str]) -> dict[str, Any]:
    """The session as a mapping, some fields left out."""
    left_out = set(fields)
    return {f: getattr(session, f) for f in session.__struct_fields__ if f not in left_out}


def without_words(session: Session) -> dict[str, Any]:
    """The session with every erasable word blanked, in its history too."""
    return {
        field: _blanked(value)
        for field, value in without(session, ("names", "looks", "recent")).items()
    }


def _blanked(value: Any) -> Any:
    if isinstance(value, Map):
        return {key: _blanked(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_blanked(item) for item in value]
    if isinstance(value, msgspec.Struct) and not isinstance(value, Entry):
        return {
            field: ""
            if field in ("called", "words", "title", "group", "key")
            else _blanked(getattr(value, field))
            for field in value.__struct_fields__
        }
    return value
