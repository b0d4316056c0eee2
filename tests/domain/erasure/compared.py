"""Compares the state without erased words with a fold of the log without them."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.session.erase import erase, needs_log
from fishbowl.domain.session.erasure import Erasure, erasure
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.state import Session
from fishbowl.log.codec import decode, encode
from fishbowl.log.erasing import erased_rows


def erased_log(log: Sequence[Entry], what: Erasure) -> list[Entry]:
    """A log as it is read after its stored entries were overwritten."""
    rows = [(entry.seq, entry.part, *encode(entry.event)) for entry in log]
    after = dict(erased_rows(what, rows))
    return [
        replace(entry, event=decode(type, version, after[seq])) if seq in after else entry
        for entry, (seq, _, type, version, _) in zip(log, rows, strict=True)
    ]


def erasures(session: Session, log: Sequence[Entry]) -> Iterator[Erasure]:
    """What can be erased of a session: each person, each item, the Wi-Fi, and all of it at once."""
    everybody: set[PersonId] = set()
    for person in session.people.values():
        everybody |= {person.id, *person.was}
        yield Erasure(people=frozenset({person.id, *person.was}))
    items = frozenset({*session.questions, *session.points, *session.takeaways, *session.answers})
    for item in items:
        yield Erasure(items=frozenset({item}))
    yield Erasure(people=frozenset(everybody))
    yield Erasure(items=items)
    yield Erasure(wifi=True)
    yield Erasure(people=frozenset(everybody), items=items, wifi=True)
    happened = erasure(entry.event for entry in log)
    yield replace(happened, everybody=False)


def check_erasures(log: Sequence[Entry], most: int = 1_000) -> int:
    """Whatever is erased, the state loses what a fold of the erased log would not have.

    :param most: how many erasures are compared at most.
    :return: how many were compared.
    """
    session = fold(log)
    assert session is not None
    compared = 0
    for what in erasures(session, log):
        if not what or needs_log(session, what):
            continue
        if compared >= most:
            break
        after, folded = erase(session, what), fold(erased_log(log, what))
        for field in session.__struct_fields__:
            assert getattr(after, field) == getattr(folded, field), (field, what)
        compared += 1
    return compared
