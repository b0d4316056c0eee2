"""Who has lost the words asks, and the facilitator sees it."""

from typing import Any

import pytest

from fishbowl.access.recovery import ASKED_MAX, ASKED_S, ASKS_FROM_ADDRESS
from fishbowl.domain.kernel.roles import HELPERS, Role
from fishbowl.domain.session.commands import CloseSession, JoinSession
from tests.web.conftest import ORIGIN, Site

CODE, OLD, NEW = "WAVE47", "device-of-amira-0001", "device-of-amira-0002"


@pytest.fixture
def amira(site: Site) -> int:
    site.creates(CODE)
    site.sends(CODE, JoinSession(name="Amira"), Role.ATTENDEE, OLD)
    session = site.service.session(CODE)
    assert session is not None
    return session.person_of_key[site.access_keys.person_key(CODE, OLD)]


def post(site: Site, path: str, device: str, address: str = "192.168.1.77", **body: Any) -> Any:
    return site.visitor().post(
        f"/{CODE}/{path}",
        json=body,
        headers={"X-Fishbowl-Device": device, "Origin": ORIGIN},
        environ_overrides={"REMOTE_ADDR": address},
    )


def asked(site: Site, role: Role = Role.FACILITATOR) -> list[Any]:
    answer = site.signed_in(role, CODE).get(f"/{CODE}/recovery.json")
    assert answer.headers["Cache-Control"] == "no-store"
    return [(one["name"], one["since_s"]) for one in answer.json["asked"]]


def test_who_asks_is_shown_until_they_are_in_again(site: Site, amira: int):
    assert asked(site) == []
    assert post(site, "recover/ask", NEW, name="  Amira\u202e ").json == {"ok": True}
    site.wait(60)
    assert asked(site) == asked(site, Role.CO_FACILITATOR) == [("Amira", 60)]
    url = site.facilitator(CODE).get(f"/{CODE}/people/{amira}/move.json").json["url"]
    assert post(site, "recover", NEW, token=url.partition("#move=")[2]).json == {"ok": True}
    assert asked(site) == []


def test_a_phone_that_tried_in_vain_is_shown_without_being_asked(site: Site, amira: int):
    for _ in range(4):
        post(site, "recover", NEW, words="acorn acorn acorn")
    assert asked(site) == []
    post(site, "recover", NEW, words="acorn acorn acorn")
    assert asked(site) == [("", 0)]
    post(site, "recover/ask", NEW, name="Amira")
    assert asked(site) == [("Amira", 0)]


def test_the_facilitator_takes_somebody_off_the_list(site: Site, amira: int):
    for number in range(2):
        post(site, "recover/ask", f"{NEW}-{number}", name=f"Amira {number}")
    facilitator = site.facilitator(CODE)
    first = facilitator.get(f"/{CODE}/recovery.json").json["asked"][0]["id"]
    path = f"/{CODE}/recovery/{first}/done"
    assert site.visitor().post(path, headers={"Origin": ORIGIN}).status_code == 403
    assert facilitator.post(path, headers={"Origin": ORIGIN}).status_code == 204
    assert asked(site) == [("Amira 1", 0)]
    assert facilitator.post(path, headers={"Origin": ORIGIN}).status_code == 204


def test_it_is_for_who_runs_the_bowl_alone(site: Site, amira: int):
    post(site, "recover/ask", NEW, name="Amira")
    for browser in (
        site.visitor(),
        *(site.signed_in(role, CODE) for role in HELPERS if role is not Role.CO_FACILITATOR),
    ):
        answer = browser.get(f"/{CODE}/recovery.json")
        assert answer.status_code == 403
        assert "Amira" not in answer.text


def test_nobody_is_shown_for_ever(site: Site, amira: int):
    post(site, "recover/ask", NEW, name="Amira")
    site.wait(ASKED_S)
    assert asked(site) == []


def test_a_flood_of_askers_has_a_bound(site: Site, amira: int):
    most, _ = ASKS_FROM_ADDRESS
    answers = [post(site, "recover/ask", f"{NEW}-{n}", name="X") for n in range(most + 5)]
    assert [answer.status_code for answer in answers] == [200] * most + [429] * 5
    for number in range(50):
        post(site, "recover/ask", f"{OLD}-{number}", f"10.0.0.{number}", name="Y")
    assert len(asked(site)) == ASKED_MAX


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [({}, 400, "name_needed"), ({"name": " \u200b"}, 400, "name_needed"),
     ({"name": 7}, 400, "name_needed")],
)  # fmt: skip
def test_who_gives_no_name_is_told_so(
    site: Site, amira: int, body: dict[str, Any], status: int, code: str
):
    answer = post(site, "recover/ask", NEW, **body)
    assert (answer.status_code, answer.json["error"]["code"]) == (status, code)


def test_after_the_close_there_is_nothing_to_ask_for(site: Site, amira: int):
    site.sends(CODE, CloseSession())
    assert post(site, "recover/ask", NEW, name="Amira").status_code == 409


def test_a_page_that_names_no_phone_cannot_ask(site: Site, amira: int):
    answer = site.visitor().post(
        f"/{CODE}/recover/ask", json={"name": "Amira"}, headers={"Origin": ORIGIN}
    )
    assert answer.status_code == 400
