"""A community of five works without embarrassment: no page counts nothing."""

import re
from html import unescape

import pytest

from fishbowl.domain.community.ids import CONSENTS, MemberId
from fishbowl.domain.community.rules.checkins import Counts
from tests.web.community.conftest import Circle

OF_MEMBERS = (
    "/me",
    "/me/offers",
    "/ask",
    "/ask?q=beekeeping",
    "/ask/community",
    "/me/never",
    "/series",
    "/privacy",
)
OF_HOSTS = (
    "/community",
    "/community/members",
    "/community/settings",
    "/community/rounds",
    "/hosts/series",
)
NAMES = ("Amira", "Jonas", "Mei-Lin", "Kofi")


def said(page: str) -> str:
    """What a page says, without its tags, scripts and attributes."""
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", page.partition("<body")[2], flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


@pytest.fixture(params=["agrees to everything", "agreed to nothing"])
def five(request: pytest.FixtureRequest, circle: Circle) -> tuple[Circle, MemberId]:
    """Five members, one of them a host, who never held a session."""
    circle.is_a("association", title="Quay")
    consents = frozenset(CONSENTS) if "everything" in request.param else frozenset()
    members = [circle.joins(name, f"{name}@example.org", consents=consents) for name in NAMES]
    return circle, members[0]


def test_no_page_of_a_member_counts_nothing(five: tuple[Circle, MemberId]):
    circle, amira = five
    circle.hosts()
    browser = circle.browser(amira)
    for path in OF_MEMBERS:
        answer = browser.get(path)
        assert answer.status_code == 200, path
        words = said(answer.text)
        assert not re.search(r"(?<![\d.:/-])0 (?!%)", words), (path, words)
        assert not re.search(r"\bno (match|result)", words, re.I), path


def test_no_page_of_a_host_counts_nothing(five: tuple[Circle, MemberId]):
    circle, _amira = five
    _host, browser = circle.hosts()
    for path in OF_HOSTS:
        answer = browser.get(path)
        assert answer.status_code == 200, path
        words = said(answer.text)
        assert not re.search(r"(?<![\d.:/-])0 (?!%)", words), (path, words)


def test_where_nobody_was_helped_the_page_does_not_say_so(circle: Circle):
    counts = Counts(helped=0, tried=3, did_not_help=2)
    with circle.site.app.test_request_context("/me"):
        template = circle.site.app.jinja_env.get_template("community/me_meeting.html")
        page = str(template.module.own_people([], [], counts))  # type: ignore[attr-defined]
    words = said(f"<body>{page}")
    assert "Here 5 people tried what they took from a meeting." in words
    assert "helped" not in words
