"""The async mode is one of three, and what it needs is there; else one sentence says so."""

import os
import subprocess
import sys

import pytest

from fishbowl.host import settings


@pytest.mark.parametrize("mode", settings.ASYNC_MODES)
def test_each_mode_can_be_chosen(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.ASYNC_MODE_VARIABLE, mode)
    assert settings.async_mode() == mode


def test_eventlet_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.ASYNC_MODE_VARIABLE, raising=False)
    assert settings.async_mode() == "eventlet"


def test_a_mode_that_is_not_installed_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.ASYNC_MODE_VARIABLE, "gevent")
    monkeypatch.setattr(settings, "find_spec", lambda name: None)
    with pytest.raises(ValueError, match=r"pip install 'fishbowl\[gevent\]'"):
        settings.async_mode()


def test_another_mode_is_refused_in_one_sentence() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "fishbowl", "serve"],
        env={**os.environ, settings.ASYNC_MODE_VARIABLE: "twisted"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 1
    assert ran.stderr.splitlines() == [
        "FISHBOWL_ASYNC_MODE is 'twisted'; it can be eventlet, threading or gevent."
    ]
