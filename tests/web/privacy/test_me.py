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
from tests.web.conftest import Site

AMIRA, JONAS = "device-of-amira-0001", "device-of-jonas-0001"


def come(site: Site) -> None:
    site.creates("WAVE47")
    site.sends("WAVE47", StartSession())
    for device, name in ((AMIRA, "Amira"), (JONAS, "Jonas")):
        site.sends("WAVE47", JoinSession(name=name), Role.ATTENDEE, device)
    site.sends("WAVE47", AskForChair(words="About trust"), Role.ATTENDEE, AMIRA)
    site.sends("WAVE47", SuggestTopic(title="Pay"), Role.ATTENDEE, AMIRA)


def test_everything_held_about_me_and_only_me(site: Site):
    come(site)
    answer = site.visitor().get("/WAVE47/me.json", headers={"X-Fishbowl-Device": AMIRA})
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


def test_what_was_noted_as_mine_to_do_is_held_about_me(site: Site):
    come(site)
    site.sends("WAVE47", AddNote(kind="action", words="Ask the others", owner="Amira"))
    site.sends("WAVE47", AddNote(kind="action", words="Find a room", owner="The board"))
    answer = site.visitor().get("/WAVE47/me.json", headers={"X-Fishbowl-Device": AMIRA})
    assert [note["words"] for note in answer.json["notes"]] == ["Ask the others"]
    assert answer.json["log"][-1]["event"] == "note.added"


def test_a_stranger_is_told_nothing(site: Site):
    come(site)
    stranger = {"X-Fishbowl-Device": "device-of-a-stranger"}
    assert site.visitor().get("/WAVE47/me.json", headers=stranger).status_code == 404


@pytest.mark.parametrize("device", ["", "short", "x" * 65, "has blanks in its middle"])
def test_what_is_no_device_secret_is_refused(site: Site, device: str):
    come(site)
    headers = {"X-Fishbowl-Device": device}
    assert site.visitor().get("/WAVE47/me.json", headers=headers).status_code == 400
