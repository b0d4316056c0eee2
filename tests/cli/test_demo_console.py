"""``fishbowl demo --console``: a person runs the session, the room is simulated."""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.support.face import Face
from tests.support.server import Server

HANGS_S = 60
OPTIONS = ("--console", "--exit", "--no-open", "--people", "12", "--minutes", "5", "--speed", "15",
           "--port", "0")  # fmt: skip
LINK = re.compile(r"(http://\S+)/k#((\w+)\.\S+)")


@pytest.fixture
def demo(tmp_path) -> Iterator[subprocess.Popen[str]]:
    running = subprocess.Popen(
        [sys.executable, "-m", "fishbowl", "demo", *OPTIONS, "--db", str(tmp_path / "demo.db")],
        stdout=subprocess.PIPE,
        text=True,
    )
    yield running
    if running.poll() is None:
        running.kill()
    running.communicate()


def test_the_room_follows_a_person_at_the_console(demo, tmp_path):
    assert demo.stdout is not None
    url, key, code = next(found.groups() for line in demo.stdout if (found := LINK.search(line)))
    server = Server(tmp_path / "demo.db", port=int(url.rpartition(":")[2]))
    with Face(server, code, "console") as console:
        console.connect(cookies=server.sign_in("k", key))
        console.until(lambda: console.signals["reached"] is None)
        console.done("seat_walk_up", chair=1, name="Mrs Achterberg")
        console.done("start_session")
        console.until(lambda: console.slices["queue"]["items"])
        while console.slices["figures"]["voices"] < 2:
            console.until(
                lambda: (
                    console.slices["action"]["next"]["do"] == "call_person"
                    or console.slices["figures"]["voices"] > 1
                )
            )
            if console.slices["figures"]["voices"] < 2:
                console.press_space()
                console.until(lambda: console.slices["queue"]["calls"])
                console.until(lambda: not console.slices["queue"]["calls"])
        console.done("close_session")
    said, _ = demo.communicate(timeout=HANGS_S)
    assert demo.returncode == 0
    assert said.splitlines()[-2:] == [code, f"/{code}/summary"]
