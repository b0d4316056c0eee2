"""Questions and answers on a member's own page: what they are asked, have asked, and answered."""

from collections.abc import Iterable, Iterator

import msgspec

from fishbowl.domain.community.ids import AnswerId, AskId, MemberId
from fishbowl.domain.community.model import Ask, Member
from fishbowl.domain.community.rules import asks
from fishbowl.domain.community.rules.expertise import ticked
from fishbowl.domain.community.rules.members import first_name
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.views.community.own_part import OwnPart


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A question that waits for the member's answer.

    :param name: the first name of who asks.
    """

    id: AskId
    name: str
    words: str
    until_ms: Millis


class Got(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that the member got.

    :param name: the first name of who gave it; empty if they did not want it to be told.
    """

    id: AnswerId
    name: str
    words: str
    thanked: bool


class OwnAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A question that the member has put.

    :param asked: how many members it went to; who they are is not told.
    :param until_ms: when it ends; ``None``: it has ended.
    """

    id: AskId
    words: str
    asked: int
    until_ms: Millis | None
    answers: tuple[Got, ...]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that the member gave.

    :param question: what was asked; empty if it is gone.
    :param thanks: the first name of who said thank you; empty if nobody did.
    """

    id: AnswerId
    question: str
    words: str
    kept: bool
    named: bool
    thanks: str


class OwnAsks(msgspec.Struct, frozen=True, kw_only=True):
    """All of it; an empty part is not shown."""

    waiting: tuple[Waiting, ...]
    asks: tuple[OwnAsk, ...]
    given: tuple[Given, ...]


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A topic that the member spoke on, and whether they may be asked about it."""

    topic: str
    on: bool


class Ticks(msgspec.Struct, frozen=True, kw_only=True):
    """The topics of one session."""

    code: str
    question: str
    topics: tuple[Tick, ...]


def own_asks(community: Community, member: MemberId, now_ms: Millis) -> OwnAsks:
    """Tell a member's questions and answers."""
    return OwnAsks(
        waiting=tuple(
            Waiting(
                id=ask.id,
                name=first_name(community.members[ask.member].label),
                words=ask.words,
                until_ms=ask.ends_at_ms,
            )
            for ask in asks.waiting_for(community, member, now_ms)
        ),
        asks=tuple(
            OwnAsk(
                id=ask.id,
                words=ask.words,
                asked=len(ask.asked),
                until_ms=ask.ends_at_ms if asks.is_open(ask, now_ms) else None,
                answers=tuple(_got(community, ask)),
            )
            for ask in asks.asks_of(community, member)
        ),
        given=tuple(_given(community, member)),
    )


def own_ticks(
    community: Community, member: Member, parts: Iterable[OwnPart | None]
) -> tuple[Ticks, ...]:
    """Tell what a member may be asked about, by the sessions that they spoke in."""
    return tuple(
        Ticks(
            code=part.code,
            question=part.question,
            topics=tuple(
                Tick(topic=topic, on=topic in ticked(community, member.id, part.code))
                for topic in part.topics
            ),
        )
        for part in parts
        if part is not None and part.topics
    )


def _got(community: Community, ask: Ask) -> Iterator[Got]:
    for one in sorted(ask.answers.values(), key=lambda one: one.id):
        name = first_name(community.members[one.member].label) if one.named else ""
        yield Got(id=one.id, name=name, words=one.words, thanked=one.thanked)


def _given(community: Community, member: MemberId) -> Iterator[Given]:
    """What they answered, and what of it is in the archive when the question is forgotten."""
    answered = asks.answers_of(community, member)
    for ask, one in answered:
        yield Given(
            id=one.id,
            question=ask.words,
            words=one.words,
            kept=one.keep,
            named=one.named,
            thanks=first_name(community.members[ask.member].label) if one.thanked else "",
        )
    shown = {one.id for _, one in answered}
    for kept in sorted(community.answers_kept.values(), key=lambda one: -one.id):
        if kept.member == member and kept.id not in shown:
            yield Given(
                id=kept.id,
                question=kept.question,
                words=kept.words,
                kept=True,
                named=kept.named,
                thanks="",
            )
