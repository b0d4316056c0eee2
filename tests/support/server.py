"""A real Fishbowl server in a process of its own, as its users start it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import requests

STARTED_S = 60


def free_port() -> int:
    """Ask the machine for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """``fishbowl serve``, with its database kept across restarts.

    ``site`` is a folder with another copy of the package, such as one of another build. ``disk``
    is a plan of what goes wrong with the disk: :mod:`tests.support.faulty_disk`.
    The public address is set to loopback, so that stories can follow the QR.
    """

    def __init__(
        self,
        db: Path,
        *,
        async_mode: str = "eventlet",
        port: int | None = None,
        site: Path | None = None,
        disk: dict[str, Any] | None = None,
    ) -> None:
        self.db = db
        self.site = site
        self.disk = disk
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.async_mode = async_mode
        self.owner_key = ""
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it and wait until it says that it serves."""
        program = ["fishbowl"]
        if self.disk is not None:
            program = ["tests.support.faulty_disk", json.dumps(self.disk)]
        command = [sys.executable, "-m", *program, "serve", "--host", "127.0.0.1",
                   "--port", str(self.port), "--public-url", self.url, "--db", str(self.db),
                   "--no-open"]  # fmt: skip
        environment = {**os.environ, "FISHBOWL_ASYNC_MODE": self.async_mode}
        self._process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, text=True, cwd=self.site
        )
        self._read_owner_key()

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
