"""The card of a session that is over: who may open it, and what stands on it."""

from pathlib import Path
from typing import Any

import pytest

from fishbowl.access.rate_limit import RateLimit
from fishbowl.domain.community import commands as c
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as s
from fishbowl.domain.session.ids import TurnId
from fishbowl.web.community import card
from tests.web.community.circle import DEVICE, Browser, comes
from tests.web.conftest import Site
from tests.web.test_valid_html import validated

CODE = "WAVE47"
OTHERS = ("Ben", "Cem", "Dia", "Eve")


def device_of(name: str) -> str:
    return f"device-of-{name.lower()}-00001"


def talks(site: Site, **settings: object) -> None:
    """Everybody sits and speaks for half a minute, one after the other; at the end they write."""
    site.creates(CODE, chair_count=6, **settings)
    people = [comes(site, CODE)]
    people += [comes(site, CODE, name, device_of(name)) for name in OTHERS]
    site.sends(CODE, s.StartSession())
    for chair, person in enumerate(people, start=1):
        site.sends(CODE, s.SeatPerson(person=person, chair=chair))  # type: ignore[arg-type]
    for person in people:
        session = site.service.session(CODE)
        assert session is not None
        turn = session.current_turn[person]  # type: ignore[index]
        site.sends(CODE, s.GiveFloor(turn=TurnId(turn)))
        site.clock.wait(30)
    site.sends(CODE, s.CloseSession())
    for device, words in ((DEVICE, "Two people hold every key."), (device_of("Ben"), "Bens own")):
        taken = s.KeepTakeaway(kind="take", words=words)
        site.sends(CODE, taken, Role.ATTENDEE, device)
    promise = s.KeepTakeaway(kind="will", words="Review three of them", due="2026-12-18")
    site.sends(CODE, promise, Role.ATTENDEE, DEVICE)


def of_phone(site: Site, device: str = DEVICE, code: str = CODE) -> Any:
    return site.visitor().get(f"/{code}/card/own", headers={"X-Fishbowl-Device": device})


@pytest.fixture
def amira(site: Site) -> Browser:
    """A member who linked the session."""
    talks(site)
    browser = Browser(site)
    browser.joins("Amira")
    assert browser.posts(f"/me/sessions/{CODE}", DEVICE).status_code == 204
    return browser


def test_a_member_finds_their_own_part_and_nothing_of_others(amira: Browser):
    assert f'href="/me/card/{CODE}"' in amira.sees()
    page = amira.sees(f"/me/card/{CODE}")
    assert "You sat in the bowl once" in page
    assert "Two people hold every key." in page
    assert "Review three of them" in page
    assert "Bens own" not in page
    assert "Straight after you spoke" in page
    assert "Ben" in page
    for other in ("Cem", "Dia", "Eve"):
        assert other not in page, "they spoke after others"


def test_only_a_member_who_linked_the_session_opens_it_there(site: Site, amira: Browser):
    stranger = Browser(site, 2)
    assert stranger.client.get(f"/me/card/{CODE}").status_code == 302
    stranger.joins("Ben")
    assert stranger.client.get(f"/me/card/{CODE}").status_code == 404
    amira.sends(f"/me/sessions/{CODE}", do="unlink")
    assert amira.client.get(f"/me/card/{CODE}").status_code == 404


def test_a_phone_that_was_there_gets_its_own_card_and_another_one_none(site: Site):
    talks(site)
    page = of_phone(site)
    assert page.status_code == 200
    assert "Two people hold every key." in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert "Bens own" in of_phone(site, device_of("Ben")).text
    assert of_phone(site, "device-of-a-stranger").status_code == 404
    assert site.visitor().get(f"/{CODE}/card/own").status_code == 400
    assert 'break card"' in site.visitor().get(f"/{CODE}").text


def test_there_is_no_card_before_the_end(site: Site):
    site.creates(CODE)
    comes(site, CODE)
    site.sends(CODE, s.StartSession())
    assert of_phone(site).status_code == 409
    browser = Browser(site)
    browser.joins("Amira")
    browser.posts(f"/me/sessions/{CODE}", DEVICE)
    assert browser.client.get(f"/me/card/{CODE}").status_code == 404
    assert "/me/card/" not in browser.sees()


def test_who_is_forgotten_has_no_card_and_stands_on_no_other(site: Site, amira: Browser):
    session = site.service.session(CODE)
    assert session is not None
    ben, own = (
        session.person_of_key[site.access_keys.person_key(CODE, device)]
        for device in (device_of("Ben"), DEVICE)
    )
    site.sends(CODE, s.ForgetPerson(person=ben))
    page = amira.sees(f"/me/card/{CODE}")
    assert "Ben" not in page
    assert "Guest" in page
    site.sends(CODE, s.ForgetPerson(person=own))
    assert amira.client.get(f"/me/card/{CODE}").status_code == 404
    assert of_phone(site).status_code == 404


def test_the_figure_stands_there_only_if_the_facilitator_turned_it_on(site: Site, amira: Browser):
    assert "web-flow" not in amira.sees(f"/me/card/{CODE}")
    site.sends(CODE, s.ShowWeb(on=True))
    page = amira.sees(f"/me/card/{CODE}")
    assert page.count("web-from-me") == 1
    assert page.count("web-to-me") == 0, "nobody spoke before"


def test_card_and_summary_are_valid_with_the_figure(site: Site, amira: Browser, tmp_path: Path):
    site.sends(CODE, s.ShowWeb(on=True))
    pages = {
        "card.html": amira.sees(f"/me/card/{CODE}"),
        "summary.html": site.owner().get(f"/{CODE}/summary").text,
    }
    for name, page in pages.items():
        assert "web-flow" in page
        (tmp_path / name).write_text(page, encoding="utf-8")
    assert validated([tmp_path / name for name in pages]) == ""


def test_under_chatham_house_a_card_names_nobody_and_makes_no_picture(site: Site):
    talks(site, attribution="chatham_house")
    page = of_phone(site).text
    assert "Two people hold every key." in page
    assert "data-card-save" not in page
    for other in OTHERS:
        assert other not in page


def test_with_an_employer_a_card_has_no_figures(site: Site, amira: Browser):
    about = c.DescribeCommunity(kind="employer", title="Kystdata")
    site.members.ask(about, role=Role.OWNER)
    for page in (amira.sees(f"/me/card/{CODE}"), of_phone(site).text):
        assert "turn in the bowl" not in page
        assert "You sat in the bowl" not in page
        assert "Straight after you spoke" not in page
        assert "Two people hold every key." in page


def test_hosts_switch_cards_off(site: Site, amira: Browser):
    site.members.ask(c.SwitchFeature(feature="card", on=False), role=Role.OWNER)
    assert "/me/card/" not in amira.sees()
    assert amira.client.get(f"/me/card/{CODE}").status_code == 404
    assert of_phone(site).status_code == 404
    assert site.visitor().get(f"/{CODE}/card").status_code == 404
    assert 'card"' not in site.visitor().get(f"/{CODE}").text


def test_a_phone_that_asks_again_and_again_is_slowed_down(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    talks(site)
    monkeypatch.setattr(card, "_asked", RateLimit(1, 60))
    assert [of_phone(site).status_code for _ in range(2)] == [200, 429]
