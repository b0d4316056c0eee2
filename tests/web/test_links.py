"""No page offers a way that leads nowhere."""

import re
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from flask.testing import FlaskClient

from fishbowl.domain.session.commands import AddNote, CloseSession, PublishSummary, StartSession
from tests.web.conftest import Site

PAGES_MAX = 300
DEAD = 400


def followed(browser: FlaskClient, start: str) -> dict[str, int]:
    """Follow every link of our own from a page on; each address with its answer."""
    seen: dict[str, int] = {}
    waiting = [start]
    while waiting and len(seen) < PAGES_MAX:
        path = waiting.pop()
        if path in seen:
            continue
        answer = browser.get(path, follow_redirects=True)
        seen[path] = answer.status_code
        if answer.mimetype != "text/html" or answer.status_code >= DEAD:
            continue
        for href in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', answer.text):
            there = urldefrag(urljoin(path, unescape(href))).url
            if not urlsplit(there).netloc and not re.search(r"[?&](lang|theme)=", there):
                waiting.append(there)
    return seen


def dead(found: dict[str, int]) -> list[str]:
    return [path for path, status in found.items() if status >= DEAD]


def test_every_link_of_the_owner_leads_somewhere(site: Site):
    empty = followed(site.owner(), "/")
    assert {"/new", "/demo", "/open", "/archive", "/signed-in"} <= empty.keys()
    assert dead(empty) == []
    for code in ("WAVE47", "REEF22", "TIDE48"):
        site.creates(code)
    for code in ("REEF22", "TIDE48"):
        site.sends(code, StartSession())
        site.sends(code, AddNote(kind="action", words="Call them", due="2020-05-02"))
    for command in (CloseSession(), PublishSummary()):
        site.sends("TIDE48", command)
    found = followed(site.owner(), "/")
    assert len(found) > 30
    assert len(found) < PAGES_MAX
    assert dead(found) == []


@pytest.mark.parametrize(
    "path", ["/", "/WAVE47", "/WAVE47/display", "/WAVE47/console", "/WAVE47/summary", "/privacy",
             "/demo", "/TIDE99", "/archive", "/new"],
)  # fmt: skip
def test_every_link_of_a_visitor_leads_somewhere(site: Site, path: str):
    site.creates("WAVE47")
    found = followed(site.visitor(), path)
    del found[path]  # the page itself may be a refusal
    assert dead(found) == []
