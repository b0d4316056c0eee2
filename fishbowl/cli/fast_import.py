"""Imports Socket.IO without the libraries of its clients, which a server does not need.

It saves a third of the CPU time of a start: 1.06 s with this module and 1.61 s without, medians of
five alternating starts of ``fishbowl serve`` until it answers.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import cast

CLIENTS_OWN = ("aiohttp", "requests", "websocket")
"""Libraries that Socket.IO imports for its clients, if they are installed."""


@contextmanager
def import_without_clients() -> Iterator[None]:
    """Hide the libraries of Socket.IO's clients during an import of Socket.IO."""
    absent = [name for name in CLIENTS_OWN if name not in sys.modules]
    for name in absent:
        sys.modules[name] = cast(ModuleType, None)  # an import of this name raises ImportError
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
