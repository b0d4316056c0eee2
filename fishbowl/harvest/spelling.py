"""Finds known words at edit distance one: a letter replaced, missing or added, or two swapped."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

LENGTH_MIN = 4
"""Shorter words are not corrected."""
PREFIX_FROM = 6
"""From this length on, a corrected word may be the prefix of a known word."""
CORRECTIONS_MAX = 12


def corrections(typed: str, known: Sequence[str], letters: Iterable[str]) -> tuple[str, ...]:
    """Find corrections of a word among known words: whole words first, then the shortest.

    Words with digits are not corrected, since another number means something else.

    :param typed: a token, see :mod:`fishbowl.harvest.tokens`.
    :param known: the known tokens, sorted.
    :param letters: all letters in known tokens.
    """
    if len(typed) < LENGTH_MIN or any(char.isdigit() for char in typed):
        return ()
    may_be_prefix = len(typed) >= PREFIX_FROM
    found: dict[str, bool] = {}
    for meant in _one_edit_away(typed, tuple(letters)):
        for word in _with_prefix(meant, known):
            if word == meant or may_be_prefix:
                found[word] = found.get(word, False) or word == meant
    best = sorted(found, key=lambda word: (not found[word], len(word), word))
    return tuple(best[:CORRECTIONS_MAX])


def _one_edit_away(typed: str, letters: Sequence[str]) -> set[str]:
    """All strings at edit distance one."""
    cut = [(typed[:at], typed[at:]) for at in range(len(typed) + 1)]
    edits = {begin + end[1:] for begin, end in cut if end}
    edits |= {begin + end[1] + end[0] + end[2:] for begin, end in cut if len(end) > 1}
    edits |= {begin + letter + end[1:] for begin, end in cut if end for letter in letters}
    edits |= {begin + letter + end for begin, end in cut for letter in letters}
    return edits - {typed}


def _with_prefix(start: str, known: Sequence[str]) -> Iterator[str]:
    at = first = bisect_left(known, start)
    while at < len(known) and at - first < CORRECTIONS_MAX and known[at].startswith(start):
        yield known[at]
        at += 1
