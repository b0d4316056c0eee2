"""An event's name is typed by anybody: it opens nothing of a session that is not one's own."""

from flask.testing import FlaskClient

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from tests.web.conftest import Site


def held(site: Site, code: str, attribution: c.Attribution = "named") -> str:
    """A session of the event that is over, with things that stay open."""
    site.creates(code, attribution=attribution)
    site.sends(code, c.JoinSession(name="Amira"), Role.ATTENDEE, "device-device-device")
    site.sends(code, c.AddNote(kind="action", words=f"Do it, {code}", owner="Lindiwe"))
    note = site.sends(code, c.AddNote(kind="action", words=f"Left out of {code}"))
    site.sends(code, c.CloseSession())
    site.sends(code, c.HideFromSummary(item=note.seq))
    return code


def read(browser: FlaskClient, code: str = "REEF22") -> list[str]:
    answer = browser.get(f"/{code}/open.json")
    assert answer.status_code == 200
    assert "Lindiwe" not in answer.text
    return [item["words"] for item in answer.json["items"]]


def helper(site: Site, code: str, role: Role) -> FlaskClient:
    return site.signed_in(role, code)


def test_what_is_not_published_is_read_by_nobody_elsewhere(site: Site):
    held(site, "WAVE47")
    site.creates("REEF22")
    assert read(site.facilitator("REEF22")) == []
    assert read(helper(site, "REEF22", Role.CO_FACILITATOR)) == []
    assert read(helper(site, "REEF22", Role.NOTE_TAKER)) == []


def test_of_what_is_published_everybody_at_work_reads_what_the_summary_tells(site: Site):
    held(site, "WAVE47")
    site.sends("WAVE47", c.PublishSummary())
    site.creates("REEF22")
    for role in (Role.CO_FACILITATOR, Role.NOTE_TAKER):
        assert read(helper(site, "REEF22", role)) == ["Do it, WAVE47"]
    site.sends("WAVE47", c.WithdrawSummary())
    assert read(helper(site, "REEF22", Role.CO_FACILITATOR)) == []


def test_the_owner_and_who_runs_the_other_session_read_all_of_it(site: Site):
    held(site, "WAVE47", "chatham_house")
    site.creates("REEF22")
    everything = ["Do it, WAVE47", "Left out of WAVE47"]
    assert sorted(read(site.owner())) == everything
    both = site.facilitator("REEF22")
    token = site.sign_ins.enter({}, Role.FACILITATOR, "WAVE47", 1)
    both.set_cookie("fishbowl_key_WAVE47", token, domain="192.168.1.20")
    assert sorted(read(both)) == everything


def test_planning_a_session_of_the_event_tells_no_more(site: Site):
    held(site, "WAVE47")
    site.creates("REEF22")
    assert "Do it, WAVE47" not in site.facilitator("REEF22").get("/REEF22/setup").text
    assert "Do it, WAVE47" in site.owner().get("/REEF22/setup").text
