"""What a session holds of one person: the part that a member finds again on their own page.

Nothing of anybody else is in it: no names, no counts of the room, no words of others.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.commands.takeaways import TakeawayKind
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import ItemEnd, Takeaway
from fishbowl.domain.session.rules.floor.equity import talk
from fishbowl.domain.session.rules.queue.request_topics import topic_of
from fishbowl.domain.session.rules.summary.open_items import end_of, items
from fishbowl.domain.session.rules.takeaways import own_takeaways
from fishbowl.domain.session.state import Session

OwnItemKind = Literal["promise", "action"]


class OwnItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a person is to do.

    :param kind: ``promise``: their own words; ``action``: noted for them in the room.
    :param due: a day such as ``2026-12-01``; empty for none.
    :param shared: whether others see it.
    :param ended_at_ms: when it was closed; ``None`` while it is open.
    """

    id: int
    kind: OwnItemKind
    words: str
    due: str = ""
    shared: bool = True
    ended_at_ms: Millis | None = None


class OwnWords(msgspec.Struct, frozen=True, kw_only=True):
    """What a person noted for themself, or for others: taken home, offered, or needed."""

    id: int
    kind: TakeawayKind
    words: str
    shared: bool


class OwnPart(msgspec.Struct, frozen=True, kw_only=True):
    """One person's part of one session.

    :param kept: whether the session still holds the person; if not, only the question is told.
    :param at_ms: when it began, or was to begin.
    :param talked_ms: how long they spoke, or sat where nobody marked who speaks.
    :param by_floor: whether ``talked_ms`` was marked as speaking.
    :param series: the id of its series; empty for none.
    :param published: whether there is a summary that everybody may read.
    :param topics: what they sat in the bowl under; the question, if the session had no topics.
    :param waited: the titles of the topics under which they asked for a chair.
    """

    code: str
    question: str
    event: str = ""
    series: str = ""
    at_ms: Millis
    state: str
    kept: bool
    published: bool = False
    turns: int = 0
    talked_ms: int = 0
    by_floor: bool = False
    items: tuple[OwnItem, ...] = ()
    words: tuple[OwnWords, ...] = ()
    topics: tuple[str, ...] = ()
    waited: tuple[str, ...] = ()

    @property
    def heard(self) -> tuple[str, ...]:
        """What they sat or waited under."""
        return tuple(dict.fromkeys((*self.topics, *self.waited)))


def may_link(session: Session) -> bool:
    """Whether members may be known as people of this session: never under Chatham House."""
    return offers_pass(session) and session.settings.attribution != "chatham_house"


def offers_pass(session: Session) -> bool:
    """Whether the people of this session are asked to be known: not where they are under 18."""
    return not session.settings.under_18


def is_kept(session: Session, person: int) -> bool:
    """Whether the session holds a person under this number, not forgotten."""
    found = session.people.get(PersonId(person))
    return found is not None and not found.forgotten


def own_part(session: Session, person: int, now_ms: Millis) -> OwnPart | None:
    """Tell what a session holds of a person.

    :param now_ms: session time; what goes on has lasted until then.
    :return: ``None`` where members are not known as anybody.
    """
    return own_part_of_phone(session, person, now_ms) if may_link(session) else None


def own_part_of_phone(session: Session, person: int, now_ms: Millis) -> OwnPart:
    """Tell the same to the phone of the person, also where members are not known as anybody.

    :param now_ms: session time; what goes on has lasted until then.
    """
    clock, settings = session.clock, session.settings
    part = OwnPart(
        code=session.code,
        question=settings.question,
        event=settings.event,
        series=settings.series,
        at_ms=Millis(clock.started_at_ms or settings.starts_at_ms or session.created_at_ms),
        state=clock_state(clock),
        published=session.summary.published,
        kept=is_kept(session, person),
    )
    return _filled(part, session, PersonId(person), now_ms) if part.kept else part


def _filled(part: OwnPart, session: Session, person: PersonId, now_ms: Millis) -> OwnPart:
    spoke = talk(session)
    voice = next((one for one in spoke.voices if one.person == person), None)
    talked_ms = 0 if voice is None else voice.talk_ms(running_ms(session.clock, now_ms))
    return msgspec.structs.replace(
        part,
        turns=0 if voice is None else voice.turns,
        talked_ms=talked_ms,
        by_floor=spoke.tracked,
        topics=tuple(_spoken_under(session, person)),
        items=tuple(_items(session, person)),
        words=tuple(
            OwnWords(id=one.id, kind=one.kind, words=one.words, shared=one.shared)
            for one in own_takeaways(session, person)
            if one.kind != "will"
        ),
        waited=tuple(_waited_under(session, person)),
    )


def own_items(session: Session, person: int) -> tuple[OwnItem, ...]:
    """What a person is to do; nothing where members are not known as anybody."""
    if not (may_link(session) and is_kept(session, person)):
        return ()
    return tuple(_items(session, PersonId(person)))


def _items(session: Session, person: PersonId) -> Iterator[OwnItem]:
    yield from _promises(session, person)
    yield from _actions(session, person)


def _spoken_under(session: Session, person: PersonId) -> Iterator[str]:
    if not session.topics:
        if any(voice.person == person for voice in talk(session).voices):
            yield session.settings.question
        return
    for topic in session.topics.values():
        voices = talk(session, topic.id).voices if topic.into is None else ()
        if any(voice.person == person for voice in voices):
            yield topic.title


def _waited_under(session: Session, person: PersonId) -> Iterator[str]:
    waited = {
        topic_of(session, request)
        for request in session.requests.values()
        if request.person == person
    }
    return (topic.title for id, topic in session.topics.items() if id in waited and topic.title)


def _promises(session: Session, person: PersonId) -> Iterator[OwnItem]:
    for one in own_takeaways(session, person):
        if one.kind == "will":
            yield _promise(one, end_of(session, Seq(one.id)))


def _promise(one: Takeaway, end: ItemEnd | None) -> OwnItem:
    return OwnItem(
        id=one.id,
        kind="promise",
        words=one.words,
        due=one.due,
        shared=one.shared,
        ended_at_ms=None if end is None else end.closed_at_ms,
    )


def _actions(session: Session, person: PersonId) -> Iterator[OwnItem]:
    for one in items(session):
        if one.kind == "action" and one.person == person:
            yield OwnItem(
                id=one.id,
                kind="action",
                words=one.words,
                due=one.due,
                ended_at_ms=None if one.end is None else one.end.closed_at_ms,
            )
