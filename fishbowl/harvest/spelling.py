"""Words that are one typing error away from known ones: a letter wrong, missing or too many, or
two that changed places."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

LETTERS_MIN = 4
"""In a shorter word one letter is too much of it."""
GOES_ON_FROM = 6
"""From so many letters on, what was typed may be the beginning of a word."""
NEAR_MAX = 12


def near(typed: str, known: Sequence[str], letters: Iterable[str]) -> tuple[str, ...]:
    """Find the known words that somebody may have meant: whole ones first, then the shortest.

    A word with a digit in it is not forgiven: another number is another thing.

    :param typed: a token, see :mod:`fishbowl.harvest.tokens`.
    :param known: tokens in the order of their letters.
    :param letters: those that are in known words.
    """
    if len(typed) < LETTERS_MIN or any(char.isdigit() for char in typed):
        return ()
    goes_on = len(typed) >= GOES_ON_FROM
    found: dict[str, bool] = {}
    for meant in _slips(typed, tuple(letters)):
        for word in _beginning_with(meant, known):
            if word == meant or goes_on:
                found[word] = found.get(word, False) or word == meant
    best = sorted(found, key=lambda word: (not found[word], len(word), word))
    return tuple(best[:NEAR_MAX])


def _slips(typed: str, letters: Sequence[str]) -> set[str]:
    """Every word that is one error away."""
    cut = [(typed[:at], typed[at:]) for at in range(len(typed) + 1)]
    slips = {begin + end[1:] for begin, end in cut if end}
    slips |= {begin + end[1] + end[0] + end[2:] for begin, end in cut if len(end) > 1}
    slips |= {begin + letter + end[1:] for begin, end in cut if end for letter in letters}
    slips |= {begin + letter + end for begin, end in cut for letter in letters}
    return slips - {typed}


def _beginning_with(start: str, known: Sequence[str]) -> Iterator[str]:
    at = first = bisect_left(known, start)
    while at < len(known) and at - first < NEAR_MAX and known[at].startswith(start):
        yield known[at]
        at += 1
