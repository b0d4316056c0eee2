"""A desk at a running writer, with one session that has begun."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fishbowl.domain.session import commands as c
from tests.services.desk import NEW, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "fishbowl.db")
    desk.service.start()
    desk.does(NEW)
    desk.does(c.StartSession())
    desk.published.clear()
    yield desk
    desk.service.stop()
