"""The demo is a recorded session that anybody can play; every page that offers it leads there."""

import re

import pytest

from fishbowl.domain.session.evolve import fold
from fishbowl.web.demo.recording import recorded_entries, recorded_question
from tests.web.conftest import Site

SMALL_BYTES = 60_000
"""What travels to the browser, packed."""


@pytest.mark.parametrize("path", ["/", "/open", "/archive"])
def test_a_page_that_has_nothing_to_list_leads_to_a_demo(site: Site, path: str):
    page = site.owner().get(path).text
    ways = re.search(r'<p class="empty-ways">(.*?)</p>', page, re.S)
    assert ways is not None
    assert "empty-picture" in page
    (demo,) = [href for href in re.findall(r'href="([^"]+)"', ways[1]) if href != "/new"]
    shown = site.visitor().get(demo)
    assert shown.status_code == 200
    assert recorded_question() in shown.text
    (tape,) = re.findall(r'data-tape="([^"]+)"', shown.text)
    answer = site.visitor().get(tape, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert len(answer.data) < SMALL_BYTES


def test_the_demo_has_everything_that_a_replay_shows(site: Site):
    tape = site.visitor().get("/demo.json").get_json()
    bowls = [tape["parts"][f["slices"]["bowl"]] for f in tape["frames"] if "bowl" in f["slices"]]
    speaking = {
        chair["person"]["name"]
        for bowl in bowls
        for chair in bowl["chairs"]
        if chair["state"] == "speaking"
    }
    assert len(speaking) >= 6
    assert len(tape["chapters"]) >= 2
    assert len(tape["notes"]) >= 2


def test_the_recording_is_a_whole_session_of_this_program():
    session = fold(recorded_entries())
    assert session is not None
    assert session.settings.question == recorded_question()
    assert session.clock.closed_at_ms is not None
    assert session.settings.attribution == "named"
