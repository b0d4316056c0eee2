"""What takes long is made in another process, while the room goes on."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from flask import Flask

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.host import worker_process
from fishbowl.log import open_store
from fishbowl.services.writer import Envelope, Service
from fishbowl.web.offload import process as module
from fishbowl.web.offload.jobs import JobResult, PersonalData, SummaryPage
from fishbowl.web.offload.process import Busy, Offload
from tests.live.conftest import Room
from tests.support.hand_clock import HandClock

PATIENCE_S = 60
PIPE_BYTES = 64 * 1024


def test_pages_files_replays_and_ones_own_data_come_in_every_mode(room: Room) -> None:
    console, amira = room.console(), room.phone("Amira")
    console.done("start_session")
    console.done("close_session")
    console.done("publish_summary")
    published = console.until(lambda: console.slices["session"]["summary"])
    device = {"X-Fishbowl-Device": amira.device}
    with requests.Session() as browser:
        browser.headers["Cookie"] = room.server.owner_cookie()

        def fetched(path: str, **headers: str) -> requests.Response:
            answer = browser.get(f"{room.server.url}{path}", headers=headers, timeout=PATIENCE_S)
            assert answer.status_code == 200, path
            return answer

        for path in (f"/{room.code}/summary", f"/{room.code}/summary/edit", published):
            assert "What makes people stay?" in fetched(path).text
        assert "What makes people stay?" in fetched(f"/{room.code}/export.md").text
        one_file = fetched(f"/{room.code}/export.html").text
        assert len(one_file) > PIPE_BYTES, "more than a pipe holds at once"
        assert "What makes people stay?" in one_file
        assert fetched(f"/{room.code}/replay.json").json()["frames"]
        assert fetched(f"/{room.code}/me.json", **device).json()["person"]["called"] == "Amira"
        assert '<html lang="de"' in fetched(f"{published}?lang=de&x=1").text
        again = fetched(f"{published}?lang=de&x=2").text
        assert "lang=de" in again
        assert "x=2" not in again, "what else an address asks for makes no other page"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with one session that is over."""
    path = tmp_path / "fishbowl.db"
    service = Service(open_store(path), HandClock())
    service.start()
    for number, command in enumerate(
        (c.CreateSession(code="WAVE47", question="Who stays?"), c.StartSession(), c.CloseSession())
    ):
        order = Envelope(
            code="WAVE47", command=command, command_id=f"make-{number:04}", role=Role.FACILITATOR
        )
        assert service.submit(order).ok
    service.stop()
    return path


@pytest.fixture
def making(db: Path) -> Iterator[Offload]:
    """The line before the process, asked from a request as the pages do."""
    offload = Offload(db, lambda function, *arguments: function(*arguments))
    with Flask("fishbowl").test_request_context("/"):
        yield offload
    offload.stop()


PAGE = SummaryPage(code="WAVE47", audience="reader")


def test_what_was_made_of_a_session_that_is_over_is_kept_until_its_log_goes_on(
    making: Offload, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = making.done(PAGE, of_seq=4)  # type: ignore[arg-type]
    assert b"Who stays?" in first.body
    monkeypatch.setattr(making, "_run", lambda job: JobResult(body=b"another one"))
    assert making.done(PAGE, of_seq=4) is first  # type: ignore[arg-type]
    assert making.done(PAGE, of_seq=5).body == b"another one"  # type: ignore[arg-type]
    assert making.done(PAGE).body == b"another one"


def test_what_runs_in_the_background_asks_without_a_request(db: Path) -> None:
    offload = Offload(db, lambda function, *arguments: function(*arguments))
    try:
        assert b"Who stays?" in offload.done(PAGE).body
    finally:
        offload.stop()


def test_the_process_is_begun_again_after_it_has_ended(making: Offload) -> None:
    assert making.done(PAGE).body
    pid = making._process.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    assert making.done(PAGE).body


def test_one_that_ends_in_the_middle_is_no_answer_and_the_next_one_is(
    making: Offload, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(worker_process, "read", lambda stream: None)
    with pytest.raises(Busy):
        making.done(PAGE)
    monkeypatch.undo()
    assert making.done(PAGE).body
    assert "a page could not be made" in caplog.text


def test_what_cannot_be_made_ends_nothing_else(making: Offload) -> None:
    with pytest.raises(Busy):
        making.done(PersonalData(code="WAVE47", person=999))
    with pytest.raises(Busy):
        making.done(SummaryPage(code="NONE22", audience="reader"))
    assert making.done(PAGE).body


def test_who_asks_for_the_same_waits_for_the_same_and_too_many_others_are_sent_away(
    making: Offload, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WAITING_MAX", 1)
    go_on, begun, asked = threading.Event(), threading.Event(), []

    def slow(job: SummaryPage) -> JobResult:
        asked.append(job)
        begun.set()
        assert go_on.wait(PATIENCE_S)
        return JobResult(body=b"made once")

    monkeypatch.setattr(making, "_run", slow)
    found: list[bytes] = []
    app = Flask("fishbowl")

    def asks() -> None:
        with app.test_request_context("/"):
            found.append(making.done(PAGE).body)

    threads = [threading.Thread(target=asks) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert begun.wait(PATIENCE_S)
    with pytest.raises(Busy):
        making.done(SummaryPage(code="WAVE47", audience="proof"))
    go_on.set()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert found == [b"made once"] * 4
    assert len(asked) < 4


def test_no_more_is_kept_than_there_is_room_for(
    making: Offload, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_MAX_BYTES", 25)
    monkeypatch.setattr(making, "_run", lambda job: JobResult(body=b"ten bytes!"))
    languages = ("en", "de", "es", "ja")
    for lang in languages:
        making.done(SummaryPage(code="WAVE47", audience="reader", lang=lang), of_seq=4)  # type: ignore[arg-type]
    assert [job.lang for job in making._kept] == ["es", "ja"]


def test_a_log_that_goes_on_is_told_and_nothing_of_it_kept(making: Offload, db: Path) -> None:
    making.done(PAGE, of_seq=4)  # type: ignore[arg-type]
    service = Service(open_store(db), HandClock())
    service.subscribe(making.on_change)
    service.start()
    service.submit(
        Envelope(code="WAVE47", command=c.PublishSummary(), command_id="publish-1",
              role=Role.FACILITATOR)
    )  # fmt: skip
    service.stop()
    assert making._kept == {}
