"""A setting that does not exist is an error which says what was meant."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from fishbowl import cli
from fishbowl.cli.setting_names import PARAMETERS, PREFIX, VARIABLES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "fishbowl.toml"
    monkeypatch.setattr(cli, "settings_file", lambda: path)
    return path


def sessions(**environment: str) -> Result:
    """Run a command that needs nothing but an answer: there is no such database."""
    return CliRunner().invoke(cli.fishbowl, ["sessions", "--db", "nowhere.db"], env=environment)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("prot = 9000", "prot (did you mean port?)"),
        ('public-url = "https://example.org"', "public-url (did you mean public_url?)"),
        ("opens = false", "opens (did you mean open?)"),
        ('async_mode = "threading"', "async_mode (it is set by the variable FISHBOWL_ASYNC_MODE)"),
        ("[serve]\nport = 9000", "serve"),
        ("prot = 1\nhots = 2", "prot (did you mean port?), hots (did you mean host?)"),
    ],
)
def test_an_unknown_line_of_the_settings_file_is_an_error_that_suggests_the_right_one(
    settings: Path, line: str, said: str
) -> None:
    settings.write_text(line)
    done = sessions()
    assert done.exit_code == 1
    assert f"{settings} has settings that do not exist: {said}. Nothing" in done.output


def test_an_unknown_variable_is_an_error_that_suggests_the_right_one(settings: Path) -> None:
    done = sessions(FISHBOWL_TRUSTED_PROXY="1")
    assert done.exit_code == 1
    said = "FISHBOWL_TRUSTED_PROXY (did you mean FISHBOWL_TRUSTED_PROXIES?)"
    assert f"The environment has settings that do not exist: {said}." in done.output
    done = sessions(FISHBOWL_XYZ="1")
    assert "do not exist: FISHBOWL_XYZ. Nothing" in done.output


def test_known_settings_and_foreign_variables_are_no_error(settings: Path) -> None:
    settings.write_text("port = 9000\nopen = false\n")
    done = sessions(FISHBOWL_SHOTS="1", FISHBOWLS_PER_DAY="3")
    assert "do not exist" not in done.output


def test_the_settings_file_sets_what_the_commands_take(
    settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.write_text("port = 9000\nopen = false\n")
    serve = cli.fishbowl.get_command(click.Context(cli.fishbowl), "serve")
    assert serve
    taken = {}
    monkeypatch.setattr(serve, "callback", taken.update)
    done = CliRunner().invoke(cli.fishbowl, ["serve"])
    assert done.exit_code == 0, done.output
    assert (taken["port"], taken["opens"]) == (9000, False)


def test_every_option_of_the_servers_and_of_mail_is_a_setting() -> None:
    options = {}
    context = click.Context(cli.fishbowl)
    mail = cli.fishbowl.get_command(context, "mail")
    assert isinstance(mail, click.Group)
    for command in (
        cli.fishbowl.get_command(context, "serve"),
        cli.fishbowl.get_command(context, "demo"),
        mail.get_command(context, "test"),
    ):
        assert command
        for parameter in command.params:
            if isinstance(parameter, click.Argument):
                continue
            options[parameter.opts[0].removeprefix("--").replace("-", "_")] = parameter.name
    options["db"] = "db"  # the rehearsal has its own, which no setting moves
    del options["format"]
    assert options == PARAMETERS


def test_the_known_variables_are_those_that_something_here_reads() -> None:
    folders = ("fishbowl", "tests", "bench", "tools")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    known = {
        name
        for name in VARIABLES
        for path in files
        if path.name not in ("setting_names.py", "test_setting_names.py")
        if name in path.read_text(encoding="utf-8")
    }
    assert known == set(VARIABLES), "a variable that nothing reads"
    for name in cli.COMMANDS:
        command = cli.fishbowl.get_command(click.Context(cli.fishbowl), name)
        assert command
        variables = {p.envvar for p in command.params if isinstance(p, click.Option)} - {None}
        assert variables <= set(VARIABLES), name
    assert all(name.startswith(PREFIX) for name in VARIABLES)
