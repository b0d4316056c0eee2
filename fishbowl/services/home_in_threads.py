"""Records of homes and laptops for use from any thread: see ``log_threads.py``."""

from fishbowl.host.threads import Runner
from fishbowl.log.home_protocol import HomeLog


class HomeInThreads:
    """The part of :class:`~fishbowl.services.log_threads.InThreads` that is about homes."""

    _home: HomeLog
    _reading: Runner

    def home_records(self, kind: str, key: str = "") -> dict[str, bytes]:
        """Read records of a kind by key."""
        return self._reading(self._home.home_records, kind, key)

    def bundle_part_sizes(self, bundle: str) -> list[tuple[int, int]]:
        """Where the parts of a bundle begin and how long they are."""
        return self._reading(self._home.bundle_part_sizes, bundle)

    def bundle_parts(self, bundle: str) -> list[tuple[int, bytes]]:
        """The parts of a bundle with their starts."""
        return self._reading(self._home.bundle_parts, bundle)
