"""Handing letters to a real mail server, and what it may answer."""

from collections.abc import Iterator

import pytest

from fishbowl.host.mail_settings import MailSettings
from fishbowl.integrations.mail.letter import Letter, message
from fishbowl.integrations.mail.smtp import MailError, connected
from tests.support.mail_server import PASSWORD, USER, MailServer, mail_server
from tests.support.server import free_port

NOW_MS = 1_796_000_000_000
SENDER = "Bowl <bowl@example.org>"


@pytest.fixture
def server() -> Iterator[MailServer]:
    """A server without encryption."""
    with mail_server() as running:
        yield running


def _settings(port: int, **more: object) -> MailSettings:
    given = {"host": "127.0.0.1", "security": "none", "sender": SENDER, **more}
    return MailSettings(port=port, **given)  # type: ignore[arg-type]


def _send(settings: MailSettings, to: str = "ingrid@example.org", password: str = "") -> None:
    letter = Letter(to=to, subject="Hello", text="Hello Ingrid", message_id="m-1")
    with connected(settings, password) as open_server:
        open_server.send(message(letter, settings.sender, NOW_MS))


def _problem(settings: MailSettings, password: str = "") -> MailError:
    with pytest.raises(MailError) as caught:
        _send(settings, password=password)
    return caught.value


def test_a_letter_that_was_sent_is_with_the_server(server: MailServer):
    _send(_settings(server.port))
    (took,) = server.until(1)
    assert took["Subject"] == "Hello"


def test_an_address_that_takes_no_mail_is_refused_for_good(server: MailServer):
    server.answers["ingrid@example.org"] = "550 no such person"
    error = _problem(_settings(server.port))
    assert (error.problem, error.is_for_good) == ("address_refused", True)
    assert "no such person" in error.said


def test_a_server_that_wants_to_be_asked_later_refuses_nothing_for_good(server: MailServer):
    server.answers["ingrid@example.org"] = "451 greylisted"
    error = _problem(_settings(server.port))
    assert (error.problem, error.is_for_good) == ("delayed", False)


def test_a_line_that_drops_in_the_middle_is_no_letter_sent(server: MailServer):
    server.drops_at_data = True
    error = _problem(_settings(server.port))
    assert not error.is_for_good
    assert not server.took


def test_a_sender_that_the_server_does_not_know_is_named(server: MailServer):
    server.refused_senders.add("bowl@example.org")
    assert _problem(_settings(server.port)).problem == "sender_refused"


def test_who_signs_in_may_send_and_a_wrong_password_is_told_from_other_faults():
    with mail_server(starttls=True, sign_in=True, trusted=True) as server:
        settings = _settings(server.port, security="starttls", user=USER)
        _send(settings, password=PASSWORD)
        assert _problem(settings, "another").problem == "sign_in_refused"
        assert len(server.took) == 1


def test_a_server_without_sign_in_says_so(server: MailServer):
    assert _problem(_settings(server.port, user=USER), PASSWORD).problem == "no_sign_in"


def test_nothing_is_sent_where_encryption_is_wanted_and_not_offered(server: MailServer):
    assert _problem(_settings(server.port, security="starttls")).problem == "no_tls"
    assert not server.took


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_trusts_is_not_trusted(security: str):
    with mail_server(**{security: True}) as server:
        assert _problem(_settings(server.port, security=security)).problem == "certificate"
        assert not server.took


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_letter_goes_through_an_encrypted_line(security: str):
    with mail_server(**{security: True}, trusted=True) as server:
        _send(_settings(server.port, security=security))
        assert len(server.until(1)) == 1


def test_encryption_towards_a_server_without_it_is_told_from_a_dead_one(server: MailServer):
    assert _problem(_settings(server.port, security="tls")).problem == "tls_expected"
    assert _problem(_settings(free_port())).problem == "unreachable"


def test_a_name_that_nobody_has_is_unknown():
    settings = MailSettings(host="mail.invalid", port=25, security="none", sender=SENDER)
    assert _problem(settings).problem == "unknown_host"
