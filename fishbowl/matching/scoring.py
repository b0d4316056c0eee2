"""How well offers answer needs.

The settings were chosen on ``tests/matching/association.toml`` alone; ``conference.toml`` beside it
was only measured. ``python -m bench matching`` prints how many suggestions are right.
"""

from collections.abc import Callable, Iterable, Sequence

from fishbowl.domain.kernel.ids import Millis
from fishbowl.harvest.tokens import stream
from fishbowl.matching.line_index import LineIndex, Weights
from fishbowl.matching.lines import Candidate, Line
from fishbowl.matching.vocabulary import Vocabulary
from fishbowl.matching.words import significant

BEST_OF_NEED = 3
"""Offers that are suggested for one need."""
SCORE_MIN = 1.1
"""Less in common is chance: a little more than one rare word."""
SHARE_OF_BEST_MIN = 0.6
"""An offer that has so much less in common than the best one is left out."""
OTHER_LANGUAGE = 0.6
"""What a score is multiplied by if the two read different languages."""
HEARD_TOGETHER = 0.15
"""What a score is raised by if both sat or waited under the same topic."""
SAME_TOPIC_MIN = 90
"""From this likeness on, of 100, two short titles are one topic."""
YEAR_MS = 365 * 24 * 60 * 60 * 1000
OLD = 0.8
"""What a score is multiplied by, for the order alone, after a year without a word."""

_OF_WORDS = Weights(words=1.0, topic=1.0, heard=0.2)
_OF_TOPIC = Weights(words=0.6, topic=1.0, heard=0.2)
_TOPIC_SHARE = 0.5
"""A topic is often that of a whole session, so it says less than the words of the line."""

MayMeet = Callable[[Line, Line], bool]


class Scores:
    """Scores offers for needs.

    :param lines: open offers and needs that their authors share.
    :param now_ms: newer lines come first among equals.
    :param background: other texts of the community, for how common words are.
    :param pause: lets other tasks run.
    """

    def __init__(
        self,
        lines: Iterable[Line],
        now_ms: Millis,
        background: Iterable[str] = (),
        pause: Callable[[], object] = lambda: None,
    ) -> None:
        self._lines = {line.id: line for line in lines}
        self._index = LineIndex(self._lines.values(), background, pause)
        self._now_ms = now_ms

    def candidates(self, need: Line, may_meet: MayMeet) -> list[Candidate]:
        """The offers that answer a need, the best first: three at most, often none.

        :param may_meet: whether the authors of two lines can be introduced to each other.
        """
        scored = [
            (score, offer)
            for offer, score in self._scored(need)
            if score >= SCORE_MIN and may_meet(need, offer)
        ]
        best = max((score for score, _ in scored), default=0.0)
        enough = [
            Candidate(
                offer=offer,
                need=need,
                score=score * self._recency(offer),
                topic=common_topic(offer, need),
            )
            for score, offer in scored
            if score >= SHARE_OF_BEST_MIN * best
        ]
        return sorted(enough, key=lambda one: (-one.score, one.offer.id))[:BEST_OF_NEED]

    def close(self) -> None:
        """Free the memory."""
        self._index.close()

    def _scored(self, need: Line) -> Iterable[tuple[Line, float]]:
        words = significant(need.words, need.language)
        said = Vocabulary(words)
        topic = [one for one in significant(need.topic, need.language) if not said.variants(one)]
        by_words = self._index.ranks(words, _OF_WORDS)
        by_topic = self._index.ranks(topic, _OF_TOPIC)
        for id in sorted(by_words.keys() | by_topic.keys()):
            offer = self._lines[id]
            if offer.side == "offer" and offer.member != need.member:
                rank = by_words.get(id, 0.0) + _TOPIC_SHARE * by_topic.get(id, 0.0)
                yield offer, rank * _nearness(offer, need)

    def _recency(self, offer: Line) -> float:
        age = min(max(self._now_ms - offer.told_at_ms, 0) / YEAR_MS, 1.0)
        return 1.0 - (1.0 - OLD) * age


def _nearness(offer: Line, need: Line) -> float:
    language = 1.0 if offer.language == need.language else OTHER_LANGUAGE
    heard = 1.0 + (HEARD_TOGETHER if _same(offer.heard, need.heard) else 0.0)
    return language * heard


def common_topic(offer: Line, need: Line) -> str:
    """The topic that both lines were given, or that both authors heard; empty if there is none."""
    if offer.topic and _same((need.topic,), (offer.topic,)):
        return offer.topic
    return _same(offer.heard, need.heard)


def _same(some: Sequence[str], others: Sequence[str]) -> str:
    """The first title that is among others, too, but for small differences; or empty."""
    from rapidfuzz import fuzz  # a server starts without it

    for one in some:
        for other in others:
            if fuzz.ratio(stream(one), stream(other)) >= SAME_TOPIC_MIN and one:
                return one
    return ""
