"""Every command in docs/operating.md runs; of what needs root the files exist."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.deploy.page import ROOT, Block, blocks
from tests.support.server import STARTED_S, free_port

AS_ROOT = "as root"
STOPPED = "stopped"
QUESTION = "What makes people stay?"
RUN = [block for block in blocks() if block.mark != AS_ROOT]
FILE = re.compile(r"(?<![\w/])(?:deploy|docs|requirements)/[\w./-]+")


class Account:
    """The user ``fishbowl`` of a server, with a home and a running service."""

    def __init__(self, home: Path) -> None:
        self.port = free_port()
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith(("XDG_", "FISHBOWL_"))}  # fmt: skip
        programs = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
        self.environment = {**kept, "HOME": str(home), "PATH": programs,
                            "FISHBOWL_PORT": str(self.port)}  # fmt: skip
        self.home = home
        self.journal = home / "journal"
        self._service: subprocess.Popen[bytes] | None = None

    def run(self, block: Block) -> str:
        """Run a block as whoever pastes it; each of its commands has to succeed.

        :return: what they print.
        """
        text = block.text.replace("8080", str(self.port))
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", text],
            cwd=self.home, env=self.environment, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, f"{text}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def start(self) -> None:
        """Start the service as the unit does, and wait until it is well."""
        with self.journal.open("w") as journal:
            self._service = subprocess.Popen(
                ["fishbowl", "serve", "--no-open"],
                cwd=self.home, env=self.environment, stdout=journal,
            )  # fmt: skip
        until = time.monotonic() + STARTED_S
        while time.monotonic() < until and self._service.poll() is None:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5).close()
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._service.wait(0.05)  # it is asked again, unless it has ended
        raise AssertionError("the service did not start")

    def create_session(self) -> None:
        """Sign in with the link in the journal, and create a session, as the owner does."""
        found = re.search(r"/o#(\S+)", self.journal.read_text())
        assert found
        url = f"http://127.0.0.1:{self.port}"
        with requests.Session() as browser:
            browser.headers["Origin"] = url
            browser.post(f"{url}/o", json={"key": found[1]}, timeout=STARTED_S).raise_for_status()
            made = browser.post(f"{url}/new", data={"question": QUESTION}, timeout=STARTED_S)
            made.raise_for_status()

    def stop(self) -> None:
        """Stop it as systemd does."""
        if self._service is not None:
            self._service.send_signal(signal.SIGTERM)
            self._service.wait(STARTED_S)
            self._service = None


@pytest.fixture
def account(tmp_path: Path) -> Iterator[Account]:
    account = Account(tmp_path)
    yield account
    account.stop()


def test_the_commands_of_the_page_run_one_after_another(account: Account) -> None:
    is_set_up = False
    for block in RUN:
        if block.mark == STOPPED:
            account.stop()
        account.run(block)
        if block.mark == STOPPED or (not is_set_up and "fishbowl.toml" in block.text):
            account.start()
            if not is_set_up:
                account.create_session()
            is_set_up = True
    assert is_set_up
    assert QUESTION in account.run(Block("sh", "", "fishbowl sessions"))
    settings = account.home / ".config" / "fishbowl" / "fishbowl.toml"
    assert settings.stat().st_mode & 0o077 == 0


def test_the_page_marks_what_needs_root_and_nothing_else_by_words_it_knows() -> None:
    assert {block.language for block in blocks()} == {"sh"}
    assert {block.mark for block in blocks()} == {"", AS_ROOT, STOPPED}
    assert not [block for block in RUN if re.search(r"\b(sudo|systemctl|useradd)\b", block.text)]


@pytest.mark.parametrize("block", [block for block in blocks() if block.mark == AS_ROOT])
def test_a_shell_can_read_what_needs_root_and_its_files_exist(block: Block) -> None:
    done = subprocess.run(["bash", "-n"], input=block.text, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert [file for file in FILE.findall(block.text) if not (ROOT / file).is_file()] == []
