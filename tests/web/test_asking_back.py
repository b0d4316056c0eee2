"""Who has lost the words asks, and the facilitator sees it."""

from typing import Any

import pytest

from fishbowl.access.recovery import ASKED_MAX, ASKED_S, ASKS_FROM_ADDRESS
from fishbowl.domain.kernel.roles import HELPERS, Role
from fishbowl.domain.session.commands import CloseSession, JoinSession
from tests.web.conftest import ORIGIN, House

CODE, OLD, NEW = "WAVE47", "device-of-amira-0001", "device-of-amira-0002"


@pytest.fixture
def amira(house: House) -> int:
    house.session(CODE)
    house.send(CODE, JoinSession(name="Amira"), Role.ATTENDEE, OLD)
    session = house.service.session(CODE)
    assert session is not None
    return session.person_of_key[house.access_keys.person_key(CODE, OLD)]


def post(house: House, path: str, device: str, address: str = "192.168.1.77", **body: Any) -> Any:
    return house.visitor().post(
        f"/{CODE}/{path}",
        json=body,
        headers={"X-Fishbowl-Device": device, "Origin": ORIGIN},
        environ_overrides={"REMOTE_ADDR": address},
    )


def asked(house: House, role: Role = Role.FACILITATOR) -> list[Any]:
    answer = house.signed_in(role, CODE).get(f"/{CODE}/recovery.json")
    assert answer.headers["Cache-Control"] == "no-store"
    return [(one["name"], one["since_s"]) for one in answer.json["asked"]]


def test_who_asks_is_shown_until_they_are_in_again(house: House, amira: int):
    assert asked(house) == []
    assert post(house, "recover/ask", NEW, name="  Amira\u202e ").json == {"ok": True}
    house.clock.pass_s(60)
    assert asked(house) == asked(house, Role.CO_FACILITATOR) == [("Amira", 60)]
    url = house.facilitator(CODE).get(f"/{CODE}/people/{amira}/move.json").json["url"]
    assert post(house, "recover", NEW, token=url.partition("#move=")[2]).json == {"ok": True}
    assert asked(house) == []


def test_a_phone_that_tried_in_vain_is_shown_without_being_asked(house: House, amira: int):
    for _ in range(4):
        post(house, "recover", NEW, words="acorn acorn acorn")
    assert asked(house) == []
    post(house, "recover", NEW, words="acorn acorn acorn")
    assert asked(house) == [("", 0)]
    post(house, "recover/ask", NEW, name="Amira")
    assert asked(house) == [("Amira", 0)]


def test_the_facilitator_takes_somebody_off_the_list(house: House, amira: int):
    for number in range(2):
        post(house, "recover/ask", f"{NEW}-{number}", name=f"Amira {number}")
    facilitator = house.facilitator(CODE)
    first = facilitator.get(f"/{CODE}/recovery.json").json["asked"][0]["id"]
    path = f"/{CODE}/recovery/{first}/done"
    assert house.visitor().post(path, headers={"Origin": ORIGIN}).status_code == 403
    assert facilitator.post(path, headers={"Origin": ORIGIN}).status_code == 204
    assert asked(house) == [("Amira 1", 0)]
    assert facilitator.post(path, headers={"Origin": ORIGIN}).status_code == 204


def test_it_is_for_who_runs_the_bowl_alone(house: House, amira: int):
    post(house, "recover/ask", NEW, name="Amira")
    for browser in (
        house.visitor(),
        *(house.signed_in(role, CODE) for role in HELPERS if role is not Role.CO_FACILITATOR),
    ):
        answer = browser.get(f"/{CODE}/recovery.json")
        assert answer.status_code == 403
        assert "Amira" not in answer.text


def test_nobody_is_shown_for_ever(house: House, amira: int):
    post(house, "recover/ask", NEW, name="Amira")
    house.clock.pass_s(ASKED_S)
    assert asked(house) == []


def test_a_flood_of_askers_has_a_bound(house: House, amira: int):
    most, _ = ASKS_FROM_ADDRESS
    answers = [post(house, "recover/ask", f"{NEW}-{n}", name="X") for n in range(most + 5)]
    assert [answer.status_code for answer in answers] == [200] * most + [429] * 5
    for number in range(50):
        post(house, "recover/ask", f"{OLD}-{number}", f"10.0.0.{number}", name="Y")
    assert len(asked(house)) == ASKED_MAX


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [({}, 400, "name_needed"), ({"name": " \u200b"}, 400, "name_needed"),
     ({"name": 7}, 400, "name_needed")],
)  # fmt: skip
def test_who_gives_no_name_is_told_so(
    house: House, amira: int, body: dict[str, Any], status: int, code: str
):
    answer = post(house, "recover/ask", NEW, **body)
    assert (answer.status_code, answer.json["error"]["code"]) == (status, code)


def test_after_the_close_there_is_nothing_to_ask_for(house: House, amira: int):
    house.send(CODE, CloseSession())
    assert post(house, "recover/ask", NEW, name="Amira").status_code == 409


def test_a_page_that_names_no_phone_cannot_ask(house: House, amira: int):
    answer = house.visitor().post(
        f"/{CODE}/recover/ask", json={"name": "Amira"}, headers={"Origin": ORIGIN}
    )
    assert answer.status_code == 400
