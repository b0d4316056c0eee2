"""A simulated phone keeps slices as the product's own pages do."""

import asyncio

import pytest

from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.screen import Screen


def view(version: int, *, whole: bool = False, **slices):
    return {
        "version": version,
        "now_ms": 1_000 * version,
        "rate": 10.0,
        "whole": whole,
        "slices": slices,
    }


def queue(requests: str):
    return {"requests": requests, "people": "", "kinds": "", "next": []}


@pytest.fixture
def screen() -> Screen:
    return Screen(SessionClock())


def test_nothing_is_shown_before_the_first_view(screen):
    assert not screen.has_slices()
    screen.receive(view(1, whole=True, queue=queue("")))
    assert screen.has_slices()


def test_a_newer_slice_replaces_an_older_one(screen):
    screen.receive(view(1, whole=True, queue=queue("3")))
    assert screen.queue.length() == 1
    screen.receive(view(2, queue=queue("3 5")))
    assert screen.queue.length() == 2


def test_a_late_message_changes_nothing(screen):
    screen.receive(view(5, whole=True, queue=queue("3 5")))
    screen.receive(view(4, queue=queue("3")))
    assert screen.queue.length() == 2


def test_a_whole_view_replaces_everything(screen):
    screen.receive(view(5, whole=True, queue=queue("3 5")))
    screen.receive(view(4, whole=True, queue=queue("3")))
    assert screen.queue.length() == 1


def test_every_message_tells_the_time(screen):
    screen.receive(view(9, whole=True))
    assert screen.clock.rate == 10.0
    assert screen.clock.now_ms() >= 9_000


def test_watching_ends_when_it_is_so(screen):
    async def watch() -> bool:
        screen.receive(view(1, whole=True, queue=queue("")))
        watching = asyncio.create_task(screen.until(lambda: screen.queue.length() == 1))
        await asyncio.sleep(0)
        screen.receive(view(2, queue=queue("7")))
        return await watching

    assert asyncio.run(watch())


def test_watching_ends_when_the_time_is_over(screen):
    async def watch() -> bool:
        screen.receive(view(1, whole=True, queue=queue("")))
        return await screen.until(lambda: screen.queue.length() == 1, 0.001)

    assert not asyncio.run(watch())


def test_who_watches_can_be_called_away_while_something_changes(screen):
    async def watch() -> None:
        screen.receive(view(1, whole=True, queue=queue("")))
        watching = asyncio.create_task(screen.until(lambda: False, 60))
        await asyncio.sleep(0)
        screen.receive(view(2, queue=queue("7")))
        await asyncio.sleep(0)
        watching.cancel()
        await watching

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(watch())


def test_who_watches_is_told_when_nothing_will_come_any_more(screen):
    async def watch() -> None:
        watching = asyncio.create_task(screen.until(lambda: False))
        await asyncio.sleep(0)
        screen.fail(RuntimeError("the server is gone"))
        await watching

    with pytest.raises(RuntimeError, match="the server is gone"):
        asyncio.run(watch())
