"""Long commands are interrupted by Ctrl+C: nothing is harmed, and they go on the next time."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fishbowl.domain.kernel.streams import Stream
from fishbowl.log import Store, open_store
from fishbowl.log.raw_entries import RawEntry
from fishbowl.services.session_log import list_sessions
from tests.cli.test_archive import entries, past, run
from tests.log.test_migrations import SAMPLES
from tests.support.server import Server

CODES = ("WAVE47", "TIDE48", "FERN23")
STOPPED = 130
LIMIT_S = 120


def interrupted(what: str, at: int, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command that gets SIGINT when so much of a stage is done."""
    return subprocess.run(
        [sys.executable, "-m", "tests.support.interrupted", what, str(at), *words],
        capture_output=True, text=True, timeout=LIMIT_S, check=False,
    )  # fmt: skip


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "fishbowl.db"
    for code in CODES:
        past(path, code)
    return path


def codes(path: Path) -> set[str]:
    with closing(open_store(path)) as store:
        return {row.code for row in list_sessions(store)}


def test_verify_ends_with_a_sentence_and_changes_nothing(db: Path):
    before = entries(db)
    done = interrupted("Checking logs", 1, "verify", "--db", str(db))
    assert done.returncode == STOPPED
    assert "Stopped. It was at: Checking logs, 1 of 3. Nothing was changed." in done.stderr
    assert "Traceback" not in done.stderr
    assert entries(db) == before


def test_an_export_leaves_only_whole_files(db: Path, tmp_path: Path):
    folder = tmp_path / "out"
    done = interrupted("Writing sessions", 2, "export", "--db", str(db), "--all", str(folder))
    assert done.returncode == STOPPED
    assert "The files that are there are whole" in done.stderr
    left = sorted(path.name for path in folder.iterdir())
    assert len(left) == 2
    assert not any(name.endswith(".part") for name in left)
    again = run("export", "--db", str(db), "--all", str(folder))
    assert again.exit_code == 0
    assert len(list(folder.iterdir())) == 3


def test_a_file_that_is_being_written_when_it_stops_is_removed(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    real = Store.raw_entries

    def stops(store: Store, stream: Stream) -> Iterator[RawEntry]:
        for number, entry in enumerate(real(store, stream)):
            if number == 3:
                raise KeyboardInterrupt
            yield entry

    monkeypatch.setattr(Store, "raw_entries", stops)
    result = run("export", "--db", str(db), "--all", str(tmp_path / "out"))
    assert result.exit_code == STOPPED
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("stage", "at", "kept"),
    [("Checking files", 0, 0), ("Comparing with what is there", 1, 0), ("Writing sessions", 2, 2)],
)
def test_an_import_keeps_what_was_written_and_goes_on_the_next_time(
    db: Path, tmp_path: Path, stage: str, at: int, kept: int
):
    folder, other = tmp_path / "out", tmp_path / "other.db"
    run("export", "--db", str(db), "--all", str(folder))
    for number in range(kept):  # as a first batch of a long import
        first = tmp_path / f"first-{number}"
        first.mkdir()
        (path,) = folder.glob(f"{CODES[number]}.*")
        (first / path.name).write_bytes(path.read_bytes())
        assert run("import", "--db", str(other), str(first)).exit_code == 0
    done = interrupted(stage, 0 if kept else at, "import", "--db", str(other), str(folder))
    assert done.returncode == STOPPED, done.stderr
    assert "import the folder again for the rest" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(codes(other)) == kept
    again = run("import", "--db", str(other), str(folder))
    assert again.stdout == f"Imported: {3 - kept}. Here already: {kept}.\n"
    assert run("verify", "--db", str(other)).exit_code == 0
    assert run("search", "--db", str(other), "leaving").output.count("WAVE 47") == 1


def test_a_start_that_changes_tables_goes_on_where_it_was(
    tmp_path: Path, start_server: Callable[..., Server]
):
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("pragma journal_mode = wal;" + SAMPLES[0].read_text())
    for stage, at in (("Copying the database", 0), ("Updating the tables", 3),
                      ("Chaining logs by their hashes", 1)):  # fmt: skip
        done = interrupted(stage, at, "search", "--db", str(path), "pay")
        assert done.returncode == STOPPED, (stage, done.stderr)
        assert "Traceback" not in done.stderr
    assert "WAVE 47" in run("search", "--db", str(path), "pay").stdout
    assert run("sessions", "--db", str(path)).exit_code == 0
