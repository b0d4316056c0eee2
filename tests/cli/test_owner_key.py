"""The owner's link: printed until it is used, and renewed by a command."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner

from fishbowl.cli import fishbowl
from tests.support.face import Face
from tests.support.server import Server

LINK = re.compile(r"http://127\.0\.0\.1:(\d+)/o#(\S+)")


def signs_in(server: Server, key: str) -> bool:
    answer = requests.post(f"{server.url}/o", json={"key": key}, headers={"Origin": server.url})
    assert answer.status_code in (204, 403)
    return answer.status_code == 204


def is_owner(server: Server, cookie: str) -> bool:
    return "Your fishbowls" in requests.get(server.url, headers={"Cookie": cookie}).text


def test_the_link_is_printed_until_it_is_used_and_then_how_to_get_a_new_one(
    start_server: Callable[..., Server],
) -> None:
    server = start_server()
    server.stop()
    server.start()
    assert LINK.search(server.printed)
    cookie = server.owner_cookie()
    server.stop()
    server.start()
    assert server.owner_key not in server.printed
    assert not LINK.search(server.printed)
    assert f"fishbowl new-owner-key --db {server.db} --port {server.port}" in server.printed
    assert is_owner(server, cookie)


def test_a_new_key_ends_the_old_one_and_all_its_sign_ins(
    start_server: Callable[..., Server],
) -> None:
    server = start_server()
    old, cookie = server.owner_key, server.owner_cookie()
    server.stop()
    done = CliRunner().invoke(
        fishbowl, ["new-owner-key", "--db", str(server.db), "--port", str(server.port)]
    )
    assert done.exit_code == 0, done.output
    found = LINK.search(done.output)
    assert found
    assert int(found[1]) == server.port
    server.start()
    assert not is_owner(server, cookie)
    assert not signs_in(server, old)
    assert found[2] in server.printed
    assert signs_in(server, found[2])


def test_beside_a_running_server_it_holds_at_once(server: Server) -> None:
    old, cookie = server.owner_key, server.owner_cookie()
    console = Face(server, server.create_session(), "console").connect()
    done = CliRunner().invoke(fishbowl, ["new-owner-key", "--db", str(server.db)])
    assert done.exit_code == 0, done.output
    found = LINK.search(done.output)
    assert found
    console.until(lambda: not console.is_connected)
    console.leave()
    assert not is_owner(server, cookie)
    assert not signs_in(server, old)
    assert signs_in(server, found[2])


@pytest.mark.parametrize("made", [False, True])
def test_without_a_database_nothing_is_made(tmp_path: Path, made: bool) -> None:
    path = tmp_path / "fishbowl.db"
    if made:
        path.write_text("These are notes of somebody, and no database at all.")
    done = CliRunner().invoke(fishbowl, ["new-owner-key", "--db", str(path)])
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert path.exists() is made
