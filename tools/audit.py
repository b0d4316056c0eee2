"""Asks the advisory databases of Python and npm about everything that is locked.

``make audit``. The status is 1 if something has a known vulnerability, and 0 otherwise, also where
a database does not answer: then a line says so, since silence is not "nothing found".
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fishbowl import _build  # noqa: E402

PYTHON_FILES = ("bench", "release")
"""The files of ``requirements/`` that have all others in them."""
NPM_FOLDERS = ("static", "static/lint")
LAST_LINES = 3


class Outcome(NamedTuple):
    """What a database said: findings in words, or why it said nothing."""

    found: list[str]
    no_answer: str = ""


def main() -> None:
    """Ask, and tell."""
    asked: dict[str, Callable[[], Outcome]] = {
        **{f"requirements/{name}.txt": lambda name=name: python(name) for name in PYTHON_FILES},
        **{
            f"{folder}/package-lock.json": lambda folder=folder: npm(folder)
            for folder in NPM_FOLDERS
        },
    }
    outcomes = {file: ask() for file, ask in asked.items()}
    for file, outcome in outcomes.items():
        print(told(file, outcome))
    sys.exit(int(any(outcome.found for outcome in outcomes.values())))


def told(file: str, outcome: Outcome) -> str:
    """Say in one line, or one a finding, what came of a file."""
    if outcome.no_answer:
        return f"{file}: NOT AUDITED, the advisory database did not answer: {outcome.no_answer}"
    if not outcome.found:
        return f"{file}: no known vulnerabilities."
    return "\n".join(f"{file}: {finding}" for finding in outcome.found)


def python(name: str) -> Outcome:
    """Ask about a file of ``requirements/``; nothing is installed."""
    file = ROOT / "requirements" / f"{name}.txt"
    command = [sys.executable, "-m", "pip_audit", "--format=json", "--progress-spinner=off",
               "--require-hashes", "--disable-pip", "-r", str(file)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)
    return python_outcome(done.stdout, done.stderr)


def python_outcome(printed: str, errors: str) -> Outcome:
    """Read what pip-audit printed."""
    try:
        packages = json.loads(printed)["dependencies"]
    except (ValueError, LookupError, TypeError):
        return Outcome([], _last(errors))
    return Outcome(
        [
            f"{package['name']} {package['version']}: {found['id']}"
            f"{_fixed(found.get('fix_versions', []))}"
            for package in packages
            for found in package.get("vulns", [])
        ]
    )


def npm(folder: str) -> Outcome:
    """Ask about the lock of a folder; nothing is installed."""
    node = _build.find_node()
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        [node, _build.npm_script(), "audit", "--json", "--package-lock-only", "--audit=true"],
        capture_output=True,
        text=True,
        cwd=ROOT / folder,
        env={**os.environ, "PATH": path},
    )
    return npm_outcome(done.stdout, done.stderr)


def npm_outcome(printed: str, errors: str) -> Outcome:
    """Read what ``npm audit`` printed."""
    try:
        packages: dict[str, Any] = json.loads(printed)["vulnerabilities"]
    except (ValueError, LookupError, TypeError):
        return Outcome([], _last(errors or printed))
    return Outcome(
        [
            f"{name}: {cause['title']} ({cause['severity']})"
            for name, package in packages.items()
            for cause in package["via"]
            if isinstance(cause, dict)
        ]
    )


def _fixed(versions: list[str]) -> str:
    return f", fixed in {', '.join(versions)}" if versions else ", not fixed yet"


def _last(errors: str) -> str:
    """The end of what a program said about its failure, in one line."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    return " / ".join(lines[-LAST_LINES:])[:300] or "it printed nothing"


if __name__ == "__main__":
    main()
