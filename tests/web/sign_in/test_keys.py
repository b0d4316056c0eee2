"""Who gets in where, and by which key."""

import pytest

from tests.web.conftest import ORIGIN, Site


def test_the_owner_signs_in_with_the_key_of_the_link(site: Site):
    browser = site.visitor()
    assert b"Which fishbowl?" in browser.get("/").data
    answer = browser.post(
        "/o", json={"key": site.access_keys.owner_key()}, headers={"Origin": ORIGIN}
    )
    assert answer.status_code == 204
    assert b"Your fishbowls" in browser.get("/").data


def test_a_facilitator_gets_in_with_the_key_of_one_session_and_no_other(site: Site):
    site.creates("WAVE47")
    site.creates("MATE23")
    browser = site.visitor()
    key = site.access_keys.facilitator_key("WAVE47")
    answer = browser.post("/k", json={"key": key}, headers={"Origin": ORIGIN})
    assert answer.json == {"code": "WAVE47", "role": "facilitator"}
    assert browser.get("/WAVE47/console").status_code == 200
    assert browser.get("/MATE23/console").status_code == 403
    assert b"Which fishbowl?" in browser.get("/").data


def test_keys_are_kept_out_of_reach_of_scripts_and_other_sites(site: Site):
    site.creates("WAVE47")
    for door, key in (
        ("/o", site.access_keys.owner_key()),
        ("/k", site.access_keys.facilitator_key("WAVE47")),
    ):
        answer = site.visitor().post(door, json={"key": key}, headers={"Origin": ORIGIN})
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert "Max-Age=2592000" in cookie
        assert "Secure" not in cookie


def test_behind_a_secure_public_address_keys_travel_securely_only(site: Site):
    site.network._public_url = "https://bowl.example"
    answer = site.visitor().post(
        "/o",
        json={"key": site.access_keys.owner_key()},
        headers={"Origin": "https://bowl.example", "Host": "bowl.example"},
    )
    assert "Secure" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("door", ["/o", "/k"])
@pytest.mark.parametrize(
    "key", ["", "nonsense", "WAVE47.nonsense", "NONE22.nonsense", "ö", None, 7, ["a"]]
)
def test_a_wrong_key_opens_nothing(site: Site, door: str, key: object):
    site.creates("WAVE47")
    answer = site.visitor().post(door, json={"key": key}, headers={"Origin": ORIGIN})
    assert answer.status_code == 403
    assert answer.json == {"error": "wrong_key"}
    assert "Set-Cookie" not in answer.headers


def test_the_key_of_a_session_that_is_not_there_opens_nothing(site: Site):
    key = site.access_keys.facilitator_key("NONE22")
    answer = site.visitor().post("/k", json={"key": key}, headers={"Origin": ORIGIN})
    assert answer.status_code == 403


def test_after_many_wrong_keys_the_right_one_still_opens(site: Site):
    browser = site.visitor()
    browser.environ_base["REMOTE_ADDR"] = "192.168.1.99"
    answers = [
        browser.post("/o", json={"key": "wrong"}, headers={"Origin": ORIGIN}).status_code
        for _ in range(70)
    ]
    assert answers[0] == 403
    assert answers[-1] == 429
    key = site.access_keys.owner_key()
    answer = browser.post("/o", json={"key": key}, headers={"Origin": ORIGIN})
    assert answer.status_code == 204


@pytest.mark.parametrize(
    "path",
    ["console", "people.json", "links.json", "summary", "sheet", "export.md", "export.json"],
)
def test_what_is_the_facilitators_needs_a_key(site: Site, path: str):
    site.creates("WAVE47")
    assert site.visitor().get(f"/WAVE47/{path}").status_code == 403
    forged = site.visitor(fishbowl_key_WAVE47="WAVE47.nonsense", fishbowl_owner="nonsense")
    assert forged.get(f"/WAVE47/{path}").status_code == 403
    assert site.facilitator("WAVE47").get(f"/WAVE47/{path}").status_code == 200
    assert site.owner().get(f"/WAVE47/{path}").status_code == 200


@pytest.mark.parametrize("path", ["", "/display", "/join.svg"])
def test_what_is_the_rooms_needs_none(site: Site, path: str):
    site.creates("WAVE47")
    assert site.visitor().get(f"/WAVE47{path}").status_code == 200


def test_only_the_owner_makes_sessions(site: Site):
    site.creates("WAVE47")
    for visitor in (site.visitor(), site.facilitator("WAVE47")):
        assert visitor.get("/new").status_code == 403
        answer = visitor.post("/new", data={"question": "Why?"}, headers={"Origin": ORIGIN})
        assert answer.status_code == 403
    assert len(site.service.sessions()) == 1
