"""An event's name is typed by anybody: it opens nothing of a session that is not one's own."""

from flask.testing import FlaskClient

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from tests.web.conftest import House


def held(house: House, code: str, attribution: c.Attribution = "named") -> str:
    """A session of the event that is over, with things that stay open."""
    house.session(code, attribution=attribution)
    house.send(code, c.JoinSession(name="Amira"), Role.ATTENDEE, "device-device-device")
    house.send(code, c.AddNote(kind="action", words=f"Do it, {code}", owner="Lindiwe"))
    note = house.send(code, c.AddNote(kind="action", words=f"Left out of {code}"))
    house.send(code, c.CloseSession())
    house.send(code, c.HideFromSummary(item=note.seq))
    return code


def read(browser: FlaskClient, code: str = "REEF22") -> list[str]:
    answer = browser.get(f"/{code}/open.json")
    assert answer.status_code == 200
    assert "Lindiwe" not in answer.text
    return [item["words"] for item in answer.json["items"]]


def helper(house: House, code: str, role: Role) -> FlaskClient:
    return house.signed_in(role, code)


def test_what_is_not_published_is_read_by_nobody_elsewhere(house: House):
    held(house, "WAVE47")
    house.session("REEF22")
    assert read(house.facilitator("REEF22")) == []
    assert read(helper(house, "REEF22", Role.CO_FACILITATOR)) == []
    assert read(helper(house, "REEF22", Role.NOTE_TAKER)) == []


def test_of_what_is_published_everybody_at_work_reads_what_the_summary_tells(house: House):
    held(house, "WAVE47")
    house.send("WAVE47", c.PublishSummary())
    house.session("REEF22")
    for role in (Role.CO_FACILITATOR, Role.NOTE_TAKER):
        assert read(helper(house, "REEF22", role)) == ["Do it, WAVE47"]
    house.send("WAVE47", c.WithdrawSummary())
    assert read(helper(house, "REEF22", Role.CO_FACILITATOR)) == []


def test_the_owner_and_who_runs_the_other_session_read_all_of_it(house: House):
    held(house, "WAVE47", "chatham_house")
    house.session("REEF22")
    everything = ["Do it, WAVE47", "Left out of WAVE47"]
    assert sorted(read(house.owner())) == everything
    both = house.facilitator("REEF22")
    token = house.sign_ins.enter({}, Role.FACILITATOR, "WAVE47", 1)
    both.set_cookie("fishbowl_key_WAVE47", token, domain="192.168.1.20")
    assert sorted(read(both)) == everything


def test_planning_a_session_of_the_event_tells_no_more(house: House):
    held(house, "WAVE47")
    house.session("REEF22")
    assert "Do it, WAVE47" not in house.facilitator("REEF22").get("/REEF22/setup").text
    assert "Do it, WAVE47" in house.owner().get("/REEF22/setup").text
