"""The process that hands letters over, and what the server learns of it."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from fishbowl.host.mail_settings import MailSettings
from fishbowl.host.worker_process import WorkerProcess
from fishbowl.integrations.mail.letter import Letter
from fishbowl.integrations.mail.sender import MODULE, Sender, Sent, ToSend
from tests.support.mail_server import PASSWORD, USER, MailServer, mail_server


@pytest.fixture(scope="module")
def process() -> Iterator[WorkerProcess]:
    running = WorkerProcess(MODULE)
    yield running
    running.stop()


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def _one(server: MailServer, to: str = "ingrid@example.org", **more: object) -> ToSend:
    settings = MailSettings(
        host="127.0.0.1", port=server.port, security="none", sender="Bowl <bowl@example.org>"
    )
    letter = Letter(to=to, subject="Hello", text="Hello Ingrid", message_id="m-1")
    return msgspec.structs.replace(ToSend(letter=letter, settings=settings), **more)


def _sent(process: WorkerProcess, one: ToSend) -> Sent:
    return msgspec.json.decode(process.ask(msgspec.json.encode(one)), type=Sent)


def test_another_process_sends_and_says_what_became_of_each_letter(
    process: WorkerProcess, server: MailServer
) -> None:
    server.answers["nobody@example.org"] = "550 5.1.1 no such person"
    server.answers["stranger@example.org"] = "550 5.7.1 relaying denied"
    assert _sent(process, _one(server)) == Sent()
    assert _sent(process, _one(server, "nobody@example.org")).problem == "address_refused"
    assert _sent(process, _one(server, "stranger@example.org")).problem == "relay_refused"
    assert [one["To"] for one in server.took] == ["ingrid@example.org"]


def test_one_that_was_killed_is_started_again(process: WorkerProcess, server: MailServer) -> None:
    assert _sent(process, _one(server)) == Sent()
    pid = process.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    assert _sent(process, _one(server)) == Sent()
    assert process.pid != pid


def test_the_password_is_on_no_command_line_and_in_no_environment(
    process: WorkerProcess, tmp_path: Path
) -> None:
    key = tmp_path / "mail.key"
    key.write_text(PASSWORD)
    key.chmod(0o600)
    with mail_server(starttls=True, sign_in=True, trusted=True) as server:
        own = WorkerProcess(MODULE)  # it inherits who is trusted
        one = _one(server)
        settings = msgspec.structs.replace(
            one.settings, security="starttls", user=USER, password_file=str(key)
        )
        try:
            assert _sent(own, msgspec.structs.replace(one, settings=settings)) == Sent()
            about = Path(f"/proc/{own.pid}")
            assert PASSWORD.encode() not in (about / "cmdline").read_bytes()
            assert PASSWORD.encode() not in (about / "environ").read_bytes()
        finally:
            own.stop()


def test_letters_that_follow_at_once_share_a_connection(server: MailServer) -> None:
    sender = Sender()
    for more in (True, True, False):
        assert sender.send(_one(server, more=more)) == Sent()
    assert len(server.took) == 3
    assert server.connections == 1


def test_a_server_that_ends_a_connection_after_some_letters_is_connected_again(
    server: MailServer,
) -> None:
    sender = Sender()
    assert sender.send(_one(server, more=True)) == Sent()
    server.hang_up()
    assert sender.send(_one(server)) == Sent()
    assert (len(server.took), server.connections) == (2, 2)


def test_a_refused_letter_says_nothing_about_the_address(server: MailServer) -> None:
    server.data_answer = "554 5.6.0 looks unwanted"
    assert Sender().send(_one(server)).problem == "letter_refused"
