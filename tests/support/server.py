"""A real Fishbowl server in a process of its own, as its users start it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing, nullcontext, suppress
from itertools import count, islice
from pathlib import Path
from typing import Any

import requests

from fishbowl.access.keys import AccessKeys
from fishbowl.log import open_store
from fishbowl.log.records import OWNER_GENERATION as NAME

STARTED_S = 60


PORTS = range(15_000, 32_000)
"""Below those that systems give to outgoing connections, of which tests have thousands: one of
these would take the port before the server that it was found for has it."""
_tried = count(os.getpid() * 97)  # tests run in several processes


def free_port() -> int:
    """Find a port that nobody uses, another one each time."""
    for number in islice(_tried, len(PORTS)):
        port = PORTS[number % len(PORTS)]
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("all ports are used")


def owner_key_of(db: Path) -> str:
    """The owner's key of an installation whose link was used, and is not printed any more."""
    keys = keys_of(db)
    with closing(open_store(db, readonly=True)) as store:
        found = store._reader.execute("select value from access_state where name = ?", (NAME,))
        (generation,) = found.fetchone() or (1,)
    return keys.owner_key(generation)


def keys_of(db: Path) -> AccessKeys:
    """The keys of an installation, as its server makes them."""
    with closing(open_store(db, readonly=True)) as store:
        (secret,) = store._reader.execute("select value from secrets").fetchone()
    return AccessKeys(bytes(secret))


class Server:
    """``fishbowl serve``, with its database kept across restarts.

    ``site`` is a folder with another copy of the package, such as one of another build. ``errors``
    is a file for what it writes to standard error. ``options`` are more of its command line's.
    ``files`` is how many files the machine lets it open. ``disk`` is a plan of what goes wrong with
    the disk: :mod:`tests.support.faulty_disk`; ``faults`` of what fails inside the server:
    :mod:`tests.support.faults`. The public address is set to loopback, so that stories can follow
    the QR.
    """

    def __init__(
        self,
        db: Path,
        *,
        async_mode: str = "eventlet",
        port: int | None = None,
        site: Path | None = None,
        errors: Path | None = None,
        options: Sequence[str] = (),
        files: int | None = None,
        disk: dict[str, Any] | None = None,
        faults: dict[str, Any] | None = None,
    ) -> None:
        self.db = db
        self.site = site
        self.errors = errors
        self.options = tuple(options)
        self.files = files
        self.disk = disk
        self.faults = faults
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.async_mode = async_mode
        self.owner_key = ""
        self.printed = ""
        self._owner_cookie = ""
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it and wait until it says that it serves."""
        program = ["fishbowl"]
        if self.disk is not None:
            program = ["tests.support.faulty_disk", json.dumps(self.disk)]
        if self.faults is not None:
            program = ["tests.support.faults", json.dumps(self.faults)]
        command = [sys.executable, "-m", *program, "serve", "--host", "127.0.0.1",
                   "--port", str(self.port), "--public-url", self.url, "--db", str(self.db),
                   "--no-open", *self.options]  # fmt: skip
        if self.files is not None:  # by a shell: this process may have threads, and must not fork
            command = ["sh", "-c", f'ulimit -n {self.files} && exec "$@"', "sh", *command]
        environment = {**os.environ, "FISHBOWL_ASYNC_MODE": self.async_mode}
        with self.errors.open("w") if self.errors else nullcontext() as errors:
            self._process = subprocess.Popen(
                command, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True,
                cwd=self.site,
            )  # fmt: skip
        self._read_owner_key()

    def _read_owner_key(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        self.printed = ""
        for line in self._process.stdout:
            self.printed += line
            found = re.search(r"/o#(\S+)", line)
            if found:
                self.owner_key = found[1]
            if "Press Ctrl+C" in line:
                self.owner_key = self.owner_key or owner_key_of(self.db)
                return
        self._finish()
        raise AssertionError(f"the server stopped with {self._process.returncode}")

    @property
    def pid(self) -> int:
        """The process."""
        assert self._process is not None
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the process has not ended."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """Kill it as a power cut would: no goodbye, nothing flushed."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._finish()

    def stop(self) -> None:
        """Stop it as Ctrl+C would."""
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        self._finish()

    def terminate(self) -> None:
        """Tell it to stop, and wait for nothing."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)

    def ended(self, within_s: float) -> int:
        """Wait until it has ended, and return its status.

        :raises subprocess.TimeoutExpired: it has not.
        """
        assert self._process is not None
        assert self._process.stdout is not None
        status = self._process.wait(within_s)
        self._process.stdout.close()
        return status

    def _finish(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        self._process.wait(STARTED_S)
        self._process.stdout.close()

    def sign_in(self, door: str, key: str) -> str:
        """Hand a key in at a door, and return the cookie, as a browser sends it."""
        answer = requests.post(
            f"{self.url}/{door}", json={"key": key}, headers={"Origin": self.url}, timeout=STARTED_S
        )
        assert answer.ok, answer.text
        return answer.headers["Set-Cookie"].partition(";")[0]

    def owner_cookie(self) -> str:
        """The cookie of the owner, who has signed in once."""
        self._owner_cookie = self._owner_cookie or self.sign_in("o", self.owner_key)
        return self._owner_cookie

    def forget_owner_cookie(self) -> None:
        """Sign in anew when the owner is needed again."""
        self._owner_cookie = ""

    def create_session(self, **form: str) -> str:
        """Create a session as the owner does, and return its code."""
        answer = requests.post(
            f"{self.url}/new",
            data={"question": "What makes people stay?", **form},
            headers={"Origin": self.url, "Cookie": self.owner_cookie()},
            allow_redirects=False,
            timeout=STARTED_S,
        )
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"].strip("/").split("/")[-2]
