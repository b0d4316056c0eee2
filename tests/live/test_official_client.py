"""The official JavaScript client, run by Node, is an ordinary phone of ours."""

import json
import subprocess
from pathlib import Path

from fishbowl import _build
from tests.live.conftest import Room

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1] / "static" / "package.json"
DONE_S = 30


def test_the_official_javascript_client_joins_asks_and_sees_the_change(room: Room) -> None:
    room.console().done("start_session")
    node = subprocess.run(
        [_build.find_node(), HERE / "official_client.mjs", PACKAGE, room.server.url, room.code],
        capture_output=True, text=True, timeout=DONE_S, check=False,
    )  # fmt: skip
    assert node.returncode == 0, node.stderr
    assert json.loads(node.stdout) == {"whole": True, "state": "waiting"}
