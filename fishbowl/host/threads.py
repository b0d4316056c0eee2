"""Runners: call a function directly, or in an OS thread without blocking other tasks.

The threads depend on the async mode; see :mod:`fishbowl.live.transport.async_modes`. Functions that
run in such a thread must not use locks, queues or loggers of the patched standard library, which
belong to the hub.
"""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Runner(Protocol):
    """Calls a function, waits for it without blocking other tasks, and returns its result."""

    def __call__(self, function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """Call it; its exceptions are raised here."""
        ...


def directly(function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
    """Call a function in this thread: the runner of commands and of tests without a server."""
    return function(*args, **kwargs)
