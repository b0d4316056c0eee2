"""Parses a search query into words; there are no operators."""

import re
import unicodedata
from collections.abc import Sequence

from fishbowl.harvest.base import Struct
from fishbowl.harvest.tokens import Token, tokens

TYPED_MAX = 200
"""How many characters of a query are used."""
WORDS_MAX = 8
PLURAL_FROM = 4

_PIECES = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s"“”„«»]+)')


class Word(Struct, frozen=True, kw_only=True):
    """A word or quoted phrase of a query, as consecutive tokens.

    ``whole`` was typed in quotation marks; other words match as a prefix. ``alternatives`` are
    similar words that are searched in its place.
    """

    tokens: tuple[str, ...]
    whole: bool = False
    alternatives: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The tokens as they stand in a token stream."""
        return " ".join(self.tokens)

    @property
    def is_prefix(self) -> bool:
        """Whether it matches longer words; single letters and CJK characters do not."""
        return not self.whole and len(self.tokens[-1]) > 1


def read_query(typed: str) -> tuple[Word, ...]:
    """Parse a query; any text is valid, and text without words gives no words."""
    text = unicodedata.normalize("NFC", typed[:TYPED_MAX])
    words: list[Word] = []
    for quoted, plain in _PIECES.findall(text):
        found = tuple(token.text for token in tokens(quoted or plain))
        if quoted and found:
            words.append(Word(tokens=found, whole=True))
        elif found:
            words.append(Word(tokens=(*found[:-1], without_plural(found[-1]))))
    return tuple(dict.fromkeys(words))[:WORDS_MAX]


def without_plural(token: str) -> str:
    """Cut a plural "s" of a token, so that "volunteers" finds "volunteer"."""
    is_plural = len(token) > PLURAL_FROM and token.endswith("s") and not token.endswith("ss")
    return token[:-1] if is_plural else token


def holds(there: str, word: Word) -> bool:
    """Whether a token stream contains a word or one of its alternatives."""
    if word.alternatives:
        return any(f" {one} " in there for one in word.alternatives)
    return (word.text if word.is_prefix else f" {word.text} ") in there


def marks(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """The positions of words in a text, as sorted, non-overlapping (start, end) pairs."""
    there = tokens(text)
    found = [
        (run[0].start, run[-1].end)
        for word in words
        for first in range(len(there) - len(word.tokens) + 1)
        if _is_at(word, run := there[first : first + len(word.tokens)])
    ]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_at(word: Word, run: Sequence[Token]) -> bool:
    return holds(f" {' '.join(token.text for token in run)} ", word)
