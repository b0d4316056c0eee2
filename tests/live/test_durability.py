"""Acknowledged means on disk, and a killed server comes back to the same place."""

import itertools
import subprocess
import sys
import threading
from collections.abc import Callable

from socketio.exceptions import SocketIOError

from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from tests.support.face import PATIENCE_S, Face
from tests.support.server import Server


def test_a_server_killed_under_load_has_every_acknowledged_command_once(server: Server) -> None:
    code = server.create_session()
    acknowledged: list[str] = []
    enough = threading.Event()

    def tap(phone: Face, number: int) -> None:
        try:
            phone.done("join_session", name=f"Person {number}")
            for tap_number in itertools.count():
                command_id = f"load-{number:03}-{tap_number:05}"
                answer = phone.command("suggest_topic", command_id, title=f"Topic {command_id}")
                if answer["ok"]:
                    acknowledged.append(command_id)
                    if len(acknowledged) >= 60:
                        enough.set()
                else:
                    phone.command("rename_person", f"name-{number:03}-{tap_number:05}",
                                  person=phone.slices["me"]["person"],
                                  name=f"Person {tap_number}")  # fmt: skip
        except SocketIOError:
            return

    phones = [Face(server, code, "phone").connect() for _ in range(20)]
    threads = [threading.Thread(target=tap, args=(phone, number), daemon=True)
               for number, phone in enumerate(phones)]  # fmt: skip
    for thread in threads:
        thread.start()
    assert enough.wait(PATIENCE_S)
    server.kill()
    for thread in threads:
        thread.join(PATIENCE_S)
    for phone in phones:
        phone.leave()

    logged = [
        e.command_id for e in open_store(server.db, readonly=True).entries(session_stream(code))
    ]
    for command_id in acknowledged:
        assert logged.count(command_id) == 1
    verified = subprocess.run(
        [sys.executable, "-m", "fishbowl", "verify", "--db", str(server.db)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert verified.stdout.splitlines()[-1] == f"1 sessions, {len(logged)} events"


def test_the_laptop_crashes_in_the_middle_of_a_call_and_everything_comes_back(
    start_server: Callable[..., Server],
) -> None:
    """Scene 27: the same chairs, clocks that ran on, Amira still called with time to come."""
    server = start_server()
    code = server.create_session()
    console, amira = Face(server, code, "console").connect(), Face(server, code, "phone").connect()
    amira.done("join_session", name="Amira")
    console.done("seat_walk_up", chair=1, name="Tomasz")
    console.done("start_session")
    request = amira.done("ask_for_chair")
    console.done("call_person", request=request, chair=2)
    amira.until(lambda: amira.slices["me"]["request"]["state"] == "called")
    amira.until(lambda: amira.slices["clock"]["state"] == "running")
    before = amira.slices["me"]["request"]
    server.kill()
    console.leave()
    amira.leave()
    server.start()

    again = Face(server, code, "console").connect()
    back = Face(server, code, "phone", amira.device).connect()
    assert back.slices["me"]["request"] == before
    assert back.slices["clock"] == amira.slices["clock"]
    assert again.slices["bowl"]["chairs"][0]["person"]["name"] == "Tomasz"
    back.done("accept_call", call=before["call"])
    again.until(lambda: again.slices["queue"]["calls"][0]["walking"])
    again.done("confirm_seated", call=before["call"])
    back.until(lambda: back.slices["me"]["turn"])
    again.leave()
    back.leave()
