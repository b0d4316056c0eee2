"""``fishbowl search``, and moving an archive between installations."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fishbowl.archive.indexing import index_session
from fishbowl.cli import fishbowl
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import BeginSeries
from fishbowl.domain.series.model import About
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.stream import session_stream
from fishbowl.host.clock import SystemClock
from fishbowl.log import open_store
from fishbowl.services.series import AllSeries, new_series_id
from fishbowl.services.session_log import append_session
from fishbowl.services.shared_log import SharedLog
from tests.support.room import Room


def run(*words: str) -> Result:
    return CliRunner().invoke(fishbowl, list(words))


def past(path: Path, code: str = "WAVE47", topic: str = "Leaving well") -> Room:
    room = Room("Who stays, café?", code=code)
    amira = room.phone("Amira").person
    room.facilitator.starts()
    room.sends(c.BeginTopic(title=topic))
    room.sends(c.AskBowl(words="What did it cost?"), amira)
    room.sends(c.CloseSession())
    keep(path, room)
    return room


def keep(path: Path, room: Room) -> None:
    with closing(open_store(path)) as store:
        known = len(store.entries(session_stream(room.session.code)))
        append_session(store, room.session, room.log[known:])
        index_session(store, room.session.code)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "fishbowl.db"
    past(path)
    past(path, "TIDE48", "友達と話す")
    return path


def found(db: Path, *words: str) -> list[str]:
    result = run("search", "--db", str(db), "--json", *words)
    assert result.exit_code == 0, result.output
    return [hit["code"] for hit in json.loads(result.stdout)]


def test_words_are_found(db: Path):
    assert found(db, "LEAVING", "cafe") == ["WAVE47"]
    assert found(db, "友達") == ["TIDE48"]
    assert "Leaving well" in run("search", "--db", str(db), "leaving").output
    near = run("search", "--db", str(db), "leaveng").output
    assert near.startswith("Nothing has “leaveng”. Near it:")
    assert "Leaving well" in near


def test_filters_narrow_as_on_the_page(db: Path):
    assert sorted(found(db, "leaving", "--kind", "topic")) == ["WAVE47"]
    assert found(db, "leaving", "--kind", "insight") == []
    assert found(db, "--year", "1999") == []
    assert found(db, "--language", "ja") == []


def test_the_name_of_an_event_is_its_series(tmp_path: Path):
    path = tmp_path / "fishbowl.db"
    with closing(open_store(path)) as store:
        shared = SharedLog(store)
        series = AllSeries(shared, SystemClock())
        series.start()
        lunch = About(label="Community lunch", slug="lunch")
        id = new_series_id()
        assert series.ask(id, BeginSeries(id=id, about=lunch), role=Role.OWNER).ok
        series.stop()
    for code, event, of in (
        ("WAVE47", "Lunch", id), ("TIDE48", "Community lunch", id), ("REED33", "HomeLink", ""),
    ):  # fmt: skip
        room = Room("Who stays?", code=code, event=event, series=of)
        room.facilitator.starts()
        room.facilitator.closes()
        keep(path, room)
    assert sorted(found(path, "--event", "community LUNCH")) == ["TIDE48", "WAVE47"]
    assert sorted(found(path, "--event", "lunch")) == ["TIDE48", "WAVE47"]
    assert found(path, "--event", "HomeLink") == ["REED33"]


@pytest.mark.parametrize(
    "words", [['"'], ["AND"], ["NEAR("], ["-x"], ["🐟"], ["zzz"], ["a" * 10_000], ["'"]]
)
def test_finding_nothing_is_an_empty_array_whatever_the_words(db: Path, words: list[str]):
    assert found(db, *words) == []


def test_a_session_is_found_though_its_server_was_stopped_at_once(db: Path):
    with closing(open_store(db)) as store:
        store._writer.execute("delete from finished_sessions")
        store._writer.execute(
            "insert into finished_sessions_fts (finished_sessions_fts) values ('delete-all')"
        )
        store._writer.execute("delete from finds")
    assert found(db, "leaving") == ["WAVE47"]


def test_an_empty_archive_is_an_empty_array(tmp_path: Path):
    open_store(tmp_path / "empty.db").close()
    assert found(tmp_path / "empty.db", "") == []
    assert found(tmp_path / "empty.db") == []


def entries(path: Path) -> list[tuple[object, ...]]:
    with closing(open_store(path)) as store:
        return store._reader.execute(
            "select code, seq, command_id, part, at_ms, actor, role, type, version, data"
            " from entries join sessions on sessions.id = stream_id order by code, seq"
        ).fetchall()


def test_an_archive_moves_without_loss_and_only_once(db: Path, tmp_path: Path):
    folder, other = tmp_path / "backup", tmp_path / "other.db"
    written = run("export", "--all", str(folder), "--db", str(db))
    assert written.exit_code == 0
    assert "Not for publication" in written.output
    assert all("Not for publication" in path.read_text() for path in folder.iterdir())
    assert "Imported: 2." in run("import", str(folder), "--db", str(other)).output
    assert entries(other) == entries(db)
    assert found(other, "leaving") == ["WAVE47"]
    assert "Imported: 0. Here already: 2." in run("import", str(folder), "--db", str(other)).output
    assert entries(other) == entries(db)


def test_forgotten_words_stay_forgotten_on_the_way(db: Path, tmp_path: Path):
    room = past(tmp_path / "unused.db", "REEF22")
    amira = next(iter(room.session.people))
    room.sends(c.ForgetPerson(person=amira), amira)
    keep(tmp_path / "unused.db", room)
    folder = tmp_path / "backup"
    run("export", "--all", str(folder), "--db", str(tmp_path / "unused.db"))
    assert "Amira" not in "".join(path.read_text() for path in folder.iterdir())
    assert "Imported: 1." in run("import", str(folder), "--db", str(db)).output


def test_another_session_of_the_same_code_is_refused_and_nothing_taken_in(db: Path, tmp_path: Path):
    folder, other = tmp_path / "backup", tmp_path / "other.db"
    run("export", "--all", str(folder), "--db", str(db))
    past(other, "WAVE47", "Something else")
    before = entries(other)
    refused = run("import", str(folder), "--db", str(other))
    assert refused.exit_code == 1
    assert "another session WAVE47" in refused.output
    assert "Nothing was imported." in refused.output
    assert entries(other) == before


def cut_off(text: str) -> str:
    return text[: len(text) // 2]


def without_a_line(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(lines[:4] + lines[5:])


def twice(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:4], lines[3], *lines[4:]])


def of_tomorrow(text: str) -> str:
    return text.replace('"session.started","version":1', '"session.started","version":99')


def of_another_format(text: str) -> str:
    return text.replace("fishbowl.log/1", "fishbowl.log/9")


def emptied(text: str) -> str:
    return ""


def of_another_kind(text: str) -> str:
    return "[]\n" * 3


def of_another_code(text: str) -> str:
    return text.replace("WAVE47", "REEF99")


@pytest.mark.parametrize(
    "breaks",
    [cut_off, without_a_line, twice, of_tomorrow, of_another_code, of_another_format,
     emptied, of_another_kind, str.upper],
)  # fmt: skip
def test_one_broken_file_is_one_sentence_and_nothing_is_taken_in(db: Path, tmp_path: Path, breaks):
    folder, other = tmp_path / "backup", tmp_path / "other.db"
    run("export", "--all", str(folder), "--db", str(db))
    file = folder / "WAVE47.fishbowl.jsonl"
    file.write_text(breaks(file.read_text()))
    refused = run("import", str(folder), "--db", str(other))
    assert refused.exit_code == 1
    assert refused.output.endswith("Nothing was imported.\n")
    assert refused.stderr.splitlines()[-1].startswith("Error: ")
    assert entries(other) == []


def test_an_empty_folder_is_told(tmp_path: Path):
    refused = run("import", str(tmp_path), "--db", str(tmp_path / "other.db"))
    assert refused.exit_code == 1
    assert "no file of a session" in refused.output
