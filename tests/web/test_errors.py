"""Errors say what happened, what is safe and what to do, in the shape that was asked for."""

import inspect
import re
from pathlib import Path

from fishbowl.web import errors
from tests.web.conftest import ORIGIN, Site

ROOT = Path(__file__).resolve().parents[2]


def test_a_locked_console_tells_the_way_in(site: Site):
    site.creates("WAVE47")
    answer = site.visitor().get("/WAVE47/console")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 403
    assert "This page is for the facilitator" in page
    assert 'href="/WAVE47"' in page


def test_scripts_get_a_code(site: Site):
    site.creates("WAVE47")
    assert site.visitor().get("/WAVE47/links.json").json == {"error": "facilitator_only"}
    assert site.visitor().get("/TIDE99/links.json").json == {"error": "session_unknown"}


def test_a_page_that_is_not_there(site: Site):
    site.creates("WAVE47")
    answer = site.visitor().get("/WAVE47/nowhere/at/all")
    assert answer.status_code == 404
    assert b"Page not found" in answer.data


def test_a_page_that_is_not_there_offers_to_type_a_code_and_tells_nothing_of_sessions(site: Site):
    site.creates("WAVE47")
    of_session, of_none = (
        site.visitor().get(f"/{code}/nowhere/at/all").text for code in ("WAVE47", "TIDE99")
    )
    assert 'name="code"' in of_session
    assert of_session == of_none


def test_every_error_page_has_a_heading_and_says_what_to_do(site: Site):
    source = (ROOT / "templates" / "error.html").read_text(encoding="utf-8")
    named = set(
        re.findall(r'return "(\w+)"|: "(\w+)"|else "(\w+)"', inspect.getsource(errors._name))
    )
    problems = {name for names in named for name in names if name} | {"broken", "bad_request"}
    problems -= {
        "session_unknown",
        "facilitator_only",
        "summary_not_public",
        "not_found",
    }  # own pages
    heads, texts = source.split("{% set texts")
    assert {problem for problem in problems if f'"{problem}": _(' not in heads} == set()
    assert {problem for problem in problems if f'"{problem}": _(' not in texts} == set()


def test_a_failure_is_a_page_and_hides_its_reason(site: Site):
    def breaks(code: str) -> None:
        raise RuntimeError("secret reason")

    site.service.session = breaks  # type: ignore[method-assign,assignment]
    site.app.testing = False
    answer = site.visitor().get("/WAVE47")
    assert answer.status_code == 500
    assert b"Every session is safe" in answer.data
    assert b"secret reason" not in answer.data


def test_too_much_is_refused(site: Site):
    form = {"question": "x" * 100_000}
    answer = site.owner().post("/new", data=form, headers={"Origin": ORIGIN})
    assert answer.status_code == 413
    assert b"Nothing was changed" in answer.data
