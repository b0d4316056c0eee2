"""Firefox, driven by WebDriver BiDi: it speaks that by itself, with no driver between."""

import itertools
import json
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from websocket import WebSocket, create_connection

from tests.engines.machine import FIREFOX_NAMES
from tests.engines.screen import NotNow, Screen, end, wait_for
from tests.support.server import free_port

ANSWERS_WITHIN_S = 60

# Firefox asks nobody for anything, and moves nothing for show.
PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 0,
    "ui.prefersReducedMotion": 1,
}

ABORTED = "status=2152398850"
"""NS_BINDING_ABORTED: a page was left before its font was there, which Firefox calls an error."""


class Firefox:
    """One headless Firefox; each page has cookies and a storage of its own."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._ends = ExitStack()

    def __enter__(self) -> "Firefox":
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});"
            for name, value in PREFERENCES.items()
        ]
        (self._home / "user.js").write_text("\n".join(lines))
        program = next(filter(None, map(shutil.which, FIREFOX_NAMES)))
        port = free_port()
        with (self._home / "said").open("w") as said:
            process = subprocess.Popen(
                [program, "--headless", "--no-remote", "--profile", str(self._home),
                 "--remote-debugging-port", str(port)],
                stdout=said, stderr=said,
            )  # fmt: skip
        self._ends.callback(end, process)
        self._bidi = BiDi(f"ws://127.0.0.1:{port}")
        self._ends.callback(self._bidi.quit)
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()
        assert self._bidi.errors == [], self._bidi.errors

    def screen(self, width: int, height: int) -> Screen:
        """Open an empty page whose window is so large, in CSS pixels."""
        user = self._bidi.ask("browser.createUserContext")["userContext"]
        made = self._bidi.ask("browsingContext.create", type="window", userContext=user)
        page = made["context"]
        size = {"width": width, "height": height}
        self._bidi.ask("browsingContext.setViewport", context=page, viewport=size)
        return Screen(Page(self._bidi, page))


class BiDi:
    """A session of WebDriver BiDi. ``errors`` are the scripts' errors that nobody caught.

    :raises AssertionError: from :meth:`ask`, if the browser refuses.
    """

    def __init__(self, address: str) -> None:
        self.errors: list[str] = []
        self._ids = itertools.count(1)
        self._socket = wait_for(lambda: _connected(f"{address}/session"), "Firefox answers")
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=["log.entryAdded"])

    def ask(self, method: str, **params: Any) -> Any:
        """Send a command and return its result; what is logged meanwhile is kept."""
        id = next(self._ids)
        self._socket.send(json.dumps({"id": id, "method": method, "params": params}))
        while True:
            told = json.loads(self._socket.recv())
            if told.get("method") == "log.entryAdded":
                said = told["params"]
                is_error = (said["type"], said["level"]) == ("javascript", "error")
                if is_error and ABORTED not in said["text"]:
                    self.errors.append(said["text"])
            elif told.get("id") == id:
                assert told["type"] == "success", f"{method}: {told}"
                return told["result"]

    def quit(self) -> None:
        """Close the browser."""
        self.ask("browser.close")
        self._socket.close()


class Page:
    """One page of it."""

    def __init__(self, bidi: BiDi, context: str) -> None:
        self._bidi = bidi
        self._context = context

    def goto(self, url: str) -> None:
        """Open an address, and return when it has loaded."""
        self._bidi.ask("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def run(self, expression: str) -> Any:
        """Evaluate JavaScript in the page and return its value."""
        try:
            answer = self._bidi.ask(
                "script.evaluate",
                expression=f"JSON.stringify({expression} ?? null)",
                target={"context": self._context},
                awaitPromise=False,
            )
        except AssertionError as error:  # the page is being left
            raise NotNow(str(error)) from error
        if answer["type"] == "exception":
            raise NotNow(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def perform(self, source: dict[str, Any]) -> None:
        """Perform the actions of one input source."""
        self._bidi.ask("input.performActions", context=self._context, actions=[source])


def _connected(address: str) -> WebSocket | None:
    try:
        return create_connection(address, timeout=ANSWERS_WITHIN_S, suppress_origin=True)
    except ConnectionRefusedError:
        return None
