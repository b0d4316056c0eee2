"""Background work for all sessions goes on after one of them, or one attempt, fails."""

import errno
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from fishbowl.archive import archivist as archivist_module
from fishbowl.archive.archivist import Archivist
from fishbowl.domain.session import commands as c
from fishbowl.host import local_socket as local_module
from fishbowl.host.clock import SystemClock
from fishbowl.host.local_socket import LocalSocket, ask
from fishbowl.host.supervisor import Supervisor
from fishbowl.services import clock_watch as clock_module
from fishbowl.services.clock_watch import ClockWatch
from tests.support.broken_line import Fault, Io, run
from tests.support.face import PATIENCE_S
from tests.support.served import CODE, NEW, ServedRoom


@pytest.fixture
def supervisor() -> Supervisor:
    return Supervisor(lambda seconds: None)


def test_commands_beside_the_server_are_answered_after_no_descriptor_was_free(
    tmp_path: Path, supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_module, "_PAUSE_S", 0.0)
    local = LocalSocket(tmp_path / "s", {"greet": lambda asked, body: {"ok": True}}, supervisor)
    real = local._listener
    troubles = [OSError(errno.EMFILE, os.strerror(errno.EMFILE))]

    def accept() -> Any:
        if troubles:
            raise troubles.pop()
        return real.accept()

    local._listener = SimpleNamespace(accept=accept, close=real.close)  # type: ignore[assignment]

    def spawn(task: Callable[[], None]) -> None:
        threading.Thread(target=task, daemon=True).start()

    spawn(lambda: local.run(spawn))
    assert ask(tmp_path / "s", "greet") == {"ok": True}
    local._is_closed = True
    real.shutdown(socket.SHUT_RDWR)
    local.close()


def test_the_archive_takes_a_session_in_after_one_that_fails(
    tmp_path: Path, supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, indexed, idle = ServedRoom(tmp_path / "talks.db"), [], threading.Event()
    room.service.start()
    for code in ("TUNE88", CODE):
        for command in (c.CreateSession(code=code, question="Why?"), c.StartSession(),
                        c.CloseSession()):  # fmt: skip
            assert room.service.submit(room.envelope(command, code=code)).ok
    real = archivist_module.build_from_log

    def build(path: Path, code: str) -> Any:
        if code == "TUNE88":
            raise Fault
        return real(path, code)

    def directly(function: Callable[..., Any], *args: Any) -> Any:
        return function(*args)

    def put(connection: Any, built: Any) -> None:
        indexed.append(built)

    monkeypatch.setattr(archivist_module, "build_from_log", build)
    monkeypatch.setattr(archivist_module, "write_to_index", put)
    monkeypatch.setattr(archivist_module, "DEBOUNCE_S", 0.0)
    archivist = Archivist(room.service, directly, idle.set, supervisor)
    archivist.start()
    assert idle.wait(PATIENCE_S)
    assert len(indexed) == 1
    archivist.stop()
    room.service.stop()


def test_the_clocks_are_compared_again_after_it_failed(
    tmp_path: Path, supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = ServedRoom(tmp_path / "talks.db")
    room.service.start()
    room.sends(NEW)
    watch = ClockWatch(SystemClock(), room.service, lambda: None, supervisor=supervisor)
    looks: list[int] = []

    def look() -> None:
        looks.append(1)
        raise Fault

    monkeypatch.setattr(watch, "look", look)
    monkeypatch.setattr(clock_module, "time", SimpleNamespace(sleep=Io(sleeps=3).sleep))
    run(watch.run)
    assert len(looks) == 3
    room.service.stop()
