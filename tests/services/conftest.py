"""A room at a running writer: one session that has begun."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fishbowl.domain.session import commands as c
from tests.support.served import NEW, ServedRoom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ServedRoom]:
    room = ServedRoom(tmp_path / "fishbowl.db")
    room.service.start()
    room.sends(NEW)
    room.sends(c.StartSession())
    room.published.clear()
    yield room
    room.service.stop()
