"""The mail server of a demo takes letters from the real sender, and keeps them for their owner."""

import smtplib
import socket
import threading
from email.message import EmailMessage

import pytest

from fishbowl.cli.mail_sink import LETTER_MAX, MailSink
from fishbowl.integrations.mail.letter import Letter
from fishbowl.integrations.mail.sender import Sender, ToSend
from fishbowl.simulation.conference.letterbox import Letterbox, Received

TOKEN = "abcdefghijklmnopqrstuvwxyz1"


@pytest.fixture
def sink(tmp_path) -> MailSink:
    made = MailSink(tmp_path / "letters")
    made.start(lambda task: threading.Thread(target=task, daemon=True).start())
    return made


def letter(**fields: str) -> Letter:
    given = {"to": "kofi@people.invalid", "subject": "Is this your address?", "text": "", **fields}
    return Letter(message_id="one", **given)


def test_a_letter_of_the_real_sender_is_read_as_it_was_written(sink):
    text = f"Ünïcode, and\n.a line with a dot.\nhttp://127.0.0.1:1/t#{TOKEN}\n"
    sender = Sender()
    for number in range(2):
        one = letter(subject=f"Letter {number}", text=text)
        sent = sender.send(ToSend(letter=one, settings=sink.settings, more=True))
        assert sent.problem is None
    sender.hang_up()
    box = Letterbox(sink.folder)
    assert list(box.new()) == [
        Received("kofi@people.invalid", f"Letter {number}", TOKEN) for number in range(2)
    ]
    assert list(box.new()) == []
    assert sink.subjects == {"Letter 0": 1, "Letter 1": 1}
    first = min(sink.folder.glob("*.eml"))
    assert first.name == "0001-letter-0.eml"
    assert b"\n.a line with a dot." in first.read_bytes().replace(b"\r\n", b"\n")


def test_letters_are_for_the_user_alone_and_the_server_listens_on_loopback(sink):
    assert sink.folder.stat().st_mode & 0o077 == 0
    assert sink.settings.host == "127.0.0.1"
    with socket.socket() as probe, pytest.raises(OSError):  # noqa: PT011
        probe.bind(("127.0.0.1", sink.settings.port))


def test_what_is_too_long_or_addressed_to_nobody_is_refused(sink):
    with smtplib.SMTP(sink.settings.host, sink.settings.port) as smtp:
        smtp.ehlo()
        assert smtp.docmd("DATA")[0] == 503
        assert smtp.docmd("STARTTLS")[0] == 502
        long = EmailMessage()
        long["From"], long["To"], long["Subject"] = "a@b.invalid", "c@d.invalid", "Long"
        long.set_content(("x" * 70 + "\n") * (LETTER_MAX // 71 + 1))
        with pytest.raises(smtplib.SMTPDataError):
            smtp.send_message(long)
    assert not list(sink.folder.iterdir())


def test_a_client_that_goes_away_spoils_no_other(sink):
    with socket.create_connection((sink.settings.host, sink.settings.port)) as lost:
        lost.sendall(b"EHLO x\r\nMAIL FROM:<a@b.invalid>\r\nRCPT TO:<c@d.invalid>\r\nDATA\r\nhalf")
        lost.shutdown(socket.SHUT_WR)
        while lost.recv(1_000):  # until the server has ended it, too
            pass
    sent = Sender().send(ToSend(letter=letter(), settings=sink.settings))
    assert sent.problem is None
    assert [one.subject for one in Letterbox(sink.folder).new()] == ["Is this your address?"]
