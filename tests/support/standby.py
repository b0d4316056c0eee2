"""A second machine in a process of its own: ``fishbowl standby``, as its owner starts it."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import requests

from tests.support.server import Server, free_port

PATIENCE_S = 60


def standby_key(server: Server) -> str:
    """The key as the owner reads it on the server's page."""
    page = requests.get(f"{server.url}/standby", headers={"Cookie": server.owner_cookie()})
    found = re.search(r'id="standby-key" value="([^"]+)"', page.text)
    assert found, page.text
    return found[1]


class StandbyMachine:
    """Follows a server, and becomes one.

    :param key: what its owner types; nothing if it knows the key.
    :param public_url: the address that both announce.
    """

    def __init__(self, db: Path, primary: str, key: str = "", public_url: str = "") -> None:
        self.db, self.primary, self.key = db, primary, key
        self.public_url = public_url
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.said = ""
        self._heard = threading.Condition()
        self._process: subprocess.Popen[str] | None = None

    def start(self, stdin: int | None = None) -> "StandbyMachine":
        """Start it, and wait until it says that it follows."""
        options = ["--public-url", self.public_url] if self.public_url else []
        self._process = subprocess.Popen(
            [sys.executable, "-u", "-m", "fishbowl", "standby", self.primary,
             "--host", "127.0.0.1", "--port", str(self.port), "--db", str(self.db),
             "--no-open", *options],
            env={**os.environ, **({"FISHBOWL_STANDBY_KEY": self.key} if self.key else {})},
            stdin=subprocess.DEVNULL if stdin is None else stdin,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()
        self.until("to take over, Ctrl+C to stop")
        return self

    def _listen(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                with self._heard:
                    self.said += line
                    self._heard.notify_all()

    def until(self, words: str) -> None:
        """Wait until it has said something."""
        self.until_so(lambda: words in self.said, words)

    def until_so(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait until something is so; asked again whenever it says a line, and now and then."""
        with self._heard:
            ok = self._heard.wait_for(is_so, PATIENCE_S) if not is_so() else True
        assert ok, f"{what!r} is not in:\n{self.said}"

    @property
    def page(self) -> str:
        """The link that the terminal shows."""
        found = re.search(r"http\S+/o#\S+", self.said)
        assert found
        return found[0]

    def signed_in(self) -> requests.Session:
        """A browser with that link."""
        _, _, key = self.page.partition("#")
        browser = requests.Session()
        browser.headers["Origin"] = self.url
        assert browser.post(f"{self.url}/o", json={"key": key}).status_code == 204
        return browser

    def press(self, pressed: Callable[[], None] = lambda: None) -> requests.Response:
        """Press the button on its page, and follow to the page of the server it becomes.

        :param pressed: is called when the button was answered.
        """
        browser = self.signed_in()
        answer = browser.post(f"{self.url}/take-over", timeout=PATIENCE_S, allow_redirects=False)
        pressed()
        return browser.get(self.url, timeout=PATIENCE_S) if answer.is_redirect else answer

    def stop(self) -> None:
        """Stop it as Ctrl+C would."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(PATIENCE_S)
            self._ear.join(PATIENCE_S)
