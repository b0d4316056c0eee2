"""The shortest way from one sequence to another: what is kept, dropped and put in.

After E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), with the common
beginning and end taken off first. Queues and lists change in a few places, so it is quick there;
where two sequences have little in common, everything between beginning and end is replaced.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from operator import ne
from typing import Any

import msgspec

CHANGES_MAX = 128
"""So many items dropped and put in are looked for: the work grows with their square."""

Block = tuple[int, int, int]
"""Items that two sequences share: where they are in each of them, and how many they are."""


class Edit(msgspec.Struct, frozen=True):
    """Keep some items, then drop some, then put some in."""

    keep: Sequence[bytes]
    drop: Sequence[bytes]
    insert: Sequence[bytes]


def edits(before: Sequence[bytes], after: Sequence[bytes]) -> Iterator[Edit]:
    """Find the edits that make ``after`` out of ``before``; what comes after the last is kept."""
    kept_from = at = new_at = 0
    for start, new_start, length in _blocks(before, after):
        if start > at or new_start > new_at:
            yield Edit(before[kept_from:at], before[at:start], after[new_at:new_start])
            kept_from = start
        at, new_at = start + length, new_start + length


def common_ends(before: Sequence[Any], after: Sequence[Any]) -> tuple[int, int]:
    """How many items two sequences share at the beginning, and then at the end."""
    most = min(len(before), len(after))
    if isinstance(before, bytes) and isinstance(after, bytes):
        start = _common_start(before[:most], after[:most])
        rest = most - start
        return start, _common_end(before[len(before) - rest :], after[len(after) - rest :])
    start = _first_true(map(ne, before, after), most)
    return start, _first_true(map(ne, reversed(before), reversed(after)), most - start)


def _common_start(before: bytes, after: bytes) -> int:
    """How many bytes two texts of one length share at the beginning: as numbers, the highest."""
    differs = int.from_bytes(before, "big") ^ int.from_bytes(after, "big")
    return len(before) - (differs.bit_length() + 7) // 8


def _common_end(before: bytes, after: bytes) -> int:
    """How many bytes two texts of one length share at the end."""
    differs = int.from_bytes(before, "little") ^ int.from_bytes(after, "little")
    return len(before) - (differs.bit_length() + 7) // 8


def _first_true(answers: Iterable[bool], most: int) -> int:
    """How many answers come before the first that is true; ``most`` if so many are not."""
    return next(compress(range(most), answers), most)


def _blocks(before: Sequence[bytes], after: Sequence[bytes]) -> Iterator[Block]:
    """All blocks in order; the last one is empty and stands at the end of both."""
    start, end = common_ends(before, after)
    rest, new_rest = len(before) - end, len(after) - end
    yield 0, 0, start
    old, new = before[start:rest], after[start:new_rest]
    if not set(old).isdisjoint(new):  # else all between is replaced
        for at, new_at, length in _between(old, new):
            yield start + at, start + new_at, length
    yield rest, new_rest, end
    yield len(before), len(after), 0


def _between(old: Sequence[bytes], new: Sequence[bytes]) -> list[Block]:
    """The blocks of two sequences that begin and end differently; none if too much differs."""
    size, new_size = len(old), len(new)
    reach, reached = {1: 0}, []
    for changes in range(min(size + new_size, CHANGES_MAX) + 1):
        reached.append(reach.copy())
        for diagonal in range(-changes, changes + 1, 2):
            at = _step(reach, changes, diagonal)[1]
            new_at = at - diagonal
            while at < size and new_at < new_size and old[at] == new[new_at]:
                at += 1
                new_at += 1
            reach[diagonal] = at
            if at >= size and new_at >= new_size:
                return _walked_back(reached, size, new_size)
    return []


def _step(reach: dict[int, int], changes: int, diagonal: int) -> tuple[int, int]:
    """From which diagonal a diagonal is best come to, and where on it one then is."""
    below = diagonal == -changes or (
        diagonal != changes and reach[diagonal - 1] < reach[diagonal + 1]
    )
    return (diagonal + 1, reach[diagonal + 1]) if below else (diagonal - 1, reach[diagonal - 1] + 1)


def _walked_back(reached: list[dict[int, int]], at: int, new_at: int) -> list[Block]:
    blocks = []
    for changes in range(len(reached) - 1, -1, -1):
        diagonal = at - new_at
        came_from, start = _step(reached[changes], changes, diagonal)
        if at > start:
            blocks.append((start, start - diagonal, at - start))
        at = reached[changes][came_from]
        new_at = at - came_from
    return blocks[::-1]
