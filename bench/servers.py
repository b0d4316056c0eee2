"""The three servers that are compared, each in a process of its own, on a core of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import msgspec

from bench.machine import SERVER_CORES, client_cores, cpu_s, memory_bytes
from fishbowl import _build
from tests.support.server import Server, free_port

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"

Kind = Literal["fishbowl", "node_socketio", "floor"]
KINDS: tuple[Kind, ...] = ("fishbowl", "node_socketio", "floor")


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """A server that runs, and what is needed to use it."""

    kind: Kind
    url: str
    pid: int
    cookie: str = ""
    harness: Server | None = None

    def cpu_s(self) -> float:
        """CPU seconds of its process so far."""
        return cpu_s(self.pid)

    def memory_bytes(self) -> int:
        """Memory of its process now."""
        return memory_bytes(self.pid)


@contextmanager
def fishbowl(
    db: Path | None = None,
    disk: dict[str, Any] | None = None,
    files: int | None = None,
    async_mode: str = "eventlet",
) -> Iterator[Running]:
    """The whole product, as its users start it.

    :param files: how many files the machine lets it open.
    :param disk: what goes wrong with its disk; see :mod:`tests.support.faulty_disk`.
    """
    with tempfile.TemporaryDirectory() as folder:
        with _pinned():
            harness = Server(
                db or Path(folder) / "bench.db", disk=disk, files=files, async_mode=async_mode
            )
            harness.start()
        try:
            yield Running(
                kind="fishbowl",
                url=harness.url,
                pid=harness.pid,
                cookie=harness.owner_cookie(),
                harness=harness,
            )
        finally:
            harness.stop()


def install_peers() -> None:
    """Fetch what Node's server needs, unless it is here."""
    if not (PEERS / "node_modules").is_dir():
        node = _build.find_node()
        path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
        subprocess.run(
            [node, _build.npm_script(), "ci", "--no-audit", "--no-fund"],
            cwd=PEERS, env={**os.environ, "PATH": path}, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip


@contextmanager
def peer(kind: Kind, views: tuple[Any, Any]) -> Iterator[Running]:
    """A peer that greets with one view and broadcasts another."""
    port = free_port()
    if kind == "node_socketio":
        install_peers()
        command = [str(_build.find_node()), str(PEERS / "socketio.mjs"), str(port)]
    else:
        command = [sys.executable, str(PEERS / "floor.py"), str(port)]
    with _pinned():
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(views))
    process.stdin.close()
    try:
        if process.stdout.readline().strip() != "ready":
            raise AssertionError(f"{kind} did not start")
        yield Running(kind=kind, url=f"http://127.0.0.1:{port}", pid=process.pid)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@contextmanager
def _pinned() -> Iterator[None]:
    """Start processes on the server's core; the client stays on the others."""
    os.sched_setaffinity(0, SERVER_CORES)
    try:
        yield
    finally:
        stay_off_the_servers_core()


def stay_off_the_servers_core() -> None:
    """Keep this process, the client, away from what it measures."""
    os.sched_setaffinity(0, client_cores())
