"""A story with marked words, in which things fail: nothing of them is in logs, metrics or lists."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from tests.support.face import PATIENCE_S, Face
from tests.support.faults import WORDS
from tests.support.server import Server

MARK = "Xylophoria"
"""In every name and text that somebody gives."""
ADDRESS = "203.0.113.77"
"""Where a visitor comes from, as the trusted proxy says."""
TOKEN = "a-token-for-the-scraper"


@pytest.fixture(params=["json", "text"])
def server(
    request: pytest.FixtureRequest, start_server: Callable[..., Server], tmp_path: Path
) -> Server:
    return start_server(
        errors=tmp_path / "errors",
        options=["--log", request.param, "--trusted-proxies", "1", "--metrics-token", TOKEN],
        faults={"loops_die": True},
    )


def play(server: Server) -> str:
    """Somebody joins, writes, is renamed and erased; pages are asked for that fail."""
    code = server.create_session(question=f"What would {MARK} do?", event=f"{MARK} Day")
    console, phone = Face(server, code, "console").connect(), Face(server, code, "phone").connect()
    phone.done("join_session", name=f"{MARK} Maria")
    person = phone.until(lambda: phone.slices["me"]["person"])
    phone.command("say_where", words=f"beside {MARK}")
    console.done("start_session")
    console.done("begin_topic", title=f"What {MARK} said")
    console.done("add_note", kind="insight", words=f"{MARK} was right")
    phone.command("ask_bowl", words=f"Why {MARK}?")
    console.command("set_wifi", network=f"{MARK}-net", password=f"{MARK}-secret")
    phone.command("no_such_command", name=MARK)
    console.done("rename_person", person=person, name=f"{MARK} Noor")
    theirs = {"X-Forwarded-For": ADDRESS}
    for path in (f"/{MARK}", f"/s/{MARK}", f"/go?code={MARK}", f"/{code}/replay", "/metrics"):
        requests.get(f"{server.url}{path}", headers=theirs, timeout=PATIENCE_S)
    for door in ("o", "k", "a"):
        requests.post(
            f"{server.url}/{door}", json={"key": MARK},
            headers={**theirs, "Origin": server.url}, timeout=PATIENCE_S,
        )  # fmt: skip
    requests.post(
        f"{server.url}/{code}/recover/ask", json={"name": MARK},
        headers={**theirs, "Origin": server.url, "X-Fishbowl-Device": phone.device},
        timeout=PATIENCE_S,
    )  # fmt: skip
    requests.post(
        f"{server.url}/{code}/recover", json={"words": MARK},
        headers={**theirs, "Origin": "https://evil.example"}, timeout=PATIENCE_S,
    )  # fmt: skip
    console.done("send_out", person=person)
    phone.leave()
    console.leave()
    return phone.device


def test_no_name_word_device_or_address_is_in_logs_metrics_or_the_audit_list(server: Server):
    device = play(server)
    cookie = {"Cookie": server.owner_cookie()}
    ours = {"Authorization": f"Bearer {TOKEN}"}
    metrics = requests.get(f"{server.url}/metrics", headers=ours, timeout=PATIENCE_S)
    assert metrics.ok, metrics.text
    health = requests.get(f"{server.url}/healthz", timeout=PATIENCE_S)
    audit = requests.get(f"{server.url}/audit.json", headers=cookie, timeout=PATIENCE_S)
    server.stop()
    assert server.errors is not None
    log = server.errors.read_text()
    assert 'fishbowl_commands_total{command="join_session",face="phone",outcome="ok"}' in (
        metrics.text
    )
    assert "fishbowl_failures_total{" in metrics.text
    assert {line["what"] for line in audit.json()["lines"]} >= {"wrong_key", "sent_out"}
    assert "failed" in log
    for where in (log, metrics.text, health.text, audit.text):
        for mark in (MARK, ADDRESS, device, MARK.lower(), WORDS):
            assert mark not in where, (mark, where)
    if "json" in server.options:
        lines = [json.loads(line) for line in log.splitlines()]
        assert {f"serving on port {server.port}", "stopped"} <= {line["message"] for line in lines}
