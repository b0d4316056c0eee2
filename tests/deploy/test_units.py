"""The systemd units and the container start what exists, without rights that it does not need."""

import json
import re
import shlex
from collections import defaultdict
from pathlib import Path

import click
import pytest

from fishbowl.cli import COMMANDS, fishbowl
from tests.deploy.page import ROOT, blocks

DEPLOY = ROOT / "deploy"
SERVICES = ("fishbowl.service", "fishbowl-backup.service")
HARDENING = {
    "User": "fishbowl",
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "CapabilityBoundingSet": "",
    "RestrictNamespaces": "yes",
    "MemoryDenyWriteExecute": "yes",
    "UMask": "0077",
}


def unit(name: str) -> dict[str, list[str]]:
    """The settings of a unit; one that is given several times keeps all its values."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in (DEPLOY / name).read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found[key].append(value)
    return found


def accepts(words: list[str]) -> None:
    """Let the command line read a call of ``fishbowl``, without its path."""
    name, *rest = words
    command = fishbowl.get_command(click.Context(fishbowl), name)
    assert command is not None, name
    command.make_context(name, rest)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_no_rights_that_it_does_not_need(name: str) -> None:
    settings = unit(name)
    assert {key: settings[key] for key in HARDENING} == {k: [v] for k, v in HARDENING.items()}


def test_the_service_starts_the_server_and_outlives_its_shutdown() -> None:
    settings = unit("fishbowl.service")
    program, *words = shlex.split(settings["ExecStart"][0])
    assert program == "/opt/fishbowl/bin/fishbowl"
    accepts(words)
    assert int(settings["TimeoutStopSec"][0]) > 20  # STOP_S of fishbowl/host/shutdown.py


def test_the_timer_starts_a_backup_that_the_command_line_accepts() -> None:
    (call,) = unit("fishbowl-backup.service")["ExecStart"]
    shell, option, script = shlex.split(call.replace("%%", "%"))
    assert (shell, option) == ("/bin/sh", "-c")
    plain = re.sub(r"\$\([^)]*\)", "20261130-120000", script)
    _exec, program, *words = shlex.split(plain)
    assert program == "/opt/fishbowl/bin/fishbowl"
    accepts(words)
    assert unit("fishbowl-backup.timer")["OnCalendar"] == ["hourly"]


def test_the_image_runs_as_nobody_with_hashes_and_without_a_compiler() -> None:
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    stages = text.split("FROM ")[1:]
    assert len(stages) == 2
    assert all("--require-hashes --only-binary :all:" in line
               for line in text.splitlines() if " -r requirements/" in line)  # fmt: skip
    last = stages[-1]
    assert re.search(r"^USER 10001:10001$", last, re.MULTILINE)
    assert re.search(r"^VOLUME /data$", last, re.MULTILINE)
    assert "/healthz" in last
    assert "pip install" not in last
    (started,) = re.findall(r"^CMD (\[.*\])$", last, re.MULTILINE)
    accepts(json.loads(started))


def test_the_image_is_built_from_what_the_wheel_needs() -> None:
    allowed = (DEPLOY / "Containerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    named = [line[1:] for line in allowed if line.startswith("!")]
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert {"fishbowl", "static", "templates", "locale", "requirements"} <= set(named)


def test_the_container_is_documented_with_a_root_that_is_read_only() -> None:
    (call,) = [
        line for block in blocks() for line in block.text.splitlines() if "podman run" in line
    ]
    for option in ("--read-only", "--cap-drop all", "--volume fishbowl:/data", "no-new-privileges"):
        assert option in call


def test_the_examples_of_the_commands_are_those_of_this_program() -> None:
    calls = re.findall(r"^(?:podman exec fishbowl )?fishbowl ([a-z][\w-]*)",
                       "\n".join(block.text for block in blocks()), re.MULTILINE)  # fmt: skip
    assert set(calls) <= set(COMMANDS)
    assert {"verify", "backup", "restore", "export", "import"} <= set(calls)


@pytest.mark.parametrize("recipe", ["Caddyfile", "nginx.conf"])
def test_a_proxy_passes_on_what_the_server_needs(recipe: str) -> None:
    text = (DEPLOY / recipe).read_text(encoding="utf-8")
    assert "127.0.0.1:8080" in text
    assert "--trusted-proxies 1" in text
    assert Path(recipe).suffix != ".conf" or all(
        header in text for header in ("Host ", "X-Forwarded-For ", "X-Forwarded-Proto ", "Upgrade ")
    )
