"""A real Fishbowl server in a process of its own, as its users start it."""

import os
import re
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import requests

STARTED_S = 60


def free_port() -> int:
    """Ask the machine for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """``fishbowl serve``, with its database kept across restarts.

    ``site`` is a folder with another copy of the package, such as one of another build. ``errors``
    is a file for what it writes to standard error. ``options`` are more of its command line's.
    ``files`` is how many files the machine lets it open. The public address is set to loopback, so
    that stories can follow the QR.
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
    ) -> None:
        self.db = db
        self.site = site
        self.errors = errors
        self.options = tuple(options)
        self.files = files
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.async_mode = async_mode
        self.owner_key = ""
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it and wait until it says that it serves."""
        command = [sys.executable, "-m", "fishbowl", "serve", "--host", "127.0.0.1",
                   "--port", str(self.port), "--public-url", self.url, "--db", str(self.db),
                   "--no-open", *self.options]  # fmt: skip
        environment = {**os.environ, "FISHBOWL_ASYNC_MODE": self.async_mode}
        with self.errors.open("w") if self.errors else nullcontext() as errors:
            self._process = subprocess.Popen(
                command, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True,
                cwd=self.site, preexec_fn=self._limit,
            )  # fmt: skip
        self._read_owner_key()

    def _limit(self) -> None:
        """Runs in the process that becomes the server."""
        if self.files is not None:
            resource.setrlimit(resource.RLIMIT_NOFILE, (self.files, self.files))

    def _read_owner_key(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        for line in self._process.stdout:
            found = re.search(r"/o#(\S+)", line)
            if found:
                self.owner_key = found[1]
            if "Press Ctrl+C" in line:
                return
        raise AssertionError(f"the server stopped with {self._process.wait()}")

    @property
    def pid(self) -> int:
        """The process."""
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """Kill it as a power cut would: no goodbye, nothing flushed."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._finish()

    def stop(self) -> None:
        """Stop it as Ctrl+C would."""
        if self._process is None or self._process.poll() is not None:
            return
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

    def _signed_in(self, browser: requests.Session) -> requests.Session:
        """Come through the owner's door."""
        answer = browser.post(
            f"{self.url}/o", json={"key": self.owner_key}, headers={"Origin": self.url}
        )
        assert answer.status_code == 204, answer.text
        return browser

    def create_session(self, **form: str) -> str:
        """Create a session as the owner does, and return its code."""
        with requests.Session() as browser:
            answer = self._signed_in(browser).post(
                f"{self.url}/new",
                data={"question": "What makes people stay?", **form},
                headers={"Origin": self.url},
                allow_redirects=False,
            )
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"].strip("/").split("/")[-2]
