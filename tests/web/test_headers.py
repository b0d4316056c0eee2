"""Nothing runs or loads that is not ours, and pages hold to that."""

import re

import pytest

from tests.web.conftest import HOST, Site

PAGES = [
    "/", "/o", "/k", "/new", "/go?code=nobody", "/WAVE47", "/WAVE47/display", "/WAVE47/console",
    "/WAVE47/sheet", "/WAVE47/summary", "/WAVE47/nowhere",
]  # fmt: skip


NOBODY = "'none'"
FRAMED = {"/WAVE47/display": "'self'"}
"""The one page that may be shown in a frame, and only by pages of ours: the console does it."""


@pytest.mark.parametrize("signed_in", [True, False])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_strict_and_has_nothing_inline(site: Site, path: str, signed_in: bool):
    site.creates("WAVE47")
    answer = (site.owner() if signed_in else site.visitor()).get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert f"frame-ancestors {FRAMED.get(path, NOBODY)}" in policy
    assert "connect-src 'self' ws://192.168.1.20:8080 wss://192.168.1.20:8080;" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    page = answer.get_data(as_text=True)
    assert not re.search(r"<[^>]*\sstyle=", page)
    assert not re.search(r"<[^>]*\son[a-z]+=", page)
    assert "<style" not in page
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_only_the_console_frames_and_only_our_own_pages(site: Site):
    site.creates("WAVE47")
    policies = {path: site.owner().get(path).headers["Content-Security-Policy"] for path in PAGES}
    framing = [path for path, policy in policies.items() if "frame-src" in policy]
    assert framing == ["/WAVE47/console"]
    assert "frame-src 'self';" in policies["/WAVE47/console"]


def test_the_referrer_policy_lets_our_own_forms_say_where_they_come_from(site: Site):
    assert site.visitor().get("/").headers["Referrer-Policy"] == "same-origin"


def test_a_strange_host_does_not_get_into_the_policy(site: Site):
    answer = site.visitor().get("/healthz", headers={"Host": "evil.example; script-src *"})
    assert "evil" not in answer.headers.get("Content-Security-Policy", "")


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/WAVE47", "no-cache"), ("/WAVE47/display", "no-cache"), ("/WAVE47/join.svg", "no-cache"),
        ("/new", "no-cache"), ("/WAVE47/setup", "no-cache"), ("/healthz", "no-cache"),
        ("/", "no-store"), ("/open", "no-store"), ("/archive", "no-store"),
        ("/signed-in", "no-store"), ("/o", "no-store"), ("/archive/link", "no-store"),
        ("/WAVE47/console", "no-store"), ("/WAVE47/runner", "no-store"),
        ("/WAVE47/check", "no-store"), ("/WAVE47/sheet", "no-store"), ("/WAVE47/link", "no-store"),
        ("/WAVE47/links.json", "no-store"), ("/WAVE47/people.json", "no-store"),
        ("/WAVE47/recovery.json", "no-store"), ("/WAVE47/summary", "no-store"),
        ("/WAVE47/summary/edit", "no-store"), ("/WAVE47/replay", "no-store"),
        ("/WAVE47/export.html", "no-store"), ("/WAVE47/export.csv", "no-store"),
        ("/WAVE47/export.json", "no-store"), ("/TIDE48", "no-store"),
    ],
)  # fmt: skip
def test_what_names_people_is_kept_by_no_browser_and_shells_are_asked_about(
    site: Site, path: str, kept: str
):
    site.creates("WAVE47")
    assert site.owner().get(path).headers["Cache-Control"] == kept


@pytest.mark.parametrize("query", [b"x=\xff", b"lang=\xff", b"x=\xc3\xa9", b"like=\xff", b"\xff"])
@pytest.mark.parametrize(
    "path", ["/", "/wave47", "/WAVE47", "/WAVE47/console", "/WAVE47/people.json", "/new",
             "/archive", "/signed-in", "/go"],
)  # fmt: skip
def test_a_raw_byte_in_a_query_breaks_nothing(site: Site, path: str, query: bytes):
    site.creates("WAVE47")
    owner = site.owner()
    answer = owner.get(path, environ_overrides={"QUERY_STRING": query.decode("latin-1")})
    assert answer.status_code < 500
    if answer.status_code == 302:
        assert answer.headers["Location"].isascii()


def test_a_raw_byte_is_read_as_what_it_means(site: Site):
    answer = site.visitor().get("/go", environ_overrides={"QUERY_STRING": "code=caf\xc3\xa9"})
    assert "café" in answer.text


SECURE = ("Strict-Transport-Security", "Cross-Origin-Opener-Policy")


def test_plain_http_promises_no_https(site: Site):
    headers = site.visitor().get("/").headers
    assert [name for name in SECURE if name in headers] == []


@pytest.mark.parametrize(
    "path", ["/", "/WAVE47", "/healthz", "/nowhere/at/all", "/WAVE47/join.svg"]
)
def test_https_is_kept_and_windows_are_isolated(site: Site, path: str):
    site.creates("WAVE47")
    headers = site.visitor().get(path, base_url=f"https://{HOST}").headers
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_health(site: Site):
    assert site.visitor().get("/healthz").json == {
        "ok": True, "host": HOST, "ready": True, "last_write_ms": None, "restarts": 0, "hung": [],
    }  # fmt: skip
