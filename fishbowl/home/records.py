"""What an installation keeps of its home and of its laptops, as records of the log.

The records are JSON in one table beside the log (:mod:`fishbowl.log.home`), a row for each; the own
keys are sealed bytes. They hold names of machines and codes of sessions, and no names of people.
Another kind of record needs no migration: a struct, and :meth:`HomeRecords.put`.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from fishbowl.home.keys import PublicKeys
from fishbowl.home.messages import Taken
from fishbowl.log import Log
from fishbowl.log.along_effects import DropAlong
from fishbowl.log.effects import AnyEffect
from fishbowl.log.home_effects import DropHomeRecords, PutHomeRecord

T = TypeVar("T", bound=msgspec.Struct)

KEYS, HOME, LAPTOP, SENT, TAKEN = "keys", "home", "laptop", "sent", "taken"
_ONE = "own"


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """The home that a laptop has.

    :param name: of the community there, and ``laptop`` that of this one.
    :param since_ms: sessions that ended at this instant or later are handed over.
    :param refused_ms: since when it does not know this laptop any more; ``None``: it does.
    """

    url: str
    name: str
    mark: str
    keys: PublicKeys
    pairing: bytes
    laptop: str
    joined_at_ms: int
    since_ms: int
    refused_ms: int | None = None


class Laptop(msgspec.Struct, frozen=True, kw_only=True):
    """A laptop that a home knows.

    :param left_ms: when the pairing was taken back, and ``left_by`` on which side: ``home`` or
        ``laptop``.
    """

    keys: PublicKeys
    name: str
    mark: str
    pairing: bytes
    joined_at_ms: int
    seen_at_ms: int
    left_ms: int | None = None
    left_by: str = ""

    @property
    def id(self) -> str:
        """Names it."""
        return self.keys.id

    @property
    def is_paired(self) -> bool:
        """Whether its pairing was not taken back."""
        return self.left_ms is None


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """What became of something that a laptop handed over, in the version that home has seen last.

    :param home: the mark of the home that has it.
    """

    kind: str
    key: str
    version: str
    home: str
    taken: Taken


class TakenIn(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle that a home has answered, so that the same one is not checked again."""

    laptop: str
    kind: str
    key: str
    taken: Taken


class HomeRecords:
    """Reads and writes the records, from any thread that may wait for the log."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._on_home: list[Callable[[], None]] = []

    # Any kind of record

    def get(self, kind: str, key: str, type: type[T]) -> T | None:
        """Read a record; ``None`` if there is none.

        :raises StoreError: the database cannot be read.
        """
        found = self._log.home_records(kind, key)
        return msgspec.json.decode(found[key], type=type) if found else None

    def all(self, kind: str, type: type[T]) -> dict[str, T]:
        """Read the records of a kind, by key.

        :raises StoreError: the database cannot be read.
        """
        found = self._log.home_records(kind)
        return {key: msgspec.json.decode(value, type=type) for key, value in found.items()}

    def putting(self, kind: str, key: str, record: msgspec.Struct) -> PutHomeRecord:
        """The effect that writes a record, to commit it with something else."""
        return PutHomeRecord(kind=kind, key=key, value=msgspec.json.encode(record))

    def put(self, kind: str, key: str, record: msgspec.Struct) -> None:
        """Write a record in place of an earlier one.

        :raises StoreError: the database cannot be written.
        """
        self.apply([self.putting(kind, key, record)])

    def drop(self, kind: str, key: str = "") -> None:
        """Delete a record, or all of a kind.

        :raises StoreError: the database cannot be written.
        """
        self.apply([DropHomeRecords(kind=kind, key=key)])

    def apply(self, effects: Sequence[AnyEffect]) -> None:
        """Commit effects in one transaction.

        :raises StoreError: the database cannot be written.
        """
        self._log.append({}, effects)

    # The kinds that are here

    def home(self) -> Home | None:
        """The home of this installation; ``None`` if it has none."""
        return self.get(HOME, _ONE, Home)

    def put_home(self, home: Home) -> None:
        """Have this home from now on."""
        self.put(HOME, _ONE, home)
        self._tell_of_home()

    def drop_home(self) -> None:
        """Have no home any more; what was handed over stays noted, what was taken along goes."""
        self.apply([DropHomeRecords(kind=HOME), DropAlong()])
        self._tell_of_home()

    def on_home(self, callback: Callable[[], None]) -> None:
        """Be called when there is another home, or none any more."""
        self._on_home.append(callback)

    def _tell_of_home(self) -> None:
        for told in self._on_home:
            told()

    def laptop(self, id: str) -> Laptop | None:
        """A laptop that this home knows, also one that has left."""
        return self.get(LAPTOP, id, Laptop)

    def laptops(self) -> list[Laptop]:
        """All laptops that this home knows, the one that joined last first."""
        found = self.all(LAPTOP, Laptop).values()
        return sorted(found, key=lambda one: -one.joined_at_ms)

    def put_laptop(self, laptop: Laptop) -> None:
        """Know a laptop, or something new of it."""
        self.put(LAPTOP, laptop.id, laptop)

    def sealed_keys(self) -> bytes | None:
        """The own keys, as they are sealed."""
        return self._log.home_records(KEYS, _ONE).get(_ONE)

    def put_sealed_keys(self, value: bytes) -> None:
        """Keep the own keys, sealed."""
        self.apply([PutHomeRecord(kind=KEYS, key=_ONE, value=value)])
