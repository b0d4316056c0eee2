"""The owner's audit list: what each page notes, the list itself, and the list as a file."""

import csv
import io

import pytest

from fishbowl.access.sign_ins import OWNER, READER
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.services import audit as a
from fishbowl.web.audit.page import PAGE
from tests.web.conftest import ORIGIN, Site

POST = {"headers": {"Origin": ORIGIN}}


def noted(site: Site) -> list[tuple[str, str, int, str, str]]:
    """Everything that was noted, the first one first."""
    lines, _ = site.audit.lines()
    return [
        (line.what, line.who, line.generation, line.code, line.detail) for line in reversed(lines)
    ]


def test_signing_in_and_out_is_noted_with_the_key(site: Site):
    site.creates("WAVE47")
    key = site.access_keys.facilitator_key("WAVE47")
    browser = site.visitor()
    for _ in range(2):  # who is signed in already does not sign in again
        assert browser.post("/k", json={"key": key}, **POST).status_code == 200
    browser.post("/signed-in", data={"end": "here"}, **POST)
    owner = site.visitor()
    owner.post("/o", json={"key": site.sign_ins.owner_key()}, **POST)
    owner.post("/signed-in", data={"end": "everywhere"}, **POST)
    assert noted(site) == [
        (a.SIGNED_IN, "facilitator", 1, "WAVE47", ""),
        (a.SIGNED_OUT, "facilitator", 1, "WAVE47", ""),
        (a.SIGNED_IN, OWNER, 1, "", ""),
        (a.SIGNED_OUT_EVERYWHERE, OWNER, 1, "", ""),
    ]


def test_wrong_keys_and_links_that_were_taken_back_are_noted_without_what_was_typed(site: Site):
    site.creates("WAVE47")
    old = site.access_keys.facilitator_key("WAVE47")
    site.sends("WAVE47", c.RenewLink(), Role.DOOR)
    for door, key in (
        ("o", "a guess"), ("a", "a guess"), ("k", "WAVE47.guess"), ("k", "NOBODY.guess"),
        ("k", old),
    ):  # fmt: skip
        site.visitor().post(f"/{door}", json={"key": key}, **POST)
    assert noted(site) == [
        (a.LINK_RENEWED, OWNER, 0, "WAVE47", "facilitator"),
        (a.WRONG_KEY, "unknown", 0, "", "owner"),
        (a.WRONG_KEY, "unknown", 0, "", "reader"),
        (a.WRONG_KEY, "unknown", 0, "", "session"),
        (a.REVOKED_KEY, "facilitator", 1, "WAVE47", ""),
    ]
    lines, _ = site.audit.lines()
    assert "guess" not in repr(lines)
    assert "NOBODY" not in repr(lines)
    assert next(line for line in lines if line.detail == "session").count == 2


def test_renewals_exports_and_deletions_are_noted(site: Site):
    site.creates("WAVE47")
    owner, facilitator = site.owner(), site.facilitator("WAVE47")
    owner.post("/archive/link", data={"generation": "1"}, **POST)
    owner.post("/archive/link", data={"generation": "1"}, **POST)  # pressed twice
    assert facilitator.get("/WAVE47/export.md").status_code == 200
    assert owner.get("/WAVE47/export.json").status_code == 200
    assert owner.get("/audit.csv").status_code == 200
    owner.post("/WAVE47/delete", data={"typed": "WAVE47"}, **POST)
    assert noted(site) == [
        (a.READERS_LINK_RENEWED, OWNER, 1, "", ""),
        (a.EXPORTED, "facilitator", 1, "WAVE47", "md"),
        (a.EXPORTED, OWNER, 1, "WAVE47", "json"),
        (a.AUDIT_EXPORTED, OWNER, 1, "", "csv"),
        (a.DELETED, OWNER, 1, "WAVE47", ""),
    ]


def test_a_file_that_was_refused_is_no_export(site: Site):
    site.creates("WAVE47", attribution="chatham_house")
    facilitator = site.facilitator("WAVE47")
    assert facilitator.get("/WAVE47/export.csv?table=people").status_code in (403, 404)
    assert noted(site) == []


def test_the_owner_reads_the_list_in_words(site: Site):
    site.creates("WAVE47")
    site.visitor().post("/o", json={"key": "a guess"}, **POST)
    site.facilitator("WAVE47").get("/WAVE47/export.md")
    page = site.owner().get("/audit").text
    for words in (
        "Tried a wrong key of the owner", "Somebody unknown", "Facilitator, link 1",
        "Downloaded the session (MD)", "WAVE 47",
    ):  # fmt: skip
        assert words in page
    assert 'href="/audit"' in site.owner().get("/").text


def test_an_empty_list_says_what_comes_into_it(site: Site):
    assert "Nothing is listed yet." in site.owner().get("/audit").text


@pytest.mark.parametrize("opens", [READER, ""])
def test_nobody_but_the_owner_reads_it(site: Site, opens: str):
    browser = site.signed_in(opens) if opens else site.visitor()
    for path in ("/audit", "/audit.csv", "/audit.json"):
        assert browser.get(path).status_code == 403


def test_every_code_has_words(site: Site):
    site.creates("WAVE47")
    codes = [value for name, value in vars(a).items() if name.isupper() and isinstance(value, str)]
    what = [code for code in codes if code not in (a.COMMAND, a.HOST, a.LAPTOP, a.UNKNOWN)]
    roles = [OWNER, READER, a.COMMAND, a.HOST, a.LAPTOP, a.UNKNOWN, *(role.value for role in Role)]
    for code in what:
        site.audit.note(code, who=OWNER, detail="facilitator")
    for role in roles:
        if role != Role.DOOR:  # nobody is noted as the door
            site.audit.note(a.SIGNED_IN, who=role)
    page = site.owner().get("/audit").text
    for code in (*what, *roles):
        assert f">{code}<" not in page, code


def test_a_long_list_is_read_page_by_page(site: Site):
    for number in range(PAGE + 3):
        site.audit.note(a.SIGNED_IN, who=OWNER, generation=number)
    first = site.owner().get("/audit").text
    assert first.count("<tr>") == PAGE + 1
    assert f'href="/audit?first={PAGE}" rel="next"' in first
    last = site.owner().get(f"/audit?first={PAGE}").text
    assert last.count("<tr>") == 3 + 1
    assert 'href="/audit" rel="prev"' in last


def test_the_files_hold_every_line(site: Site):
    site.audit.note(a.DELETED, who=OWNER, code="WAVE47", generation=2)
    table = site.owner().get("/audit.csv")
    assert table.headers["Cache-Control"] == "no-store"
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [(row["what"], row["who"], row["generation"], row["code"]) for row in rows] == [
        ("audit_exported", "owner", "1", ""),
        ("deleted", "owner", "2", "WAVE47"),
    ]
    assert rows[0]["at"].endswith("+00:00")
    whole = site.owner().get("/audit.json").json
    assert whole["schema"] == "fishbowl.audit/1"
    assert [line["what"] for line in whole["lines"]] == [
        "audit_exported", "audit_exported", "deleted",
    ]  # fmt: skip
