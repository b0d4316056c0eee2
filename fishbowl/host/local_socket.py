"""A Unix domain socket by which commands of the same user talk to a running server.

A request is a JSON object on one line, followed by a body of ``bytes`` bytes. The answer is a JSON
object on one line. Only the user of the server and root can connect.
"""

import contextlib
import json
import os
import socket
import stat
import struct
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from fishbowl.host.supervisor import Supervisor

HEADER_MAX_BYTES = 64 * 1024
BODY_MAX_BYTES = 512 * 1024 * 1024
"""The maximum body: more than the largest log that can be imported."""
_PATH_MAX_BYTES = 100
"""The maximum length of a socket's path; systems allow slightly more."""
_ANSWER_S = 600
_PAUSE_S = 1.0
"""Seconds to wait after a failed accept, such as when no descriptor is free."""
TURN_MAX_S = 60.0
"""To start the answer to a connection takes less, or the loop hangs."""

Handler = Callable[[dict[str, Any], bytes], dict[str, Any]]
"""Answers a request: its header and its body."""


class NoLocalSocket(Exception):
    """No server listens, or this system has no Unix domain sockets."""


def socket_path(db: Path) -> Path | None:
    """The socket of the server of a database; ``None`` on systems without such sockets."""
    if not hasattr(socket, "AF_UNIX"):
        return None
    beside = db.absolute().with_name(db.name + ".sock")
    if len(os.fsencode(beside)) <= _PATH_MAX_BYTES:
        return beside
    name = sha256(os.fsencode(beside)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"fishbowl-{name}.sock"


class LocalSocket:
    """Listens for requests of commands.

    :param path: the path of the socket; a socket of an earlier server is replaced.
    :param handlers: the handlers by the ``do`` of a request's header.
    :raises OSError: it cannot listen there.
    """

    def __init__(
        self, path: Path, handlers: dict[str, Handler], supervisor: Supervisor | None = None
    ) -> None:
        self.path = path
        self._supervisor = supervisor or Supervisor()
        self.turns = self._supervisor.turns("local commands", TURN_MAX_S)
        self._is_closed = False
        self._handlers = handlers
        with contextlib.suppress(FileNotFoundError):
            if stat.S_ISSOCK(path.lstat().st_mode):
                path.unlink()
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)
        try:
            self._listener.bind(str(path))
        finally:
            os.umask(before)
        self._listener.listen(8)

    def run(self, spawn: Callable[[Callable[[], None]], object]) -> None:
        """Accept connections until it is closed.

        :param spawn: starts a background task of the async mode.
        """
        while True:
            try:
                with self.turns.waiting():
                    connection, _ = self._listener.accept()
            except OSError as error:
                if self._is_closed:
                    return
                self._supervisor.failed("accepting a command's connection", error)
                time.sleep(_PAUSE_S)
                continue
            spawn(lambda connection=connection: self._isolated(connection))  # type: ignore[misc]

    def close(self) -> None:
        """Stop listening and delete the socket file."""
        self._is_closed = True
        self._listener.close()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def _isolated(self, connection: socket.socket) -> None:
        with self._supervisor.isolated("answering a command's connection"):
            self._serve(connection)

    def _serve(self, connection: socket.socket) -> None:
        with (
            connection,
            contextlib.suppress(OSError, ValueError),
            connection.makefile("rb") as lines,
        ):
            if not _is_own_user(connection):
                return
            while header := lines.readline(HEADER_MAX_BYTES):
                asked = json.loads(header)
                length = int(asked.get("bytes", 0))
                if not 0 <= length <= BODY_MAX_BYTES:
                    return
                answer = self._answer(asked, lines.read(length))
                connection.sendall(json.dumps(answer).encode() + b"\n")

    def _answer(self, asked: dict[str, Any], body: bytes) -> dict[str, Any]:
        handler = self._handlers.get(str(asked.get("do")))
        if handler is None:
            return {"ok": False, "error": "The running server is another version; restart it."}
        try:
            return handler(asked, body)
        except Exception as error:  # the error is returned to the command
            return {"ok": False, "error": str(error) or type(error).__name__}


def ask(path: Path, do: str, body: bytes = b"", **header: Any) -> dict[str, Any]:
    """Send a request to a running server.

    :return: its answer.
    :raises NoLocalSocket: no server listens there.
    """
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(_ANSWER_S)
            connection.connect(str(path))
            asked = {**header, "do": do, "bytes": len(body)}
            connection.sendall(json.dumps(asked).encode() + b"\n" + body)
            with connection.makefile("rb") as lines:
                answer: dict[str, Any] = json.loads(lines.readline())
                return answer
    except (OSError, ValueError, AttributeError) as error:
        raise NoLocalSocket(str(error)) from error


def _is_own_user(connection: socket.socket) -> bool:
    """Whether the peer is the same user or root, if the system tells."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True  # the permissions of the file protect it
    length = struct.calcsize("3i")
    _, uid, _ = struct.unpack(
        "3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, length)
    )
    return uid in (0, os.getuid())
