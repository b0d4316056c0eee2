"""The owner says which series the events of earlier sessions belong to."""

import re
from html import unescape
from typing import Any

from tests.web.conftest import ORIGIN, Site


def page(site: Site) -> str:
    return site.owner().get("/event-names").text


def marks(site: Site) -> dict[str, str]:
    """The mark of every name on the page."""
    found = re.findall(r'id="event-(\w+)"><bdi>([^<]*)', page(site))
    return {unescape(name): mark for mark, name in found}


def decides(site: Site, **names: str) -> Any:
    """Send the form: a series for each name, or empty text to leave it alone."""
    known = marks(site)
    form: dict[str, Any] = {"mark": [known[name] for name in names], "zone": "Europe/Lisbon"}
    for name, series in names.items():
        form[f"name-{known[name]}"] = series
        form |= {} if series else {f"leave-{known[name]}": "yes"}
    return site.owner().post("/event-names", data=form, headers={"Origin": ORIGIN})


def series_of(site: Site, code: str) -> str:
    session = site.service.session(code)
    assert session is not None
    return session.settings.series


def test_each_name_is_proposed_once_with_its_spellings(site: Site):
    site.creates("WAVE47", event="Lunch & learn")
    site.creates("MOSS22", event="lunch & learn")
    site.creates("REED33", event="Forum")
    assert set(marks(site)) == {"lunch & learn", "Forum"}
    assert "Also written: <bdi>Lunch &amp; learn</bdi>" in page(site)
    assert "2 events of earlier sessions are in no series yet." in site.owner().get("/").text


def test_names_with_the_same_series_are_merged_and_the_page_is_empty_then(site: Site):
    site.creates("WAVE47", event="Lunch")
    site.creates("MOSS22", event="Lunchtime")
    answer = decides(site, Lunch="Lunch", Lunchtime="lunch")
    assert "2 sessions filed in 1 series." in answer.text
    assert "Every event is a series." in answer.text
    (series,) = site.series.all()
    assert series_of(site, "WAVE47") == series_of(site, "MOSS22") == series.id
    assert series.about.time_zone == "Europe/Lisbon"
    assert "in no series yet" not in site.owner().get("/").text
    assert "Filed 2 sessions under series" in site.owner().get("/audit").text


def test_a_name_that_is_left_alone_stays_without_a_series_and_can_get_one_later(site: Site):
    site.creates("WAVE47", event="HomeLink")
    assert "1 left alone" in decides(site, HomeLink="").text
    assert series_of(site, "WAVE47") == ""
    assert "in no series yet" not in site.owner().get("/").text
    assert f'name="leave-{marks(site)["HomeLink"]}" value="yes" checked' in page(site)
    assert "1 session filed in 1 series." in decides(site, HomeLink="HomeLink").text


def test_a_series_that_is_there_is_proposed_in_its_own_words(site: Site):
    site.filing.find_or_begin("LUNCH")
    site.creates("WAVE47", event="lunch")
    assert 'value="LUNCH" maxlength' in page(site)
    assert "This series is there already." in page(site)


def test_a_series_without_a_name_is_asked_for_and_nothing_is_changed(site: Site):
    site.creates("WAVE47", event="Lunch")
    site.creates("MOSS22", event="Forum")
    answer = decides(site, Lunch="Lunch", Forum=" \u200b ")
    assert answer.status_code == 422
    assert "Enter a name, or leave it alone." in answer.text
    assert list(site.series.all()) == []


def test_what_is_no_name_of_this_page_changes_nothing(site: Site):
    site.creates("WAVE47", event="Lunch")
    form = {"mark": ["0" * 16, "<b>"], "name-<b>": "Lunch"}
    answer = site.owner().post("/event-names", data=form, headers={"Origin": ORIGIN})
    assert answer.status_code == 200
    assert series_of(site, "WAVE47") == ""
