"""Nothing runs or loads that is not ours, and pages hold to that."""

import re

import pytest

from tests.web.conftest import House

PAGES = [
    "/", "/o", "/k", "/new", "/go?code=nobody", "/WAVE47", "/WAVE47/display", "/WAVE47/console",
    "/WAVE47/sheet", "/WAVE47/summary", "/WAVE47/nowhere",
]  # fmt: skip


NOBODY = "'none'"
FRAMED = {"/WAVE47/display": "'self'"}
"""The one page that may be shown in a frame, and only by pages of ours: the console does it."""


@pytest.mark.parametrize("signed_in", [True, False])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_strict_and_has_nothing_inline(house: House, path: str, signed_in: bool):
    house.session("WAVE47")
    answer = (house.owner() if signed_in else house.visitor()).get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert f"frame-ancestors {FRAMED.get(path, NOBODY)}" in policy
    assert "connect-src 'self' ws://192.168.1.20:8080 wss://192.168.1.20:8080;" in policy
    assert "unsafe" not in policy
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    page = answer.get_data(as_text=True)
    assert not re.search(r"<[^>]*\sstyle=", page)
    assert not re.search(r"<[^>]*\son[a-z]+=", page)
    assert "<style" not in page
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_only_the_console_frames_and_only_our_own_pages(house: House):
    house.session("WAVE47")
    policies = {path: house.owner().get(path).headers["Content-Security-Policy"] for path in PAGES}
    framing = [path for path, policy in policies.items() if "frame-src" in policy]
    assert framing == ["/WAVE47/console"]
    assert "frame-src 'self';" in policies["/WAVE47/console"]


def test_the_referrer_policy_lets_our_own_forms_say_where_they_come_from(house: House):
    assert house.visitor().get("/").headers["Referrer-Policy"] == "same-origin"


def test_a_strange_host_does_not_get_into_the_policy(house: House):
    answer = house.visitor().get("/healthz", headers={"Host": "evil.example; script-src *"})
    assert "evil" not in answer.headers.get("Content-Security-Policy", "")


def test_what_only_one_person_may_see_is_not_kept(house: House):
    house.session("WAVE47")
    owner = house.owner()
    for path in ("links.json", "people.json"):
        assert owner.get(f"/WAVE47/{path}").headers["Cache-Control"] == "no-store"


def test_health(house: House):
    assert house.visitor().get("/healthz").json == {"ok": True}
