"""WebKit, as Debian's ``webkit2gtk-driver`` has it: a small browser, driven by WebDriver.

WebKitGTK is not Safari, but it is the engine of Safari: its layout, its JavaScript, its WebSocket.
It needs a screen, which Xvfb plays.
"""

import os
import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import requests

from tests.engines.screen import NotNow, Screen, end, wait_for
from tests.support.server import free_port

ANSWERS_WITHIN_S = 60
SIZE = "2048x1200x24"  # a wall, and the bars of its window
STILL = "[Settings]\ngtk-enable-animations=0\n"  # WebKit's prefers-reduced-motion


class WebKit:
    """Opens pages, each in a browser of its own: a driver has one session only."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._ends = ExitStack()
        self._display = ""

    def __enter__(self) -> "WebKit":
        there, here = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(here),
            "-nolisten",
            "tcp",
            "-screen",
            "0",
            "2048x1200x24",
        ]
        xvfb = subprocess.Popen(command, pass_fds=[here], stderr=subprocess.DEVNULL)
        self._ends.callback(end, xvfb)
        os.close(here)
        with os.fdopen(there) as said:
            self._display = f":{said.readline().strip()}"
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    def screen(self, width: int, height: int) -> Screen:
        """Open an empty page whose window is so large, in CSS pixels."""
        port = free_port()
        home = self._home / str(port)
        (home / "gtk-3.0").mkdir(parents=True)
        (home / "gtk-3.0" / "settings.ini").write_text(STILL)
        environment = {
            **os.environ,
            "DISPLAY": self._display,
            "GDK_BACKEND": "x11",
            "GSETTINGS_BACKEND": "memory",
            "NO_AT_BRIDGE": "1",
            **{f"XDG_{kind}_HOME": str(home) for kind in ("CACHE", "CONFIG", "DATA")},
        }
        with (home / "said").open("w") as said:
            driver = subprocess.Popen(
                ["WebKitWebDriver", "--host=127.0.0.1", f"--port={port}"],
                env=environment, stdout=said, stderr=said,
            )  # fmt: skip
        self._ends.callback(end, driver)
        line = WebDriver(f"http://127.0.0.1:{port}")
        self._ends.callback(line.quit)
        line.resize(width, height)
        return Screen(line)


class WebDriver:
    """A session of W3C WebDriver over HTTP.

    :raises AssertionError: the driver does not answer, or refuses.
    """

    def __init__(self, driver: str) -> None:
        self._http = requests.Session()
        self._http.trust_env = False  # no proxy stands before this machine
        wait_for(lambda: self._is_up(driver), f"{driver} answers")
        self._session = f"{driver}/session"
        begun = self._ask("POST", "", capabilities={"alwaysMatch": {}})
        self._session += f"/{begun['sessionId']}"

    def goto(self, url: str) -> None:
        """Open an address, and return when it has loaded."""
        self._ask("POST", "/url", url=url)

    def run(self, expression: str) -> Any:
        """Evaluate JavaScript in the page and return its value."""
        answer = self._answer("POST", "/execute/sync", script=f"return {expression}", args=[])
        if not answer.ok:
            raise NotNow(answer.text)
        return answer.json()["value"]

    def perform(self, source: dict[str, Any]) -> None:
        """Perform the actions of one input source."""
        self._ask("POST", "/actions", actions=[source])

    def resize(self, width: int, height: int) -> None:
        """Make the page so large, whatever bars the window has."""
        wanted = {"width": width, "height": height}
        for _ in range(2):  # the second time the bars are known
            self._ask("POST", "/window/rect", x=0, y=0, **wanted)
            inner = self.run("({ width: innerWidth, height: innerHeight })")
            wanted = {"width": wanted["width"] + width - inner["width"],
                      "height": wanted["height"] + height - inner["height"]}  # fmt: skip

    def quit(self) -> None:
        """End the session; the browser closes."""
        self._ask("DELETE", "")

    def _ask(self, method: str, path: str, **body: Any) -> Any:
        answer = self._answer(method, path, **body)
        assert answer.ok, f"{path}: {answer.text}"
        return answer.json()["value"]

    def _answer(self, method: str, path: str, **body: Any) -> requests.Response:
        return self._http.request(method, self._session + path, json=body, timeout=ANSWERS_WITHIN_S)

    def _is_up(self, driver: str) -> bool:
        try:
            return self._http.get(f"{driver}/status", timeout=ANSWERS_WITHIN_S).ok
        except requests.ConnectionError:
            return False
