"""A code is found however it was typed, and what is not there is said kindly."""

import pytest

from fishbowl.domain.session.commands import CloseSession
from tests.web.conftest import Site


@pytest.mark.parametrize("typed", ["wave47", "Wave%2047", "wave-47", "WAVE%2047%20", "wAvE-4-7"])
@pytest.mark.parametrize("path", ["", "/display", "/console", "/sheet", "/summary"])
def test_a_code_leads_to_its_one_form(site: Site, typed: str, path: str):
    site.creates("WAVE47")
    answer = site.owner().get(f"/{typed}{path}?from=poster")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/WAVE47{path}?from=poster"


def test_a_slash_at_the_end_does_not_lock_anybody_out(site: Site):
    site.creates("WAVE47")
    assert site.visitor().get("/WAVE47/").status_code == 200


@pytest.mark.parametrize("typed", ["wave 47", "WAVE-47", "wave47", " Wave 47 "])
def test_a_typed_code_brings_one_in(site: Site, typed: str):
    site.creates("WAVE47")
    answer = site.visitor().get("/go", query_string={"code": typed})
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/WAVE47"


def test_no_code_leads_back_to_the_door(site: Site):
    answer = site.visitor().get("/go?code=+-+")
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("path", ["/tide%2099", "/tide%2099/display", "/go?code=tide+99"])
def test_an_unknown_code_is_said_and_can_be_typed_again(site: Site, path: str):
    answer = site.visitor().get(path)
    assert answer.status_code == 404
    page = answer.get_data(as_text=True)
    assert "No session has this code" in page
    assert 'value="tide 99"' in page
    assert 'action="/go"' in page


def test_what_was_typed_is_shown_as_text(site: Site):
    page = site.visitor().get("/go?code=<script>alert(1)</script>").get_data(as_text=True)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_phone_page_stays_where_it_is_after_the_end(site: Site):
    site.creates("WAVE47")
    site.sends("WAVE47", CloseSession())
    assert site.visitor().get("/WAVE47").status_code == 200


def test_shells_name_the_session_and_what_to_do_without_a_script(site: Site):
    site.creates("WAVE47", question="What makes <people> stay?", attribution="chatham_house")
    page = site.visitor().get("/WAVE47").get_data(as_text=True)
    assert 'data-face="phone"' in page
    assert 'data-code="WAVE47"' in page
    assert "What makes &lt;people&gt; stay?" in page
    assert 'data-attribution="chatham_house"' in page
    assert "Raise your hand" in page
    assert "<b>WAVE 47</b>" in page
