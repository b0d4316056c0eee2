"""The simulated room runs every format from beginning to end."""

import json
from pathlib import Path

import pytest

from fishbowl.domain.session.formats import FORMATS
from tests.cli.test_demo import run
from tests.support.long import cases

PEOPLE, MINUTES, SPEED = 10, 3, 20


@pytest.mark.parametrize("name", cases(FORMATS, short=("two-groups", "post-conference")))
def test_a_format_runs_from_beginning_to_end(name: str, tmp_path: Path):
    db = ("--db", str(tmp_path / "demo.db"))
    size = ("--people", str(PEOPLE), "--minutes", str(MINUTES), "--speed", str(SPEED))
    ran = run("demo", "--exit", "--format", name, *size, *db, "--port", "0", "--seed", "test")
    assert ran.status == 0, ran.errors
    parts = [line for line in ran.lines if "The next part begins" in line]
    assert len(parts) == len(FORMATS[name].phases) - 1
    told = run("export", ran.lines[-2], "--format", "json", *db)
    exported = json.loads("\n".join(told.lines))
    assert exported["session"]["state"] == "closed"
    assert exported["turns"], "somebody sat in the bowl"
    assert exported["notes"], "somebody took notes"
    if any(phase.tells for phase in FORMATS[name].phases):
        table = run("export", ran.lines[-2], "--format", "csv", "--table", "takeaways", *db)
        told_by = [line for line in table.lines if ",brought," in line]
        assert told_by, "somebody signed up to tell"


def test_a_format_that_does_not_exist_is_named():
    ran = run("demo", "--format", "panel")
    assert ran.status == 2
    assert "'panel' is not one of" in ran.errors
