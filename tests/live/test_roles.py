"""Facilitator and helpers over real lines: rights, one press, and links taken back."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
import requests
from socketio.exceptions import ConnectionError as Refused

from tests.live.conftest import Room
from tests.support.face import Face

HELPERS = ("co_facilitator", "note_taker", "runner", "stage_monitor")
FACE_OF = {
    "facilitator": "console",
    "co_facilitator": "console",
    "note_taker": "console",
    "runner": "runner",
    "stage_monitor": "stage",
}


def cookie(room: Room, role: str) -> str:
    """What a browser keeps that has opened the link of a role."""
    owner = {"Cookie": room.server.owner_cookie()}
    links = requests.get(f"{room.server.url}/{room.code}/links.json", headers=owner).json()
    link = links["console"] if role == "facilitator" else links["helpers"][role]
    return room.server.sign_in("k", link.partition("#")[2])


def helper(room: Room, role: str, cookies: str = "") -> Face:
    """Open the page of a helper."""
    return room.face(FACE_OF[role], cookies=cookies or cookie(room, role))


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do several things in the same moment, and collect what came of them."""
    answers: list[Any] = [None] * len(acts)
    barrier = threading.Barrier(len(acts))

    def act(index: int) -> None:
        barrier.wait()
        answers[index] = acts[index]()

    threads = [threading.Thread(target=act, args=(index,)) for index in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_two_consoles_press_the_same_key_and_it_happens_once(room: Room):
    console, second = room.console(), helper(room, "co_facilitator")
    console.done("start_session")
    for name in ("Amira", "Jonas"):
        room.phone(name).done("ask_for_chair")
    for face in (console, second):
        face.until(lambda face=face: face.slices["action"]["next"]["person"]["name"] == "Amira")
        face.until(lambda face=face: len(face.slices["queue"]["items"]) == 2)
    answers = at_once(console.press_space, second.press_space)
    assert all(answer["ok"] for answer in answers)
    assert sorted(answer["seq"] is None for answer in answers) == [False, True]
    late = next(answer for answer in answers if answer["seq"] is None)
    assert late["said"]["code"] == "already_called"
    for face in (console, second):
        face.until(lambda face=face: len(face.slices["queue"]["calls"]) == 1)


def test_each_helper_is_told_what_they_may_and_refused_the_rest(room: Room):
    console = room.console()
    console.done("start_session")
    assert console.slices["you"]["role"] == "facilitator"
    for role in ("co_facilitator", "note_taker"):
        face = helper(room, role)
        assert face.slices["you"]["role"] == role
        for do in ("close_session", "publish_summary", "start_session"):
            assert do not in face.slices["you"]["may"]
            assert face.command(do)["error"]["code"] == "facilitator_only"
        answer = face.command("revoke_links", role="runner")
        assert answer["error"]["code"] == "facilitator_only"
        face.done("begin_topic", title=f"Topic of the {role}")
    notes, runner = room.faces[-1], helper(room, "runner")
    assert notes.command("pause_clock")["error"]["code"] == "facilitator_only"
    assert runner.command("begin_topic", title="Pay")["error"]["code"] == "facilitator_only"
    assert runner.command("seat_walk_up", chair=1)["error"]["code"] == "facilitator_only"


def test_a_co_facilitator_takes_back_what_the_facilitator_did(room: Room):
    console, second = room.console(), helper(room, "co_facilitator")
    console.done("start_session")
    seated = console.done("seat_walk_up", chair=1, name="Tomasz")
    second.until(lambda: second.slices["action"]["undo"] == seated)
    second.done("undo_action", action=seated)
    console.until(lambda: console.slices["action"]["redo"])
    console.until(lambda: console.slices["bowl"]["chairs"][0]["state"] == "open")


def test_the_note_takers_u_is_about_topics(room: Room):
    console, notes = room.console(), helper(room, "note_taker")
    console.done("start_session")
    pay = notes.done("begin_topic", title="Pay")
    seated = console.done("seat_walk_up", chair=1, name="Tomasz")
    console.until(lambda: console.slices["action"]["undo"] == seated)
    notes.until(lambda: notes.slices["bowl"]["chairs"][0]["state"] == "seated")
    assert notes.slices["action"]["undo"] == pay
    assert notes.command("undo_action", action=seated)["error"]["code"] == "facilitator_only"


def test_the_runner_finds_people_and_confirms_them(room: Room):
    console, runner = room.console(), helper(room, "runner")
    console.done("start_session")
    amira = room.phone("Amira")
    amira.done("say_where", words="row 5, left")
    amira.done("ask_for_chair")
    runner.until(lambda: runner.slices["runner"]["next"][0]["where"] == "row 5, left")
    console.until(lambda: console.slices["action"]["next"]["do"] == "call_person")
    console.press_space()
    call = runner.until(lambda: runner.slices["runner"]["calls"][0])
    assert (call["person"]["name"], call["chair"], call["where"]) == ("Amira", 1, "row 5, left")
    runner.done("confirm_seated", call=call["call"])
    amira.until(lambda: amira.slices["me"]["turn"])
    runner.until(lambda: not runner.slices["runner"]["calls"])


@pytest.mark.parametrize("role", HELPERS)
def test_who_holds_a_link_that_is_taken_back_is_parted_from_at_once(room: Room, role: str):
    console, others = room.console(), [r for r in HELPERS if r != role]
    old = cookie(room, role)
    parted, stays = helper(room, role, old), [helper(room, other) for other in others]
    console.done("revoke_links", role=role)
    parted.until(lambda: not parted.is_connected)
    with pytest.raises(Refused, match="link_revoked"):
        helper(room, role, old)
    again = helper(room, role)
    console.done("start_session")
    for face in (again, *stays):
        face.until(lambda face=face: face.slices["session"]["state"] == "running")
        assert face.is_connected


def test_taking_back_can_be_taken_back(room: Room):
    console, old = room.console(), cookie(room, "runner")
    revoked = console.done("revoke_links", role="runner")
    between = helper(room, "runner")
    console.done("undo_action", action=revoked)
    between.until(lambda: not between.is_connected)
    assert helper(room, "runner", old).slices["runner"]


def test_a_key_of_another_role_or_session_opens_no_face(room: Room):
    for face, role in (("console", "runner"), ("runner", "note_taker")):
        with pytest.raises(Refused, match="facilitator_only"):
            room.face(face, cookies=cookie(room, role))
    other = Room(room.server, room.server.create_session())
    foreign = cookie(room, "runner").replace(f"_{room.code}=", f"_{other.code}=")
    with pytest.raises(Refused, match="facilitator_only"):
        other.face("runner", cookies=foreign)


def test_a_renewed_console_link_parts_from_who_came_by_the_old_one_and_from_nobody_else(room: Room):
    url = f"{room.server.url}/{room.code}"
    old = cookie(room, "facilitator")
    parted, own = room.face("console", cookies=old), room.console()
    stays = helper(room, "note_taker")
    answer = requests.post(
        f"{url}/link",
        data={"generation": 1},
        headers={"Origin": room.server.url, "Cookie": room.server.owner_cookie()},
    )
    assert answer.ok
    parted.until(lambda: not parted.is_connected)
    with pytest.raises(Refused, match="link_revoked"):
        room.face("console", cookies=old)
    own.done("start_session")
    for face in (own, stays):
        face.until(lambda face=face: face.slices["session"]["state"] == "running")
        assert face.is_connected


def test_an_event_that_a_console_names_is_a_series_and_no_console_files_by_an_id(
    room: Room,
) -> None:
    console = room.console()
    console.done("change_settings", event="Forum nights")
    owner = {"Cookie": room.server.owner_cookie()}
    path = f"{room.server.url}/{room.code}/event-names.json"
    assert "Forum nights" in requests.get(path, headers=owner).json()["names"]
    answer = console.command("file_under_series", series="lunch23456")
    assert not answer["ok"]
    assert answer["error"]["code"] == "facilitator_only"
    note_taker = helper(room, "note_taker")
    assert not note_taker.command("change_settings", event="Nobody asked")["ok"]
    assert "Nobody asked" not in requests.get(path, headers=owner).json()["names"]
