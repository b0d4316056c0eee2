"""The first set-up says how far it is, and why it failed."""

import io
import sys
from pathlib import Path

import pytest

from tools import set_up
from tools.set_up import ROOT, Counter, expected, install


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_packages_of_a_file_and_of_those_it_builds_on_are_counted(tmp_path: Path):
    (tmp_path / "run.txt").write_text("one==1 \\\n    --hash=sha256:0\ntwo==2 ; x\n")
    (tmp_path / "test.txt").write_text("-r run.txt\nthree==3\n")
    assert expected(tmp_path / "test.txt") == 3
    assert expected(ROOT / "requirements" / "test.txt") > 50


def test_on_a_terminal_one_line_is_written_again(monkeypatch: pytest.MonkeyPatch):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    counter = Counter(10)
    for number in range(1, 11):
        counter.show("Finding packages", number)
    counter.end()
    assert stream.getvalue().count("\n") == 1
    assert "Finding packages: 10 of 10" in stream.getvalue()


def test_elsewhere_there_are_few_plain_lines(capsys: pytest.CaptureFixture[str]):
    counter = Counter(10)
    counter.show("Finding packages", 1)
    assert capsys.readouterr().err == ""
    counter._shown_s -= set_up.LINE_EVERY_S
    counter.show("Finding packages", 2)
    assert "Finding packages: 2 of 10, about" in capsys.readouterr().err


def test_what_pip_says_is_shown_when_it_fails(capsys: pytest.CaptureFixture[str]):
    assert install(["--no-index", "there-is-no-such-package"], 1) != 0
    said = capsys.readouterr().err
    assert "there-is-no-such-package" in said
    assert "pip says why above" in said
