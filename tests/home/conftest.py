from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.home.machines import Cable, Machine


@pytest.fixture
def cable() -> Cable:
    return Cable()


@pytest.fixture
def laptop(tmp_path: Path, cable: Cable) -> Iterator[Machine]:
    machine = Machine(tmp_path / "laptop.db", cable)
    yield machine
    machine.store.close()


@pytest.fixture
def home(tmp_path: Path, cable: Cable) -> Iterator[Machine]:
    cable.home = machine = Machine(tmp_path / "home.db", Cable(), bytes([1]) * 32)
    yield machine
    machine.store.close()
