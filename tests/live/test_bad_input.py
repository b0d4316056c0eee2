"""Whatever comes through the live door gets a clear answer and changes nothing."""

from typing import Any

import pytest

from tests.live.conftest import Room

BAD: dict[str, tuple[Any, str]] = {
    "nothing": (None, "invalid_command"),
    "a string": ("call_person", "invalid_command"),
    "a list": ([1, 2, 3], "invalid_command"),
    "no id": ({"command": {"do": "ask_for_chair"}}, "invalid_command"),
    "a short id": ({"id": "x", "command": {"do": "ask_for_chair"}}, "invalid_command"),
    "an unknown command": (
        {"id": "bad-00000001", "command": {"do": "take_over_the_world"}}, "invalid_command",
    ),
    "an unknown field": (
        {"id": "bad-00000002", "command": {"do": "ask_for_chair", "rank": 1}}, "invalid_command",
    ),
    "a wrong type": (
        {"id": "bad-00000003", "command": {"do": "lower_hand", "request": "mine"}},
        "invalid_command",
    ),
    "words beyond the limit": (
        {"id": "bad-00000004", "command": {"do": "ask_for_chair", "words": "x" * 281}},
        "invalid_command",
    ),
    "a paste of 10 kB": (
        {"id": "bad-00000005", "command": {"do": "ask_for_chair", "words": "x" * 10_000}},
        "too_large",
    ),
    "the facilitator's command": (
        {"id": "bad-00000006", "command": {"do": "close_session"}}, "facilitator_only",
    ),
    "time's command": (
        {"id": "bad-00000007", "command": {"do": "expire_call", "call": 1}}, "facilitator_only",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_from_a_phone_is_refused_with_its_reason(room: Room, kind: str) -> None:
    message, code = BAD[kind]
    phone = room.phone("Amira")
    before = phone.version
    answer = phone.raw(message)
    assert (answer["ok"], answer["error"]["code"]) == (False, code)
    assert phone.done("ask_for_chair") == before + 1


def test_a_display_only_watches(room: Room) -> None:
    answer = room.display().command("start_session")
    assert answer["error"]["code"] == "facilitator_only"


def test_nobody_acts_for_somebody_else(room: Room) -> None:
    amira, jonas = room.phone("Amira"), room.phone("Jonas")
    request = amira.done("ask_for_chair")
    for command in (
        {"do": "lower_hand", "request": request},
        {"do": "rename_person", "person": amira.slices["me"]["person"], "name": "Bob"},
        {"do": "forget_person", "person": amira.slices["me"]["person"]},
        {"do": "ask_for_chair", "person": amira.slices["me"]["person"]},
    ):
        assert jonas.command(**command)["error"]["code"] == "not_yours"


def test_a_script_that_taps_without_end_is_told_to_wait(room: Room) -> None:
    phone = room.phone("Amira")
    answers = [phone.command("ask_for_chair") for _ in range(40)]
    assert answers[-1]["error"]["code"] == "too_fast"
    assert room.phone("Jonas").command("ask_for_chair")["ok"]


def test_control_and_direction_characters_are_removed_at_the_door(room: Room) -> None:
    console = room.console()
    room.phone("Am\u202eira\x07\u2066  B.")
    request = room.faces[-1].done("ask_for_chair", words="a\u202eb\n c")
    console.until(lambda: console.slices["queue"]["items"])
    item = console.slices["queue"]["items"][0]
    assert (item["request"], item["person"]["name"]) == (request, "Amira B.")
    assert item["words"] == "ab c"
