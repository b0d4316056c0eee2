"""Tries the recipes in ``deploy/`` on this machine (``make check-deploy``): Caddy, nginx, systemd.

A program that is not installed is named and is no failure; the status tells of recipes that failed.
Everything listens on loopback, with a certificate that is made for the trial.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.deploy.page import ROOT
from tests.deploy.proxies import CADDY, NGINX, Proxy, certificate, https_problems
from tests.support.server import Server, free_port

EXPOSURE_MAX = 20
"""Of 100, as ``systemd-analyze security`` counts: what a service could still do to its machine."""
UNITS = ("fishbowl.service", "fishbowl-backup.service", "fishbowl-backup.timer")


def main() -> int:
    """Try what can be tried, say what came of it, and return the status."""
    outcomes = [_of_proxy(proxy) for proxy in (CADDY, NGINX)]
    outcomes.append(_of_units())
    for _, text in outcomes:
        print(text)
    return max(status for status, _ in outcomes)


def _of_proxy(proxy: Proxy) -> tuple[int, str]:
    program = shutil.which(proxy.program)
    if program is None or shutil.which("openssl") is None:
        return 0, f"{proxy.recipe}: NOT TRIED, for {proxy.program} or openssl is not here."
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder)) as (server, port):
        home = Path(folder)
        certificate(home)
        config = proxy.adapted(home, server.port, port, free_port())
        command = [program, *proxy.options(config, home)]
        with (home / "said").open("wb") as said:
            running = subprocess.Popen(command, cwd=home, stdout=said, stderr=said)
        try:
            problems = https_problems(home, port, running)
        finally:
            running.terminate()
            running.wait(20)
        if problems:
            return (
                1,
                f"{proxy.recipe}: FAILED: {'; '.join(problems)}\n{(home / 'said').read_text()}",
            )
    version = subprocess.run([program, proxy.version], capture_output=True, text=True)
    return 0, f"{proxy.recipe}: works with {(version.stdout or version.stderr).strip()}"


@contextlib.contextmanager
def _server(folder: Path) -> Iterator[tuple[Server, int]]:
    """A server behind a proxy that will listen on a port."""
    port = free_port()
    server = Server(
        folder / "talks.db",
        options=["--public-url", f"https://talk.example.org:{port}", "--trusted-proxies", "1"],
    )
    server.start()
    try:
        yield server, port
    finally:
        server.stop()


def _of_units() -> tuple[int, str]:
    program = shutil.which("systemd-analyze")
    if program is None:
        return 0, "systemd units: NOT TRIED, for systemd-analyze is not here."
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name in UNITS:
            text = (ROOT / "deploy" / name).read_text(encoding="utf-8")
            paths.append(Path(folder, name))
            paths[-1].write_text(
                text.replace("/opt/fishbowl/bin", str(Path(sys.executable).parent))
            )
        calls = [["verify", *map(str, paths)]]
        calls += [["security", "--offline=true", f"--threshold={EXPOSURE_MAX}", str(path)]
                  for path in paths if path.suffix == ".service"]  # fmt: skip
        for call in calls:
            done = subprocess.run([program, "--no-pager", *call], capture_output=True, text=True)
            if done.returncode:
                return 1, f"systemd units: {call[0]} FAILED\n{done.stdout}{done.stderr}"
    return 0, f"systemd units: correct, and exposed to at most {EXPOSURE_MAX / 10} of 10"


if __name__ == "__main__":
    sys.exit(main())
