"""What is kept of sessions for members' pages, and when it is read anew."""

import msgspec
import pytest

from fishbowl.domain.community.model import Link
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.state import Session
from fishbowl.views.community.own_part import OwnPart
from fishbowl.web.community import parts_cache
from fishbowl.web.community.parts_cache import PartsCache
from fishbowl.web.offload.jobs import JobResult, OwnParts


class Reading:
    """Closed sessions, none of which is in memory."""

    def __init__(self) -> None:
        self.read: list[tuple[str, int]] = []
        self.cache = PartsCache(self, self.done, lambda: 0)

    def in_memory(self) -> list[Session]:
        return []

    def done(self, job: OwnParts) -> JobResult:
        self.read += job.links
        parts = [
            OwnPart(code=code, question="Why?", at_ms=Millis(0), state="closed", kept=True)
            for code, _ in job.links
        ]
        return JobResult(body=msgspec.msgpack.encode(parts))

    def asks(self, *keys: tuple[str, int]) -> list[tuple[str, int]]:
        """Ask for parts; which of them were read."""
        self.read = []
        links = [Link(seq=Seq(1), code=code, person=person) for code, person in keys]
        for link in links:
            assert self.cache.of([link])
        return self.read


def test_a_part_is_read_once_until_its_session_changes():
    reading = Reading()
    here, there = ("WAVE47", 1), ("REEF22", 1)
    assert reading.asks(here, ("WAVE47", 2), there) == [here, ("WAVE47", 2), there]
    assert reading.asks(here, ("WAVE47", 2), there) == []
    reading.cache.forget("WAVE47")
    assert reading.asks(there) == []
    assert reading.asks(here, ("WAVE47", 2)) == [here, ("WAVE47", 2)]


def test_what_was_asked_for_longest_ago_goes_first(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(parts_cache, "KEPT_MAX", 2)
    reading = Reading()
    first, second, third = ("WAVE47", 1), ("WAVE47", 2), ("REEF22", 1)
    reading.asks(first, second, third)
    assert reading.asks(second, third) == []
    assert reading.asks(first) == [first]
    for code in ("WAVE47", "REEF22", "WAVE47"):
        reading.cache.forget(code)
    assert reading.asks(first, third) == [first, third]
