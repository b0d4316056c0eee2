"""Faster start: the server imports Socket.IO without the libraries of its clients."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import cast

CLIENTS_OWN = ("aiohttp", "requests", "websocket")
"""Optional imports of Socket.IO for its clients. They take a sixth of a server's start."""


@contextmanager
def import_without_clients() -> Iterator[None]:
    """Hide the libraries of Socket.IO's clients during an import of Socket.IO."""
    absent = [name for name in CLIENTS_OWN if name not in sys.modules]
    for name in absent:
        sys.modules[name] = cast(ModuleType, None)  # which is how Python says that there is none
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
