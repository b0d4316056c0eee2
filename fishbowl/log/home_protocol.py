"""The part of the interface of the log that is about homes and laptops.

Everything is written by the effects of :mod:`fishbowl.log.home_effects`.
"""

from typing import Protocol


class HomeLog(Protocol):
    """Records and parts of bundles; for errors see :class:`~fishbowl.log.protocol.Log`."""

    def home_records(self, kind: str, key: str = "") -> dict[str, bytes]:
        """Read records of a kind by key.

        :param key: only this one; empty for all.
        """
        ...

    def bundle_part_sizes(self, bundle: str) -> list[tuple[int, int]]:
        """Where the parts of a bundle begin and how long they are, in their order."""
        ...

    def bundle_parts(self, bundle: str) -> list[tuple[int, bytes]]:
        """The parts of a bundle with their starts, in their order."""
        ...
