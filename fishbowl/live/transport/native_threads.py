"""OS threads for blocking work, in each async mode.

Green threads share one OS thread, the hub. Whatever blocks it stops every room. Work that waits for
the disk is handed to a real thread, and only the green thread that asked for it waits.
"""

import contextlib
import socket
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner

T = TypeVar("T")

TURN_MAX_S = 60.0
"""To hand over the results that are there takes less, or the loop hangs."""


def plain_thread(name: str, supervisor: Supervisor) -> Runner:
    """A thread under threading."""
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
    return lambda function, /, *args, **kwargs: pool.submit(function, *args, **kwargs).result()


def gevent_thread(name: str, supervisor: Supervisor) -> Runner:
    """A native thread under gevent; the caller waits on the hub."""
    from gevent.threadpool import ThreadPool

    pool = ThreadPool(1)
    return lambda function, /, *args, **kwargs: pool.apply(function, args, kwargs)


def gevent_pool() -> Callable[..., Any]:
    """Gevent's own pool of native threads."""
    import gevent

    pool = gevent.get_hub().threadpool
    return lambda function, *args, **kwargs: pool.apply(function, args, kwargs)


def eventlet_thread(name: str, supervisor: Supervisor) -> Runner:
    """A native thread under eventlet."""
    return _EventletThread(name, supervisor).call


def eventlet_pool() -> Callable[..., Any]:
    """Eventlet's own pool of native threads."""
    from eventlet import tpool

    call: Callable[..., Any] = tpool.execute
    return call


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
        self._turns = supervisor.turns(f"results of {name}", TURN_MAX_S)
        eventlet.spawn(supervisor.supervised(self._turns, self._listen))
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
            with self._turns.waiting():
                self._ear.recv(4096)
            while self._done:
                done, succeeded, result = self._done.popleft()
                with self._supervisor.isolated("handing a result over"):
                    done.send((succeeded, result))
