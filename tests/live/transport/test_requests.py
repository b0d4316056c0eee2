"""Requests by hand: whole or not, and whatever is in them, an answer and no traceback."""

import json
import random
import socket
import string
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.live.conftest import Room
from tests.support.server import Server
from tests.support.wire import OPENING, Wire

PATIENCE_S = 30
FUZZED = 150
SEED = 47


@pytest.fixture(params=["eventlet", "threading"])
def quiet(
    start_server: Callable[..., Server], request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Server]:
    """A server that writes nothing to its terminal."""
    errors = tmp_path / "errors"
    server = start_server(async_mode=request.param, errors=errors)
    yield server
    server.stop()
    assert errors.read_text() == ""


def asked(server: Server, request: bytes) -> bytes:
    """Send a request by hand, end one's side, and return all that is answered."""
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE_S) as line:
        line.sendall(request)
        answer = b""
        try:
            line.shutdown(socket.SHUT_WR)
            while part := line.recv(65_536):
                answer += part
        except OSError:
            pass  # refused in the middle
        return answer


def posted(path: str, *headers: str, body: bytes = b"") -> bytes:
    head = [f"POST {path} HTTP/1.1", "Host: x", "Connection: close", *headers, "", ""]
    return "\r\n".join(head).encode() + body


BROKEN = [
    b"\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
    b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    b"GET /?q=\xff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    b"GET / HTTP/1.1\r\n: no name\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    b"Cookie: fishbowl_key_A=\xff\xfe; \x00\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: [x\r\nOrigin: http://[x\r\nConnection: close\r\n\r\n",
    b"GET /" + b"a" * 100_000,
    posted("/o", "Content-Length: -1"),
    posted("/o", "Content-Length: 99999999999999999999"),
    posted("/o", "Content-Length: \xb2"),
    posted("/o", "Content-Length: 10", body=b"half"),
    posted("/o", "Transfer-Encoding: chunked", body=b"zz\r\nno chunk\r\n"),
    posted("/o", "Transfer-Encoding: chunked", body=b"fffffff\r\nx"),
    posted("/socket.io/?EIO=4&transport=polling&sid=nobody", "Content-Length: 2", body=b"40"),
    posted("/socket.io/?EIO=4&transport=polling&sid=%ff", "Content-Length: 2", body=b"40"),
    posted("/socket.io/?EIO=3&transport=carrier-pigeon"),
    f"GET {OPENING} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "\r\n".encode(),
    f"GET {OPENING} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 99\r\n\r\n".encode(),
    f"GET {OPENING} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key1: 1 2\r\nSec-WebSocket-Key2: 0\r\n\r\n".encode(),
    b"GET /WAVE47 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: eA==\r\nSec-WebSocket-Version: 13\r\n\r\n",
]  # fmt: skip


def test_what_is_broken_is_refused_without_a_word_to_the_terminal(quiet: Server) -> None:
    for request in BROKEN:
        answer = asked(quiet, request)
        assert b"Traceback" not in answer, request
        assert b" 500 " not in answer.split(b"\r\n", 1)[0], request
    assert b" 200 " in asked(
        quiet, b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )


def test_a_body_that_is_too_long_is_refused_unread(quiet: Server) -> None:
    body = b"key=" + b"x" * 1_000_000
    form = "Content-Type: application/x-www-form-urlencoded"
    length = f"Content-Length: {len(body)}"
    answer = asked(quiet, posted("/o", "Origin: http://x", form, length, body=body))
    assert answer == b"" or b" 413 " in answer or b" 403 " in answer


def test_a_message_that_is_too_long_ends_the_line_whatever_the_client_does(quiet: Server) -> None:
    """A client that never hangs up itself would keep a descriptor."""
    with Wire(quiet) as wire:
        wire.connect(quiet.create_session())
        message = json.dumps(["command", {"id": "long-0001", "words": "x" * 200_000}])
        assert wire.ends_after(f"421{message}")


def test_a_body_in_chunks_is_a_body(quiet: Server) -> None:
    key = f'{{"key":"{quiet.owner_key}"}}'.encode()
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(key), key)
    answer = asked(
        quiet,
        posted("/o", "Origin: http://x", "Content-Type: application/json",
               "Transfer-Encoding: chunked", body=chunks),
    )  # fmt: skip
    assert b" 204 " in answer.split(b"\r\n", 1)[0]


def test_noise_of_any_kind_changes_nothing(quiet: Server) -> None:
    """For a bounded time; every run tries the same."""
    draw = random.Random(SEED)
    room = Room(quiet, quiet.create_session())
    amira = room.phone("Amira")
    for _ in range(FUZZED):
        noise = bytes(draw.randrange(256) for _ in range(draw.randrange(200)))
        asked(quiet, draw.choice((b"", b"GET /", posted("/k", "Content-Length: 50"))) + noise)
    letters = string.printable + "\u0000\u202eé友"
    for _ in range(FUZZED // 3):
        text = "".join(draw.choice(letters) for _ in range(draw.randrange(60)))
        with Wire(quiet) as wire:
            wire.connect(room.code)
            wire.send(draw.choice(("", "4", "42", "421", "40", "43", "45")) + text)
    assert amira.done("ask_for_chair")
    room.close()
