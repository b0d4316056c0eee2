"""Starting quickly: a server needs nothing of what Socket.IO's clients are made of."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import cast

CLIENTS_OWN = ("aiohttp", "requests", "websocket")
"""What Socket.IO imports for its clients, and goes without where it is not installed. It is a sixth
of the time that a server takes to start."""


@contextmanager
def server_half() -> Iterator[None]:
    """Import Socket.IO as if its clients' libraries were not there; afterwards they are again."""
    absent = [name for name in CLIENTS_OWN if name not in sys.modules]
    for name in absent:
        sys.modules[name] = cast(ModuleType, None)  # which is how Python says that there is none
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
