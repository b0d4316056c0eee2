"""Every command and signal by every role, and every face by every visitor, over real lines.

The tables say by hand who may do what. A command that is in none of them fails.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests
from socketio.exceptions import ConnectionError as Refused

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.commands import wire_name
from tests.live.conftest import Room
from tests.live.test_roles import FACE_OF, cookie
from tests.support.face import Face
from tests.support.payloads import smallest
from tests.support.server import Server

FACILITATOR = """
create_session plan_session start_session revoke_links publish_summary withdraw_summary
close_session
"""
AT_THE_BOWL = """
change_settings change_rules pause_clock resume_clock extend_clock lock_door unlock_door
show_on_wall set_wall set_wifi invite_voice hide_from_summary show_in_summary add_people hide_name
show_name send_out readmit_person queue_walk_up move_request read_aloud call_person seat_person
seat_walk_up move_person take_over ask_to_make_room nudge_person give_floor set_chair_kind
change_chairs swap_group take_chair_away take_floor correct_floor correct_turn merge_people
mark_volunteer give_topic_time put_up_takeaway set_aside_takeaway open_debrief close_debrief
put_up_answer set_aside_answer open_vote open_thumbs put_up_question set_aside_question
show_question answer_question begin_phase edit_run set_phase_minutes rebalance_run open_queue
plan_round mark_recording_start mark_recording_stop close_vote close_thumbs close_queue admit_voters
next_question begin_break pass_words put_up_takeaways reword_takeaway merge_takeaway
set_waiting_room admit_people remove_people show_web
"""
AT_THE_CONSOLE = """
set_language introduce_summary move_in_summary undo_action add_topic put_up_topic set_aside_topic
begin_topic end_topic rename_topic park_topic merge_topics add_note edit_note remove_note check_note
"""
AT_THE_CHAIRS = "withdraw_call"
PHONES = """
join_session say_where give_place accept_call pass_call offer_room take_chair hand_over ask_minute
suggest_topic keep_takeaway edit_takeaway withdraw_takeaway answer_debrief edit_answer
take_back_answer cast_dots cast_thumb ask_bowl take_back_question upvote_question leave_point
withdraw_point credit_me tap_in confirm_voter move_item
"""
PHONES_AND_BOWL = """
rename_person set_group ask_for_chair change_request lower_hand keep_request snooze_request
free_chair close_item reopen_item
"""
PHONES_AND_FACILITATOR = "forget_person"
PHONES_AND_CHAIRS = "confirm_seated"
NOBODY = """
renew_link recover_person forget_everybody wake_request expire_call settle_call end_minute
total_signals mark_phase_due erase_wifi return_to_bowl file_under_series
"""

ROLES = ("attendee", "runner", "note_taker", "co_facilitator", "facilitator")
TABLE: dict[str, tuple[str, ...]] = {
    FACILITATOR: ("facilitator",),
    AT_THE_BOWL: ("co_facilitator", "facilitator"),
    AT_THE_CONSOLE: ("note_taker", "co_facilitator", "facilitator"),
    AT_THE_CHAIRS: ("runner", "co_facilitator", "facilitator"),
    PHONES: ("attendee",),
    PHONES_AND_BOWL: ("attendee", "co_facilitator", "facilitator"),
    PHONES_AND_FACILITATOR: ("attendee", "facilitator"),
    PHONES_AND_CHAIRS: ("attendee", "runner", "co_facilitator", "facilitator"),
    NOBODY: (),
}
MAY = {command: roles for commands, roles in TABLE.items() for command in commands.split()}

OF_ANOTHER_PERSON = """
rename_person set_group forget_person ask_for_chair change_request lower_hand keep_request
snooze_request free_chair offer_room ask_minute hand_over accept_call pass_call confirm_seated
take_back_question give_place leave_point close_item reopen_item move_item
"""
"""What a phone is refused about somebody else: ``not_yours``."""

COMMANDS = {wire_name(kind.__name__): kind for kind in c.COMMANDS}
AT_ONCE = {"stranger": 5}
"""Commands that one page sends before the next one does: more are slowed down. Usually 15."""
LAST = ("remove_people", "send_out", "forget_person", "close_session", "revoke_links")
"""What would be in the way of the others."""


def test_every_command_is_in_a_table() -> None:
    assert sorted(word for commands in TABLE for word in commands.split()) == sorted(COMMANDS)


@pytest.fixture(scope="module")
def running(servers: Callable[[str], Server]) -> Server:
    """One async mode is enough: rights are decided apart from it."""
    return servers("eventlet")


class Scene:
    """A session in which Amira waits and has been called, Jonas sits, and a question was asked."""

    def __init__(self, room: Room) -> None:
        self.room, console = room, room.console()
        amira, jonas = room.phone("Amira"), room.phone("Jonas")
        self.others: dict[str, Any] = {
            "language": "de",
            "series": "lunches",
            "person": amira.slices["me"]["person"],
            "question": amira.done("ask_bowl", words="Who pays?"),
            "request": amira.done("ask_for_chair"),
        }
        console.done("start_session")
        console.done("seat_person", person=jonas.slices["me"]["person"], chair=1)
        jonas.until(lambda: jonas.slices["me"]["turn"])
        self.others["turn"] = jonas.slices["me"]["turn"]["turn"]
        amira.until(lambda: amira.slices["me"]["request"])
        self.others["call"] = console.done("call_person", request=self.others["request"], chair=2)

    def message(self, command: str) -> dict[str, Any]:
        return smallest(COMMANDS[command], **self.others)


@pytest.fixture
def scene(room: Room) -> Scene:
    return Scene(room)


def in_order(role: str) -> list[str]:
    last = [*LAST, "join_session"] if role == "stranger" else list(LAST)
    return [command for command in COMMANDS if command not in last] + last


def hands(scene: Scene, role: str) -> Iterator[Face]:
    """Somebody's pages, a new one before they would be slowed down."""
    room, number = scene.room, 0
    while True:
        number += 1
        if role == "stranger":
            yield room.face("phone")
        elif role == "attendee":
            yield room.phone(f"Person {number}")
        elif role == "display":
            yield room.face("display")
        else:
            yield room.face(FACE_OF[role], cookies=cookie(room, role))


