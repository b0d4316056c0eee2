"""Whether this installation has a home: then its community and its series change there alone."""

from fishbowl.log import Log, StoreError

KEPT_AT_HOME = "kept_at_home"
"""Why commands are refused here."""
_HOME = "home"
"""The kind of the record; see :mod:`fishbowl.home.records`."""


def is_kept_at_home(log: Log) -> bool:
    """Whether it has one. Where that cannot be read, nothing can be saved either."""
    try:
        return bool(log.home_records(_HOME))
    except StoreError:
        return False
