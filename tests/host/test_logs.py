"""The lines of the log: no exception's message, one line each, text or JSON."""

import json
import logging
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from fishbowl.host import logs


@pytest.fixture
def written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[[], str]]:
    """What is written to standard error; everything is as before afterwards."""
    monkeypatch.setenv(logs.VARIABLE, "text")
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    root, ours = logging.getLogger(), logging.getLogger("fishbowl")
    before = (root.level, root.handlers[:], ours.level)
    yield lambda: capsys.readouterr().err
    logging.captureWarnings(False)
    root.level, root.handlers[:], ours.level = before


def fail(logger: logging.Logger) -> None:
    try:
        raise KeyError("Amira said so")
    except KeyError:
        logger.exception("a page could not be made")


@pytest.mark.parametrize("format", logs.FORMATS)
@pytest.mark.parametrize("name", ["fishbowl.web", "engineio.server"])
def test_an_error_has_its_type_and_place_and_not_its_message(
    written: Callable[[], str], format: logs.Format, name: str
):
    logs.set_up(format)
    fail(logging.getLogger(name))
    line = written()
    assert line.count("\n") == 1
    assert "a page could not be made" in line
    assert "KeyError < host/test_logs.py:" in line
    assert "Amira" not in line


def test_json_is_one_object_a_line(written: Callable[[], str]):
    logs.set_up("json")
    logging.getLogger("fishbowl.serve").info("serving on port %d", 8080)
    logging.getLogger("fishbowl.database").warning("two\nlines")
    first, second = map(json.loads, written().splitlines())
    assert first["time"].endswith("+00:00")
    assert (first["level"], first["logger"]) == ("info", "fishbowl.serve")
    assert first["message"] == "serving on port 8080"
    assert second["message"] == "two\nlines"
    assert "error" not in first


def test_text_is_for_people_and_says_only_what_went_wrong(written: Callable[[], str]):
    logs.set_up("text")
    logging.getLogger("fishbowl.serve").info("serving on port %d", 8080)
    logging.getLogger("fishbowl.database").warning("two\nlines")
    (line,) = written().splitlines()
    assert line.endswith("Z WARNING fishbowl.database: two lines")


def test_a_thread_that_dies_is_logged_without_the_message(written: Callable[[], str]):
    logs.set_up("json")

    def die() -> None:
        raise ValueError("Amira said so")

    thread = threading.Thread(target=die)
    thread.start()
    thread.join()
    line = written()
    assert json.loads(line)["message"].startswith("a thread died: ValueError < ")
    assert "Amira" not in line


def test_a_process_that_ends_by_an_error_logs_it_without_the_message(written: Callable[[], str]):
    logs.set_up("json")
    sys.excepthook(ValueError, ValueError("Amira said so"), None)
    line = written()
    assert json.loads(line)["message"] == "the process ends: ValueError"
    assert "Amira" not in line


def test_processes_that_are_started_log_in_the_same_format(written: Callable[[], str]):
    for format in logs.FORMATS:
        logs.set_up(format)
        assert logs.chosen() == format
