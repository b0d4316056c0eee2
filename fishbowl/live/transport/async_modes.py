"""The one place that chooses by async mode: the transport, and how blocking work gets a thread.

The modes are named in :data:`fishbowl.host.settings.ASYNC_MODES`. What belongs to a mode is
imported only if the mode is chosen.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from flask_socketio import SocketIO

from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner, directly
from fishbowl.live.transport import native_threads
from fishbowl.live.transport.interface import Transport


class AsyncMode(NamedTuple):
    """What differs between async modes.

    ``transport`` makes the transport of a server. ``dedicated_thread`` starts an OS thread by name.
    ``thread_pool`` gives what runs calls in a pool of OS threads.
    """

    transport: Callable[[SocketIO, Supervisor], Transport]
    dedicated_thread: Callable[[str, Supervisor], Runner]
    thread_pool: Callable[[], Callable[..., Any]]


def transport_for(socketio: SocketIO, supervisor: Supervisor) -> Transport:
    """Make the transport of a server that has no connections yet."""
    return _mode(socketio.async_mode).transport(socketio, supervisor)


def dedicated_thread(async_mode: str, name: str, supervisor: Supervisor | None = None) -> Runner:
    """Start an OS thread that works through calls in the order in which they come.

    :param async_mode: under ``eventlet`` and ``gevent`` the process has to be patched.
    :param supervisor: restarts the task that hands the results over.
    """
    return _mode(async_mode).dedicated_thread(name, supervisor or Supervisor())


def run_in_thread(async_mode: str) -> Callable[..., Any]:
    """How to call a function that takes long, so that everybody else is served meanwhile.

    Under eventlet and gevent it runs in an OS thread, so it may share with the rest of the program
    only what such calls keep for each other.
    """
    return _mode(async_mode).thread_pool()


def _mode(name: str) -> AsyncMode:
    return {"eventlet": _eventlet, "gevent": _gevent, "threading": _threading}[name]()


def _eventlet() -> AsyncMode:
    from fishbowl.live.transport.eventlet import EventletTransport

    return AsyncMode(
        EventletTransport, native_threads.eventlet_thread, native_threads.eventlet_pool
    )


def _gevent() -> AsyncMode:
    from fishbowl.live.transport.plain import PlainTransport

    def transport(socketio: SocketIO, supervisor: Supervisor) -> Transport:
        return PlainTransport(socketio, supervisor, has_hub=True)

    return AsyncMode(transport, native_threads.gevent_thread, native_threads.gevent_pool)


def _threading() -> AsyncMode:
    from fishbowl.live.transport.plain import PlainTransport

    def transport(socketio: SocketIO, supervisor: Supervisor) -> Transport:
        return PlainTransport(socketio, supervisor, has_hub=False)

    return AsyncMode(transport, native_threads.plain_thread, lambda: directly)
