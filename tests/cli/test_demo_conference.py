"""``fishbowl demo --conference``: two days, as somebody finds them who runs it for the first time.

One run with few people and short sessions, at the highest speed.
"""

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from fishbowl.cli import fishbowl

PEOPLE, ROOMS = 24, 2
SESSIONS = 5 * ROOMS + 1  # at the end all are in one room
HANGS_S = 240


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "fishbowl", *arguments],
        capture_output=True,
        text=True,
        timeout=HANGS_S,
        check=False,
    )


class Held(NamedTuple):
    """A conference that is over."""

    db: Path
    told: str
    ended_ms: float

    def read(self, *arguments: str) -> Any:
        ran = run(*arguments, "--db", str(self.db))
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout)

    def count(self, pattern: str) -> int:
        found = re.search(pattern, self.told)
        assert found, self.told
        return int(found[1])


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    db = tmp_path_factory.mktemp("conference") / "talks.db"
    size = ("--people", str(PEOPLE), "--rooms", str(ROOMS), "--minutes", "2", "--speed", "120")
    ran = run(
        "demo", "--conference", "--exit", *size, "--db", str(db), "--port", "0", "--seed", "t"
    )
    assert ran.returncode == 0, ran.stderr + ran.stdout
    return Held(db, ran.stdout, time.time() * 1000)


def test_all_sessions_of_both_days_are_held_and_nothing_is_later_than_now(held):
    sessions = held.read("sessions", "--json")
    assert len(sessions) == SESSIONS
    assert {one["state"] for one in sessions} == {"closed"}
    days = {one["closed_at_ms"] // 86_400_000 for one in sessions}
    assert len(days) == 2
    assert max(one["closed_at_ms"] for one in sessions) <= held.ended_ms


def test_people_are_known_and_greeted_on_the_second_day(held):
    members = held.count(r"(\d+) of 24 people are members")
    assert members >= 2 * ROOMS  # those who were invited by letter
    assert 0 < held.count(r"(\d+) pe(?:rson|ople) came back on the second day") <= members
    assert held.count(r"(\d+) visits are on their pages") >= members
    assert "in with one tap: " in held.told


def test_the_conference_is_a_series_and_a_circle_with_turns_goes_on_afterwards(held):
    assert "/series/listening-days" in held.told
    assert "/series/listening-circle" in held.told
    assert held.count(r"(\d+) members? takes? turns") > 0
    assert held.count(r"(\d+) dates? of the circle") > 0
    assert held.count(r"(\d+) (?:person has|people have) signed up to tell") > 0
    assert held.count(r"(\d+) pe(?:rson|ople) says? that they come") > 0
    series = {one["series"] for one in held.read("sessions", "--json")}
    assert len(series) == 1
    assert all(series)


def test_in_the_weeks_afterwards_people_find_each_other_and_say_what_came_of_it(held):
    found = held.read("community", "--json")
    assert found["members"] == held.count(r"(\d+) of \d+ people are members")
    for what in ("offers", "needs", "suggestions", "introductions", "pairs", "answers"):
        assert found[what] > 0, (what, held.told)
    assert sum(found["check_ins"].values()) > 0
    for sentence in ("The weeks afterwards", "Members write down", "say whether they met"):
        assert sentence in held.told


def test_letters_are_kept_and_counted(held):
    letters = held.db.with_name("talks-files") / "letters"
    assert held.count(r"(\d+) letters were sent") == len(list(letters.glob("*.eml")))
    assert held.count(r"(\d+)  An invitation to ") == 2 * ROOMS


def test_what_opens_something_is_in_a_page_of_the_user_and_not_on_the_terminal(held):
    folder = held.db.with_name("talks-files")
    page = folder / "look-around.html"
    assert str(page) in held.told
    assert page.stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0
    links = re.findall(r'href="http[^"]*#([^"]+)"', page.read_text(encoding="utf-8"))
    assert len(links) == 2  # of the host and of a member
    assert not any(secret in held.told for secret in links)
    assert "#" not in held.told


def test_the_logs_fold(held):
    ran = run("verify", "--db", str(held.db))
    assert ran.returncode == 0, ran.stdout
    assert f"{SESSIONS} sessions" in ran.stdout


def test_a_second_conference_needs_another_file(held):
    ran = CliRunner().invoke(fishbowl, ["demo", "--conference", "--db", str(held.db)])
    assert ran.exit_code == 1
    assert f"{held.db} is there already" in ran.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("--conference", "--console"),
        ("--conference", "--format", "samoan"),
        ("--conference", "--minutes", "61"),
        ("--conference", "--people", "501"),
        ("--rooms", "2"),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments):
    ran = CliRunner().invoke(fishbowl, ["demo", *arguments])
    assert ran.exit_code == 2
    assert "--conference" in ran.output
