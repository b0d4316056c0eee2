"""The timekeeper of one session, at night."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fishbowl.domain.session import commands as c
from tests.live.timekeeper.night import Night
from tests.support.hand_clock import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def night(tmp_path: Path, clock: HandClock) -> Iterator[Night]:
    night = Night(tmp_path / "night.db", clock)
    night.sends(c.CreateSession(code="WAVE47", question="Why do people stay?"))
    yield night
    night.stop()
