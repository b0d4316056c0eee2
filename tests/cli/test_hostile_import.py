"""A backup that somebody has made up: it is refused in one sentence, and nothing is taken in."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from fishbowl.cli import fishbowl
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.codec import loaded
from fishbowl.domain.session.evolve import fold
from fishbowl.log.raw_entries import stored as stored_entry
from fishbowl.services import import_checks
from fishbowl.services.import_budget import check_all
from fishbowl.services.import_checks import SUFFIX, InvalidBackup, backup_entries, validated_log
from tests.cli.test_archive import entries
from tests.support.room import Room

Data = dict[str, Any]
NOW_MS = 1_900_000_000_000


def afternoon() -> Room:
    room = Room("What makes people stay?", code="WAVE47")
    amira = room.phone("Amira").person
    room.facilitator.starts()
    room.sends(c.AddNote(kind="resource", words="Read it", link="https://example.org/a"))
    room.sends(c.AskForChair(words="pay"), amira)
    room.sends(c.CloseSession())
    return room


def stored(room: Room) -> list[Data]:
    return [
        {
            "seq": entry.seq,
            "command_id": entry.command_id,
            "part": entry.part,
            "at_ms": entry.at_ms,
            "actor": entry.actor,
            "role": entry.role.value,
            "type": entry.event.name,
            "version": entry.event.version,
            "data": {f: getattr(entry.event, f) for f in entry.event.__struct_fields__},
        }
        for entry in room.log
    ]


def written(folder: Path, lines: list[Data], *, count: int | None = None) -> Path:
    """Write a backup of these entries; the values of their fields are JSON as they are."""
    folder.mkdir(exist_ok=True)
    path = folder / f"WAVE47{SUFFIX}"
    head = {"schema": "fishbowl.log/1", "code": "WAVE47", "note": ""}
    foot = {"entries": len(lines) if count is None else count}
    path.write_text("".join(json.dumps(line, default=list) + "\n" for line in (head, *lines, foot)))
    return path


def entry_of(lines: list[Data], type: str) -> Data:
    return next(line for line in lines if line["type"] == type)


def a_script_as_a_link(lines: list[Data]) -> None:
    entry_of(lines, "note.added")["data"]["link"] = "javascript:alert(document.domain)"


def a_billion_chairs(lines: list[Data]) -> None:
    lines[0]["data"]["chair_count"] = 10**9


def a_billion_chairs_later(lines: list[Data]) -> None:
    entry_of(lines, "session.started").update(type="chairs.changed", data={"count": 10**9})


def an_instant_beyond_the_calendar(lines: list[Data]) -> None:
    for line in lines[1:]:
        line["at_ms"] = 10**18


def an_instant_in_the_next_year(lines: list[Data]) -> None:
    for line in lines[1:]:
        line["at_ms"] = NOW_MS + 366 * 24 * 3_600_000


def an_instant_before_the_program(lines: list[Data]) -> None:
    lines[0]["at_ms"] = 0


def time_that_goes_back(lines: list[Data]) -> None:
    lines[-1]["at_ms"] = lines[0]["at_ms"] - 1


def a_name_of_a_megabyte(lines: list[Data]) -> None:
    entry_of(lines, "person.joined")["data"]["called"] = "x" * 2_000_000


def a_name_longer_than_a_name(lines: list[Data]) -> None:
    entry_of(lines, "person.joined")["data"]["called"] = "x" * 300


def a_name_that_turns_the_line(lines: list[Data]) -> None:
    entry_of(lines, "person.joined")["data"]["called"] = "Amira\u202e"


def somebody_who_is_not_there(lines: list[Data]) -> None:
    entry_of(lines, "queue.joined")["data"]["person"] = 9_999


def a_role_that_nobody_has(lines: list[Data]) -> None:
    lines[1]["role"] = "root"


def a_number_that_is_a_text(lines: list[Data]) -> None:
    entry_of(lines, "queue.joined")["data"]["rank"] = "1"


def a_document_that_is_nested_deeply(lines: list[Data]) -> None:
    deep: list[Any] = []
    for _ in range(900):
        deep = [deep]
    lines[1]["data"]["called"] = deep


def a_field_that_no_program_has(lines: list[Data]) -> None:
    entry_of(lines, "queue.joined")["data"]["x\n" * 5_000] = 1


def a_moment_that_no_wall_can_show(lines: list[Data]) -> None:
    """One entry in hundreds shows a question that nobody asked; the next one takes it down."""
    before = entry_of(lines, "session.closed")
    for number in range(400):
        lines.insert(lines.index(before), note_before(before, f"filler-{number}"))
    place = lines.index(before) - 191
    lines[place].update(type="question.shown", data={"question": 9_999})
    lines[place + 1].update(type="question.shown", data={"question": None})
    for seq, line in enumerate(lines, start=1):
        line["seq"] = seq


def note_before(line: Data, command_id: str) -> Data:
    words = {"kind": "insight", "words": "They stay"}
    return {**line, "command_id": command_id, "type": "note.added", "data": words, "part": 0}


HOSTILE: list[Callable[[list[Data]], None]] = [
    a_script_as_a_link, a_billion_chairs, a_billion_chairs_later, an_instant_beyond_the_calendar,
    an_instant_in_the_next_year, an_instant_before_the_program, time_that_goes_back,
    a_name_of_a_megabyte, a_name_longer_than_a_name, a_name_that_turns_the_line,
    somebody_who_is_not_there, a_role_that_nobody_has, a_number_that_is_a_text,
    a_document_that_is_nested_deeply, a_field_that_no_program_has, a_moment_that_no_wall_can_show,
]  # fmt: skip


@pytest.mark.parametrize("breaks", HOSTILE)
def test_a_file_that_no_fishbowl_has_written_is_refused(tmp_path: Path, breaks):
    lines = stored(afternoon())
    validated_log(written(tmp_path, lines), NOW_MS)
    breaks(lines)
    with pytest.raises(InvalidBackup) as refused:
        validated_log(written(tmp_path, lines), NOW_MS)
    assert len(str(refused.value)) < 400
    assert "\n" not in str(refused.value)


def test_a_log_that_breaks_its_replay_alone_is_refused_before_anything_is_stored(tmp_path: Path):
    lines = stored(afternoon())
    a_moment_that_no_wall_can_show(lines)
    folder, db = tmp_path / "backup", tmp_path / "other.db"
    path = written(folder, lines)
    assert fold([loaded(entry) for entry in map(stored_entry, backup_entries(path))]) is not None
    result = CliRunner().invoke(fishbowl, ["import", str(folder), "--db", str(db)])
    assert result.exit_code == 1
    assert "Nothing was imported." in result.output
    assert not db.exists()


def test_a_field_of_a_newer_program_is_named_with_its_entry(tmp_path: Path):
    lines = stored(afternoon())
    asked = entry_of(lines, "queue.joined")
    asked["data"]["mood"] = "good"
    with pytest.raises(InvalidBackup, match=f"newer Fishbowl .*entry {asked['seq']}: .*`mood`"):
        validated_log(written(tmp_path, lines), NOW_MS)


def test_the_command_refuses_it_too_and_takes_nothing_in(tmp_path: Path):
    lines = stored(afternoon())
    a_script_as_a_link(lines)
    folder, db = tmp_path / "backup", tmp_path / "other.db"
    written(folder, lines)
    result = CliRunner().invoke(fishbowl, ["import", str(folder), "--db", str(db)])
    assert result.exit_code == 1
    assert "Nothing was imported." in result.output
    assert entries(db) == []


@pytest.mark.parametrize(
    ("limit", "value"), [("FILE_MAX_BYTES", 100), ("LINE_MAX_BYTES", 40), ("ENTRIES_MAX", 2)]
)
def test_there_are_limits_of_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit, value):
    path = written(tmp_path, stored(afternoon()))
    monkeypatch.setattr(import_checks, limit, value)
    with pytest.raises(InvalidBackup):
        validated_log(path, NOW_MS)


def test_a_file_that_is_never_read_to_its_end_is_given_up(tmp_path: Path):
    path = tmp_path / f"WAVE47{SUFFIX}"
    os.mkfifo(path)
    with pytest.raises(InvalidBackup, match="takes too long"):
        check_all([path], NOW_MS, seconds=0.2)


def test_every_page_can_show_what_was_let_in(tmp_path: Path):
    (found,) = check_all([written(tmp_path, stored(afternoon()))], NOW_MS)
    row = found.row
    assert row is not None
    assert (row.code, row.state, row.people) == ("WAVE47", "closed", 1)


def test_each_file_has_its_own_answer(tmp_path: Path):
    good = written(tmp_path / "good", stored(afternoon()))
    bad = written(tmp_path / "bad", stored(afternoon()), count=99)
    assert len(check_all([good, good], NOW_MS)) == 2
    with pytest.raises(InvalidBackup, match="entries are missing"):
        check_all([good, bad], NOW_MS)
