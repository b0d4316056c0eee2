"""Disks that are slow or fail, and files that are touched while a server runs on them."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from fishbowl.log.connection import wal_of
from fishbowl.log.moved_file import note_of
from tests.support.face import PATIENCE_S, Face
from tests.support.server import Server

Start = Callable[..., Server]


def delete(path: Path) -> None:
    path.unlink()


def replace(path: Path) -> None:
    other = path.with_name("other.db")
    open_store(other).close()
    os.replace(other, path)


def delete_journal(path: Path) -> None:
    wal_of(path).unlink()


@pytest.mark.parametrize("touch", [delete, replace, delete_journal])
def test_a_file_that_is_touched_while_a_server_runs_loses_nothing(
    start_server: Start, touch: Callable[[Path], None]
) -> None:
    server = start_server()
    code = server.create_session()
    console, phone = Face(server, code, "console").connect(), Face(server, code, "phone").connect()
    phone.done("join_session", name="Amira")
    touch(server.db)
    person = phone.until(lambda: phone.slices["me"]["person"])
    acknowledged = [
        phone.done("rename_person", person=person, name=f"Amira {number}") for number in range(10)
    ]
    said = console.until(lambda: console.signals["health"])
    assert [one["code"] for one in said] == ["file_moved"]
    page = requests.get(f"{server.url}/{code}", timeout=PATIENCE_S)
    assert page.status_code == 200
    server.kill()
    console.leave()
    phone.leave()
    server.start()
    assert f"Everything is kept in {server.db.with_name('fishbowl.continued-')}" in server.printed
    again = Face(server, code, "phone", phone.device).connect()
    assert again.slices["me"]["person"]
    again.leave()
    store = open_store(server.db, readonly=True)
    assert {entry.seq for entry in store.entries(session_stream(code))} >= set(acknowledged)
    store.close()


def test_pages_and_other_answers_do_not_wait_for_the_disk(start_server: Start) -> None:
    server = start_server()
    code = server.create_session()
    server.stop()
    server.disk = {"sync_ms": 1_500}
    server.start()
    console, phone = Face(server, code, "console").connect(), Face(server, code, "phone").connect()
    saved = threading.Event()

    def save() -> None:
        console.done("start_session")
        saved.set()

    saving = threading.Thread(target=save)
    saving.start()
    console.until(lambda: [c for c in console.signals["health"] if c["code"] == "saving_slow"])
    assert requests.get(f"{server.url}/healthz", timeout=PATIENCE_S).ok
    assert requests.get(f"{server.url}/{code}", timeout=PATIENCE_S).ok
    assert phone.signal("agree")["error"]["code"] == "person_unknown"
    assert not saved.is_set(), "all that was answered while the disk was busy"
    saving.join()
    console.until(lambda: not console.signals["health"])
    console.leave()
    phone.leave()


def test_a_sync_that_fails_is_followed_by_a_copy_and_not_saved_is_not_saved(
    start_server: Start,
) -> None:
    server = start_server()
    code = server.create_session()
    server.stop()
    server.disk = {"fail_syncs": [6]}
    server.start()
    phone = Face(server, code, "phone").connect()
    phone.done("join_session", name="Amira")
    person = phone.until(lambda: phone.slices["me"]["person"])
    answers = {}
    for number in range(15):
        id = f"tap-{number:08}"
        answers[id] = phone.command("rename_person", id, person=person, name=f"A {number}")["ok"]
    assert sum(answers.values()) >= 10
    server.kill()
    phone.leave()
    assert note_of(server.db).is_file(), "the disk has failed"
    store = open_store(server.db, readonly=True)
    logged = [entry.command_id for entry in store.entries(session_stream(code))]
    assert {id: logged.count(id) for id in answers} == {id: int(ok) for id, ok in answers.items()}
    store.close()
    server.disk = None
    server.start()


def test_a_second_server_on_the_same_file_says_who_has_it(start_server: Start) -> None:
    server = start_server()
    second = subprocess.run(
        [sys.executable, "-m", "fishbowl", "serve", "--no-open", "--port", "1", "--db",
         str(server.db)],
        capture_output=True, text=True, timeout=PATIENCE_S,
    )  # fmt: skip
    assert second.returncode == 1
    assert f"process {server.pid}, {server.url}" in second.stderr
    assert len(second.stderr.splitlines()) == 1


def test_an_import_beside_a_running_server_goes_through_it(
    start_server: Start, tmp_path: Path
) -> None:
    server = start_server()
    other = Server(tmp_path / "other.db")
    other.start()
    code = other.create_session(question="Imported while you talk?")
    other.stop()
    fishbowl = [sys.executable, "-m", "fishbowl"]
    for command in (
        ["export", "--all", str(tmp_path / "backup"), "--db", str(other.db)],
        ["import", str(tmp_path / "backup"), "--db", str(server.db)],
    ):
        subprocess.run([*fishbowl, *command], check=True, capture_output=True)
    console = Face(server, code, "console").connect()
    assert console.slices["session"]["question"] == "Imported while you talk?"
    console.done("start_session")
    console.leave()


def test_one_damaged_session_stops_nobody_else(start_server: Start) -> None:
    server = start_server()
    good, bad = server.create_session(), server.create_session()
    server.stop()
    store = open_store(server.db)
    store._writer.execute(
        "update entries set data = '[]' where stream_id = (select id from sessions where code = ?)",
        (bad,),
    )
    store.close()
    server.start()
    console = Face(server, good, "console").connect()
    console.done("start_session")
    with pytest.raises(Exception, match="not_saved"):
        Face(server, bad, "phone").connect()
    page = requests.get(f"{server.url}/{bad}", timeout=PATIENCE_S)
    assert page.status_code == 503
    assert "damaged" in page.text
    (said,) = console.until(lambda: console.signals["health"])
    assert (said["code"], said["params"]) == ("session_broken", {"codes": [bad]})
    console.leave()
