"""Sentences, split so that the page can set numbers in bold."""

import re

import msgspec

from fishbowl.harvest.model import Summary
from fishbowl.harvest.sentences import sentences

_NUMBERS = re.compile(r"(\d+(?:[:.,]\d+)*(?:\s?%)?)")


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a sentence; ``strong`` marks a number."""

    text: str
    strong: bool


def said(summary: Summary) -> tuple[tuple[Words, ...], ...]:
    """How the talk was shared, sentence by sentence."""
    return tuple(_cut(sentence) for sentence in sentences(summary))


def _cut(sentence: str) -> tuple[Words, ...]:
    pieces = _NUMBERS.split(sentence)
    return tuple(
        Words(text=piece, strong=index % 2 == 1) for index, piece in enumerate(pieces) if piece
    )
