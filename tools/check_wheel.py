"""Builds the wheel and checks it as users get it: in an empty environment, away from a checkout.

``make check-wheel``. It installs from ``requirements/run.txt`` with hashes and without compiling
anything, runs the commands, starts a server, and looks at its pages. Then it asks uv whether
everything is there without a compiler for each supported Python on each system, and runs the wheel
as ``uvx`` does.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fishbowl import __version__  # noqa: E402
from fishbowl.cli import COMMANDS  # noqa: E402
from tools.lock_requirements import blocks_of  # noqa: E402

RUN = ROOT / "requirements" / "run.txt"
COMPILED: dict[str, frozenset[str]] = {
    "3.11": frozenset(),
    "3.12": frozenset(),
    "3.13": frozenset(),
    "3.14": frozenset({"immutables"}),
}
"""The Pythons of ``pyproject.toml``, and what each of them has to compile since it has no wheel."""
SYSTEMS = (
    "x86_64-manylinux_2_28", "aarch64-manylinux_2_28", "x86_64-apple-darwin",
    "aarch64-apple-darwin", "x86_64-pc-windows-msvc",
)  # fmt: skip
PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet")
STARTED_S = 60
NO_COMPILER = {"CC": "false", "CXX": "false"}


def main() -> None:
    """Check everything; the first thing that is wrong ends it.

    :raises SystemExit: with what is wrong.
    """
    wheel = built()
    print(f"{wheel.name}: {wheel.stat().st_size // 1024} KiB")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        program = installed(wheel, home)
        check_commands(program, home)
        check_server(program, home)
        check_uvx(wheel, home)
        check_platforms(home)


def built() -> Path:
    """Build the wheel into ``dist/``."""
    output = ROOT / "dist"
    ran(sys.executable, *PIP, "wheel", "--no-deps", "--no-build-isolation",
        "--wheel-dir", str(output), str(ROOT))  # fmt: skip
    return output / f"fishbowl-{__version__}-py3-none-any.whl"


def installed(wheel: Path, home: Path) -> Path:
    """Install the wheel into an environment of its own, and return the program."""
    environment = home / "environment"
    venv.create(environment, with_pip=True)
    python = str(environment / "bin" / "python")
    ran(python, *PIP, "install", "--require-hashes", "--only-binary", ":all:", "-r", str(RUN),
        **NO_COMPILER)  # fmt: skip
    ran(python, *PIP, "install", "--no-deps", "--no-index", str(wheel))
    ran(python, "-m", "pip", "check")
    print("installed into an empty environment, with hashes and without a compiler")
    return environment / "bin" / "fishbowl"


def check_commands(program: Path, home: Path) -> None:
    """Run what needs no server."""
    if __version__ not in ran(str(program), "--version", cwd=home):
        sys.exit("the wheel is of another version")
    for command in COMMANDS:
        if "Example" not in ran(str(program), command, "--help", cwd=home):
            sys.exit(f"fishbowl {command} --help has no examples")
    print(f"{len(COMMANDS)} commands have their help")


def check_server(program: Path, home: Path) -> None:
    """Start a server, fetch a page with all its files, and stop it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [program, "serve", "--no-open", "--host", "127.0.0.1", "--port", str(port),
         "--db", str(home / "talks.db")],
        cwd=home, env=environment(), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        wait_for_start(server)
        page = fetched(f"{url}/").decode()
        files = sorted(set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page)))
        if len(files) < 3 or not all(fetched(url + file) for file in files):
            sys.exit("the front page has no scripts and styles")
        server.send_signal(signal.SIGTERM)
        if server.wait(STARTED_S):
            sys.exit("the server did not stop by itself")
    finally:
        server.kill()
    ran(str(program), "verify", "--db", str(home / "talks.db"), cwd=home)
    print(f"the server serves its front page and {len(files)} files of it, and stops")


def check_uvx(wheel: Path, home: Path) -> None:
    """Run the wheel as ``uvx fishbowl`` does, in a folder of its own."""
    folders = {"UV_TOOL_DIR": str(home / "tools"), "UV_CACHE_DIR": str(home / "cache")}
    said = ran("uv", "tool", "run", "--from", str(wheel), "fishbowl", "--version", **folders)
    if __version__ not in said:
        sys.exit("uvx runs another version")
    print("uvx runs it")


def check_platforms(home: Path) -> None:
    """Find a wheel of everything for each Python and system, but for what has to be compiled."""
    blocks = blocks_of(RUN.read_text(encoding="utf-8"))
    for python, compiled in COMPILED.items():
        wanted = home / f"{python}.txt"
        wanted.write_text(
            "\n".join(block for block in blocks if block.partition("==")[0] not in compiled)
        )
        for system in SYSTEMS:
            ran("uv", "pip", "compile", "--quiet", "--no-deps", "--only-binary", ":all:",
                "--python-version", python, "--python-platform", system, str(wanted))  # fmt: skip
        but = f", but for {', '.join(sorted(compiled))}" if compiled else ""
        print(f"Python {python}: no compiler is needed on {len(SYSTEMS)} systems{but}")


def wait_for_start(server: subprocess.Popen[str]) -> None:
    """Read what the server prints until it says that it serves."""
    assert server.stdout is not None
    if not any("Press Ctrl+C" in line for line in server.stdout):
        sys.exit("the server did not start")


def fetched(address: str, within_s: float = 5) -> bytes:
    """Fetch an address of this machine.

    :raises OSError: it does not answer in time.
    """
    with urllib.request.urlopen(address, timeout=within_s) as answer:
        content: bytes = answer.read()
        return content


def environment(**more: str) -> dict[str, str]:
    """This process's environment without what leads to the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PIP_CONSTRAINT": "", **more}


def ran(*command: str, cwd: Path | None = None, **more: str) -> str:
    """Run a program and return what it prints.

    :raises SystemExit: it failed.
    """
    done = subprocess.run(
        command, cwd=cwd, env=environment(**more), stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}")
    return done.stdout


if __name__ == "__main__":
    main()
