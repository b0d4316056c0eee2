"""What one person sees and does in a browser, over whichever protocol drives it."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

PATIENCE_S = 30
"""How long a condition may take: slowness is not failure."""
LOOK_AGAIN_S = 0.1

ENTER = "\ue007"  # as WebDriver writes keys that are not letters
SPACE = " "

EYES = Path(__file__).with_name("eyes.js").read_text("utf-8")


class Line(Protocol):
    """One page of a browser, as a protocol reaches it."""

    def goto(self, url: str) -> None:
        """Open an address, and return when it has loaded."""

    def run(self, expression: str) -> Any:
        """Evaluate JavaScript in the page and return its value, which is JSON.

        :raises NotNow: the page has no answer, such as on its way to another one.
        """

    def perform(self, source: dict[str, Any]) -> None:
        """Perform the actions of one input source, as both WebDriver protocols write them."""


class NotNow(Exception):
    """The page could not answer."""


def wait_for(condition: Callable[[], T], what: str | Callable[[], str]) -> T:
    """Ask until the answer is true, and return it.

    :raises AssertionError: ``what`` was not so within :data:`PATIENCE_S`.
    """
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(LOOK_AGAIN_S)
    raise AssertionError(what if isinstance(what, str) else what())


def end(process: subprocess.Popen[bytes]) -> None:
    """End a browser or its driver, and wait until it has."""
    process.terminate()
    process.wait(PATIENCE_S)


class Screen:
    """One page, as whoever uses it meets it. Everything waits until it can be done.

    :raises AssertionError: from each method, if it cannot be done within :data:`PATIENCE_S`.
    """

    def __init__(self, line: Line) -> None:
        self._line = line

    def open(self, url: str) -> None:
        """Open an address."""
        self._line.goto(url)

    def run(self, expression: str) -> Any:
        """Evaluate JavaScript, with what ``eyes.js`` defines, and return its JSON value."""
        return self._line.run(f"(() => {{ {EYES}\nreturn ({expression}); }})()")

    def sees(self, words: str) -> None:
        """Wait until these words can be read."""
        self.meets(f"words(document.body).includes({json.dumps(words)})")

    def can_tap(self, name: str) -> None:
        """Wait until there is a button or link of this name, and nothing lies upon it."""
        self.meets(f"middle(named({json.dumps(name)}))")

    def tap(self, name: str) -> None:
        """Tap a button or link where its middle is."""
        self._tap_at(self.meets(f"middle(named({json.dumps(name)}))"))

    def tap_until_gone(self, name: str) -> None:
        """Tap a button until it is gone: one that has just changed its meaning is deaf at first."""

        def is_gone() -> bool:
            if at := self._answer(f"middle(named({json.dumps(name)}))"):
                self._tap_at(at)
            return self._answer(f"!named({json.dumps(name)})") is True

        self.can_tap(name)
        wait_for(is_gone, lambda: f"{name} goes. {self._read()}")

    def write(self, label: str, text: str) -> None:
        """Tap a field and type into it."""
        self._tap_at(self.meets(f"middle(labelled({json.dumps(label)}))"))
        self.type(text)

    def type(self, text: str) -> None:
        """Type letters and keys."""
        for key in text:
            self._keys(("keyDown", key), ("keyUp", key))

    def hold(self, key: str, until: Callable[[], None]) -> None:
        """Hold a key until something has happened, then let it go."""
        self._keys(("keyDown", key))
        try:
            until()
        finally:
            self._keys(("keyUp", key))

    def meets(self, expression: str) -> Any:
        """Wait until an expression is true, and return its value."""
        return wait_for(lambda: self._answer(expression), lambda: f"{expression}. {self._read()}")

    def _answer(self, expression: str) -> Any:
        try:
            return self.run(expression)
        except NotNow:
            return None

    def _read(self) -> str:
        return f"The page reads: {self._answer('location.pathname + words(document.body)')}"

    def _tap_at(self, at: dict[str, int]) -> None:
        moves: list[dict[str, Any]] = [
            {"type": "pointerMove", "x": at["x"], "y": at["y"], "duration": 0},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._line.perform({"type": "pointer", "id": "mouse", "actions": moves})

    def _keys(self, *moves: tuple[str, str]) -> None:
        actions = [{"type": kind, "value": key} for kind, key in moves]
        self._line.perform({"type": "key", "id": "keys", "actions": actions})
