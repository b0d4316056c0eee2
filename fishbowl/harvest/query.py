"""What somebody typed into a search, as words to look for. Nothing in it is an operator."""

import re
import unicodedata
from collections.abc import Sequence

from fishbowl.harvest.base import Struct
from fishbowl.harvest.tokens import Token, tokens

TYPED_MAX = 200
"""Characters that are read; whoever pastes a page looks for its beginning."""
WORDS_MAX = 8
PLURAL_FROM = 4

_PIECES = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s"“”„«»]+)')


class Word(Struct, frozen=True, kw_only=True):
    """One thing to look for: the tokens that follow each other.

    ``whole`` was typed in quotation marks; anything else may go on after its last letter. ``near``
    are words that count in its place, where nobody has said it.
    """

    tokens: tuple[str, ...]
    whole: bool = False
    near: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """As it stands in a stream of tokens."""
        return " ".join(self.tokens)

    @property
    def goes_on(self) -> bool:
        """Whether longer words count: not for one letter, nor for a character that is a word."""
        return not self.whole and len(self.tokens[-1]) > 1


def read_query(typed: str) -> tuple[Word, ...]:
    """Take apart what somebody typed, however it was typed; empty if there is no word in it."""
    text = unicodedata.normalize("NFC", typed[:TYPED_MAX])
    words: list[Word] = []
    for quoted, plain in _PIECES.findall(text):
        found = tuple(token.text for token in tokens(quoted or plain))
        if quoted and found:
            words.append(Word(tokens=found, whole=True))
        elif found:
            words.append(Word(tokens=(*found[:-1], _without_plural(found[-1]))))
    return tuple(dict.fromkeys(words))[:WORDS_MAX]


def _without_plural(token: str) -> str:
    """Let "volunteers" find a volunteer: the ending that most languages of Europe share."""
    is_plural = len(token) > PLURAL_FROM and token.endswith("s") and not token.endswith("ss")
    return token[:-1] if is_plural else token


def holds(there: str, word: Word) -> bool:
    """Whether a stream of tokens has a word at a beginning or in the middle, or one near it."""
    if word.near:
        return any(f" {one} " in there for one in word.near)
    return (word.text if word.goes_on else f" {word.text} ") in there


def marks(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Find where words stand in a text, as (start, end), apart and in order."""
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
