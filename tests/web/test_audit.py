"""The owner's audit list: what each page notes, the list itself, and the list as a file."""

import csv
import io

import pytest

from fishbowl.access.sign_ins import OWNER, READER
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.services import audit as a
from fishbowl.web.audit.page import PAGE
from tests.web.conftest import ORIGIN, House

POST = {"headers": {"Origin": ORIGIN}}


def noted(house: House) -> list[tuple[str, str, int, str, str]]:
    """Everything that was noted, the first one first."""
    lines, _ = house.audit.lines()
    return [
        (line.what, line.who, line.generation, line.code, line.detail) for line in reversed(lines)
    ]


def test_signing_in_and_out_is_noted_with_the_key(house: House):
    house.session("WAVE47")
    key = house.access_keys.facilitator_key("WAVE47")
    browser = house.visitor()
    for _ in range(2):  # who is signed in already does not sign in again
        assert browser.post("/k", json={"key": key}, **POST).status_code == 200
    browser.post("/signed-in", data={"end": "here"}, **POST)
    owner = house.visitor()
    owner.post("/o", json={"key": house.sign_ins.owner_key()}, **POST)
    owner.post("/signed-in", data={"end": "everywhere"}, **POST)
    assert noted(house) == [
        (a.SIGNED_IN, "facilitator", 1, "WAVE47", ""),
        (a.SIGNED_OUT, "facilitator", 1, "WAVE47", ""),
        (a.SIGNED_IN, OWNER, 1, "", ""),
        (a.SIGNED_OUT_EVERYWHERE, OWNER, 1, "", ""),
    ]


def test_wrong_keys_and_links_that_were_taken_back_are_noted_without_what_was_typed(house: House):
    house.session("WAVE47")
    old = house.access_keys.facilitator_key("WAVE47")
    house.send("WAVE47", c.RenewLink(), Role.DOOR)
    for door, key in (
        ("o", "a guess"), ("a", "a guess"), ("k", "WAVE47.guess"), ("k", "NOBODY.guess"),
        ("k", old),
    ):  # fmt: skip
        house.visitor().post(f"/{door}", json={"key": key}, **POST)
    assert noted(house) == [
        (a.LINK_RENEWED, OWNER, 0, "WAVE47", "facilitator"),
        (a.WRONG_KEY, "unknown", 0, "", "owner"),
        (a.WRONG_KEY, "unknown", 0, "", "reader"),
        (a.WRONG_KEY, "unknown", 0, "", "session"),
        (a.REVOKED_KEY, "facilitator", 1, "WAVE47", ""),
    ]
    lines, _ = house.audit.lines()
    assert "guess" not in repr(lines)
    assert "NOBODY" not in repr(lines)
    assert next(line for line in lines if line.detail == "session").count == 2


def test_renewals_exports_and_deletions_are_noted(house: House):
    house.session("WAVE47")
    owner, facilitator = house.owner(), house.facilitator("WAVE47")
    owner.post("/archive/link", data={"generation": "1"}, **POST)
    owner.post("/archive/link", data={"generation": "1"}, **POST)  # pressed twice
    assert facilitator.get("/WAVE47/export.md").status_code == 200
    assert owner.get("/WAVE47/export.json").status_code == 200
    assert owner.get("/audit.csv").status_code == 200
    owner.post("/WAVE47/delete", data={"typed": "WAVE47"}, **POST)
    assert noted(house) == [
        (a.READERS_LINK_RENEWED, OWNER, 1, "", ""),
        (a.EXPORTED, "facilitator", 1, "WAVE47", "md"),
        (a.EXPORTED, OWNER, 1, "WAVE47", "json"),
        (a.AUDIT_EXPORTED, OWNER, 1, "", "csv"),
        (a.DELETED, OWNER, 1, "WAVE47", ""),
    ]


def test_a_file_that_was_refused_is_no_export(house: House):
    house.session("WAVE47", attribution="chatham_house")
    facilitator = house.facilitator("WAVE47")
    assert facilitator.get("/WAVE47/export.csv?table=people").status_code in (403, 404)
    assert noted(house) == []


def test_the_owner_reads_the_list_in_words(house: House):
    house.session("WAVE47")
    house.visitor().post("/o", json={"key": "a guess"}, **POST)
    house.facilitator("WAVE47").get("/WAVE47/export.md")
    page = house.owner().get("/audit").text
    for words in (
        "Tried a wrong key of the owner", "Somebody unknown", "Facilitator, link 1",
        "Downloaded the session (MD)", "WAVE 47",
    ):  # fmt: skip
        assert words in page
    assert 'href="/audit"' in house.owner().get("/").text


def test_an_empty_list_says_what_comes_into_it(house: House):
    assert "Nothing is listed yet." in house.owner().get("/audit").text


@pytest.mark.parametrize("opens", [READER, ""])
def test_nobody_but_the_owner_reads_it(house: House, opens: str):
    browser = house.signed_in(opens) if opens else house.visitor()
    for path in ("/audit", "/audit.csv", "/audit.json"):
        assert browser.get(path).status_code == 403


def test_every_code_has_words(house: House):
    house.session("WAVE47")
    codes = [value for name, value in vars(a).items() if name.isupper() and isinstance(value, str)]
    what = [code for code in codes if code not in (a.COMMAND, a.UNKNOWN)]
    roles = [OWNER, READER, a.COMMAND, a.UNKNOWN, *(role.value for role in Role)]
    for code in what:
        house.audit.note(code, who=OWNER, detail="facilitator")
    for role in roles:
        if role != Role.DOOR:  # nobody is noted as the door
            house.audit.note(a.SIGNED_IN, who=role)
    page = house.owner().get("/audit").text
    for code in (*what, *roles):
        assert f">{code}<" not in page, code


def test_a_long_list_is_read_page_by_page(house: House):
    for number in range(PAGE + 3):
        house.audit.note(a.SIGNED_IN, who=OWNER, generation=number)
    first = house.owner().get("/audit").text
    assert first.count("<tr>") == PAGE + 1
    assert f'href="/audit?first={PAGE}" rel="next"' in first
    last = house.owner().get(f"/audit?first={PAGE}").text
    assert last.count("<tr>") == 3 + 1
    assert 'href="/audit" rel="prev"' in last


def test_the_files_hold_every_line(house: House):
    house.audit.note(a.DELETED, who=OWNER, code="WAVE47", generation=2)
    table = house.owner().get("/audit.csv")
    assert table.headers["Cache-Control"] == "no-store"
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [(row["what"], row["who"], row["generation"], row["code"]) for row in rows] == [
        ("audit_exported", "owner", "1", ""),
        ("deleted", "owner", "2", "WAVE47"),
    ]
    assert rows[0]["at"].endswith("+00:00")
    whole = house.owner().get("/audit.json").json
    assert whole["schema"] == "fishbowl.audit/1"
    assert [line["what"] for line in whole["lines"]] == [
        "audit_exported", "audit_exported", "deleted",
    ]  # fmt: skip
