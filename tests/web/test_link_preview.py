"""A chat that is sent the link of a published summary can show what it is about."""

import re
from html import unescape

from fishbowl.domain.session.commands import PublishSummary, WithdrawSummary
from tests.web.conftest import HOST, Site
from tests.web.summary.test_published import close

PROPERTY = re.compile(r'<meta property="og:(\w+)" content="([^"]*)">')


def preview(page: str) -> dict[str, str]:
    return {name: unescape(content) for name, content in PROPERTY.findall(page)}


def test_a_published_summary_says_question_day_and_address(site: Site):
    close(site)
    site.sends("WAVE47", PublishSummary())
    link = f"/s/{site.access_keys.summary_slug('WAVE47')}"
    told = preview(site.visitor().get(link).text)
    assert told["title"] == "What makes people stay?"
    assert told["type"] == "article"
    assert told["url"] == f"http://{HOST}{link}"
    assert told["description"].startswith("Stewardship Day · ")
    assert "Amira" not in told["description"]


def test_nothing_is_told_before_it_is_published_or_after(site: Site):
    close(site)
    assert preview(site.owner().get("/WAVE47/summary").text) == {}
    assert preview(site.owner().get("/WAVE47/export.html").text) == {}
    site.sends("WAVE47", PublishSummary())
    site.sends("WAVE47", WithdrawSummary())
    gone = site.visitor().get(f"/s/{site.access_keys.summary_slug('WAVE47')}")
    assert preview(gone.text) == {}


def test_a_question_cannot_break_out_of_the_tags(site: Site):
    close(site, question='"><script>alert(1)</script>')
    site.sends("WAVE47", PublishSummary())
    page = site.visitor().get(f"/s/{site.access_keys.summary_slug('WAVE47')}").text
    assert "<script>alert" not in page
    assert preview(page)["title"] == '"><script>alert(1)</script>'
