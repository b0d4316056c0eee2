"""The log of all streams, behind one interface; stored in SQLite."""

from fishbowl.log.errors import Conflict, StoreError, Unavailable
from fishbowl.log.exclusive_lock import InUse
from fishbowl.log.file_copy import remove_old_copies
from fishbowl.log.open_database import open_beside, open_store
from fishbowl.log.protocol import CommandKey, Listed, Log, News
from fishbowl.log.store import Store

__all__ = [
    "CommandKey",
    "Conflict",
    "InUse",
    "Listed",
    "Log",
    "News",
    "Store",
    "StoreError",
    "Unavailable",
    "open_beside",
    "open_store",
    "remove_old_copies",
]
