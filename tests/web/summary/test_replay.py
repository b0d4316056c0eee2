"""Who may see a session played back, and put its summary right."""

import json

from fishbowl.domain.kernel.ids import ItemId
from fishbowl.domain.session.commands import (
    BeginTopic,
    CloseSession,
    HideFromSummary,
    IntroduceSummary,
    PublishSummary,
    StartSession,
    WithdrawSummary,
)
from tests.web.conftest import Site
from tests.web.summary.test_published import close


def test_who_runs_it_sees_the_replay_and_strangers_do_not(site: Site):
    close(site)
    owner, visitor = site.owner(), site.visitor()
    assert owner.get("/WAVE47/replay").status_code == 200
    tape = json.loads(owner.get("/WAVE47/replay.json").data)
    assert tape["frames"]
    assert tape["parts"]
    for path in ("/WAVE47/replay", "/WAVE47/replay.json", "/WAVE47/summary/edit"):
        assert visitor.get(path).status_code == 403


def test_readers_see_it_while_the_summary_is_published(site: Site):
    close(site)
    slug = site.access_keys.summary_slug("WAVE47")
    paths = (f"/s/{slug}/replay", f"/s/{slug}/replay.json")
    assert {site.visitor().get(path).status_code for path in paths} == {404}
    site.sends("WAVE47", PublishSummary())
    assert {site.visitor().get(path).status_code for path in paths} == {200}
    assert f'href="/s/{slug}/replay"' in site.visitor().get(f"/s/{slug}").get_data(as_text=True)
    assert site.visitor().get("/WAVE47/replay").location == paths[0]
    site.sends("WAVE47", WithdrawSummary())
    assert {site.visitor().get(path).status_code for path in paths} == {410}
    assert site.visitor().get(paths[1]).json == {"error": "summary_withdrawn"}


def test_under_chatham_house_it_is_refused_with_the_reason(site: Site):
    close(site, attribution="chatham_house")
    site.sends("WAVE47", PublishSummary())
    slug = site.access_keys.summary_slug("WAVE47")
    for path in ("/WAVE47/replay", f"/s/{slug}/replay"):
        for file in (path, f"{path}.json"):
            answer = site.owner().get(file)
            assert answer.status_code == 403
            assert "Chatham House" in answer.get_data(as_text=True)
    page = site.visitor().get(f"/s/{slug}").get_data(as_text=True)
    assert "replay" not in page


def test_before_the_start_there_is_nothing_to_play(site: Site):
    site.creates("WAVE47")
    page = site.owner().get("/WAVE47/replay")
    assert page.status_code == 200
    assert "Nothing to play back yet" in page.get_data(as_text=True)
    assert json.loads(site.owner().get("/WAVE47/replay.json").data)["frames"] == []


def test_the_tape_travels_packed(site: Site):
    close(site)
    owner = site.owner()
    packed = owner.get("/WAVE47/replay.json", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(owner.get("/WAVE47/replay.json").data)


def test_the_preview_is_what_is_published(site: Site):
    """But for what leads elsewhere, which goes through the reader's own door."""
    close(site)
    site.sends("WAVE47", IntroduceSummary(opening="In short, we stay."))
    slug = site.access_keys.summary_slug("WAVE47")
    preview = site.owner().get("/WAVE47/summary").get_data(as_text=True)
    site.sends("WAVE47", PublishSummary())
    published = site.visitor().get(f"/s/{slug}").get_data(as_text=True)

    def article(page: str) -> str:
        return page[page.index("<main>") : page.index("</main>")]

    assert "In short, we stay." in article(published)
    ours = article(preview).replace("/WAVE47/replay", f"/s/{slug}/replay")
    assert ours == article(published)


def test_only_who_puts_it_right_is_told_the_numbers_of_its_parts(site: Site):
    close(site)
    owner = site.owner()
    assert b"data-item" not in owner.get("/WAVE47/summary").data
    assert b'data-item="opening"' in owner.get("/WAVE47/summary/edit").data


def test_a_correction_is_in_the_very_next_replay(site: Site):
    site.creates("WAVE47")
    for command in (StartSession(), BeginTopic(title="Who holds the keys?"), CloseSession()):
        site.sends("WAVE47", command)
    owner = site.owner()
    assert b"Who holds the keys?" in owner.get("/WAVE47/replay.json").data
    session = site.service.session("WAVE47")
    assert session is not None
    site.sends("WAVE47", HideFromSummary(item=ItemId(min(session.topics))))
    assert b"Who holds the keys?" not in owner.get("/WAVE47/replay.json").data
