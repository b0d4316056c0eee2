"""Planning anew, making another one like it, and hours: what the page does with them."""

import re
from datetime import UTC, datetime
from typing import Any

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.state import Session
from tests.web.conftest import ORIGIN, Site

DAY_MS = 24 * 60 * 60_000


def fields(page: str) -> dict[str, str]:
    """What a browser would send if nobody touched the page."""
    inputs = re.findall(r"<input ([^>]*)>", page)
    sent: dict[str, str] = {}
    for found in inputs:
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', found))
        is_choice = attributes.get("type") in ("radio", "checkbox")
        if "name" in attributes and (not is_choice or re.search(r"\bchecked\b", found)):
            sent[attributes["name"]] = attributes.get("value", "")
    for name, text in re.findall(r'<textarea [^>]*name="(\w+)"[^>]*>([^<]*)<', page):
        sent[name] = text
    for name, choices in re.findall(r'<select [^>]*name="(\w+)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'value="([^"]*)" selected', choices)
        sent[name] = chosen.group(1) if chosen else ""
    sent.pop("usual", None)  # as a script does it
    return sent


def session(site: Site, code: str = "WAVE47") -> Session:
    found = site.service.session(code)
    assert found is not None
    return found


def post(site: Site, path: str, sent: dict[str, str], **changes: str) -> Any:
    return site.owner().post(path, data={**sent, **changes}, headers={"Origin": ORIGIN})


def page_of(site: Site, path: str) -> str:
    answer = site.owner().get(path)
    assert answer.status_code == 200
    return str(answer.get_data(as_text=True))


def test_everything_is_changed_on_the_page_that_made_it(site: Site):
    site.creates(format="open", topics=("Pay",))
    sent = fields(page_of(site, "/WAVE47/setup"))
    assert sent["topics"] == "Pay"
    answer = post(
        site, "/WAVE47/setup", sent,
        question="Why do they go?", event="Day", format="sandwich", chairs="6", minutes="60",
        seat_minutes="4", attribution="chatham_house", topics="Trust\nTime",
        starts="2030-05-01T09:00", opens="2030-05-01T08:30", closes="2030-05-01T10:00",
        term="date", keep="2030-06-01", zone="Europe/Berlin",
    )  # fmt: skip
    assert answer.status_code == 303
    planned = session(site)
    settings = planned.settings
    assert settings.question == "Why do they go?"
    assert settings.format == "sandwich"
    assert settings.attribution == "chatham_house"
    assert planned.bowl.count == 6
    assert planned.clock.planned_ms == 60 * 60_000
    assert sorted(t.title for t in planned.topics.values() if t.state == "up") == ["Time", "Trust"]
    assert settings.starts_at_ms == datetime(2030, 5, 1, 7, tzinfo=UTC).timestamp() * 1000
    assert settings.keep_until_ms == datetime(2030, 5, 31, 22, tzinfo=UTC).timestamp() * 1000


def test_the_language_of_the_talk_is_kept_and_another_one_like_it_has_it_too(site: Site):
    site.creates()
    sent = fields(page_of(site, "/WAVE47/setup"))
    assert sent["language"] == ""
    assert post(site, "/WAVE47/setup", sent, language="ja").status_code == 303
    assert session(site).settings.language == "ja"
    assert fields(page_of(site, "/WAVE47/setup"))["language"] == "ja"
    assert fields(page_of(site, "/new?like=WAVE47"))["language"] == "ja"


def test_a_language_that_nobody_offered_is_left_to_the_archive(site: Site):
    site.creates()
    sent = fields(page_of(site, "/WAVE47/setup"))
    post(site, "/WAVE47/setup", sent, question="Why?", language="<b>")
    assert session(site).settings.language == ""


def test_the_page_sent_untouched_changes_nothing(site: Site):
    series = site.filing.find_or_begin("Stewardship Day")
    site.creates(format="closed", minutes=47, topics=("Pay",), series=series, occasion="+2")
    sent = fields(page_of(site, "/WAVE47/setup"))
    before = session(site)
    assert post(site, "/WAVE47/setup", sent).status_code == 303
    assert session(site) == before


def test_parts_that_were_edited_on_the_console_are_kept_with_their_words(site: Site):
    site.creates(format="sandwich")
    phases = session(site).run.phases
    own = (c.Phase(kind="gather", planned_ms=90_000, title="Coffee"), *phases[2:])
    site.sends("WAVE47", c.EditRun(index=0, phases=own))
    page = page_of(site, "/WAVE47/setup")
    assert "Coffee" in page
    post(site, "/WAVE47/setup", fields(page), **{"part-sandwich-1": "40"})
    run = session(site).run.phases
    assert run[0] == own[0]
    assert run[1].planned_ms == 40 * 60_000
    assert len(run) == len(own)


def test_the_wifi_is_on_the_page_and_in_another_one_like_it(site: Site):
    site.creates()
    sent = fields(page_of(site, "/WAVE47/setup"))
    room = {"wifi_network": " Hall  2", "wifi_password": "a;  b&c sesame", "wifi_hidden": "yes"}
    assert post(site, "/WAVE47/setup", sent, **room).status_code == 303
    wifi = session(site).wifi
    assert (wifi.network, wifi.password, wifi.hidden) == (" Hall  2", "a;  b&c sesame", True)
    for path in ("/WAVE47/setup", "/new?like=WAVE47"):
        page = page_of(site, path)
        assert 'value=" Hall  2"' in page
        assert 'value="a;  b&amp;c sesame"' in page


