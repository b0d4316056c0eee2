"""A full-text index of lines in memory, ranked as the archive ranks sessions: by FTS5's bm25.

A rank says how rare the words are that two lines share, so it depends on what else is indexed: the
lines, and other texts of the community. In a small community every word would be common, so the
index is filled up with texts that share no word with any.
"""

import math
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from fishbowl.log.archived_sessions import TOKENIZER
from fishbowl.matching.lines import Line
from fishbowl.matching.vocabulary import Vocabulary
from fishbowl.matching.words import significant

TEXTS_MIN = 300
"""Texts in the index at least, so that a word of two lines is rare among them."""
VARIANTS_MAX = 40
"""Words of the index that are taken for one and the same word of a line."""
_COLUMNS = ("words", "topic", "heard")
_FILLING = " ".join(["\ue000"] * 8)
"""A private-use character, which is in no line, as often as a line has words."""


WordsOf = Callable[[str, str], Sequence[str]]
"""The words of a text that say what it is about, given its language."""


class Weights(NamedTuple):
    """How much a word counts where it is found."""

    words: float
    topic: float
    heard: float


class LineIndex:
    """Ranks lines by the words of another.

    :param lines: what is ranked.
    :param background: other texts of the community, for how common words are.
    :param pause: lets other tasks run; called after each text.
    :param words_of: tells what a text of a language is about; a caller may keep what it told.
    """

    def __init__(
        self,
        lines: Iterable[Line],
        background: Iterable[str] = (),
        pause: Callable[[], object] = lambda: None,
        words_of: WordsOf = significant,
    ) -> None:
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.execute(
            f'create virtual table lines using fts5({", ".join(_COLUMNS)}, tokenize="{TOKENIZER}")'
        )
        rows = []
        for line in lines:
            rows.append((line.id, *_texts(line, words_of)))
            pause()
        first = max((row[0] for row in rows), default=0) + 1
        others = []
        for text in background:
            others.append(" ".join(significant(text, "")))
            pause()
        others += [_FILLING] * (TEXTS_MIN - len(rows) - len(others))
        self._put(rows)
        self._put([(first + no, text, "", "") for no, text in enumerate(others)])
        self._lines_end = first
        self._vocabulary = Vocabulary(
            word for row in rows for text in row[1:] for word in text.split()
        )
        self._unit = math.log((len(rows) + len(others)) / 2.5)

    def ranks(self, words: Iterable[str], weights: Weights) -> dict[int, float]:
        """How much each line has of some words; lines that have none of them are left out.

        :return: by the line's id. The unit is a rare word: one that two lines have.
        """
        alike = (self._vocabulary.variants(word)[:VARIANTS_MAX] for word in dict.fromkeys(words))
        wanted = " OR ".join(f'"{word}"' for words in alike for word in words)
        if not wanted:
            return {}
        found = self._connection.execute(
            f"select rowid, -bm25(lines, {', '.join(map(str, weights))}) from lines"
            " where lines match ? and rowid < ?",
            (wanted, self._lines_end),
        )
        return {id: rank / self._unit for id, rank in found}

    def close(self) -> None:
        """Free the memory."""
        self._connection.close()

    def _put(self, rows: Sequence[Sequence[object]]) -> None:
        self._connection.executemany(
            f"insert into lines (rowid, {', '.join(_COLUMNS)}) values (?, ?, ?, ?)", rows
        )


def _texts(line: Line, words_of: WordsOf) -> tuple[str, str, str]:
    """The words of a line's columns."""
    heard = (word for topic in line.heard for word in words_of(topic, line.language))
    return (
        " ".join(words_of(line.words, line.language)),
        " ".join(words_of(line.topic, line.language)),
        " ".join(heard),
    )
