"""The archive's index without its thread: made now, for tests that look at it."""

from fishbowl.archive.indexing import index_session, stale_codes
from fishbowl.log import Log


def index_now(log: Log) -> None:
    """Index every closed session that is not there as it is."""
    for code in stale_codes(log):
        assert index_session(log, code)
