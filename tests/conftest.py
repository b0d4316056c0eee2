"""What all tests share: nothing is skipped quietly, and real servers are easy to start."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.support.server import Server
from tests.support.slowest import tell_slowest

# How fast a machine is tells nothing about a property: neither a single example has a time limit,
# nor the making of examples.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


MEMORY = Path("/dev/shm")
NEEDED_BYTES = 2 << 30
"""Four times what a run has written at its end."""


def pytest_configure() -> None:
    """Keep the files of tests in memory where there is room: thousands of commits wait for no disk.

    What tests kill or cut off is a process, whose files stay; a power cut is played by
    :mod:`tests.support.faulty_disk`.
    """
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > NEEDED_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection() -> None:
    """Look for no garbage while modules and tests are made: nearly all of it stays."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Look for garbage in what tests make, not in the thousands of tests themselves."""
    gc.freeze()
    gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell where the time went."""
    tell_slowest(terminalreporter)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Count a skipped test as failed: a test that cannot run has not passed."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Start real server processes; all are stopped afterwards."""
    started: list[Server] = []

    def start(**options: Any) -> Server:
        server = Server(tmp_path / "fishbowl.db", **options)
        started.append(server)
        server.start()
        return server

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def server(start_server: Callable[..., Server]) -> Server:
    """A running server with an empty database."""
    return start_server()
