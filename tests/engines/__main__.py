"""Runs the story in each browser engine that the machine has, and says plainly what did not run.

``python -m tests.engines --install`` first installs what is missing; :mod:`tests.engines.machine`.
The status tells of stories that failed. A browser that cannot be had is no failure.
"""

import argparse
import subprocess
import sys

from tests.engines import machine

STORY = "tests/engines/story.py"


def main(words: list[str]) -> int:
    """Install if that is wanted, run what can run, and return the status."""
    parser = argparse.ArgumentParser(prog="tests.engines")
    parser.add_argument("--install", action="store_true", help="first install what is missing")
    if parser.parse_args(words).install:
        machine.install()
    said = [_run(engine) for engine in machine.ENGINES]
    for engine, (_, text) in zip(machine.ENGINES, said, strict=True):
        machine.say(f"{engine.name}: {text}")
    return max(status for status, _ in said)


def _run(engine: machine.Engine) -> tuple[int, str]:
    """Run the story in one engine; return a status, and in words what came of it."""
    if missing := engine.missing():
        how = f"apt install --no-install-recommends {' '.join(engine.packages)}"
        return 0, f"NOT RUN, for {' and '.join(missing)} is not here. On Debian: {how}"
    pytest = [sys.executable, "-m", "pytest", "-q", STORY, "-k", engine.name.lower()]
    failed = subprocess.run(pytest).returncode != 0
    return int(failed), "the story FAILED" if failed else "the story runs"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
