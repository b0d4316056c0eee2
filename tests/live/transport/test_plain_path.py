"""What the libraries do not promise may be gone: one line says so, and everybody is served."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fishbowl.host.supervisor import Supervisor
from fishbowl.live.transport.inbound import InboundRateLimit
from fishbowl.live.transport.strangers import Strangers
from tests.live.conftest import Room
from tests.support.broken_line import WELL, Io
from tests.support.faults import HIDDEN
from tests.support.server import Server

NOT_LIMITED = {
    "engine._async": "WebSockets have no rate limit",
    "connection": "it has no rate limit",
}
"""Where the inbound rate limit needs the same attribute as the fast path."""
WITHOUT_A_LINE = {"connection.upgrading"}
"""It is looked at in one packet that a client sends once; without it that packet is let through."""


@pytest.mark.parametrize("hidden", HIDDEN)
def test_without_an_attribute_of_the_libraries_one_line_is_logged_and_everybody_is_served(
    start_server: Callable[..., Server], tmp_path: Path, hidden: str
) -> None:
    errors = tmp_path / "errors"
    server = start_server(errors=errors, faults={"hidden": hidden})
    room = Room(server, server.create_session())
    console, display = room.console(), room.face("display", transport="polling")
    phone, other = room.phone("Amira"), room.phone("Kofi")
    begun = console.done("start_session")
    for face in (display, phone, other):
        face.at(begun)
    asked = phone.done("ask_for_chair")
    for face in (display, console):
        face.at(asked)
    room.close()
    expected = [] if hidden in WITHOUT_A_LINE else ["each connection has a task"]
    if hidden not in WITHOUT_A_LINE | {"ping"}:
        expected = ["messages are slower"]
    if hidden in NOT_LIMITED:
        expected.append(NOT_LIMITED[hidden])
    logged = errors.read_text().splitlines()
    assert len(logged) == len(expected), logged
    for words in expected:
        assert len([line for line in logged if words in line]) == 1


def test_without_the_engines_handlers_nobody_is_ended_for_saying_no_hello(
    caplog: pytest.LogCaptureFixture,
) -> None:
    io = Io()
    del io.server.eio.handlers
    strangers = Strangers(io, InboundRateLimit(lambda _: None), Supervisor())  # type: ignore[arg-type]
    assert len(caplog.messages) == 1
    assert "silent connections are not ended" in caplog.messages[0]
    strangers.end_silent(1e9)
    assert io.lines[WELL].done == []


def test_without_the_table_of_environments_a_silent_connection_is_closed_all_the_same() -> None:
    io = Io()
    del io.server.environ
    strangers = Strangers(io, InboundRateLimit(lambda _: None), Supervisor())  # type: ignore[arg-type]
    strangers.is_silent(WELL, "an address")
    strangers.end_silent(1e9)
    assert io.lines[WELL].done == ["closed"]
