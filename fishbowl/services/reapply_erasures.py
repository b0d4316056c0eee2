"""Erasing in an older copy of a database what was erased since it was made.

It runs before such a copy is served: at every start, after a restore, and when a standby takes
over. An import applies the list to what it brings (:class:`~fishbowl.log.effects.EraseAgain`). The
list is :mod:`fishbowl.log.erasure_list`.
"""

from collections import Counter
from typing import NamedTuple

from fishbowl.log import Store
from fishbowl.services.community_rows import drop_strangers, end_replaced_passes


class Reapplied(NamedTuple):
    """What was erased again.

    :param erasures: how many entries' worth of words.
    :param deletions: how many streams, such as sessions.
    :param broken: the keys of streams whose logs cannot be folded; their words are overwritten.
    """

    erasures: int
    deletions: int
    broken: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything was done."""
        return bool(self.erasures or self.deletions)

    def __str__(self) -> str:
        """Say it in a sentence."""
        parts = []
        if self.erasures:
            parts.append(f"{self.erasures} erased {'entry' if self.erasures == 1 else 'entries'}")
        if self.deletions:
            parts.append(f"{self.deletions} deleted session{'' if self.deletions == 1 else 's'}")
        return f"Erased again what was erased since this copy was made: {' and '.join(parts)}."


def reapply(store: Store, now_ms: int) -> Reapplied:
    """Erase in a database what its list names and this copy still holds.

    Lines that do not concern this file do nothing. What the file keeps of people beside entries,
    such as addresses, goes with whoever is no member any more.

    :param store: nobody else writes to it.
    :param now_ms: session time.
    :raises StoreError: a line was written by a newer program, or the database cannot be used.
    """
    done: Counter[str] = Counter()
    broken: list[str] = []
    for line in store.erased_elsewhere():
        outcome = store.erase_again(line, now_ms)
        done[outcome] += 1
        if outcome != "nothing":
            drop_strangers(store, changed=line.stream)
            end_replaced_passes(store, line)
        if outcome == "overwritten":
            broken.append(line.code or line.kind)
    drop_strangers(store)
    erasures, deletions = done["erased"] + done["overwritten"], done["deleted"]
    if erasures or deletions:
        while store.tidy():
            pass
    return Reapplied(erasures, deletions, tuple(dict.fromkeys(broken)))
