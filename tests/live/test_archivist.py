"""The archive follows the sessions, whatever becomes of the server in between."""

from collections.abc import Callable

import pytest
import requests

from tests.support.face import Face
from tests.support.server import Server


def until_found(server: Server, words: str, found: bool = True) -> None:
    """Ask the archive until it answers as hoped; the test's own limit ends it otherwise."""
    owner = {"Cookie": server.owner_cookie()}
    while True:
        page = requests.get(f"{server.url}/archive", params={"q": words}, headers=owner).text
        if ('class="hit"' in page) is found:
            return


def close_after(console: Face, topic: str) -> None:
    console.done("start_session")
    console.done("begin_topic", title=topic)
    console.done("close_session")


def test_a_session_is_found_once_it_has_ended_and_as_it_is_then(server: Server):
    code = server.create_session()
    with Face(server, code, "console").connect() as console:
        close_after(console, "Leaving well")
        until_found(server, "leaving well")
        topic = console.slices["topics"]["topics"][0]["id"]
        console.done("rename_topic", topic=topic, title="Staying well")
        until_found(server, "staying well")
        until_found(server, "leaving well", found=False)


def test_what_a_killed_server_had_not_read_is_read_at_the_next_start(
    start_server: Callable[..., Server],
):
    server = start_server()
    code = server.create_session()
    with Face(server, code, "console").connect() as console:
        close_after(console, "Leaving well")
        server.kill()
    server.start()
    until_found(server, "leaving well")


@pytest.mark.parametrize("async_mode", ["threading", "gevent"])
def test_without_eventlet_it_is_the_same(start_server: Callable[..., Server], async_mode: str):
    server = start_server(async_mode=async_mode)
    code = server.create_session()
    with Face(server, code, "console").connect() as console:
        close_after(console, "Leaving well")
        until_found(server, "leaving well")
