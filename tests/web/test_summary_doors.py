"""The summary is the facilitator's until a person publishes it under a link nobody guesses."""

import json
import re

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import (
    CloseSession,
    JoinSession,
    PublishSummary,
    StartSession,
    UndoAction,
    WithdrawSummary,
)
from fishbowl.domain.session.ids import ActionId
from tests.web.conftest import House


def close(house: House, **chosen: str) -> None:
    house.session("WAVE47", **chosen)
    house.send("WAVE47", StartSession())
    house.send("WAVE47", JoinSession(name="Amira"), Role.ATTENDEE, "device-of-amira-0001")
    house.send("WAVE47", CloseSession())


def test_it_is_there_at_any_time_for_the_facilitator(house: House):
    house.session("WAVE47")
    page = house.facilitator("WAVE47").get("/WAVE47/summary")
    assert page.status_code == 200
    assert b"What makes people stay?" in page.data


def test_it_is_public_only_while_it_is_published_and_only_by_its_link(house: House):
    close(house)
    link = f"/s/{house.access_keys.summary_slug('WAVE47')}"
    assert house.visitor().get(link).status_code == 404
    house.send("WAVE47", PublishSummary())
    assert house.visitor().get(link).status_code == 200


def test_a_withdrawn_link_says_so_and_works_again_once_it_is_published_again(house: House):
    close(house)
    link = f"/s/{house.access_keys.summary_slug('WAVE47')}"
    house.send("WAVE47", PublishSummary())
    house.send("WAVE47", WithdrawSummary())
    gone = house.visitor().get(link)
    assert gone.status_code == 410
    assert "This summary is no longer published" in gone.text
    assert "What makes people stay?" not in gone.text
    house.send("WAVE47", PublishSummary())
    assert house.visitor().get(link).status_code == 200


def test_a_publication_that_was_undone_was_withdrawn(house: House):
    close(house)
    published = house.send("WAVE47", PublishSummary())
    assert published.seq is not None
    house.send("WAVE47", UndoAction(action=ActionId(published.seq)))
    assert house.visitor().get(f"/s/{house.access_keys.summary_slug('WAVE47')}").status_code == 410


def test_links_of_an_older_release_lead_to_the_summary(house: House):
    """There every publication had another link."""
    close(house)
    older, never = (f"/s/{house.access_keys.summary_slug('WAVE47', edition)}" for edition in (2, 3))
    for command in (PublishSummary(), WithdrawSummary(), PublishSummary()):
        house.send("WAVE47", command)
    led = house.visitor().get(older)
    assert led.location == f"/s/{house.access_keys.summary_slug('WAVE47')}"
    assert house.visitor().get(led.location).status_code == 200
    assert house.visitor().get(never).status_code == 404
    house.send("WAVE47", WithdrawSummary())
    assert house.visitor().get(older).status_code == 410


def test_attendees_who_ask_by_the_code_are_led_to_what_is_published(house: House):
    house.session("WAVE47")
    house.send("WAVE47", StartSession())
    visitor = house.visitor()

    def said() -> str:
        answer = visitor.get("/WAVE47/summary")
        assert answer.status_code == 403
        assert 'href="/WAVE47"' in answer.text
        return answer.text

    assert "It is made when the session has ended" in said()
    house.send("WAVE47", CloseSession())
    assert "reads it first" in said()
    house.send("WAVE47", PublishSummary())
    assert visitor.get("/wave47/summary", follow_redirects=True).status_code == 200
    assert (
        visitor.get("/WAVE47/summary").location == f"/s/{house.access_keys.summary_slug('WAVE47')}"
    )
    house.send("WAVE47", WithdrawSummary())
    assert "This summary is no longer published" in said()


@pytest.mark.parametrize("slug", ["wave47", "wave47-", "wave47-nonsense", "-", "none22-x", "ö-ö"])
def test_a_guess_finds_nothing(house: House, slug: str):
    close(house)
    house.send("WAVE47", PublishSummary())
    assert house.visitor().get(f"/s/{slug}").status_code == 404


def test_the_public_page_offers_no_exports(house: House):
    close(house)
    house.send("WAVE47", PublishSummary())
    public = house.visitor().get(f"/s/{house.access_keys.summary_slug('WAVE47')}")
    assert b"export.json" not in public.data
    assert b"export.json" in house.owner().get("/WAVE47/summary").data


@pytest.mark.parametrize("format", ["md", "json", "csv"])
def test_exports_are_files_with_a_name(house: House, format: str):
    close(house)
    answer = house.owner().get(f"/WAVE47/export.{format}")
    assert answer.status_code == 200
    wanted = f'attachment; filename="fishbowl-wave47.{format}"'
    assert answer.headers["Content-Disposition"] == wanted


def test_an_unknown_format_is_not_there(house: House):
    close(house)
    assert house.owner().get("/WAVE47/export.exe").status_code == 404


def test_under_chatham_house_no_name_leaves_by_any_door(house: House):
    close(house, attribution="chatham_house")
    house.send("WAVE47", PublishSummary())
    owner = house.owner()
    paths = ["/WAVE47/summary", f"/s/{house.access_keys.summary_slug('WAVE47')}"]
    paths += [f"/WAVE47/export.{format}" for format in ("md", "json", "csv")]
    for path in paths:
        assert b"Amira" not in owner.get(path).data, path
    assert json.loads(owner.get("/WAVE47/export.json").data)["people"] == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("export.html", "fishbowl-wave47.html"),
        ("export.vtt", "fishbowl-wave47.vtt"),
        ("export.chapters", "fishbowl-wave47-chapters.txt"),
        ("export.ics", "fishbowl-wave47.ics"),
        ("export.csv?table=queue", "fishbowl-wave47-queue.csv"),
        ("export.vtt?offset=90", "fishbowl-wave47.vtt"),
        ("export.vtt?offset=soon", "fishbowl-wave47.vtt"),
    ],
)
def test_every_file_of_the_list_is_there(house: House, address: str, name: str):
    close(house)
    answer = house.owner().get(f"/WAVE47/{address}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_an_unknown_table_is_not_there(house: House):
    close(house)
    assert house.owner().get("/WAVE47/export.csv?table=secrets").status_code == 404


def test_every_address_on_the_page_leads_somewhere(house: House):
    close(house)
    owner = house.owner()
    page = owner.get("/WAVE47/summary").get_data(as_text=True)
    addresses = re.findall(r'href="(/WAVE47/export[^"]*)"', page)
    assert len(addresses) >= 10
    assert {owner.get(address).status_code for address in addresses} == {200}


def test_chapters_are_refused_under_chatham_house_with_the_reason(house: House):
    close(house, attribution="chatham_house")
    owner = house.owner()
    assert b"export.vtt" not in owner.get("/WAVE47/summary").data
    answer = owner.get("/WAVE47/export.vtt")
    assert answer.status_code == 403
    assert "Chatham House" in answer.get_data(as_text=True)


def test_the_one_file_fetches_nothing_and_runs_nothing(house: House):
    close(house)
    page = house.owner().get("/WAVE47/export.html").get_data(as_text=True)
    assert "Amira" in page or "What makes people stay?" in page
    assert not re.search(r"<script|<link|src=|@import|/static/|export\.", page)


def test_where_everybody_chooses_no_door_names_who_did_not(house: House):
    close(house, attribution="opt_in")
    owner = house.owner()
    for format in ("html", "md", "json", "csv", "vtt", "chapters", "ics"):
        assert b"Amira" not in owner.get(f"/WAVE47/export.{format}").data
