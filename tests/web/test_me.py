"""People see what is held about them, and nobody else's."""

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import (
    AddNote,
    AskForChair,
    JoinSession,
    StartSession,
    SuggestTopic,
)
from tests.web.conftest import House

AMIRA, JONAS = "device-of-amira-0001", "device-of-jonas-0001"


def come(house: House) -> None:
    house.session("WAVE47")
    house.send("WAVE47", StartSession())
    for device, name in ((AMIRA, "Amira"), (JONAS, "Jonas")):
        house.send("WAVE47", JoinSession(name=name), Role.ATTENDEE, device)
    house.send("WAVE47", AskForChair(words="About trust"), Role.ATTENDEE, AMIRA)
    house.send("WAVE47", SuggestTopic(title="Pay"), Role.ATTENDEE, AMIRA)


def test_everything_held_about_me_and_only_me(house: House):
    come(house)
    answer = house.visitor().get("/WAVE47/me.json", headers={"X-Fishbowl-Device": AMIRA})
    held = answer.json
    assert held["session"]["code"] == "WAVE47"
    assert held["person"]["called"] == "Amira"
    assert [one["words"] for one in held["requests"]] == ["About trust"]
    assert [one["title"] for one in held["topics"]] == ["Pay"]
    assert [line["event"] for line in held["log"]] == [
        "person.joined",
        "queue.joined",
        "topic.suggested",
    ]
    assert "Jonas" not in answer.get_data(as_text=True)
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_was_noted_as_mine_to_do_is_held_about_me(house: House):
    come(house)
    house.send("WAVE47", AddNote(kind="action", words="Ask the others", owner="Amira"))
    house.send("WAVE47", AddNote(kind="action", words="Find a room", owner="The board"))
    answer = house.visitor().get("/WAVE47/me.json", headers={"X-Fishbowl-Device": AMIRA})
    assert [note["words"] for note in answer.json["notes"]] == ["Ask the others"]
    assert answer.json["log"][-1]["event"] == "note.added"


def test_a_stranger_is_told_nothing(house: House):
    come(house)
    stranger = {"X-Fishbowl-Device": "device-of-a-stranger"}
    assert house.visitor().get("/WAVE47/me.json", headers=stranger).status_code == 404


@pytest.mark.parametrize("device", ["", "short", "x" * 65, "has blanks in its middle"])
def test_what_is_no_device_secret_is_refused(house: House, device: str):
    come(house)
    headers = {"X-Fishbowl-Device": device}
    assert house.visitor().get("/WAVE47/me.json", headers=headers).status_code == 400
