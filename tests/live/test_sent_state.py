"""Whole sessions, entry by entry: differences show what whole slices would show."""

import json
from typing import Any

import msgspec
import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.state import Session
from fishbowl.live.protocol import ViewMessage
from fishbowl.live.sent_state import COUNTS, SentState, changed, raw
from fishbowl.live.views import FACE_VIEWS, encoded
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from fishbowl.views.phone import phone_view
from tests.logs.recorded import entries, recorded_logs
from tests.support.kept import Kept
from tests.support.room import Room

LINKS = Links(join_url="http://127.0.0.1:8080/WAVE2222", join_text="127.0.0.1:8080")
ROOM = "session/WAVE2222/phone"
LOGS = [path for path in recorded_logs() if "evening-00" in path.name][:2]
MOST = 0.7
"""Of the bytes of whole slices: these rooms are small and quiet."""
EVERY = 7
"""Entries between two messages."""


def empty_message(version: int) -> ViewMessage:
    return ViewMessage(version=version, now_ms=0, rate=1.0, whole=False, slices={})


def view_of(face: str, session: Session) -> dict[str, bytes]:
    view = (
        console_view(session, LINKS, Role.FACILITATOR)
        if face == "console"
        else FACE_VIEWS[face](session, LINKS)  # type: ignore[index]
    )
    return {name: encoded(part) for name, part in view.items()}


def read(view: Any) -> dict[str, Any]:
    return {name: json.loads(part) for name, part in view.items()}


@pytest.mark.parametrize("face", ["phone", "display", "console"])
@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.name.partition(".")[0])
def test_a_page_shows_every_state_of_a_session(path: Any, face: str) -> None:
    shown, state, whole, sent = SentState(), None, 0, 0
    with Kept() as page:
        for count, entry in enumerate(entries(path)):
            state = fold([entry], state)
            if count % EVERY:
                continue
            view = view_of(face, state)
            if count == 0:
                begun = shown.state(ROOM, state.seq, view)
                first = msgspec.structs.replace(empty_message(state.seq), slices=raw(begun.slices))
                page.take({**json.loads(encoded(first)), "whole": True, "number": begun.number})
                continue
            news = shown.advance(ROOM, state.seq, view, empty_message)
            if news is not None:
                assert page.take(json.loads(news.differences))
                whole, sent = whole + len(news.whole_slices), sent + len(news.differences)
            assert page.slices == read(view)
    assert sent < whole * MOST


def test_an_older_state_is_not_sent_after_a_newer_one() -> None:
    shown = SentState()
    shown.state(ROOM, 5, {"clock": b"5"})
    assert shown.advance(ROOM, 4, {"clock": b"4"}, empty_message) is None
    assert shown.advance(ROOM, 5, {"clock": b"5"}, empty_message) is None
    assert shown.advance(ROOM, 5, {"clock": b"6"}, empty_message) is not None


def test_counts_wait_and_what_else_is_in_their_slice_does_not() -> None:
    shown = SentState()
    before = {"vote": b'{"open":true,"voted":3}', "clock": b"5"}
    shown.state(ROOM, 1, before)
    counted = {**before, "vote": b'{"open":true,"voted":4}'}
    assert not changed(before, shown.without_counts(ROOM, counted))
    closed = {**before, "vote": b'{"open":false,"voted":4}'}
    assert shown.without_counts(ROOM, closed) == closed
    other = {**counted, "clock": b"6"}
    assert changed(before, shown.without_counts(ROOM, other)) == {"clock": b"6"}


def test_counts_are_fields_of_the_slices_of_phones() -> None:
    view = phone_view(Room().session, LINKS)
    for name, fields in COUNTS.items():
        assert set(fields) <= set(view[name].__struct_fields__)
