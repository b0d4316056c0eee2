"""``python tools/set_up.py FILE``: makes ``.venv`` and installs a file's locked packages into it.

Every package is checked by its hash; whatever the environment tells pip to add or to hold back has
no say. Fishbowl itself is built by what was installed before, so nothing else is fetched. It runs
with the system's own Python, before anything is installed, so it uses nothing else. It says
what it does and how far it is: one line that is written again on a terminal, plain lines elsewhere.
Ctrl+C leaves nothing that the next run has to clean up.
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
LINE_EVERY_S = 10.0
NAMED = re.compile(r"^(?:Collecting|Requirement already satisfied:|Obtaining) (\S+)")
INSTALLING = re.compile(r"^Installing (?:collected packages|build dependencies)")
KEPT_LINES = 30
"""Of what pip said last, for when it fails."""


class Counter:
    """Shows how many packages are found of how many are expected."""

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
        of = f" {done} of about {self._expected}" if done else ""
        line = f"{what}{of}, {now_s - self._began_s:.0f} s so far"
        if self._is_terminal:
            print(f"\r{line:<{self._width}}", end="", file=sys.stderr, flush=True)
            self._width = len(line)
        else:
            print(line, file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line as it is."""
        if self._is_terminal and self._width:
            print(file=sys.stderr)


def main(locked: Path) -> int:
    """Set everything up; pip's status if it fails.

    :param locked: a file of requirements with hashes.
    """
    python = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        print("Setting up, 1 of 2: a Python environment in .venv", file=sys.stderr, flush=True)
        venv.create(VENV, with_pip=True)
    print(
        f"Setting up, 2 of 2: packages ({locked.stem}); about a minute for the first time",
        file=sys.stderr, flush=True,
    )  # fmt: skip
    pip = [str(python), "-m", "pip", "install"]
    status = install([*pip, "--require-hashes", "-r", str(locked)], expected(locked))
    return status or install([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], 1)


def install(command: list[str], packages: int) -> int:
    """Run pip and count what it names; what it said last is shown if it fails."""
    counter = Counter(packages)
    found: set[str] = set()
    said: list[str] = []
    quietly = ["--disable-pip-version-check", "--progress-bar", "off"]
    with subprocess.Popen(
        [*command, *quietly], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT,
        env={**os.environ, "PIP_CONSTRAINT": ""},
    ) as pip:  # fmt: skip
        assert pip.stdout is not None
        for line in pip.stdout:
            said = [*said[1 - KEPT_LINES :], line]
            if named := NAMED.match(line.strip()):
                found.add(re.split(r"[^\w.-]", named[1])[0].lower())
                counter.show("Finding packages:", len(found))
            elif INSTALLING.match(line.strip()):
                counter.show("Installing packages")
    counter.end()
    if pip.returncode:
        print("".join(said), file=sys.stderr)
        print("The packages could not be installed; pip says why above.", file=sys.stderr)
    return pip.returncode


def expected(locked: Path) -> int:
    """How many packages a file has, with those of the files that it builds on."""
    lines = locked.read_text().splitlines()
    below = (line.removeprefix("-r ") for line in lines if line.startswith("-r "))
    return sum("==" in line for line in lines) + sum(expected(locked.parent / one) for one in below)


if __name__ == "__main__":
    try:
        sys.exit(main(ROOT / sys.argv[1]))
    except KeyboardInterrupt:
        sys.exit("\nStopped. Nothing is half set up: make goes on with it the next time.")
