"""Comparing a log from elsewhere with the one that is here, by their hash chains."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from fishbowl.domain.kernel.codec import encode
from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.log.chain import START, linked
from fishbowl.log.erasure_lines import ErasureLine, Target
from fishbowl.log.extending import erasing_entries


class Compared(NamedTuple):
    """How two logs of one stream relate.

    :param common: how many entries they begin with in common.
    :param before: the hash of the last of those; empty if there is none.
    :param here: how many entries the log here has, and ``there`` the other one.
    :param erasures: what the other log erases after the common entries, as lines of the list of
        erasures. They are due where the log here still holds what they erase.
    """

    common: int
    before: bytes
    here: int
    there: int
    erasures: tuple[ErasureLine, ...]


def compare(
    kind: StreamKind[Any],
    stream: Stream,
    here: Sequence[StoredEntry],
    there: Sequence[StoredEntry],
) -> Compared:
    """Compare the log of a stream that is here with one that came from elsewhere.

    Words that were erased in one of them make no difference.
    """
    ours = [chain for _, chain in linked(START, here, kind.erasable_fields)]
    theirs = [chain for _, chain in linked(START, there, kind.erasable_fields)]
    common = 0
    while common < min(len(ours), len(theirs)) and ours[common] == theirs[common]:
        common += 1
    lines = tuple(
        _line(kind, stream, theirs, entry) for entry in erasing_entries(kind, there[common:])
    )
    before = ours[common - 1] if common else START
    return Compared(common, before, len(ours), len(theirs), lines)


def _line(
    kind: StreamKind[Any], stream: Stream, chains: Sequence[bytes], entry: Any
) -> ErasureLine:
    type, version, data = encode(entry.event)
    what = kind.erasure([entry.event])
    return ErasureLine(
        id=chains[entry.seq - 1].hex(),
        code=stream.key,
        kind=stream.kind,
        origin=chains[0].hex(),
        at_ms=entry.at_ms,
        seq=entry.seq,
        role=entry.role.value,
        type=type,
        version=version,
        data=msgspec.Raw(data.encode()),
        targets=tuple(
            Target(seq=each, chain=chains[each - 1].hex())
            for each in sorted({*what.people, *what.items})
            if 1 <= each <= len(chains)
        ),
    )
