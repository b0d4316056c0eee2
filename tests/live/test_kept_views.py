"""What a server keeps of a view while people are called is what it would make anew."""

from pathlib import Path

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.evolve import fold
from fishbowl.live.views import Views
from fishbowl.views.slices import Face
from fishbowl.views.unchanged import same_apart_from_calls
from tests.domain.random_sessions.kept_views import KeptViews, Nowhere, check_what_is_read
from tests.logs.recorded import entries, recorded_logs
from tests.views.reading import in_full_swing

LOGS = [path for path in recorded_logs() if "evening-00" in path.name][:2]
EVERY = 3
"""Entries between two looks."""


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.name.partition(".")[0])
def test_kept_views_follow_a_whole_evening(path: Path) -> None:
    kept, state = KeptViews(), None
    for count, entry in enumerate(entries(path)):
        state = fold([entry], state)
        assert state is not None
        if count % EVERY == 0:
            kept.check(state)
            check_what_is_read(state)


def test_a_call_leaves_most_slices_of_a_console_and_of_phones_as_they_were() -> None:
    room, views = in_full_swing(), Views(Nowhere())  # type: ignore[arg-type]
    faces: tuple[Face, ...] = ("console", "phone")
    before = [views.of(room.session, face, Role.FACILITATOR) for face in faces]
    earlier = room.session
    room.asks("Wilhelmina")
    room.wait(1)
    assert not same_apart_from_calls(earlier, room.session)  # somebody has come in
    joined = [views.of(room.session, face, Role.FACILITATOR) for face in faces]
    assert joined[0]["figures"] is not before[0]["figures"]
    earlier = room.session
    room.facilitator.calls("Kofi", chair=4)
    assert same_apart_from_calls(earlier, room.session)
    called = [views.of(room.session, face, Role.FACILITATOR) for face in faces]
    assert called[0]["timeline"] is joined[0]["timeline"]
    assert called[1]["topics"] is joined[1]["topics"]
    assert called[1]["queue"] != joined[1]["queue"]
