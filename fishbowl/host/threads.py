"""Where a function runs: right here, or in an OS thread while others go on.

Which threads there are depends on the async mode; see :mod:`fishbowl.live.transport.async_modes`.
What runs in such a thread must use no lock, queue or logger of the patched standard library: those
belong to the hub.
"""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Runner(Protocol):
    """Calls a function somewhere, waits for it without blocking others, and gives its result."""

    def __call__(self, function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """Call it; what it raises is raised here."""
        ...


def directly(function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
    """Call a function right here: the runner of commands and of tests without a server."""
    return function(*args, **kwargs)
