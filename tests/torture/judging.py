"""Comparing what phones were told with what the log holds."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from tests.torture.taps import Ledger


def broken_promises(db: Path, code: str, ledger: Ledger) -> list[str]:
    """Name everything that was acknowledged and is not so; an empty list is what must come out."""
    store = open_store(db, readonly=True)
    entries = store.entries(session_stream(code))
    store.close()
    wrong = list(ledger.wrong)
    firsts = {entry.command_id: entry.seq for entry in entries if entry.part == 0}
    times = Counter(entry.command_id for entry in entries if entry.part == 0)
    for id, answer in ledger.acknowledged.items():
        if answer.seq is None:
            continue
        if times[id] == 0:
            wrong.append(f"{id} was acknowledged as {answer.seq} and is lost")
        elif firsts[id] != answer.seq:
            wrong.append(f"{id} was acknowledged as {answer.seq} and is {firsts[id]}")
    wrong += [f"{id} is there {count} times" for id, count in times.items() if count > 1]
    wrong += [
        f"entry {after.seq} follows {before.seq}"
        for before, after in pairwise(entries)
        if after.seq != before.seq + 1
    ]
    wrong += [
        f"entry {after.seq} is earlier than the one before"
        for before, after in pairwise(entries)
        if after.at_ms < before.at_ms
    ]
    if fold(entries) is None:
        wrong.append("the log is empty")
    return wrong
