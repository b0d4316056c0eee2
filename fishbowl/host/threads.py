"""One dedicated OS thread for blocking work, in every async mode.

Green threads share one OS thread, the hub: whatever blocks it stops every room. Work that waits for
the disk is handed to a real thread, and only the green thread that asked for it waits. What runs
there must use no lock, queue or logger of the patched standard library: those belong to the hub.
"""

import contextlib
import socket
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from fishbowl.host.supervisor import Supervisor

T = TypeVar("T")


class Runner(Protocol):
    """Calls a function somewhere, waits for it without blocking others, and gives its result."""

    def __call__(self, function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """Call it; what it raises is raised here."""
        ...


def directly(function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
    """Call a function right here: the runner of commands and of tests without a server."""
    return function(*args, **kwargs)


def dedicated_thread(async_mode: str, name: str, supervisor: Supervisor | None = None) -> Runner:
    """Start an OS thread that works through calls in the order in which they come.

    :param async_mode: ``eventlet`` or ``gevent`` (the process is patched), or ``threading``.
    :param supervisor: keeps its results coming.
    """
    if async_mode == "eventlet":
        return _EventletThread(name, supervisor or Supervisor()).call
    if async_mode == "gevent":
        return _gevent_thread()
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
    return lambda function, /, *args, **kwargs: pool.submit(function, *args, **kwargs).result()


def _gevent_thread() -> Runner:
    """A native thread; whoever calls waits on the hub."""
    from gevent.threadpool import ThreadPool

    pool = ThreadPool(1)
    return lambda function, /, *args, **kwargs: pool.apply(function, args, kwargs)


class _EventletThread:
    """A native thread whose results wake green threads through a pair of sockets."""

    def __init__(self, name: str, supervisor: Supervisor) -> None:
        import eventlet
        from eventlet import patcher

        native_threading = patcher.original("threading")
        self._calls = patcher.original("queue").SimpleQueue()
        self._done: deque[tuple[Any, bool, Any]] = deque()
        self._bell, self._ear = socket.socketpair()
        self._ring = patcher.original("os").write
        self._supervisor = supervisor
        eventlet.spawn(supervisor.supervised(f"results of {name}", self._listen))
        native_threading.Thread(target=self._work, name=name, daemon=True).start()

    def call(self, function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """Call a function in the thread; only the calling green thread waits."""
        from eventlet.event import Event

        done = Event()
        self._calls.put((function, args, kwargs, done))
        succeeded, result = done.wait()
        if succeeded:
            value: T = result
            return value
        raise result

    def _work(self) -> None:
        bell = self._bell.fileno()
        while True:
            function, args, kwargs, done = self._calls.get()
            try:
                finished = (done, True, function(*args, **kwargs))
            except BaseException as error:
                finished = (done, False, error)
            self._done.append(finished)
            with contextlib.suppress(BlockingIOError):  # a full pipe wakes the hub as well
                self._ring(bell, b".")

    def _listen(self) -> None:
        """Wake who waits, on the hub."""
        while True:
            self._ear.recv(4096)
            while self._done:
                done, succeeded, result = self._done.popleft()
                with self._supervisor.isolated("handing a result over"):
                    done.send((succeeded, result))
