"""Formats are data: whatever is declared can be made, scaled and run from beginning to end."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.session.commands import CHAIRS_MAX, CHAIRS_MIN
from fishbowl.domain.session.formats import FORMATS, PLAIN, Chairs, Format, phase, scaled
from fishbowl.harvest import phase_words
from fishbowl.web.setup import format_words
from fishbowl.web.setup.format_drawings import drawing
from tests.support.refusals import refused
from tests.support.room import Room

METHOD = Path(__file__).resolve().parents[2] / "static" / "src" / "shared" / "method"
PROMPTS = METHOD / "phase-prompts.js"

WALK = Format(
    name="walk-and-talk",
    chairs=Chairs(count=3, open_chairs=1, kinds=("host",)),
    entry="free",
    exit_rule="voluntary",
    seat_minutes=3,
    phases=(
        phase("gather", 5, "meet_outside"),
        phase("bowl", 20, "on_the_way", entry="called", seat_minutes=6),
        phase("close", 5, "closing"),
    ),
)
"""A format that nobody has declared yet."""


def runs_to_the_end(room: Room) -> list[str]:
    """Start, go on when a part is over, and say which parts there were."""
    room.facilitator.starts()
    parts = [room.part]
    for index in range(1, len(room.session.run.phases)):
        room.wait(minutes=room.planned[index - 1])
        assert room.session.timing.due
        assert "begin phase" in room.facilitator.space
        room.facilitator.presses_space()
        parts.append(room.part)
    room.wait(minutes=room.planned[-1])
    assert room.facilitator.space == "close session"
    assert room.late == 0
    room.facilitator.closes()
    return parts


def test_these_formats_are_offered():
    assert list(FORMATS) == [
        "open", "closed", "sandwich", "user-experience", "samoan", "two-groups", "iterated",
        "hot-seat", "tap-in", "timed", "lunch", "post-conference",
    ]  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_what_its_declaration_says(name: str):
    form, room = FORMATS[name], Room(format=name)
    session = room.session
    assert CHAIRS_MIN <= form.chairs.count <= CHAIRS_MAX
    assert (session.settings.chair_count, session.settings.open_chairs) == (
        form.chairs.count,
        form.chairs.open_chairs,
    )
    kinds = [session.chairs[no].kind for no in sorted(session.chairs)]
    assert kinds[: len(form.chairs.kinds)] == list(form.chairs.kinds)
    assert session.rules.entry == form.entry
    assert session.rules.exit_rule == form.exit_rule
    assert session.rules.order == form.order
    assert session.run.phases == form.phases
    assert session.clock.planned_ms == form.planned_ms
    assert runs_to_the_end(room) == [p.title_code for p in form.phases]


def test_adding_a_format_is_adding_one_declaration(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(FORMATS, WALK.name, WALK)
    room = Room(format="walk-and-talk")
    assert runs_to_the_end(room) == ["meet_outside", "on_the_way", "closing"]
    assert room.session.rules.entry == "called", "the bowl has a rule of its own"
    assert room.session.settings.seat_limit_ms == 6 * 60_000
    assert format_words.name_of(WALK) == "walk and talk"
    assert [format_words.title_of(p) for p in WALK.phases] == ["Welcome", "Fishbowl", "Closing"]
    assert len([dot for dot in drawing(WALK) if dot.mark == "open"]) == 1


def test_drawings_show_how_chairs_change_hands():
    def walks(name: str) -> set[str]:
        return {dot.walk for dot in drawing(FORMATS[name]) if dot.walk}

    assert walks("open") == walks("timed") == {"come", "out"}
    assert walks("sandwich") == {"come", "out", "talk"}
    assert walks("hot-seat") == {"visit"}
    assert walks("tap-in") == {"come", "out"}
    assert walks("closed") == walks("two-groups") == {"swap-in", "swap-out"}
    assert walks("iterated") == {"swap-out"}
    assert walks("user-experience") == {"talk"}
    assert all(walks(name) for name in FORMATS)


def test_a_format_that_does_not_exist_is_refused():
    with pytest.raises(Rejected, match="format_unknown"):
        Room(format="panel")


def test_a_session_without_a_format_is_one_bowl():
    room = Room()
    assert room.planned == [45]
    room.facilitator.starts()
    assert room.part == "bowl"
    room.wait(minutes=60)
    assert not room.session.timing.due, "there is nothing to go on to"
    with refused(room, "phase_unknown"):
        room.facilitator.goes_on()


def test_the_log_stands_for_itself(monkeypatch: pytest.MonkeyPatch):
    """What a format declares later changes no session that was made before."""
    room = Room(format="sandwich")
    monkeypatch.delitem(FORMATS, "sandwich")
    room.facilitator.starts()
    room.facilitator.goes_on()
    assert room.part == "pair_share_before"


@given(name=st.sampled_from(list(FORMATS)), minutes=st.integers(1, 300))
def test_a_run_fits_into_any_length(name: str, minutes: int):
    phases = scaled(FORMATS[name].phases, minutes)
    assert sum(p.planned_ms for p in phases) == minutes * 60_000
    assert all(p.planned_ms > 0 for p in phases)
    assert [p.title_code for p in phases] == [p.title_code for p in FORMATS[name].phases]


def test_minutes_of_a_format_can_be_chosen():
    room = Room(format="sandwich", minutes=30)
    assert room.planned == [2, 4, 16, 3, 5]
    assert room.end == 30


def test_every_code_of_a_format_has_words_on_every_face():
    script = PROMPTS.read_text()
    titles, prompts = re.findall(r"const (?:TITLES|PROMPTS) = \{(.*?)\};", script, re.DOTALL)
    for form in (*FORMATS.values(), PLAIN):
        for one in form.phases:
            assert f"  {one.title_code}:" in titles
            assert one.title_code in phase_words.TITLES
            for code in (one.opening_code, one.closing_code):
                assert not code or f"  {code}:" in prompts, code
    for form in FORMATS.values():
        assert form.name in format_words._NAMES


def test_a_title_is_the_same_on_the_page_and_on_the_faces():
    script = PROMPTS.read_text()
    for code, words in phase_words.TITLES.items():
        assert f'  {code}: () => _("{words()}"),' in script
