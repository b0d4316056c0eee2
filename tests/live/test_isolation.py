"""What fails in one room, or for one face, leaves everybody else served; loops that die go on."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from socketio.exceptions import ConnectionError as Refused

from tests.live.conftest import Room
from tests.support.face import PATIENCE_S
from tests.support.faults import FAULTY, WORDS
from tests.support.server import Server

LOOPS = {
    "archivist", "audit list", "catch up", "community snapshots", "community time",
    "community writer", "end connections without a hello", "end overdue connections",
    "end silent connections", "hand-over", "local commands", "look after standbys",
    "look for takeovers", "lost passes", "pairing again", "promises", "send signals",
    "send views", "series snapshots", "series time", "series writer", "snapshots", "suggesting",
    "timekeeper", "watch saving", "watch the clocks", "watch the server", "writer",
}  # fmt: skip
SLEEPING_LOOPS = {
    "end connections without a hello", "end overdue connections", "end silent connections",
    "look after standbys", "look for takeovers", "watch saving", "watch the clocks",
    "watch the server",
}  # fmt: skip
"""Those that look at something from time to time. All others wait until there is something."""
LOOPS_OF_EVENTLET = {"ping", "results of log-reader", "results of log-writer"}

Rooms = Callable[[str], Room]


@pytest.fixture(scope="module", params=["eventlet", "threading"])
def faulty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """A server in which rooms fail that ask for it; nothing of what was raised is in its log."""
    folder: Path = tmp_path_factory.mktemp("faults")
    errors = folder / "errors"
    server = Server(folder / "talks.db", async_mode=request.param, errors=errors, faults={})
    server.start()
    yield server
    server.stop()
    assert "Fault < " in errors.read_text()
    assert WORDS not in errors.read_text()


@pytest.fixture
def rooms(faulty: Server) -> Iterator[Rooms]:
    """Make a room with a fault, or with another question one without."""
    made: list[Room] = []

    def make(question: str) -> Room:
        made.append(Room(faulty, faulty.create_session(question=question)))
        return made[-1]

    yield make
    for room in made:
        room.close()


def test_a_view_of_phones_that_fails_leaves_the_other_faces_and_rooms_served(rooms: Rooms) -> None:
    room, other = rooms("view of phone"), rooms("Who is next?")
    phone, display, console = room.phone("Amira"), room.display(), room.console()
    others_phone, others_console = other.phone("Kofi"), other.console()
    begun = console.done("start_session")
    for face in (display, console):
        face.at(begun)
    others_phone.at(others_console.done("start_session"))
    # It is still heard, and told what concerns its own person.
    display.at(phone.done("ask_for_chair"))
    phone.until(lambda: phone.slices["me"]["request"])
    with pytest.raises(Refused, match="not_saved"):
        room.face("phone")
    other.face("phone")


def test_a_phone_that_only_looked_on_is_shown_nothing_also_if_phones_are_sent_the_close_first(
    rooms: Rooms,
) -> None:
    room = rooms("consoles at the close")
    watcher, console = room.face("phone"), room.console()
    watcher.at(console.done("start_session"))
    console.done("close_session")
    watcher.until(lambda: watcher.slices["session"]["state"] == "closed")
    assert watcher.slices["session"]["question"] == ""


@pytest.mark.parametrize("failing", ["display", "console"])
def test_a_view_of_one_face_that_fails_leaves_phones_served(rooms: Rooms, failing: str) -> None:
    room, other = rooms(f"view of {failing}"), rooms("Who is next?")
    phone, face, console = room.phone("Amira"), room.face(failing), room.console()
    others_face = other.face(failing)
    begun = console.done("start_session")
    phone.at(begun)
    phone.done("ask_for_chair")  # what concerns one person is sent after the failing face
    phone.until(lambda: phone.slices["me"]["request"])
    others_face.at(other.console().done("start_session"))
    assert face.version < begun


def test_what_concerns_one_person_and_fails_is_sent_to_all_others(rooms: Rooms) -> None:
    room = rooms("Who is next?")
    faulty, display = room.face("phone"), room.display()
    faulty.done("join_session", name=FAULTY)
    phone = room.phone("Amira")
    display.at(faulty.done("ask_for_chair"))
    phone.done("ask_for_chair")
    phone.until(lambda: phone.slices["me"]["request"])


def test_where_it_cannot_be_told_whom_a_change_concerns_all_faces_are_sent_it(
    rooms: Rooms,
) -> None:
    room = rooms("affected people")
    display, phone = room.display(), room.phone("Amira")
    begun = room.console().done("start_session")
    display.at(begun)
    phone.at(begun)


def test_signals_that_fail_leave_views_and_other_rooms_served(rooms: Rooms) -> None:
    room, other = rooms("signals"), rooms("Who is next?")
    console, others_console, amira = room.console(), other.console(), room.phone("Amira")
    console.done("start_session")
    assert amira.signal("agree")["ok"]
    others_console.until(lambda: others_console.signals["here"] == 0)
    other.phone("Kofi")
    others_console.until(lambda: others_console.signals["here"] == 1)
    newcomer = room.phone("Tomasz")
    console.at(newcomer.done("ask_for_chair"))
    assert "agree" not in console.signals or console.signals["agree"] == 0


def test_a_sending_loop_that_dies_is_restarted_and_sends_what_waited(rooms: Rooms) -> None:
    room, other = rooms("the loop dies"), rooms("Who is next?")
    before = restarts(room.server)
    display, others_display = room.display(), other.display()
    display.at(room.console().done("start_session"))
    others_display.at(other.console().done("start_session"))
    assert restarts(room.server) == before + 1


@pytest.mark.parametrize("async_mode", ["eventlet", "threading", "gevent"])
def test_every_loop_that_dies_is_restarted_and_the_server_serves(
    start_server: Callable[..., Server], tmp_path: Path, async_mode: str
) -> None:
    errors = tmp_path / "errors"
    server = start_server(async_mode=async_mode, errors=errors, faults={"loops_die": True})
    room = Room(server, server.create_session())
    display, phone, console = room.display(), room.phone("Amira"), room.console()
    display.at(console.done("start_session"))
    phone.signal("agree")
    display.until(lambda: display.signals["agree"] == 1)
    room.close()
    loops = LOOPS | (LOOPS_OF_EVENTLET if async_mode == "eventlet" else set())
    until(lambda: restarts(server) >= len(loops))
    assert restarts(server) == len(loops)
    logged = errors.read_text()
    for loop in loops:
        assert f"loop “{loop}” failed: Fault < " in logged
    assert WORDS not in logged


@pytest.mark.parametrize("async_mode", ["eventlet", "threading", "gevent"])
def test_a_loop_that_hangs_is_named_until_it_goes_on(
    start_server: Callable[..., Server], tmp_path: Path, async_mode: str
) -> None:
    """Turns may take no time here, so that loops that sleep are named as well."""
    goes_on = tmp_path / "goes on"
    faults = {"turns_max_s": 0.0, "hangs_until": str(goes_on)}
    server = start_server(async_mode=async_mode, faults=faults)
    until(lambda: set(health(server)["hung"]) == SLEEPING_LOOPS)
    room = Room(server, server.create_session(question="the loop hangs"))
    display, begun = room.display(), room.console().done("start_session")
    until(lambda: "send views" in health(server)["hung"])
    goes_on.touch()
    display.at(begun)
    until(lambda: "send views" not in health(server)["hung"])
    assert restarts(server) == 0
    room.close()


def until(condition: Callable[[], bool]) -> None:
    """Ask again until it holds."""
    ends_s = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends_s, "it did not come to hold"


def restarts(server: Server) -> int:
    """How many loops the server says that it has restarted."""
    return int(health(server)["restarts"])


def health(server: Server) -> dict[str, Any]:
    """What the server says of itself."""
    answer: dict[str, Any] = requests.get(f"{server.url}/healthz", timeout=PATIENCE_S).json()
    assert answer.keys() == {"ok", "host", "ready", "last_write_ms", "restarts", "hung"}
    assert answer["ok"]
    return answer
