"""``fishbowl demo`` keeps what it promises, as somebody finds it who runs it for the first time."""

import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from fishbowl.cli.rehearsal import EXIT_MARGIN_S

PEOPLE, MINUTES, SPEED = 12, 6, 15
PROMISED_S = 60 * MINUTES / SPEED + EXIT_MARGIN_S
HANGS_S = 180


class Ran(NamedTuple):
    """What became of a run."""

    status: int
    lines: list[str]
    errors: str
    seconds: float


def run(*arguments: str, **environment: str) -> Ran:
    began_s = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "fishbowl", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=HANGS_S,
        check=False,
    )
    seconds = time.monotonic() - began_s
    return Ran(done.returncode, done.stdout.splitlines(), done.stderr, seconds)


class Rehearsed(NamedTuple):
    """A demo that has run to its end."""

    db: Path
    ran: Ran
    ended_s: float

    @property
    def code(self) -> str:
        return self.ran.lines[-2]

    def read(self, *arguments: str) -> Any:
        ran = run(*arguments, "--db", str(self.db))
        assert ran.status == 0, ran.errors
        return json.loads("\n".join(ran.lines))

    def export(self) -> dict[str, Any]:
        return self.read("export", self.code, "--format", "json")


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Rehearsed:
    """Run the demo once, for all that is to be seen of it."""
    db = tmp_path_factory.mktemp("demo") / "demo.db"
    size = ("--people", str(PEOPLE), "--minutes", str(MINUTES), "--speed", str(SPEED))
    ran = run("demo", "--exit", *size, "--db", str(db), "--port", "0", "--seed", "test")
    assert ran.status == 0, ran.errors
    return Rehearsed(db, ran, time.time())


def test_it_is_over_in_time(rehearsed):
    assert rehearsed.ran.seconds <= PROMISED_S


def test_it_ends_with_the_code_and_the_path_of_the_summary(rehearsed):
    code, path = rehearsed.ran.lines[-2:]
    assert re.fullmatch(r"[A-Z]+[2-9]+", code)
    assert re.fullmatch(rf"/s/{code.lower()}-\S+", path)


def test_it_says_where_to_look(rehearsed):
    told = "\n".join(rehearsed.ran.lines)
    assert f"/{rehearsed.code}/display" in told
    assert f"/k#{rehearsed.code}." in told


def test_the_session_is_closed_and_nothing_is_later_than_now(rehearsed):
    (session,) = rehearsed.read("sessions", "--json")
    assert session["code"] == rehearsed.code
    assert session["state"] == "closed"
    assert session["created_at_ms"] < session["closed_at_ms"] <= rehearsed.ended_s * 1000


def test_everybody_came_and_some_without_a_phone(rehearsed):
    people = rehearsed.export()["people"]
    assert PEOPLE < len(people) <= PEOPLE + 4
    assert [person["name"] for person in people].count("Anna") >= 1


def test_there_are_turns_for_more_people_than_there_are_chairs(rehearsed):
    exported = rehearsed.export()
    assert exported["session"]["chair_count"] == 5
    assert len(exported["turns"]) >= 6
    assert exported["figures"]["voices"] > 5


def test_topics_are_real_phrases(rehearsed):
    titles = [topic["title"] for topic in rehearsed.export()["topics"]]
    assert len(set(titles)) >= 2
    assert all(len(title.split()) >= 3 for title in titles)


def test_everything_a_facilitator_does_is_rehearsed(rehearsed):
    with closing(sqlite3.connect(rehearsed.db)) as db:
        settings = [data for (data,) in db.execute(
            "select data from entries where type = 'settings.changed'")]  # fmt: skip
        happened = {name for (name,) in db.execute("select type from entries")}
    assert happened >= {
        *("session.started", "clock.paused", "clock.resumed", "clock.extended", "session.closed"),
        *("person.joined", "person.added", "queue.joined", "call.made", "chair.taken"),
        *("floor.given", "person.nudged", "chair.left", "action.undone", "wall.changed"),
        *("topic.suggested", "topic.put_up", "topic.begun", "summary.published"),
    }
    assert any('"show_web":true' in data for data in settings)


def test_the_log_folds(rehearsed):
    assert run("verify", "--db", str(rehearsed.db)).lines[-1].startswith("1 sessions, ")


def test_a_crowd_that_breaks_down_is_a_failure(tmp_path):
    sabotage = "import os, sys\nif 'fishbowl.simulation' in sys.orig_argv: os._exit(3)\n"
    (tmp_path / "sitecustomize.py").write_text(sabotage)
    ran = run(
        *("demo", "--exit", "--port", "0", "--db", str(tmp_path / "demo.db")),
        PYTHONPATH=str(tmp_path),
    )
    assert ran.status == 1
    assert ran.errors.splitlines()[-1].startswith("Error: The simulation has failed (exit 3)")


def test_a_port_that_is_taken_is_named(tmp_path):
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = run("demo", "--exit", "--port", port, "--db", str(tmp_path / "demo.db"))
    assert ran.status == 1
    assert f"Port {port} cannot be used" in ran.errors


def test_a_file_that_is_no_database_is_named(tmp_path):
    db = tmp_path / "demo.db"
    db.write_text("Dear diary, today nobody took the open chair. " * 100)
    ran = run("demo", "--exit", "--port", "0", "--db", str(db))
    assert ran.status == 1
    assert len(ran.errors.strip().splitlines()) == 1
    assert str(db) in ran.errors


def test_rehearsals_stay_apart_from_real_sessions(tmp_path):
    ran = run("demo", "--help", FISHBOWL_DB=str(tmp_path / "real.db"))
    assert "fishbowl-demo.db" in "".join(ran.lines)
    assert "real.db" not in "".join(ran.lines)
