"""After the close strangers are shown the published summary's address, or nothing."""

from typing import Any

import pytest
import requests

from tests.live.conftest import Room
from tests.support.face import Face

WORDS = ("Amira", "Leaving well", "What makes people stay?", "Stewardship Day", "guests-2026")


@pytest.fixture
def busy(room: Room) -> Room:
    """A session in which everything has happened that nobody outside is to read."""
    console = room.console()
    console.done("change_settings", question=WORDS[2], event=WORDS[3])
    console.done("set_wifi", network="Room 2", password=WORDS[4])
    amira = room.phone("Amira", "device-of-amira-0001")
    console.done("start_session")
    console.done("begin_topic", title=WORDS[1])
    amira.done("ask_for_chair", words="I left well")
    return room


def told(face: Face) -> str:
    return str(face.slices)


def is_outside(face: Face) -> bool:
    return not any(word in told(face) for word in (*WORDS, "I left well"))


def until_over(face: Face) -> Face:
    face.until(lambda: face.slices["session"]["state"] == "closed")
    return face


@pytest.mark.parametrize("face", ["phone", "display"])
def test_a_stranger_who_comes_after_the_close_is_told_nothing(busy: Room, face: str) -> None:
    busy.console().done("close_session")
    stranger = busy.face(face)
    assert stranger.slices["session"]["state"] == "closed"
    assert is_outside(stranger), told(stranger)
    assert stranger.slices["session"]["summary"] is None


@pytest.mark.parametrize("face", ["phone", "display"])
def test_a_stranger_who_was_there_as_a_new_face_is_told_when_the_summary_is_published(
    busy: Room, face: str
) -> None:
    console = busy.console()
    console.done("close_session")
    stranger = busy.face(face)
    console.done("publish_summary")
    summary = stranger.until(lambda: stranger.slices["session"]["summary"])
    assert requests.get(busy.server.url + summary).status_code == 200
    assert is_outside(stranger)
    console.done("rename_topic", topic=console.slices["topics"]["topics"][0]["id"], title="Gone")
    later = busy.face(face)
    assert "Gone" not in told(stranger) + told(later)


def test_a_phone_that_only_looked_on_loses_sight_at_the_close_and_has_it_back_with_an_undo(
    busy: Room,
) -> None:
    console, watcher = busy.console(), busy.face("phone")
    watcher.until(lambda: "Leaving well" in told(watcher))
    closed = console.done("close_session")
    until_over(watcher)
    assert is_outside(watcher), told(watcher)
    console.done("undo_action", action=closed)
    watcher.until(lambda: "Leaving well" in told(watcher))
    assert watcher.slices["session"]["state"] == "running"


def test_who_was_in_keeps_what_they_had_also_on_a_new_line(busy: Room) -> None:
    amira, console = busy.faces[-1], busy.console()
    console.done("close_session")
    until_over(amira)
    again = busy.face("phone", "device-of-amira-0001")
    for phone in (amira, again):
        assert phone.slices["me"]["label"]["name"] == "Amira"
        assert phone.slices["session"]["question"] == WORDS[2]
        assert "Leaving well" in told(phone)
    assert is_outside(busy.face("phone", "device-of-amira-0002"))


@pytest.mark.parametrize("way", ["sent out", "forgotten"])
def test_who_was_sent_out_or_is_forgotten_is_a_stranger(busy: Room, way: str) -> None:
    amira, console = busy.faces[-1], busy.console()
    person = amira.slices["me"]["person"]
    if way == "sent out":
        console.done("send_out", person=person)
    console.done("close_session")
    if way == "forgotten":
        until_over(amira)
        amira.done("forget_person", person=person)
    amira.until(lambda: "Leaving well" not in told(amira))
    again = busy.face("phone", "device-of-amira-0001")
    assert "Leaving well" not in told(again)
    assert again.slices["session"]["question"] == ""


def page(room: Room, face: str, cookie: str = "") -> Any:
    return requests.get(f"{room.server.url}/{room.code}/{face}", headers={"Cookie": cookie})


def test_a_wall_that_was_open_goes_on_after_the_close_and_after_a_reload(busy: Room) -> None:
    console = busy.console()
    cookie = page(busy, "display").headers["Set-Cookie"].partition(";")[0]
    wall = busy.face("display", cookies=cookie)
    console.done("close_session")
    until_over(wall)
    assert "Leaving well" in told(wall)
    assert WORDS[2] in page(busy, "display", cookie).text
    again = busy.face("display", cookies=cookie)
    assert "Leaving well" in told(again)
    console.done("rename_topic", topic=console.slices["topics"]["topics"][0]["id"], title="New")
    again.until(lambda: "New" in told(again))


def test_who_runs_the_session_has_a_wall_after_the_close(busy: Room) -> None:
    busy.console().done("close_session")
    wall = busy.face("display", cookies=busy.server.owner_cookie())
    assert "Leaving well" in told(wall)
    assert WORDS[2] in page(busy, "display", busy.server.owner_cookie()).text


def test_the_pass_of_another_session_or_a_made_up_one_shows_nothing(busy: Room) -> None:
    other = Room(busy.server, busy.server.create_session())
    cookie = page(other, "display").headers["Set-Cookie"].partition(";")[0]
    busy.console().done("close_session")
    foreign = cookie.replace(other.code, busy.code)
    for shown in (foreign, foreign[:-1], f"fishbowl_display_{busy.code}=9999999999999.x"):
        assert is_outside(busy.face("display", cookies=shown))
        assert WORDS[2] not in page(busy, "display", shown).text


def test_pages_and_pictures_tell_a_stranger_nothing(busy: Room) -> None:
    assert WORDS[2] in page(busy, "").text
    busy.console().done("close_session")
    for path in (
        "", "display", "join.svg", "wifi.svg", "console", "runner", "summary", "summary/edit",
        "replay", "replay.json", "links.json", "people.json", "me.json", "words.json", "check",
        "check.json", "sheet", "setup", "link", "export.md", "export.json", "event.json",
        "open.json", "before.json?q=leaving", "order.json?order=arrival", "handover/runner.svg",
        "people/2/move.json", "people/2/move.svg",
    ):  # fmt: skip
        answer = page(busy, path)
        assert answer.status_code in (200, 400, 403, 404), path
        assert not any(word in answer.text for word in WORDS), path
    assert page(busy, "wifi.svg").status_code == 403
