"""Writes ``requirements/``: all versions that are installed and tested, with their hashes.

``python tools/lock_requirements.py`` chooses the newest versions; with ``--keep`` it keeps those
that are locked, and adds what is new in ``pyproject.toml``. uv resolves for all systems and all
supported Pythons at once. No file names a host, so that every mirror of the registry will do.

A file builds on another one and lists only what that one does not have. pip checks the hash of
whatever it installs from them: ``pip install --require-hashes -r requirements/run.txt``.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
OLDEST = "3.11"
"""As in ``requires-python``."""
FOR_EDITABLE = "editables"
"""What hatchling asks for when it installs a checkout."""
UV = ("uv", "pip", "compile", "--universal", "--quiet", "--no-header", "--no-annotate")

_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*")


class File(NamedTuple):
    """One file: the extras that it has, which file it builds on, and what it is for."""

    extras: tuple[str, ...]
    base: str
    purpose: str


FILES = {
    "run": File((), "", "what a server needs, without extras"),
    "build": File(("build",), "run", "and what builds the front end and the wheel"),
    "test": File(("test",), "build", "and what the tests and linters need"),
    "bench": File(("bench",), "test", "and what the benchmarks need"),
    "release": File(("release",), "build", "what audits, lists and locks all this"),
}


def main() -> None:
    """Resolve everything and write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="keep the versions that are locked")
    kept = locked_versions() if parser.parse_args().keep else []
    everything = sorted({one for file in FILES.values() for one in wanted(file)})
    # All files have the same versions, so they are chosen for all of them first.
    versions = pins(compiled(everything, kept))
    blocks: dict[str, list[str]] = {}
    FOLDER.mkdir(exist_ok=True)
    for name, file in FILES.items():
        blocks[name] = blocks_of(compiled(wanted(file), versions, "--generate-hashes"))
        below = set(blocks_below(name, blocks))
        own = [block for block in blocks[name] if block not in below]
        (FOLDER / f"{name}.txt").write_text(written(file, own), encoding="utf-8")


def wanted(file: File) -> list[str]:
    """List the requirements of a file, those of its extras and of what they name included."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, found = told["project"], [*told["project"]["dependencies"]]
    if file.extras:
        found += [*told["build-system"]["requires"], FOR_EDITABLE]
    extras = list(file.extras)
    for extra in extras:
        for one in project["optional-dependencies"][extra]:
            if (nested := re.fullmatch(rf"{project['name']}\[([\w-]+)\]", one)) is None:
                found.append(one)
            elif nested[1] not in extras:
                extras.append(nested[1])
    return sorted(found)


def compiled(requirements: Iterable[str], constraints: Iterable[str], *options: str) -> str:
    """Let uv choose versions.

    :param constraints: pinned versions to be taken where they fit.
    :raises subprocess.CalledProcessError: there is no solution; uv has said why.
    """
    with tempfile.TemporaryDirectory() as folder:
        asked, bound = Path(folder, "asked.in"), Path(folder, "bound.txt")
        asked.write_text("\n".join(requirements))
        bound.write_text("\n".join(constraints))
        command = [*UV, *options, "--python-version", OLDEST, "-c", str(bound), str(asked)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def blocks_of(lock: str) -> list[str]:
    """Split a file into its requirements, each with the lines of its hashes."""
    blocks: list[str] = []
    for line in lock.splitlines():
        if _NAME.match(line):
            blocks.append(line)
        elif line.strip() and not line.startswith(("#", "-r ")):
            blocks[-1] += f"\n{line}"
    return blocks


def pins(lock: str) -> list[str]:
    """Take the versions out of a lock, with markers and without hashes."""
    return [block.splitlines()[0].removesuffix("\\").strip() for block in blocks_of(lock)]


def locked_versions() -> list[str]:
    """The versions of the files as they are."""
    files = sorted(FOLDER.glob("*.txt"))
    return sorted({pin for file in files for pin in pins(file.read_text(encoding="utf-8"))})


def blocks_below(name: str, blocks: dict[str, list[str]]) -> Iterable[str]:
    """The requirements of the files on which a file builds."""
    while name := FILES[name].base:
        yield from blocks[name]


def written(file: File, blocks: list[str]) -> str:
    """Write a file."""
    head = [f"# Made by `make lock`: {file.purpose}. Names, versions and hashes, no hosts."]
    return "\n".join([*head, *([f"-r {file.base}.txt"] if file.base else []), *blocks, ""])


if __name__ == "__main__":
    main()
