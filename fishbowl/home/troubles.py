"""What went wrong between a laptop and its home and is mended: the latest of it is kept."""

import msgspec

from fishbowl.home.records import HomeRecords

KEPT = 8
_RECORD = "trouble"


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Something that went wrong and is mended.

    :param code: as :class:`~fishbowl.home.asking.Unreachable` has it, or ``unknown``.
    """

    code: str
    began_ms: int
    ended_ms: int


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    kept: tuple[Trouble, ...] = ()


class Troubles:
    """Keeps them."""

    def __init__(self, records: HomeRecords) -> None:
        self._records = records

    def latest(self) -> tuple[Trouble, ...]:
        """The latest of them, the last one first.

        :raises StoreError: the database cannot be read.
        """
        found = self._records.get(_RECORD, _RECORD, _Kept)
        return () if found is None else found.kept

    def keep(self, code: str, began_ms: int, ended_ms: int) -> None:
        """Keep one more.

        :raises StoreError: the database cannot be written.
        """
        one = Trouble(code=code, began_ms=began_ms, ended_ms=ended_ms)
        self._records.put(_RECORD, _RECORD, _Kept(kept=(one, *self.latest())[:KEPT]))
