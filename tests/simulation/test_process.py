"""The simulation as a process: it joins a session that somebody else runs."""

import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from fishbowl.domain.session.formats import FORMATS
from fishbowl.simulation.__main__ import KEY_VARIABLE, main
from tests.support.face import Face
from tests.support.server import Server, keys_of

PEOPLE = 8
HANGS_S = 120


@pytest.fixture
def crowd(server: Server) -> Callable[..., subprocess.Popen[str]]:
    """Send a crowd to the running server."""

    def send(code: str, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "fishbowl.simulation", "--url", server.url, "--code", code]
        return subprocess.Popen(
            [*command, "--people", str(PEOPLE), "--seed", "test", "--rush", "0", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return send


def test_attendees_come_through_the_doors_and_go_when_told(server, crowd):
    code = server.create_session()
    running = crowd(code)
    try:
        with Face(server, code, "display").connect() as wall:
            wall.until(lambda: wall.signals["live"] == PEOPLE)
    finally:
        running.terminate()
    _, errors = running.communicate(timeout=HANGS_S)
    assert running.returncode == 0, errors
    assert errors == ""


def test_told_more_than_once_everybody_says_goodbye_all_the_same(server, crowd):
    code = server.create_session()
    running = crowd(code)
    try:
        with Face(server, code, "display").connect() as wall:
            wall.until(lambda: wall.signals["live"] == PEOPLE)
            running.send_signal(signal.SIGINT)
            wall.until(lambda: wall.signals["live"] < PEOPLE)
            running.send_signal(signal.SIGTERM)  # nothing, if the process has ended already
    finally:
        running.terminate()
    _, errors = running.communicate(timeout=HANGS_S)
    assert running.returncode == 0, errors
    assert errors == ""


def test_a_session_that_does_not_exist_is_said_in_a_sentence(crowd):
    running = crowd("WAVE47")
    _, errors = running.communicate(timeout=HANGS_S)
    assert running.returncode == 1
    assert errors.strip().startswith("The simulation has failed.")
    assert len(errors.strip().splitlines()) == 1


def test_a_wrong_key_does_not_open_the_console(server, crowd, monkeypatch):
    monkeypatch.setenv(KEY_VARIABLE, "WAVE47.not-a-key")
    running = crowd(server.create_session(), "--facilitate")
    _, errors = running.communicate(timeout=HANGS_S)
    assert running.returncode == 1
    assert "key does not open" in errors


def test_a_facilitator_needs_a_key(monkeypatch, capsys):
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    assert main(["--url", "http://127.0.0.1:1", "--code", "WAVE47", "--facilitate"]) == 1
    assert KEY_VARIABLE in capsys.readouterr().err


@pytest.mark.parametrize("people", ["0", "2001", "many"])
def test_a_crowd_has_a_sensible_size(people, capsys):
    with pytest.raises(SystemExit):
        main(["--url", "http://127.0.0.1:1", "--code", "WAVE47", "--people", people])
    assert "--people" in capsys.readouterr().err


def test_a_session_whose_time_is_over_still_goes_through_every_part(server, crowd, monkeypatch):
    code = server.create_session(format="two-groups")
    monkeypatch.setenv(KEY_VARIABLE, keys_of(server.db).facilitator_key(code))
    running = crowd(code, "--facilitate", "--minutes", "1", "--close-by", "0")
    told, errors = running.communicate(timeout=HANGS_S)
    assert running.returncode == 0, errors
    parts = [line for line in told.splitlines() if "The next part begins" in line]
    assert len(parts) == len(FORMATS["two-groups"].phases) - 1
