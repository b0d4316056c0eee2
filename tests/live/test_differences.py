"""Over real lines: pages are sent differences, others whole slices, and all show the same."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.live.conftest import Room
from tests.support.face import Face
from tests.support.page_face import PageFace

WAITING = 8


class NotingFace(Face):
    """Any other client, which notes every message."""

    def __init__(self, *who: Any) -> None:
        super().__init__(*who)
        self.messages: list[dict[str, Any]] = []

    def _on_view(self, message: dict[str, Any]) -> None:
        self.messages.append(message)
        super()._on_view(message)


@pytest.fixture
def page(room: Room) -> Iterator[Callable[..., PageFace]]:
    """Opens a page of a face in the room."""
    pages: list[PageFace] = []

    def opened(face: str = "phone", device: str = "", cookies: str = "") -> PageFace:
        pages.append(PageFace(room.server, room.code, face, device))
        pages[-1].connect(cookies=cookies)
        return pages[-1]

    yield opened
    for one in pages:
        one.leave()


@pytest.fixture
def queue(room: Room) -> list[Any]:
    """A session that runs, and people who wait."""
    console = room.console()
    console.done("start_session")
    people = [room.phone(f"Person {number}") for number in range(WAITING)]
    for one in people:
        one.done("ask_for_chair")
        one.until(lambda one=one: one.slices["me"]["request"])
    return [console, *people]


def shared(face: Any) -> dict[str, Any]:
    return {name: part for name, part in face.slices.items() if name not in ("me", "you")}


def until_same(page: PageFace, plain: Any) -> None:
    page.until(lambda: shared(page) == shared(plain))


@pytest.mark.parametrize("face", ["phone", "console", "display"])
def test_a_page_shows_what_other_clients_show_and_is_sent_less(
    room: Room, queue: list[Any], page: Callable[..., PageFace], face: str
) -> None:
    console, *people = queue
    plain, ours = room.face(face), page(face)
    until_same(ours, plain)
    for one in people[::3]:
        one.done("lower_hand", request=one.slices["me"]["request"]["request"])
        plain.until(lambda: plain.version >= console.version)
    topic = console.done("begin_topic", title="And now this")
    for one in (plain, ours):
        one.until(lambda one=one: "And now this" in str(one.slices["topics"]))
    assert topic
    until_same(ours, plain)
    assert any("queue" in one for one in ours.differences)
    assert ours.resent == 0


def test_clients_that_say_nothing_are_sent_whole_slices(room: Room, queue: list[Any]) -> None:
    console, first, *_ = queue
    plain = NotingFace(room.server, room.code, "phone").connect()
    room.faces.append(plain)
    first.done("lower_hand", request=first.slices["me"]["request"]["request"])
    console.done("begin_topic", title="And now this")
    plain.until(lambda: "And now this" in str(plain.slices["topics"]))
    assert {frozenset(one) for one in plain.messages} == {
        frozenset({"version", "now_ms", "rate", "whole", "slices"})
    }


def test_who_missed_a_message_asks_for_the_whole_view(
    room: Room, queue: list[Any], page: Callable[..., PageFace]
) -> None:
    console, plain, ours = queue[0], room.face("phone"), page()
    ours.lose = 1
    console.done("begin_topic", title="Nobody hears of it")
    ours.until(lambda: ours.lose == 0)
    console.done("begin_topic", title="And now this")
    ours.until(lambda: "And now this" in str(ours.slices["topics"]))
    assert ours.resent == 1
    until_same(ours, plain)


def test_who_comes_back_goes_on_from_the_whole_view(
    room: Room, queue: list[Any], page: Callable[..., PageFace]
) -> None:
    console, plain, ours = queue[0], room.face("phone"), page()
    console.done("begin_topic", title="Before")
    ours.until(lambda: "Before" in str(ours.slices["topics"]))
    ours.cut()
    console.done("begin_topic", title="Meanwhile")
    ours = page(device=ours.device)
    console.done("begin_topic", title="After")
    ours.until(lambda: "After" in str(ours.slices["topics"]))
    until_same(ours, plain)
    assert ours.resent == 0


def test_everybody_who_comes_in_the_middle_of_much_is_brought_along(
    room: Room, queue: list[Any], page: Callable[..., PageFace]
) -> None:
    _console, *people = queue
    pages = []
    for number, one in enumerate(people):
        one.done("lower_hand", request=one.slices["me"]["request"]["request"])
        if number % 3 == 0:
            pages.append(page())
        one.done("ask_for_chair")
    for ours in pages:
        until_same(ours, people[0])
        assert ours.resent == 0


def test_whole_views_are_asked_for_only_so_often(page: Callable[..., PageFace]) -> None:
    ours = page()
    answers = [ours.raw(None, event="resend") for _ in range(6)]
    assert [one["ok"] for one in answers[:3]] == [True, True, True]
    assert answers[-1]["error"]["code"] == "too_fast"
