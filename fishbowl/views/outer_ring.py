"""What the outer ring says, as the faces show it."""

from msgspec.structs import replace

from fishbowl.domain.kernel.memoize import memoized
from fishbowl.domain.session.ids import PersonId, QuestionId
from fishbowl.domain.session.model.outer_ring import Question
from fishbowl.domain.session.rules.people.written import questions_in_order, written_by
from fishbowl.domain.session.rules.votes import (
    ballot_of,
    dots_by_topic,
    last_thumbs,
    last_vote,
    late_comers,
    open_vote,
    suggested_way,
    voters,
)
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label
from fishbowl.views.room_slices import (
    QuestionsSlice,
    QuestionView,
    ShownSlice,
    ThumbsSlice,
    TopicDots,
    UpvotesSlice,
    VoteSlice,
)
from fishbowl.views.slices import MyDots, MyQuestion, MyThumb

LATE_SHOWN = 12
"""How many people who came too late for a vote a console names."""
QUESTIONS_SHOWN = 40
"""How many questions phones list: the latest; more than that nobody reads."""


def vote_slice(session: Session) -> VoteSlice:
    """How the last vote stands."""
    vote = last_vote(session)
    if vote is None:
        return VoteSlice(vote=0, dots=0, open=False, voted=0, counts=(), closes_at_ms=None)
    counts = sorted(dots_by_topic(session, vote).items())
    return VoteSlice(
        vote=vote.id,
        dots=vote.dots,
        open=vote.closed_at_ms is None,
        closes_at_ms=vote.closes_at_ms if vote.closed_at_ms is None else None,
        voted=len(vote.ballots),
        counts=tuple(TopicDots(topic=topic, dots=dots) for topic, dots in counts),
        fixed=vote.fixed,
        with_code=bool(vote.code),
    )


def wall_vote(session: Session) -> VoteSlice:
    """The same for who stands before the wall: with the code that phones are asked for, and
    how many may vote."""
    vote, shown = last_vote(session), vote_slice(session)
    if vote is None:
        return shown
    return replace(shown, code=vote.code if shown.open else "", voters=voters(session, vote))


def console_vote(session: Session) -> VoteSlice:
    """The same for who runs the session: also who may vote, and who came too late for it."""
    vote, shown = open_vote(session), wall_vote(session)
    if vote is None:
        return shown
    late = tuple(label(session, person) for person in late_comers(session, vote))
    return replace(
        shown,
        late=late[:LATE_SHOWN],
        late_count=len(late),
    )


def let_in(session: Session, person: PersonId) -> tuple[int, ...]:
    """The votes into which a person was let who had come too late for them."""
    return tuple(sorted(v.id for v in session.votes.values() if person in v.admitted))


def code_typed(session: Session, person: PersonId) -> tuple[int, ...]:
    """The votes for which a person has typed the code from the wall."""
    return tuple(sorted(v.id for v in session.votes.values() if person in v.confirmed))


def thumbs_slice(session: Session) -> ThumbsSlice:
    """How the room answered about the current topic, once it has."""
    thumbs = last_thumbs(session)
    if thumbs is None or thumbs.settled or thumbs.topic != session.agenda.topic:
        return ThumbsSlice(
            thumbs=0,
            open=False,
            answered=0,
            go_on=None,
            move_on=None,
            suggested=None,
            closes_at_ms=None,
        )
    open = thumbs.closed_at_ms is None
    ways = [] if open else list(thumbs.ballots.values())
    return ThumbsSlice(
        thumbs=thumbs.id,
        open=open,
        fixed=thumbs.fixed,
        closes_at_ms=thumbs.closes_at_ms if open else None,
        answered=len(thumbs.ballots),
        go_on=None if open else ways.count("go_on"),
        move_on=None if open else ways.count("move_on"),
        suggested=None if open else suggested_way(thumbs),
    )


def questions_slice(session: Session) -> QuestionsSlice:
    """The questions that phones list."""
    return QuestionsSlice(
        questions=tuple(_view(question) for question in _listed(session)),
        shown=session.shown.question,
    )


def upvotes_slice(session: Session) -> UpvotesSlice:
    """The votes of the questions that phones list; apart, because they change more often."""
    return UpvotesSlice(votes=tuple(votes(session, question) for question in _listed(session)))


def shown_slice(session: Session) -> ShownSlice:
    """The question on the wall."""
    id = session.shown.question
    question = None if id is None else session.questions[id]
    if question is None or not question.words:
        return ShownSlice(question=None, votes=0)
    return ShownSlice(question=_view(question), votes=votes(session, question))


def my_dots(session: Session, person: PersonId) -> tuple[MyDots, ...]:
    """Where a person's dots of the last vote are."""
    vote = last_vote(session)
    if vote is None or person not in vote.ballots:
        return ()
    dots = sorted(ballot_of(session, vote, person).items())
    return tuple(MyDots(vote=vote.id, topic=topic, dots=count) for topic, count in dots)


def my_thumb(session: Session, person: PersonId) -> MyThumb | None:
    """What a person said when the room was asked last."""
    thumbs = last_thumbs(session)
    way = None if thumbs is None else thumbs.ballots.get(person)
    return None if thumbs is None or way is None else MyThumb(thumbs=thumbs.id, way=way)


def my_questions(session: Session, person: PersonId) -> tuple[MyQuestion, ...]:
    """What a person has asked the bowl."""
    own = written_by(session, person).questions
    return tuple(MyQuestion(id=q.id, words=q.words, state=q.state, why=q.why) for q in own)


def my_upvotes(session: Session, person: PersonId) -> tuple[int, ...]:
    """The questions that a person stands behind, of those that phones list."""
    return tuple(q.id for q in _listed(session) if person in session.upvotes.get(q.id, ()))


def votes(session: Session, question: Question) -> int:
    """How many people would like to hear an answer: whoever asked, and those behind it."""
    return 1 + len(session.upvotes.get(QuestionId(question.id), ()))


@memoized
def _listed(session: Session) -> tuple[Question, ...]:
    shown = [q for q in questions_in_order(session) if q.state in ("up", "answered")]
    return tuple(shown[-QUESTIONS_SHOWN:])


def _view(question: Question) -> QuestionView:
    return QuestionView(id=question.id, words=question.words, state=question.state)
