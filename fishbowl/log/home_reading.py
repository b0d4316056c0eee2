"""Homes and laptops in a SQLite file: :mod:`fishbowl.log.home_protocol`."""

from fishbowl.log import home
from fishbowl.log.connection import translated
from fishbowl.log.open_file import OpenFile


class HomeTables(OpenFile):
    """Implements :class:`~fishbowl.log.home_protocol.HomeLog`."""

    def home_records(self, kind: str, key: str = "") -> dict[str, bytes]:
        """Read records of a kind by key."""
        with translated():
            return home.read(self._reader, kind, key)

    def bundle_part_sizes(self, bundle: str) -> list[tuple[int, int]]:
        """Where the parts of a bundle begin and how long they are."""
        with translated():
            return home.part_sizes(self._reader, bundle)

    def bundle_parts(self, bundle: str) -> list[tuple[int, bytes]]:
        """The parts of a bundle with their starts."""
        with translated():
            return home.parts(self._reader, bundle)
