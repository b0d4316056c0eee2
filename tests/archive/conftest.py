"""The archive's tests work on the same real file as those of the log."""

from tests.log.conftest import path, store

__all__ = ["path", "store"]