def test_a_password_that_no_wifi_has_is_said_beside_its_field_and_nothing_changes(site: Site):
    site.creates()
    sent = fields(page_of(site, "/WAVE47/setup"))
    for password in ("short", "x" * 64):
        answer = post(
            site, "/WAVE47/setup", sent, wifi_network="Hall", wifi_password=password, question="?"
        )
        assert answer.status_code == 422
        assert 'id="wifi_password-problem"' in answer.get_data(as_text=True)
    assert session(site).wifi.network == ""
    assert session(site).settings.question == "What makes people stay?"


def test_the_promise_about_names_stays_once_somebody_has_come_in(site: Site):
    site.creates()
    site.sends("WAVE47", c.JoinSession(name="Amira"), Role.ATTENDEE, "amiras-phone-of-today")
    page = page_of(site, "/WAVE47/setup")
    assert "Somebody has already joined under this rule" in page
    answer = post(site, "/WAVE47/setup", fields(page), attribution="chatham_house")
    assert answer.status_code == 422
    assert 'id="attribution-problem"' in answer.get_data(as_text=True)
    assert session(site).settings.attribution == "named"


def test_once_it_has_begun_the_page_leads_to_the_console(site: Site):
    site.creates()
    sent = fields(page_of(site, "/WAVE47/setup"))
    site.sends("WAVE47", c.StartSession())
    assert "The session has begun" in page_of(site, "/WAVE47/setup")
    answer = post(site, "/WAVE47/setup", sent, question="Why?")
    assert answer.status_code == 409
    assert session(site).settings.question == "What makes people stay?"


def test_only_who_has_the_facilitators_key_plans_anew(site: Site):
    site.creates()
    assert site.visitor().get("/WAVE47/setup").status_code == 403
    assert site.facilitator("WAVE47").get("/WAVE47/setup").status_code == 200


def test_hours_that_cannot_be_are_told_beside_their_field(site: Site):
    site.creates()
    sent = fields(page_of(site, "/WAVE47/setup"))
    for changes, field in (
        ({"opens": "2030-05-01T10:00", "closes": "2030-05-01T09:00"}, "closes"),
        ({"closes": "2001-05-01T09:00"}, "closes"),
        ({"term": "date", "keep": "2001-05-01"}, "keep"),
        ({"term": "date", "keep": ""}, "keep"),
        ({"starts": "tomorrow"}, "starts"),
        ({"starts": "0001-01-01T00:00"}, "starts"),
        ({"topics": "\n".join("x" * n for n in range(1, 30))}, "topics"),
    ):
        answer = post(site, "/WAVE47/setup", sent, **changes)
        assert answer.status_code == 422
        assert f'id="{field}-problem"' in answer.get_data(as_text=True)
    assert session(site).settings.closes_at_ms == 0


def test_an_unknown_time_zone_is_the_servers_own(site: Site):
    site.creates()
    sent = fields(page_of(site, "/WAVE47/setup"))
    for zone in ("Nowhere/Else", "../../etc/passwd", "x" * 500, ""):
        answer = post(site, "/WAVE47/setup", sent, starts="2030-05-01T09:00", zone=zone)
        assert answer.status_code == 303
        assert session(site).settings.starts_at_ms == datetime(2030, 5, 1, 9).timestamp() * 1000


def test_another_one_like_it_has_everything_but_its_people_and_its_hours(site: Site):
    now_ms = site.clock.now_ms()
    site.creates(
        format="sandwich", topics=("Pay",), keep_until_ms=now_ms + 30 * DAY_MS,
        starts_at_ms=now_ms + DAY_MS, attribution="chatham_house", last_minutes=3,
    )  # fmt: skip
    phases = session(site).run.phases
    own = (c.Phase(kind="gather", planned_ms=180_000, title="Coffee"), *phases[2:])
    site.sends("WAVE47", c.EditRun(index=0, phases=own))
    site.sends("WAVE47", c.ChangeRules(order="lottery", patience=7))
    site.sends("WAVE47", c.SetChairKind(chair=3, kind="guest"))
    site.sends("WAVE47", c.JoinSession(name="Amira"), Role.ATTENDEE, "amiras-phone-of-today")
    site.sends("WAVE47", c.StartSession())
    site.sends("WAVE47", c.ChangeSettings(question="What makes people go?"))
    site.sends("WAVE47", c.SetPhaseMinutes(index=1, minutes=99))
    site.sends("WAVE47", c.ChangeRules(order="arrival"))
    site.sends("WAVE47", c.CloseSession())
    page = page_of(site, "/new?like=wave+47")
    assert len(site.service.sessions()) == 1
    answer = post(site, "/new", fields(page))
    code = answer.headers["Location"].split("/")[1]
    copy = session(site, code)
    assert copy.settings.question == "What makes people go?"
    assert copy.settings.event == "Stewardship Day"
    assert copy.run.phases == own
    assert copy.rules.order == "lottery"
    assert copy.rules.patience == 7
    assert copy.chairs[3].kind == "guest"
    assert copy.settings.attribution == "chatham_house"
    assert copy.settings.last_ms == 180_000
    assert copy.settings.starts_at_ms == 0
    days = (copy.settings.keep_until_ms - now_ms) / DAY_MS
    assert 27.9 < days < 30.1
    assert [topic.title for topic in copy.topics.values()] == ["Pay"]
    assert not copy.people


def test_another_format_brings_its_own_rules(site: Site):
    site.creates(format="sandwich")
    site.sends("WAVE47", c.ChangeRules(order="lottery"))
    sent = fields(page_of(site, "/new?like=WAVE47"))
    answer = post(site, "/new", sent, format="lunch")
    copy = session(site, answer.headers["Location"].split("/")[1])
    assert copy.rules.order == "fresh_voices"


def test_like_nothing_is_not_found(site: Site):
    assert site.owner().get("/new?like=TIDE99").status_code == 404
    assert site.visitor().get("/new?like=WAVE47").status_code == 403
