"""What a row of the outbox says beside its owner: numbers and ids, never a name or an address."""

import msgspec

from fishbowl.log.people_records import Letter as Row


class Off(msgspec.Struct, frozen=True, kw_only=True):
    """An occasion that does not take place, and when it was to be."""

    id: str
    on: str
    at: str
    minutes: int
    sequence: int = 0


class Params(msgspec.Struct, frozen=True, kw_only=True):
    """What letters need to be written.

    :param member: whose outcome is told.
    :param made_at_ms: when an introduction was made that is over.
    :param ask: the question that a letter is about, with its ``answer``, if it is about one.
    :param code: the session of the promise ``item``, which is ``due`` on a day.
    :param round: a pairing round, and ``group`` the number of a group in it.
    :param occasion: the one that a letter is about; ``gives``: which was swapped for it.
    :param on: occasions that followers are invited to, or that have changed.
    :param off: occasions that do not take place.
    :param first: the first letter after somebody chose to be invited.
    """

    code: str = ""
    item: int = 0
    due: str = ""
    merge: int = 0
    round: int = 0
    group: int = 0
    offer: int = 0
    suggestion: int = 0
    introduction: int = 0
    member: int = 0
    made_at_ms: int = 0
    ask: int = 0
    answer: int = 0
    series: str = ""
    occasion: str = ""
    gives: str = ""
    swap: int = 0
    on: tuple[str, ...] = ()
    off: tuple[Off, ...] = ()
    first: bool = False


def params_of(row: Row) -> Params:
    """Read them; what cannot be read says nothing."""
    try:
        return msgspec.json.decode(row.params, type=Params)
    except msgspec.DecodeError:
        return Params()
