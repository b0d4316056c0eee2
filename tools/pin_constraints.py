"""Writes ``constraints.txt``: the versions with which everything is installed and tested.

It installs what ``pyproject.toml`` asks for, with all extras and what builds a wheel, into an
environment of its own, newest versions first, and notes what came of it. Packages that only another
system or a newer Python needs are not in it; pip chooses those freely.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints.txt"
HEAD = (
    "# Made by `make constraints`: the versions that were tested together. Names only, no hosts.\n"
)
OLDEST = (3, 11)
"""As in ``requires-python``: newer Pythons can install what this one can, but not always the
other way round."""
NOT_PINNED = {"certifi", "pip", "setuptools"}
"""Root certificates are best new; pip and setuptools are what makes the environment."""


def main() -> None:
    """Install everything afresh and write the file."""
    if sys.version_info[:2] != OLDEST:
        sys.exit(f"Run this with Python {'.'.join(map(str, OLDEST))}: make constraints PYTHON=…")
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "bin", "python")
        pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", *_wanted()], check=True)
        frozen = subprocess.run(
            [*pip, "list", "--format=freeze"], check=True, capture_output=True, text=True
        ).stdout
    CONSTRAINTS.write_text(HEAD + "".join(f"{line}\n" for line in pins(frozen)))


def pins(frozen: str) -> list[str]:
    """Take the versions out of what ``pip list --format=freeze`` prints."""
    lines = (line.strip() for line in frozen.splitlines() if "==" in line)
    named = {re.sub(r"[-_.]+", "-", line.partition("==")[0]).lower(): line for line in lines}
    return [
        f"{name}=={named[name].partition('==')[2]}"
        for name in sorted(named)
        if name not in NOT_PINNED
    ]


def _wanted() -> list[str]:
    """List the requirements of the project, without the project."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = told["project"]
    extras = (one for extra in project["optional-dependencies"].values() for one in extra)
    wanted = [*project["dependencies"], *extras, *told["build-system"]["requires"], "editables"]
    return [one for one in wanted if not one.startswith(f"{project['name']}[")]


if __name__ == "__main__":
    main()
