"""The log on disk. SQLite, and it says so."""

from fishbowl.log.errors import Conflict, StoreError
from fishbowl.log.exclusive_lock import InUse
from fishbowl.log.news import CommandKey, News
from fishbowl.log.open_database import open_store
from fishbowl.log.rows import SessionRow
from fishbowl.log.store import Store

__all__ = [
    "CommandKey",
    "Conflict",
    "InUse",
    "News",
    "SessionRow",
    "Store",
    "StoreError",
    "open_store",
]
