"""The log on disk. SQLite, and it says so."""

from fishbowl.storage.errors import Conflict, StoreError
from fishbowl.storage.holding import InUse
from fishbowl.storage.news import CommandKey, News
from fishbowl.storage.opening import open_store
from fishbowl.storage.rows import SessionRow
from fishbowl.storage.store import Store

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
