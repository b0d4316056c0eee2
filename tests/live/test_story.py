"""The whole path over the wire, as the faces see it."""

import pytest
from socketio.exceptions import ConnectionError as Refused

from tests.live.conftest import Room
from tests.support.face import Face


def names(face: Face) -> list[str]:
    """Who sits on the chairs, as a face shows it."""
    return [chair["person"]["name"] if chair["turn"] else chair["state"]
            for chair in face.slices["bowl"]["chairs"]]  # fmt: skip


def test_a_phone_asks_is_called_sits_down_and_leaves_and_every_face_shows_it(room: Room) -> None:
    console, display, amira = room.console(), room.display(), room.phone("Amira")
    for chair, name in enumerate(["Lindiwe", "Tomasz", "Rafael", "Mei-Lin"], start=1):
        console.done("seat_walk_up", chair=chair, name=name)
    console.done("start_session")
    request = amira.done("ask_for_chair", words="Who pays for that?")
    display.until(lambda: display.slices["queue"]["count"] == 1)
    assert display.slices["queue"]["first"][0]["person"]["name"] == "Amira"
    amira.until(lambda: amira.slices["queue"]["requests"] == str(request))

    console.until(lambda: (console.slices["action"]["next"] or {}).get("do") == "call_person")
    console.press_space()
    amira.until(lambda: amira.slices["me"]["request"]["state"] == "called")
    amira.done("accept_call", call=amira.slices["me"]["request"]["call"])
    amira.done("confirm_seated", call=amira.slices["me"]["request"]["call"])
    for face in (console, display, amira):
        face.until(lambda face=face: names(face)[4] == "Amira")
    assert names(display) == ["Lindiwe", "Tomasz", "Rafael", "Mei-Lin", "Amira"]

    amira.until(lambda: amira.slices["me"]["turn"])
    amira.done("free_chair", turn=amira.slices["me"]["turn"]["turn"])
    display.until(lambda: names(display)[4] == "open")


def test_two_facilitators_press_space_in_the_same_second_and_one_person_is_called(
    room: Room,
) -> None:
    """Scene 3: the second press is told who has been called."""
    first, second, amira, jonas = (
        room.console(), room.console(), room.phone("Amira"), room.phone("Jonas"),
    )  # fmt: skip
    first.done("start_session")
    amira.done("ask_for_chair")
    jonas.done("ask_for_chair")
    for console in (first, second):
        console.until(lambda c=console: len(c.slices["queue"]["items"]) == 2)
        console.until(lambda c=console: c.slices["action"]["next"]["do"] == "call_person")
    seen = second.slices["action"]["next"]
    first.press_space()
    answer = second.command(seen["do"], **seen["args"])
    assert (answer["ok"], answer["seq"]) == (True, None)
    assert answer["said"]["code"] == "already_called"
    assert answer["said"]["params"]["person"] == amira.slices["me"]["person"]
    second.until(lambda: second.slices["queue"]["calls"])
    assert [item["person"]["name"] for item in second.slices["queue"]["items"]] == ["Jonas"]


def test_two_tabs_of_one_phone_are_one_person_in_one_place(room: Room) -> None:
    """Scene 28."""
    one = room.phone("Amira")
    other = room.face("phone", one.device)
    assert other.slices["me"]["person"] == one.slices["me"]["person"]
    one.done("ask_for_chair")
    answer = other.command("ask_for_chair")
    assert answer["said"]["code"] == "already_so"
    other.until(lambda: other.slices["me"]["request"])
    one.until(lambda: one.signals.get("live") == 1)


def test_a_tap_that_is_sent_twice_happens_once(room: Room) -> None:
    """Scene 26: the lift. The first answer is given again."""
    amira = room.phone("Amira")
    request = amira.done("ask_for_chair")
    first = amira.command("lower_hand", command_id="lift-tap-0001", request=request)
    amira.leave()
    back = room.face("phone", amira.device)
    again = back.command("lower_hand", command_id="lift-tap-0001", request=request)
    assert again == first
    assert back.slices["me"]["request"] is None


def test_a_display_that_comes_back_shows_the_present(room: Room) -> None:
    """Scene 29: the projector sleeps."""
    console, display = room.console(), room.display()
    display.leave()
    console.done("seat_walk_up", chair=1, name="Kofi")
    console.done("start_session")
    woken = room.display()
    assert names(woken)[0] == "Kofi"
    assert woken.slices["session"]["state"] == "running"


def test_a_reload_brings_the_same_person_back_to_the_same_place(room: Room) -> None:
    first, second = room.phone("Jonas"), room.phone("Amira")
    first.done("ask_for_chair")
    request = second.done("ask_for_chair")
    second.leave()
    back = room.face("phone", second.device)
    assert back.slices["me"]["request"]["request"] == request
    assert back.slices["queue"]["requests"].split().index(str(request)) == 1


def test_a_hidden_name_is_gone_from_every_face_at_once(room: Room) -> None:
    console, display, amira = room.console(), room.display(), room.phone("xX_boss_Xx")
    other = room.phone("Jonas")
    amira.done("ask_for_chair")
    console.done("hide_name", person=amira.slices["me"]["person"])
    for face in (console, display, other, amira):
        face.until(lambda face=face: "xX_boss_Xx" not in str(face.slices))


def test_what_concerns_one_person_reaches_only_their_own_phones(room: Room) -> None:
    console, amira, jonas = room.console(), room.phone("Amira"), room.phone("Jonas")
    console.done("start_session")
    console.done("seat_person", person=amira.slices["me"]["person"], chair=1)
    amira.until(lambda: amira.slices["me"]["turn"])
    seq = console.done("nudge_person", turn=amira.slices["me"]["turn"]["turn"])
    amira.until(lambda: amira.slices["me"]["turn"]["nudged_at_ms"])
    jonas.done("ask_for_chair")
    jonas.at(seq)
    assert jonas.slices["me"]["person"] != amira.slices["me"]["person"]
    assert "nudged" not in str({k: v for k, v in jonas.slices.items() if k != "me"})


def test_the_console_needs_the_key_and_a_session_must_exist(room: Room) -> None:
    with pytest.raises(Refused):
        Face(room.server, room.code, "console").connect(cookies="fishbowl_owner=wrong")
    with pytest.raises(Refused):
        Face(room.server, "NONE22", "phone").connect()


def test_a_phone_on_a_network_without_websockets_takes_part_by_polling(room: Room) -> None:
    phone = room.face("phone", transport="polling")
    phone.done("join_session", name="Amira")
    phone.until(lambda: phone.slices["me"]["person"])
    phone.done("ask_for_chair")
    phone.until(lambda: phone.slices["queue"]["requests"])


def test_a_forgotten_person_is_told_on_every_phone_of_theirs(room: Room) -> None:
    one = room.phone("Rafael")
    other = room.face("phone", one.device)
    console = room.console()
    console.done("forget_person", person=one.slices["me"]["person"])
    for phone in (one, other):
        phone.until(lambda phone=phone: phone.slices["me"]["forgotten"])
