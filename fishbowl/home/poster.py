"""The process that sends a laptop's requests to its home (``python -m``).

Looking up a name and waiting for a slow network would stop every room if the server's own process
did it. This process reads one request at a time from standard input and answers what came of it,
as MessagePack (:mod:`fishbowl.host.worker_process`). The connection stays open between requests.
A request that takes too long ends the process, and the next one starts another.
"""

import contextlib
import http.client
import os
import signal
import socket
import ssl
import sys
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import msgspec

from fishbowl.home.asking import Posted
from fishbowl.host import logs
from fishbowl.host.worker_process import WorkerProcess, read, write

MODULE = "fishbowl.home.poster"
STEP_S = 20.0
"""Seconds for connecting, and for each wait on the connection but the last."""
REQUEST_S = 120.0
"""Seconds for one request: home checks a whole session before it answers."""
ANSWER_MAX_BYTES = 64 * 1024 * 1024
TYPE = "application/octet-stream"


class Request(msgspec.Struct, frozen=True, array_like=True):
    """What is posted where; ``url`` is scheme, host and port."""

    url: str
    path: str
    body: bytes


class Connection:
    """Posts in this process, over one connection that stays open."""

    def __init__(self) -> None:
        self._url = ""
        self._open: http.client.HTTPConnection | None = None

    def __call__(self, url: str, path: str, body: bytes) -> Posted:
        """Post something, and wait for the answer."""
        was_open = self._open is not None and self._url == url
        posted = self._post(url, path, body)
        if posted.problem == "no_connection" and was_open:
            posted = self._post(url, path, body)  # home has closed what was left open
        return posted

    def close(self) -> None:
        """End the connection."""
        if self._open is not None:
            with contextlib.suppress(OSError):
                self._open.close()
            self._open = None

    def _post(self, url: str, path: str, body: bytes) -> Posted:
        headers = {"Content-Type": TYPE, "Origin": url}
        prefix = urlsplit(url).path.rstrip("/")
        try:
            connection = self._connected(url)
            connection.request("POST", f"{prefix}{path}", body, headers)
            answer = connection.getresponse()
            content = answer.read(ANSWER_MAX_BYTES)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.close()
            return Posted(problem=_problem(error))
        is_ours = answer.getheader("Content-Type", "") == TYPE
        return Posted(status=answer.status, body=content if is_ours else b"")

    def _connected(self, url: str) -> http.client.HTTPConnection:
        if self._open is None or self._url != url:
            self.close()
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
            if parts.scheme == "https":
                self._open = http.client.HTTPSConnection(
                    host, port, timeout=STEP_S, context=ssl.create_default_context()
                )
            else:
                self._open = http.client.HTTPConnection(host, port, timeout=STEP_S)
            self._open.connect()
            if self._open.sock is not None:
                self._open.sock.settimeout(REQUEST_S)
            self._url = url
        return self._open


class PosterProcess:
    """Posts in the process.

    :param run_in_thread: calls a function that waits for the process.
    """

    def __init__(self, run_in_thread: Callable[..., Any]) -> None:
        self._run_in_thread = run_in_thread
        self._process = WorkerProcess(MODULE)
        self._lock = threading.Lock()

    def __call__(self, url: str, path: str, body: bytes) -> Posted:
        """Post something, and wait for the answer."""
        with self._lock:  # pages and the loop may ask at the same time
            asked = msgspec.msgpack.encode(Request(url, path, body))
            try:
                answer = self._run_in_thread(self._process.ask, asked)
            except OSError:  # it was too slow and ended itself, or somebody ended it
                return Posted(problem="timed_out")
        return msgspec.msgpack.decode(answer, type=Posted)

    def stop(self) -> None:
        """End the process; a request that waits fails."""
        self._process.stop()


def _problem(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return "bad_certificate"
    if isinstance(error, socket.gaierror):
        return "no_name"
    if isinstance(error, TimeoutError):
        return "timed_out"
    if isinstance(error, ssl.SSLError):
        return "no_https"
    return "no_connection"


def main() -> None:
    """Post until there is nothing more."""
    logs.set_up(logs.chosen())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the server's, which ends our input
    post = Connection()
    reading = msgspec.msgpack.Decoder(Request)
    while (asked := read(sys.stdin.buffer)) is not None:
        watchdog = threading.Timer(REQUEST_S + STEP_S, os._exit, (1,))
        watchdog.daemon = True
        watchdog.start()
        request = reading.decode(asked)
        try:
            posted = post(request.url, request.path, request.body)
        finally:
            watchdog.cancel()
        with contextlib.suppress(OSError):
            write(sys.stdout.buffer, msgspec.msgpack.encode(posted))


if __name__ == "__main__":
    main()