def refusals(scene: Scene, role: str) -> dict[str, str]:
    """Send everything as somebody, and give the code of each refusal; empty for what was done."""
    found, pages = {}, hands(scene, role)
    for number, command in enumerate(in_order(role)):
        if number % AT_ONCE.get(role, 15) == 0:
            page = next(pages)
        answer = page.raw({"id": f"{role}-{number:06}", "command": scene.message(command)})
        found[command] = "" if answer["ok"] else answer["error"]["code"]
    return found


@pytest.mark.parametrize("role", ROLES)
def test_a_role_sends_what_it_may_and_is_refused_everything_else(scene: Scene, role: str) -> None:
    found = refusals(scene, role)
    assert {command for command, code in found.items() if code != "facilitator_only"} == {
        command for command, roles in MAY.items() if role in roles
    }
    not_yours = {command for command, code in found.items() if code == "not_yours"}
    assert not_yours == (set(OF_ANOTHER_PERSON.split()) if role == "attendee" else set())
    assert not {"invalid_command", "too_fast", "too_large"} & set(found.values())


def test_who_has_not_joined_does_nothing_but_join(scene: Scene) -> None:
    found = refusals(scene, "stranger")
    assert {command for command, code in found.items() if not code} == {"join_session"}


@pytest.mark.parametrize("face", ["display", "stage_monitor"])
def test_who_only_watches_does_nothing(scene: Scene, face: str) -> None:
    assert set(refusals(scene, face).values()) == {"facilitator_only"}


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("attendee", ""), ("stranger", "person_unknown"), ("display", "facilitator_only"),
     *((role, "facilitator_only") for role in ROLES if role != "attendee")],
)  # fmt: skip
def test_signals_are_for_who_has_joined_by_phone(scene: Scene, who: str, refusal: str) -> None:
    answer = next(hands(scene, who)).signal("agree")
    assert ("" if answer["ok"] else answer["error"]["code"]) == refusal


NO_KEY, TAKEN_BACK = "facilitator_only", "link_revoked"
FACES = ("phone", "display", "runner", "stage", "console")
LETS_IN: dict[str, tuple[str, str, str, str, str]] = {
    "stranger": ("", "", NO_KEY, NO_KEY, NO_KEY),
    "forged": ("", "", NO_KEY, NO_KEY, NO_KEY),
    "key as a cookie": ("", "", NO_KEY, NO_KEY, NO_KEY),
    "reader": ("", "", NO_KEY, NO_KEY, NO_KEY),
    "runner": ("", "", "", NO_KEY, NO_KEY),
    "stage_monitor": ("", "", NO_KEY, "", NO_KEY),
    "note_taker": ("", "", NO_KEY, NO_KEY, ""),
    "co_facilitator": ("", "", "", "", ""),
    "facilitator": ("", "", "", "", ""),
    "owner": ("", "", "", "", ""),
    "facilitator elsewhere": ("", "", NO_KEY, NO_KEY, NO_KEY),
    "taken back": ("", "", TAKEN_BACK, NO_KEY, NO_KEY),
    "signed out": ("", "", NO_KEY, NO_KEY, NO_KEY),
}


@pytest.mark.parametrize("who", LETS_IN)
def test_a_face_lets_in_who_may_look_at_it(room: Room, who: str) -> None:
    cookies = held(room, who)
    found = []
    for face in FACES:
        try:
            room.face(face, cookies=cookies)
            found.append("")
        except Refused as refused:
            found.append(str(refused))
    assert tuple(found) == LETS_IN[who]


def held(room: Room, who: str) -> str:
    """What a visitor's browser holds."""
    server, name = room.server, f"fishbowl_key_{room.code}"
    match who:
        case "stranger":
            return "none=none"
        case "forged":
            return f"{name}={'x' * 32}; {server.owner_cookie().partition('=')[0]}={'x' * 32}"
        case "key as a cookie":
            return f"{name}={room.code}.x; fishbowl_owner={server.owner_key}"
        case "reader":
            return server.sign_in("a", reader_key(server))
        case "owner":
            return server.owner_cookie()
        case "facilitator elsewhere":
            return cookie(Room(server, server.create_session()), "facilitator")
        case "taken back":
            old = cookie(room, "runner")
            room.console().done("revoke_links", role="runner")
            return old
        case "signed out":
            mine = server.sign_in("o", server.owner_key)
            sign_out(server, mine)
            return mine
    return cookie(room, who)


def reader_key(server: Server) -> str:
    page = requests.get(f"{server.url}/archive/link", headers={"Cookie": server.owner_cookie()})
    return page.text.partition("/a#")[2].partition('"')[0]


def sign_out(server: Server, mine: str) -> None:
    answer = requests.post(
        f"{server.url}/signed-in",
        data={"end": "here"},
        headers={"Origin": server.url, "Cookie": mine},
        allow_redirects=False,
    )
    assert answer.status_code == 303
