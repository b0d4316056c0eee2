"""Errors say what happened, what is safe and what to do, in the shape that was asked for."""

from tests.web.conftest import ORIGIN, Site


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
