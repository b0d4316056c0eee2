"""``fishbowl mail test``."""

from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from fishbowl.cli import fishbowl
from fishbowl.integrations.mail.smtp import Problem
from fishbowl.integrations.mail.what_is_wrong import SENTENCES
from tests.support.mail_server import PASSWORD, USER, mail_server


def _test(*options: str, address: str = "me@example.org") -> Result:
    return CliRunner().invoke(fishbowl, ["mail", "test", address, *options])


def _options(port: int, security: str = "none") -> list[str]:
    return [
        "--mail-host", "127.0.0.1", "--mail-port", str(port), "--mail-security", security,
        "--mail-from", "Bowl <bowl@example.org>",
    ]  # fmt: skip


def _as_user(key: Path) -> list[str]:
    return ["--mail-user", USER, "--mail-password-file", str(key)]


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A file with the password that only its owner can read."""
    path = tmp_path / "mail.key"
    path.write_text(f"{PASSWORD}\n")
    path.chmod(0o600)
    return path


def test_a_test_letter_arrives_and_the_command_says_so():
    with mail_server() as server:
        result = _test(*_options(server.port))
        assert result.exit_code == 0
        assert "took the letter to me@example.org" in result.output
        (took,) = server.until(1)
        assert took["To"] == "me@example.org"


def test_the_password_comes_from_a_file(key: Path):
    with mail_server(starttls=True, sign_in=True, trusted=True) as server:
        result = _test(
            *_options(server.port, "starttls"),
            "--mail-user",
            USER,
            "--mail-password-file",
            str(key),
        )
        assert result.exit_code == 0, result.output
        assert len(server.took) == 1


def test_a_password_file_that_others_can_read_is_refused_and_nothing_is_sent(key: Path):
    key.chmod(0o644)
    with mail_server(starttls=True, sign_in=True, trusted=True) as server:
        result = _test(
            *_options(server.port, "starttls"),
            "--mail-user",
            USER,
            "--mail-password-file",
            str(key),
        )
        assert result.exit_code == 1
        assert f"chmod 600 {key}" in result.output
        assert not server.took


def test_what_is_wrong_is_said_in_words_with_what_the_server_said():
    with mail_server() as server:
        server.answers["me@example.org"] = "550 no such person"
        result = _test(*_options(server.port))
    assert result.exit_code == 1
    assert "refused the address for good" in result.output
    assert "550 no such person" in result.output


def test_without_a_server_or_a_sender_the_command_says_which_setting_is_missing():
    assert "FISHBOWL_MAIL_HOST" in _test().output
    assert "FISHBOWL_MAIL_FROM" in _test("--mail-host", "127.0.0.1").output


def test_the_server_does_not_start_with_settings_by_which_no_letter_could_leave(
    tmp_path: Path, key: Path
):
    def start(*options: str) -> str:
        db = ["--db", str(tmp_path / "fishbowl.db"), "--no-open"]
        done = CliRunner().invoke(fishbowl, ["serve", *db, "--mail-host", "127.0.0.1", *options])
        assert done.exit_code == 1
        assert not (tmp_path / "fishbowl.db").exists()
        return done.output

    assert "FISHBOWL_MAIL_FROM" in start()
    assert "is no e-mail address" in start("--mail-from", "me at home")
    key.chmod(0o644)
    assert "chmod 600" in start("--mail-from", "bowl@example.org", *_as_user(key))


def test_an_address_that_is_none_is_refused_before_anything_is_sent():
    with mail_server() as server:
        result = _test(*_options(server.port), address="me at home")
        assert result.exit_code == 1
        assert "is no e-mail address" in result.output
        assert not server.took


def test_the_settings_file_is_enough(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    with mail_server() as server:
        path = tmp_path / "fishbowl.toml"
        path.write_text(
            f'mail_host = "127.0.0.1"\nmail_port = {server.port}\nmail_security = "none"\n'
            'mail_from = "bowl@example.org"\n'
        )
        monkeypatch.setattr("fishbowl.cli.settings_file", lambda: path)
        assert _test().exit_code == 0
        assert len(server.took) == 1


def test_every_problem_has_a_sentence():
    assert set(SENTENCES) == set(get_args(Problem))


def test_a_letter_that_came_back_is_looked_for_in_the_database_of_the_settings_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    path, db = tmp_path / "fishbowl.toml", tmp_path / "named in the file.db"
    path.write_text(f'db = "{db}"\n')
    monkeypatch.setattr("fishbowl.cli.settings_file", lambda: path)
    report = (
        "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status"
        "\n\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\n"
        "Message-ID: <a@b>\n\n--b--\n"
    )
    done = CliRunner().invoke(fishbowl, ["mail", "bounce"], input=report)
    assert done.exit_code == 75
    assert str(db) in done.output
