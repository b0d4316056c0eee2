"""The vocabulary of an index, and the variants of a word in it: prefixes, infixes, typing errors.

Words are variants if they begin alike ("facilitator", "facilitation"), if one contains the other,
as compounds do, or if one is a typing error away from a word that nobody else wrote.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

BEGINNING_MIN = 5
"""Letters in which words have to begin alike, or which one has to find in the other."""
ARABIC_MIN = 4
"""The same in Arabic, which writes few vowels."""
BEGINNING_SHARE = 0.7
"""The share of the shorter word in which they have to begin alike."""
SLIP_MIN = 7
"""Letters from which a word may be a slip of another."""

_ARABIC = re.compile("[\u0600-\u06ff]")
_BETWEEN = " "


class Vocabulary:
    """The words of an index.

    :param words: each may come several times.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        self._set = frozenset(self._words)
        self._long = [word for word in self._words if len(word) >= SLIP_MIN - 1]
        self._text = _BETWEEN.join(("", *self._words, ""))
        self._by_beginning: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            self._by_beginning[word[: _least(word)]].append(word)
        self._variants: dict[str, tuple[str, ...]] = {}

    def variants(self, word: str) -> tuple[str, ...]:
        """The known words that are this word, the word itself first."""
        found = self._variants.get(word)
        if found is None:
            same = [word] if word in self._set else []
            others = (self._others(word) if word.isalpha() else set()) - {word}
            found = self._variants[word] = (*same, *sorted(others))
        return found

    def _others(self, word: str) -> set[str]:
        least = _least(word)
        if len(word) < least:
            return set()
        found = {one for one in self._by_beginning[word[:least]] if _begin_alike(word, one, least)}
        found |= self._around(word)
        found |= self._set & {
            word[start:end]
            for start in range(len(word) - least + 1)
            for end in range(start + least, len(word) + 1)
        }
        if len(word) >= SLIP_MIN and not found - {word}:
            found |= self._slips(word)
        return found

    def _slips(self, word: str) -> set[str]:
        """The known words that one other letter makes of a word."""
        from rapidfuzz.distance import Levenshtein  # a server starts without it
        from rapidfuzz.process import extract

        found = extract(word, self._long, scorer=Levenshtein.distance, score_cutoff=1, limit=None)
        return {one for one, *_ in found}

    def _around(self, word: str) -> set[str]:
        """The known words that contain a word."""
        found = set()
        at = self._text.find(word)
        while at >= 0:
            start = self._text.rfind(_BETWEEN, 0, at) + 1
            end = self._text.find(_BETWEEN, at)
            found.add(self._text[start:end])
            at = self._text.find(word, end)
        return found


def _least(word: str) -> int:
    return ARABIC_MIN if _ARABIC.match(word) else BEGINNING_MIN


def _begin_alike(one: str, other: str, least: int) -> bool:
    shorter = min(len(one), len(other))
    differ = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, shorter) >= max(least, BEGINNING_SHARE * shorter)
