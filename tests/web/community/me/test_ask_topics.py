"""What members may be asked about, what they say of their work, and what their data holds of it."""

import pytest

from fishbowl.domain.session import commands as s
from tests.web.community.askers import ANSWER, WORDS, Three, agrees
from tests.web.community.circle import DEVICE, comes
from tests.web.conftest import Site


@pytest.fixture
def three(site: Site) -> Three:
    return Three(site)


def test_topics_one_spoke_on_are_ticked_and_found(site: Site, three: Three):
    site.creates("WAVE47")
    person = comes(site, "WAVE47")
    site.sends("WAVE47", s.StartSession())
    site.sends("WAVE47", s.AddTopic(title="Handing over the keys of a choir"))
    topic = next(iter(site.service.session("WAVE47").topics))  # type: ignore[union-attr]
    site.sends("WAVE47", s.BeginTopic(topic=topic))
    site.sends("WAVE47", s.SeatPerson(person=person, chair=1))  # type: ignore[arg-type]
    site.clock.wait(60)
    site.sends("WAVE47", s.CloseSession())
    browser = three.amira
    assert browser.posts("/me/sessions/WAVE47", DEVICE).status_code == 204
    assert "Turn on “Answer a question”" in browser.sees()
    ticks = {"topic": ["Handing over the keys of a choir", "Not mine"]}
    assert browser.sends("/me/topics/WAVE47", **ticks).status_code == 422
    agrees(browser)
    assert browser.sends("/me/topics/WAVE47", **ticks).status_code == 303
    page = three.mei.sees("/ask?q=keys of a choir")
    assert "Spoke on" in page
    assert "<bdi>Amira</bdi>" in page
    assert browser.sends("/me/topics/FERN23", **ticks).status_code == 404
    assert browser.sends("/me/topics/WAVE47").status_code == 303
    assert "Spoke on" not in three.mei.sees("/ask?q=keys of a choir")


def test_facts_are_kept_for_their_author_alone(three: Three):
    good = {"years": "12", "organisation": "Harbour Library"}
    assert three.amira.sends("/me/facts", **good).status_code == 303
    page = three.amira.sees()
    assert "Harbour Library" in page
    assert 'value="12"' in page
    for other in (three.jonas, three.mei):
        for path in ("/me", "/ask", "/ask?q=Harbour Library"):
            page = other.sees(path)
            assert "Amira" not in page
            assert 'value="12"' not in page
    for wrong in ({"years": "71"}, {"years": "many"}, {"organisation": "x" * 81}):
        answer = three.amira.sends("/me/facts", **{**good, **wrong})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
    assert three.amira.sends("/me/facts", years="", organisation="").status_code == 303
    assert "Harbour Library" not in three.amira.sees()


def test_own_data_has_what_one_asked_and_answered(three: Three):
    ask = three.asks()
    three.jonas.sends(f"/me/asks/{ask}", do="answer", words=ANSWER)
    three.amira.sends("/me/facts", years="12", organisation="Harbour Library")
    told = three.amira.client.get("/me/data.json").json["asking"]
    assert (told["years"], told["organisation"]) == (12, "Harbour Library")
    assert [(one["words"], one["answers"]) for one in told["questions"]] == [(WORDS, [ANSWER])]
    data = three.jonas.client.get("/me/data.json").text
    assert ANSWER in data
    assert "Harbour Library" not in data
    assert "Amira" not in data
