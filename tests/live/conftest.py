"""Protocol tests run against a real server, once in each async mode."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.face import Face
from tests.support.server import Server


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """Give the server of an async mode, which the tests of all files share."""
    started: dict[str, Server] = {}

    def server(async_mode: str) -> Server:
        if async_mode not in started:
            folder: Path = tmp_path_factory.mktemp("live")
            started[async_mode] = Server(folder / "fishbowl.db", async_mode=async_mode)
            started[async_mode].start()
        return started[async_mode]

    yield server
    for one in started.values():
        one.stop()


IN_EVERY_MODE = ("eventlet", "threading")
ALSO_IN_GEVENT = {
    "test_contract",
    "test_roles",
    "test_sign_out",
    "test_signals",
    "test_slow_phones",
    "test_story",
}
"""The modules whose tests run in gevent as well: what the protocol is made of, once."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what asks for a server once in each async mode."""
    if "running" in metafunc.fixturenames:
        is_selected = metafunc.module.__name__.rpartition(".")[2] in ALSO_IN_GEVENT
        modes = (*IN_EVERY_MODE, "gevent") if is_selected else IN_EVERY_MODE
        metafunc.parametrize("running", modes, indirect=True, scope="module")


@pytest.fixture(scope="module")
def running(request: pytest.FixtureRequest, servers: Callable[[str], Server]) -> Server:
    """A server in each async mode; every test makes its own session in it."""
    return servers(request.param)


class Room:
    """A session with its faces; people come in through the phone's door."""

    def __init__(self, server: Server, code: str) -> None:
        self.server, self.code = server, code
        self.faces: list[Face] = []

    def face(self, name: str, device: str = "", **options: str) -> Face:
        """Open one more face."""
        face = Face(self.server, self.code, name, device).connect(**options)
        self.faces.append(face)
        return face

    def console(self) -> Face:
        """Open a facilitator's console."""
        return self.face("console")

    def display(self) -> Face:
        """Open the room display."""
        return self.face("display")

    def phone(self, name: str, device: str = "") -> Face:
        """Open a phone and join under a name."""
        phone = self.face("phone", device)
        phone.done("join_session", name=name)
        phone.until(lambda: phone.slices["me"]["person"])
        return phone

    def close(self) -> None:
        """Everybody closes the page."""
        for face in self.faces:
            face.leave()


@pytest.fixture
def room(running: Server) -> Iterator[Room]:
    """A fresh session in the running server."""
    room = Room(running, running.create_session())
    yield room
    room.close()
