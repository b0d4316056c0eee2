"""The summary is the facilitator's until a person publishes it under a link nobody guesses."""

import json
import re

import pytest

from fishbowl.domain.kernel.ids import ActionId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import (
    CloseSession,
    JoinSession,
    PublishSummary,
    StartSession,
    UndoAction,
    WithdrawSummary,
)
from tests.web.conftest import Site


def close(site: Site, **chosen: str) -> None:
    site.creates("WAVE47", **chosen)
    site.sends("WAVE47", StartSession())
    site.sends("WAVE47", JoinSession(name="Amira"), Role.ATTENDEE, "device-of-amira-0001")
    site.sends("WAVE47", CloseSession())


def test_it_is_there_at_any_time_for_the_facilitator(site: Site):
    site.creates("WAVE47")
    page = site.facilitator("WAVE47").get("/WAVE47/summary")
    assert page.status_code == 200
    assert b"What makes people stay?" in page.data


def test_it_is_public_only_while_it_is_published_and_only_by_its_link(site: Site):
    close(site)
    link = f"/s/{site.access_keys.summary_slug('WAVE47')}"
    assert site.visitor().get(link).status_code == 404
    site.sends("WAVE47", PublishSummary())
    assert site.visitor().get(link).status_code == 200


def test_a_withdrawn_link_says_so_and_works_again_once_it_is_published_again(site: Site):
    close(site)
    link = f"/s/{site.access_keys.summary_slug('WAVE47')}"
    site.sends("WAVE47", PublishSummary())
    site.sends("WAVE47", WithdrawSummary())
    gone = site.visitor().get(link)
    assert gone.status_code == 410
    assert "This summary is no longer published" in gone.text
    assert "What makes people stay?" not in gone.text
    site.sends("WAVE47", PublishSummary())
    assert site.visitor().get(link).status_code == 200


def test_a_publication_that_was_undone_was_withdrawn(site: Site):
    close(site)
    published = site.sends("WAVE47", PublishSummary())
    assert published.seq is not None
    site.sends("WAVE47", UndoAction(action=ActionId(published.seq)))
    assert site.visitor().get(f"/s/{site.access_keys.summary_slug('WAVE47')}").status_code == 410


def test_links_of_an_older_release_lead_to_the_summary(site: Site):
    """There every publication had another link."""
    close(site)
    older, never = (f"/s/{site.access_keys.summary_slug('WAVE47', edition)}" for edition in (2, 3))
    for command in (PublishSummary(), WithdrawSummary(), PublishSummary()):
        site.sends("WAVE47", command)
    led = site.visitor().get(older)
    assert led.location == f"/s/{site.access_keys.summary_slug('WAVE47')}"
    assert site.visitor().get(led.location).status_code == 200
    assert site.visitor().get(never).status_code == 404
    site.sends("WAVE47", WithdrawSummary())
    assert site.visitor().get(older).status_code == 410


def test_attendees_who_ask_by_the_code_are_led_to_what_is_published(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", StartSession())
    visitor = site.visitor()

    def said() -> str:
        answer = visitor.get("/WAVE47/summary")
        assert answer.status_code == 403
        assert 'href="/WAVE47"' in answer.text
        return answer.text

    assert "It is made when the session has ended" in said()
    site.sends("WAVE47", CloseSession())
    assert "reads it first" in said()
    site.sends("WAVE47", PublishSummary())
    assert visitor.get("/wave47/summary", follow_redirects=True).status_code == 200
    assert (
        visitor.get("/WAVE47/summary").location == f"/s/{site.access_keys.summary_slug('WAVE47')}"
    )
    site.sends("WAVE47", WithdrawSummary())
    assert "This summary is no longer published" in said()


@pytest.mark.parametrize("slug", ["wave47", "wave47-", "wave47-nonsense", "-", "none22-x", "ö-ö"])
def test_a_guess_finds_nothing(site: Site, slug: str):
    close(site)
    site.sends("WAVE47", PublishSummary())
    assert site.visitor().get(f"/s/{slug}").status_code == 404


def test_the_public_page_offers_no_exports(site: Site):
    close(site)
    site.sends("WAVE47", PublishSummary())
    public = site.visitor().get(f"/s/{site.access_keys.summary_slug('WAVE47')}")
    assert b"export.json" not in public.data
    assert b"export.json" in site.owner().get("/WAVE47/summary").data


@pytest.mark.parametrize("format", ["md", "json", "csv"])
def test_exports_are_files_with_a_name(site: Site, format: str):
    close(site)
    answer = site.owner().get(f"/WAVE47/export.{format}")
    assert answer.status_code == 200
    wanted = f'attachment; filename="fishbowl-wave47.{format}"'
    assert answer.headers["Content-Disposition"] == wanted


def test_an_unknown_format_is_not_there(site: Site):
    close(site)
    assert site.owner().get("/WAVE47/export.exe").status_code == 404


def test_under_chatham_house_no_name_leaves_by_any_door(site: Site):
    close(site, attribution="chatham_house")
    site.sends("WAVE47", PublishSummary())
    owner = site.owner()
    paths = ["/WAVE47/summary", f"/s/{site.access_keys.summary_slug('WAVE47')}"]
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
def test_every_file_of_the_list_is_there(site: Site, address: str, name: str):
    close(site)
    answer = site.owner().get(f"/WAVE47/{address}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_an_unknown_table_is_not_there(site: Site):
    close(site)
    assert site.owner().get("/WAVE47/export.csv?table=secrets").status_code == 404


def test_every_address_on_the_page_leads_somewhere(site: Site):
    close(site)
    owner = site.owner()
    page = owner.get("/WAVE47/summary").get_data(as_text=True)
    addresses = re.findall(r'href="(/WAVE47/export[^"]*)"', page)
    assert len(addresses) >= 10
    assert {owner.get(address).status_code for address in addresses} == {200}


def test_chapters_are_refused_under_chatham_house_with_the_reason(site: Site):
    close(site, attribution="chatham_house")
    owner = site.owner()
    assert b"export.vtt" not in owner.get("/WAVE47/summary").data
    answer = owner.get("/WAVE47/export.vtt")
    assert answer.status_code == 403
    assert "Chatham House" in answer.get_data(as_text=True)


def test_the_one_file_fetches_nothing_and_runs_nothing(site: Site):
    close(site)
    page = site.owner().get("/WAVE47/export.html").get_data(as_text=True)
    assert "Amira" in page or "What makes people stay?" in page
    assert not re.search(r"<script|<link|src=|@import|/static/|export\.", page)


def test_where_everybody_chooses_no_door_names_who_did_not(site: Site):
    close(site, attribution="opt_in")
    owner = site.owner()
    for format in ("html", "md", "json", "csv", "vtt", "chapters", "ics"):
        assert b"Amira" not in owner.get(f"/WAVE47/export.{format}").data
