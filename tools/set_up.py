"""``python tools/set_up.py FILE``: makes ``.venv`` and installs a file's locked packages into it.

Every package is checked by its hash; whatever the environment tells pip to add or to hold back has
no say. Fishbowl itself is built by what was installed before, so nothing else is fetched.
It runs with the system's own Python, before anything is installed, so it uses nothing else. It says
what it does and how far it is: one line that is written again on a terminal, plain lines elsewhere.
Ctrl+C harms nothing: make runs it again the next time, and what is installed stays.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
LINE_EVERY_S = 10.0
FOUND = re.compile(r"^(?:Collecting|Requirement already satisfied:) ([\w.-]+)")
INSTALLING = re.compile(r"^Installing collected packages")
BASE = re.compile(r"^-r (\S+)", re.MULTILINE)
PINNED = re.compile(r"^[A-Za-z0-9][\w.-]*==", re.MULTILINE)
KEPT_LINES = 30
"""Of what pip said last, for when it fails."""


class Counter:
    """Shows how many of the packages are found.

    :param expected: how many there are at most; some are for other systems.
    """

    def __init__(self, expected: int) -> None:
        self._expected = expected
        self._began_s = self._shown_s = time.monotonic()
        self._is_terminal = sys.stderr.isatty()
        self._width = 0

    def show(self, what: str, done: int = 0) -> None:
        """Show a state, if it is time to."""
        now_s = time.monotonic()
        if not self._is_terminal and now_s - self._shown_s < LINE_EVERY_S:
            return
        self._shown_s = now_s
        line = f"{what}{self._of(done, now_s - self._began_s)}"
        if self._is_terminal:
            print(f"\r{line:<{self._width}}", end="", file=sys.stderr, flush=True)
            self._width = len(line)
        else:
            print(line, file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line as it is."""
        if self._is_terminal and self._width:
            print(file=sys.stderr)

    def _of(self, done: int, passed_s: float) -> str:
        if not done:
            return ""
        left_s = passed_s / done * max(0, self._expected - done)
        return f": {done} of {self._expected}, about {max(1, round(left_s))} s left"


def main(locked: Path) -> int:
    """Set everything up; pip's status if it fails.

    :param locked: a file of requirements with hashes.
    """
    if not PYTHON.exists():
        say("Setting up, 1 of 3: a Python environment in .venv")
        venv.create(VENV, with_pip=True)
    say(f"Setting up, 2 of 3: the packages of {locked}")
    status = install(["--require-hashes", "-r", str(locked)], expected(locked))
    if status:
        return status
    say("Setting up, 3 of 3: Fishbowl itself")
    return install(["--no-deps", "--no-build-isolation", "-e", str(ROOT)], 1)


def install(words: list[str], packages: int) -> int:
    """Run pip and count what it finds; what it said last is shown if it fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    counter = Counter(packages)
    found: set[str] = set()
    said: list[str] = []
    with subprocess.Popen(
        [*command, "--progress-bar", "off", *words],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT,
        env={**os.environ, "PIP_CONSTRAINT": ""},
    ) as pip:  # fmt: skip
        assert pip.stdout is not None
        for line in map(str.strip, pip.stdout):
            said = [*said[1 - KEPT_LINES :], line]
            if named := FOUND.match(line):
                found.add(named[1].lower())
                counter.show("Finding packages", len(found))
            elif INSTALLING.match(line):
                counter.show("Installing them")
    counter.end()
    if pip.returncode:
        say("\n".join(said))
        say("The packages could not be installed; pip says why above. make tries again.")
    return pip.returncode


def expected(requirements: Path) -> int:
    """How many packages a file names, those of the files that it builds on included."""
    text = requirements.read_text(encoding="utf-8")
    below = sum(expected(requirements.parent / base) for base in BASE.findall(text))
    return below + len(PINNED.findall(text))


def say(sentence: str) -> None:
    """Tell whoever waits."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1])))
    except KeyboardInterrupt:
        sys.exit("\nStopped. What is installed stays; make goes on with it the next time.")
