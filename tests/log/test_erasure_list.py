"""The list of what was erased: apart from the database, without words, never lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fishbowl.domain.session import events as e
from fishbowl.domain.session.erasure import ERASING, erasure
from fishbowl.log import Conflict, Store, StoreError, open_store
from fishbowl.log.erasure_lines import ErasureLine
from fishbowl.log.erasure_list import ErasureFile, list_of
from tests.log.conftest import delete, outspoken, put
from tests.log.test_forget import WORDS, forget


def lines(path: Path) -> list[ErasureLine]:
    return ErasureFile(list_of(path)).read()


def test_an_erasure_is_listed_beside_the_database_without_any_word(store: Store, path: Path):
    room = outspoken()
    person = room.phone_of("Raffaello").person
    forget(store, room)
    (one,) = lines(path)
    assert (one.code, one.type, one.seq) == ("WAVE47", "person.forgotten", len(room.log))
    assert [target.seq for target in one.targets] == [person]
    held = list_of(path).read_bytes()
    assert not [word for word in WORDS if word.encode() in held]
    assert list_of(path).stat().st_mode & 0o777 == 0o600


def test_a_deleted_session_is_listed(store: Store, path: Path):
    put(store, outspoken().log)
    delete(store, at_ms=7)
    with pytest.raises(Conflict):
        delete(store, at_ms=8)
    (one,) = lines(path)
    assert (one.code, one.at_ms, one.is_deletion) == ("WAVE47", 7, True)
    assert len(one.origin) == 64


def test_the_list_can_be_elsewhere(path: Path, tmp_path: Path):
    elsewhere = tmp_path / "on-another-disk.erasures"
    with closing(open_store(path, erasures=elsewhere)) as store:
        forget(store, outspoken())
    assert len(ErasureFile(elsewhere).read()) == 1
    assert not list_of(path).exists()


def test_what_the_file_did_not_take_is_written_later(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("fishbowl.log.erasure_list._append", refuse)
        forget(store, outspoken())
        assert not list_of(path).exists()
    store.tidy()
    assert len(lines(path)) == 1


def test_what_was_not_written_before_the_program_ended_is_written_at_the_next_start(path: Path):
    with closing(open_store(path)) as store:
        forget(store, outspoken())
    list_of(path).unlink()
    open_store(path).close()
    assert len(lines(path)) == 1
    open_store(path).close()
    assert len(lines(path)) == 1


def test_a_line_that_was_cut_off_is_passed_over_and_one_in_the_middle_is_told(path: Path):
    with closing(open_store(path)) as store:
        forget(store, outspoken())
    file = list_of(path)
    whole = file.read_bytes()
    file.write_bytes(whole + whole[:40])
    assert len(lines(path)) == 1
    with closing(open_store(path)) as store:
        delete(store, at_ms=7)
    with pytest.raises(StoreError, match="damaged in line 2"):
        lines(path)
    file.write_bytes(whole)
    assert len(lines(path)) == 1


def test_what_was_erased_before_there_was_a_list_can_be_listed(path: Path):
    with closing(open_store(path)) as store:
        forget(store, outspoken())
        put(store, outspoken().log, code="TIDE48")
        delete(store, "TIDE48", at_ms=7)
    with closing(sqlite3.connect(path)) as connection, connection:
        before = connection.execute("select id, line from erasures order by id").fetchall()
        connection.execute("delete from erasures")
    list_of(path).unlink()
    with closing(open_store(path)) as store:
        store.list_all_erasures()
    with closing(sqlite3.connect(path)) as connection:
        after = connection.execute("select id, line from erasures order by id").fetchall()
    assert [id for id, _ in after] == [id for id, _ in before]
    line = '{"id":"deleted TIDE48","code":"TIDE48","origin":"","at_ms":7}'
    assert after[1] == ("deleted TIDE48", line), "of a deletion only code and time are known"
    assert len(lines(path)) == 2


def test_what_was_erased_before_there_was_a_list_is_listed_by_the_update(path: Path):
    before_the_list = Path(__file__).parent / "schemas" / "m011.sql"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(before_the_list.read_text("utf-8"))
        (session_id,) = connection.execute(
            "select id from sessions where code = 'WAVE47'"
        ).fetchone()
        (seq,) = connection.execute(
            "select max(seq) from entries where session_id = ?", (session_id,)
        ).fetchone()
        connection.execute(
            "insert into entries (session_id, seq, sender, command_id, part, at_ms, actor, role,"
            " type, version, data, chain) values (?, ?, '', 'forget', 0, 1, 0, 'time',"
            " 'wifi.erased', 1, '{}', x'0123')",
            (session_id, seq + 1),
        )
        connection.execute("insert into deleted_sessions values ('TIDE48', 7)")
        connection.commit()
    open_store(path).close()
    erased, deleted = lines(path)
    assert (erased.id, erased.code, erased.type) == ("0123", "WAVE47", "wifi.erased")
    assert len(erased.origin) == 64
    assert deleted == ErasureLine(id="deleted TIDE48", code="TIDE48", origin="", at_ms=7)


def test_every_event_that_erases_is_known_by_name():
    def asks(kind: type[e.Event]) -> bool:
        fields = {
            "person": 1,
            "people": (1,),
            "question": 1,
            "takeaway": 1,
            "answer": 1,
            "point": 1,
        }
        try:
            event = kind(**{k: v for k, v in fields.items() if k in kind.__struct_fields__})
        except TypeError:  # it needs more, and nothing that erases does
            return False
        return bool(erasure([event]))

    erasing = {name for name, kind in e.EVENT_TYPES.items() if asks(kind)}
    assert erasing == ERASING
