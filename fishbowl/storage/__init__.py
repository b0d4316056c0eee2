"""The log on disk. SQLite, and it says so."""

from fishbowl.storage.errors import Conflict, StoreError
from fishbowl.storage.store import SessionRow, Store, open_store

__all__ = ["Conflict", "SessionRow", "Store", "StoreError", "open_store"]
