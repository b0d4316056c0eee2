"""What people write when they look back, as the faces show it."""

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session.ids import AnswerId, PersonId, TakeawayId
from fishbowl.domain.session.model import Takeaway
from fishbowl.domain.session.rules.debrief import answered, answers_in_order, answers_up, open_stage
from fishbowl.domain.session.rules.people.written import written_by
from fishbowl.domain.session.rules.summary.looked_at import unseen
from fishbowl.domain.session.rules.summary.open_items import by_urgency, end_of, items
from fishbowl.domain.session.rules.takeaways import (
    is_looking_back,
    names_person,
    shared_takeaways,
    takeaways_up,
    told_words,
)
from fishbowl.domain.session.rules.telling import (
    minutes_each,
    not_in_line,
    still_to_tell,
    takes_sign_ups,
    tellers,
)
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label, public_label
from fishbowl.views.slices import (
    Label,
    LookingBackSlice,
    MyAnswer,
    MyTakeaway,
    OpenItemsSlice,
    OpenItemView,
    QuotesSlice,
    QuoteView,
    RoundSlice,
    UnseenSlice,
    WrittenView,
)

QUOTES_SHOWN = 40
"""How many quotes the wall goes round with: the latest."""


def looking_back_slice(session: Session) -> LookingBackSlice:
    """What the room is asked for, and how many have answered."""
    stage = open_stage(session)
    return LookingBackSlice(
        taking=is_looking_back(session),
        shared=sum(takeaway.state != "aside" for takeaway in shared_takeaways(session)),
        stage=stage,
        answered=0 if stage is None else answered(session, stage),
        bringing=takes_sign_ups(session),
        tellers=len(tellers(session)),
    )


def round_slice(session: Session) -> RoundSlice:
    """What the round is planned from."""
    still = still_to_tell(session)
    return RoundSlice(
        open=takes_sign_ups(session),
        still=len(still),
        missing=not_in_line(session),
        minutes=minutes_each(session),
        origins=tuple({one.origin.casefold(): one.origin for one in reversed(still)}.values())[
            ::-1
        ],
    )


def quotes_slice(session: Session) -> QuotesSlice:
    """What the facilitator has put up."""
    stage = open_stage(session)
    answers = () if stage is None else answers_up(session, stage)
    return QuotesSlice(
        takeaways=tuple(
            QuoteView(
                id=t.id,
                words=told_words(t),
                by=_named(session, t.person),
                kind=t.kind,
                origin=t.origin,
            )
            for t in takeaways_up(session)[:QUOTES_SHOWN]
        ),
        answers=tuple(
            QuoteView(id=a.id, words=a.words, by=_named(session, a.person))
            for a in answers[:QUOTES_SHOWN]
        ),
    )


def still_up(quotes: QuotesSlice, session: Session) -> QuotesSlice:
    """The quotes of a frozen wall without what has been taken back or put otherwise since."""
    takeaways = {t.id: told_words(t) for t in takeaways_up(session)}
    answers = {a.id: a.words for a in answers_in_order(session) if a.state == "up"}
    return QuotesSlice(
        takeaways=tuple(q for q in quotes.takeaways if takeaways.get(TakeawayId(q.id)) == q.words),
        answers=tuple(q for q in quotes.answers if answers.get(AnswerId(q.id)) == q.words),
    )


def unseen_slice(session: Session) -> UnseenSlice:
    """What nobody at the console has looked at."""
    found = unseen(session)
    points = (
        WrittenView(id=p.id, kind="point", words=p.words, by=label(session, p.person))
        for p in found.points
    )
    waited = (
        WrittenView(id=r.id, kind="request", words=r.words, by=label(session, r.person))
        for r in found.requests
    )
    return UnseenSlice(
        takeaways=tuple(takeaway.id for takeaway in found.takeaways),
        answers=tuple(answer.id for answer in found.answers),
        written=(*points, *waited),
    )


def open_items_slice(session: Session) -> OpenItemsSlice:
    """What the session leaves open, what is due first."""
    return OpenItemsSlice(
        items=tuple(
            OpenItemView(
                id=item.id,
                kind=item.kind,
                words=item.words,
                by=None if item.person is None else label(session, item.person),
                owner=item.owner,
                due=item.due,
                closed=item.end is not None,
                end="" if item.end is None else item.end.words,
            )
            for item in by_urgency(items(session))
        )
    )


def my_takeaways(session: Session, person: PersonId) -> tuple[MyTakeaway, ...]:
    """What a person keeps, also what nobody else sees."""
    return tuple(_mine(session, takeaway) for takeaway in written_by(session, person).takeaways)


def my_answers(session: Session, person: PersonId) -> tuple[MyAnswer, ...]:
    """What a person answered."""
    return tuple(
        MyAnswer(id=a.id, stage=a.stage, words=a.words, state=a.state)
        for a in written_by(session, person).answers
    )


def _mine(session: Session, takeaway: Takeaway) -> MyTakeaway:
    end = end_of(session, Seq(takeaway.id))
    return MyTakeaway(
        id=takeaway.id,
        kind=takeaway.kind,
        words=takeaway.words,
        shared=takeaway.shared,
        due=takeaway.due,
        state=takeaway.state,
        closed=end is not None,
        end="" if end is None else end.words,
        edited=takeaway.edited,
        origin=takeaway.origin,
    )


def _named(session: Session, person: PersonId) -> Label | None:
    """Whose words they are, as far as the attribution and a wall with names tell it."""
    is_told = session.settings.wall_names and names_person(session, person)
    return public_label(session, person) if is_told else None
