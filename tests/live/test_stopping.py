"""A server that is told to stop says so, closes its lines and ends, whoever listens and reads."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
import websocket

from tests.live.conftest import Room
from tests.support.raw_phone import RawPhone
from tests.support.server import Server, free_port
from tests.support.wire import Wire

BOUND_S = 15
"""Stopping takes a part of this; the rest is for slow machines."""

both_modes = pytest.mark.parametrize("async_mode", ["eventlet", "threading"])


@both_modes
def test_everybody_is_told_and_every_line_is_closed_in_order(
    start_server: Callable[..., Server], async_mode: str
) -> None:
    server = start_server(async_mode=async_mode)
    code = server.create_session()
    wire = Wire(server).connect(code)
    server.terminate()
    assert wire.until('42["stopping"') == '42["stopping",{}]'
    with pytest.raises(websocket.WebSocketConnectionClosedException):
        wire.until("never")
    assert wire.close_frame is not None
    assert server.ended(BOUND_S) == 0
    wire.close()


@both_modes
def test_a_phone_that_polls_is_told_as_well(
    start_server: Callable[..., Server], async_mode: str
) -> None:
    server = start_server(async_mode=async_mode)
    hello = {"code": server.create_session(), "face": "phone", "device": "a" * 24}
    url = f"{server.url}/socket.io/?EIO=4&transport=polling"
    with requests.Session() as phone:
        url += f"&sid={json.loads(phone.get(url).text[1:])['sid']}"
        phone.post(url, data=f"40{json.dumps(hello)}")
        heard = ""
        while "signals" not in heard:
            heard += phone.get(url).text
        server.terminate()
        while "stopping" not in heard:
            heard += phone.get(url).text
    assert server.ended(BOUND_S) == 0


@both_modes
def test_nobody_who_does_not_read_is_waited_for(
    start_server: Callable[..., Server], async_mode: str
) -> None:
    server = start_server(async_mode=async_mode)
    room = Room(server, server.create_session())
    console, slow = room.console(), RawPhone(server, room.code)
    console.done("start_session")
    for number in range(60):
        console.done("begin_topic", title=f"{number} " + "words " * 20)
    server.terminate()
    assert server.ended(BOUND_S) == 0
    slow.close()
    room.close()


@both_modes
def test_what_was_confirmed_before_is_there_afterwards(
    start_server: Callable[..., Server], async_mode: str
) -> None:
    server = start_server(async_mode=async_mode)
    room = Room(server, server.create_session())
    room.phone("Amira")
    server.terminate()
    assert server.ended(BOUND_S) == 0
    room.close()
    server.start()
    console = Room(server, room.code).console()
    console.until(lambda: console.slices["figures"]["people"] == 1)
    console.leave()


@both_modes
def test_it_ends_when_its_terminal_has_been_closed(tmp_path: Path, async_mode: str) -> None:
    port = free_port()
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "fishbowl", "serve", "--host", "127.0.0.1", "--port", str(port),
         "--db", str(tmp_path / "fishbowl.db"), "--no-open"],
        env={**os.environ, "FISHBOWL_ASYNC_MODE": async_mode}, stdout=writing, stderr=writing,
    )  # fmt: skip
    try:
        os.close(writing)
        said = b""
        while b"Press Ctrl+C" not in said:
            part = os.read(reading, 4096)
            assert part, said
            said += part
        os.close(reading)  # whatever is written from now on fails
        process.send_signal(signal.SIGINT)
        assert process.wait(BOUND_S) == 0
    finally:
        process.kill()
        process.wait()


STOPS_BADLY = """
import sys, threading, time
from fishbowl.host.shutdown import stop_on_signal

def stop():
    raise RuntimeError("the disk is gone")

def wait_for_ever():
    threading.Event().wait()

stop_on_signal(lambda task: threading.Thread(target=task).start(), {stop})
print("ready", flush=True)
time.sleep(3600)
"""


def _stopping(stop: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", STOPS_BADLY.format(stop=stop)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_it_ends_when_stopping_fails() -> None:
    process = _stopping("stop")
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=BOUND_S)
    assert process.returncode == 1
    assert "what was acknowledged is saved" in errors


def test_a_second_signal_ends_it_at_once() -> None:
    process = _stopping("wait_for_ever")
    process.send_signal(signal.SIGINT)
    until_s = time.monotonic() + BOUND_S
    while process.poll() is None and time.monotonic() < until_s:
        process.send_signal(signal.SIGINT)
    process.communicate(timeout=BOUND_S)
    assert process.returncode == 1
