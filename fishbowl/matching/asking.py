"""Whom a question goes to: who offers something near it, or spoke on it and may be asked."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Literal

import msgspec

from fishbowl.domain.community.commands import ASKED_MAX
from fishbowl.domain.community.ids import AnswerId, MemberId
from fishbowl.domain.community.model import KeptAnswer, Member
from fishbowl.domain.community.rules.apart import not_asked_by
from fishbowl.domain.community.rules.asks import may_be_asked
from fishbowl.domain.community.rules.expertise import topics_of
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.matching.line_index import LineIndex, Weights, WordsOf
from fishbowl.matching.lines import Line
from fishbowl.matching.words import significant

HIT_MIN = 0.8
"""A line with so much of one or two words answers them: about one rare word."""
HIT_MIN_OF_MANY = 1.5
"""The same of three words and more, of which one may be there by chance."""
MANY = 3
_WEIGHTS = Weights(words=1.0, topic=1.0, heard=0.0)

Why = Literal["offers", "spoke"]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What a member may be asked about.

    :param is_named: whether it is shown with a first name.
    """

    member: MemberId
    why: Why
    words: str
    topic: str = ""
    is_named: bool = True


class Whom(msgspec.Struct, frozen=True, kw_only=True):
    """Who can be asked a question now.

    :param hits: what they know that answers the question, one line a member, the best first.
    :param to: whom the question would go to.
    :param is_near: whether they know something near it; if not, nobody does.
    """

    hits: tuple[Known, ...] = ()
    to: tuple[MemberId, ...] = ()
    is_near: bool = False


def whom_to_ask(
    community: Community,
    asker: Member,
    question: str,
    now_ms: Millis,
    words_of: WordsOf = significant,
) -> Whom:
    """Find the members who are nearest to a question, and may be asked one more.

    If nobody knows anything near it, it goes to those who were not asked for the longest time.
    """
    apart = not_asked_by(community, asker.id)
    may = {
        one
        for one in community.members
        if one not in apart and may_be_asked(community, asker.id, one, now_ms)
    }
    known = list(known_of(community, may, now_ms))
    ranked = _best_of_each(
        known, _ranks(_lines(community, known), question, asker.language, words_of)
    )
    enough = _enough(question, asker.language)
    hits = tuple(line for line, score in ranked if score >= enough)
    near = hits or tuple(line for line, _ in ranked)
    if near:
        to = tuple(line.member for line in near[:ASKED_MAX])
        return Whom(hits=hits[:ASKED_MAX], to=to, is_near=True)
    rested = sorted(may, key=lambda one: (max(community.asked_at.get(one, (0,))), one))
    return Whom(to=tuple(rested[:ASKED_MAX]))


def known_of(
    community: Community, members: AbstractSet[MemberId], now_ms: Millis
) -> Iterator[Known]:
    """What some members may be asked about: what they offer to others, and what they ticked."""
    for one in sorted(community.offers.values(), key=lambda one: one.id):
        is_open = one.side == "offer" and one.is_shared and now_ms < one.until_ms
        if is_open and one.member in members:
            yield Known(
                member=one.member,
                why="offers",
                words=one.words,
                topic=one.topic,
                is_named=one.is_named,
            )
    for member in sorted(community.expertise):
        for _, topic in topics_of(community, member) if member in members else ():
            yield Known(member=member, why="spoke", words=topic)


def kept_answers(
    community: Community, question: str, language: str, words_of: WordsOf = significant
) -> list[KeptAnswer]:
    """The answers in the archive that a question finds, the best first."""
    kept = community.answers_kept
    lines = [
        Line(id=id, member=one.member, side="offer", words=one.words, topic=one.question)
        for id, one in kept.items()
    ]
    ranks = _ranks(lines, question, language, words_of)
    enough = _enough(question, language)
    found = [id for id, score in ranks.items() if score >= enough]
    return [kept[AnswerId(id)] for id in sorted(found, key=lambda id: (-ranks[id], id))]


def _lines(community: Community, known: Iterable[Known]) -> list[Line]:
    return [
        Line(
            id=no,
            member=one.member,
            side="offer",
            words=one.words,
            topic=one.topic,
            language=community.members[one.member].language,
        )
        for no, one in enumerate(known, start=1)
    ]


def _ranks(lines: list[Line], question: str, language: str, words_of: WordsOf) -> dict[int, float]:
    """How much each line has of a question; none is left out that has a word of it."""
    if not lines:
        return {}
    index = LineIndex(lines, words_of=words_of)
    try:
        return index.ranks(significant(question, language), _WEIGHTS)
    finally:
        index.close()


def _enough(question: str, language: str) -> float:
    """How much of a question a line has to have to answer it."""
    return HIT_MIN_OF_MANY if len(set(significant(question, language))) >= MANY else HIT_MIN


def _best_of_each(known: list[Known], ranks: dict[int, float]) -> list[tuple[Known, float]]:
    """The best line of each member, the best first."""
    best: dict[MemberId, tuple[Known, float]] = {}
    for no, score in sorted(ranks.items(), key=lambda one: (-one[1], one[0])):
        best.setdefault(known[no - 1].member, (known[no - 1], score))
    return list(best.values())
