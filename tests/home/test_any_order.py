"""However bundles arrive (in any order, again and again, cut anywhere), the end is the same."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.home.envelope import name_of
from fishbowl.home.messages import Has, Part, Take, There
from fishbowl.home.records import SENT
from tests.home.machines import Cable, Machine, evening, forget, pair

PART_BYTES = 500

at_part = st.tuples(st.just("part"), st.integers(0, 2), st.integers(0, 9))
damaged = st.tuples(st.just("damaged"), st.integers(0, 2), st.integers(0, 3))
whole = st.tuples(st.just("whole"), st.integers(0, 2), st.just(0))
take = st.tuples(st.just("take"), st.integers(0, 2), st.just(0))
arrivals = st.lists(st.one_of(at_part, whole, take, damaged), max_size=12)


class Scene(NamedTuple):
    """A laptop with three versions of a session, and the database of a home that knows it."""

    laptop: Machine
    versions: list[bytes]
    home: Path
    cable: Cable


@pytest.fixture(scope="module")
def scene(tmp_path_factory) -> Iterator[Scene]:
    folder, cable = tmp_path_factory.mktemp("home"), Cable()
    laptop = Machine(folder / "laptop.db", cable)
    cable.home = home = Machine(folder / "home.db", Cable())
    pair(laptop, home)
    home.store.close()
    room, versions = evening(), []
    for forgotten in ("", "Rafael Ölmez", "Amira Benali"):
        if forgotten:
            forget(room, forgotten)
        laptop.holds(room)
        (one,) = laptop.desk.sessions.waiting()
        versions.append(laptop.envelope(one))
    yield Scene(laptop, versions, folder / "home.db", cable)
    laptop.store.close()


@settings(max_examples=20)
@given(arrivals)
def test_any_order_any_repetition_any_cut_ends_the_same(scene: Scene, happens):
    laptop = scene.laptop
    laptop.desk.records.drop(SENT)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(scene.home, f"{folder}/home.db")
        scene.cable.home = home = Machine(Path(folder) / "home.db", Cable())
        for what, version, number in happens:
            _arrives(laptop, scene.versions[version], what, number)
        assert laptop.desk.handing_over.round().state == "waiting"
        assert home.stored() == laptop.stored()
        assert "unspeakable" not in repr(home.stored())
        assert laptop.desk.status().waiting == ()
        for version in scene.versions:  # and once more, oldest first: nothing changes any more
            _arrives(laptop, version, "whole", 0)
        assert home.stored() == laptop.stored()
        home.store.close()


def _arrives(laptop: Machine, envelope: bytes, what: str, number: int) -> None:
    ask, name, size = laptop.desk.asking.ask, name_of(envelope), len(envelope)
    starts = range(0, size, PART_BYTES)
    if what == "take":
        ask("take", Take(bundle=name), There)
    elif what == "whole":
        there = ask("has", Has(bundle=name, size=size), There)
        for start in starts if there.taken is None else ():
            part = envelope[start : start + PART_BYTES]
            ask("part", Part(bundle=name, size=size, start=start, part=part), There)
        ask("take", Take(bundle=name), There)
    else:
        start = starts[number % len(starts)]
        part = envelope[start : start + PART_BYTES]
        if what == "damaged":
            part = bytes(byte ^ 1 for byte in part)
        ask("part", Part(bundle=name, size=size, start=start, part=part), There)
