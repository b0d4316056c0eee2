"""Asks the advisory databases of Python and npm about everything that is locked.

``make audit``. The status is 1 if something has a known vulnerability, and 0 otherwise, also where
a database does not answer: then a line says so, since silence is not "nothing found".
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fishbowl import _build  # noqa: E402

REQUIREMENTS = ROOT / "requirements"
NPM_FOLDERS = ("static", "static/lint")
LAST_LINES = 3


class Outcome(NamedTuple):
    """What a database said.

    ``asked`` is how many packages it knew, ``found`` what it said of them in words, and
    ``no_answer`` what it did not answer, and why.
    """

    asked: int
    found: list[str]
    no_answer: str = ""


def main() -> None:
    """Ask, and tell."""
    outcomes = {"requirements": python()}
    outcomes |= {f"{folder}/package-lock.json": npm(folder) for folder in NPM_FOLDERS}
    for place, outcome in outcomes.items():
        print(told(place, outcome))
    sys.exit(int(any(outcome.found for outcome in outcomes.values())))


def told(place: str, outcome: Outcome) -> str:
    """Say in a line for each finding, or in one, what came of it."""
    lines = [f"{place}: {finding}" for finding in outcome.found]
    if outcome.asked and not outcome.found:
        lines.append(f"{place}: no known vulnerabilities in {outcome.asked} packages.")
    if outcome.no_answer:
        lines.append(f"{place}: NOT AUDITED, the database did not answer: {outcome.no_answer}")
    return "\n".join(lines)


def python() -> Outcome:
    """Ask about all files of ``requirements/``; nothing is installed."""
    command = [sys.executable, "-m", "pip_audit", "--format=json", "--progress-spinner=off",
               "--require-hashes", "--disable-pip"]  # fmt: skip
    for file in sorted(REQUIREMENTS.glob("*.txt")):
        command += ["-r", str(file)]
    done = subprocess.run(command, capture_output=True, text=True)
    return python_outcome(done.stdout, done.stderr)


def python_outcome(printed: str, errors: str) -> Outcome:
    """Read what pip-audit printed. Of a package that a mirror does not know it says nothing."""
    try:
        packages: list[dict[str, Any]] = json.loads(printed)["dependencies"]
    except (ValueError, LookupError, TypeError):
        return Outcome(0, [], _last(errors))
    skipped = [package for package in packages if "skip_reason" in package]
    found = [
        f"{package['name']} {package['version']}: {one['id']}{_fixed(one.get('fix_versions', []))}"
        for package in packages
        for one in package.get("vulns", [])
    ]
    silent = f"{len(skipped)} of {len(packages)} packages are unknown to it" if skipped else ""
    return Outcome(len(packages) - len(skipped), found, silent)


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
        audit = json.loads(printed)
        packages: dict[str, Any] = audit["vulnerabilities"]
    except (ValueError, LookupError, TypeError):
        return Outcome(0, [], _last(errors or printed))
    found = [
        f"{name}: {cause['title']} ({cause['severity']})"
        for name, package in packages.items()
        for cause in package["via"]
        if isinstance(cause, dict)
    ]
    return Outcome(audit["metadata"]["dependencies"]["total"], found)


def _fixed(versions: list[str]) -> str:
    return f", fixed in {', '.join(versions)}" if versions else ", not fixed yet"


def _last(errors: str) -> str:
    """The end of what a program said about its failure, in one line."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    return " / ".join(lines[-LAST_LINES:])[:300] or "it printed nothing"


if __name__ == "__main__":
    main()
