"""The link of the letter by which a member is asked."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.kernel.roles import Role
from tests.web.community.askers import ANSWER, WORDS, Three
from tests.web.community.circle import Browser, token_of
from tests.web.conftest import Site


@pytest.fixture
def three(site: Site) -> Three:
    return Three(site)


def test_a_letter_s_link_answers_once_without_signing_in(three: Three):
    ask = three.asks()
    token = token_of(three.site, "asked", "ask", three.jonas.owner)
    stranger = Browser(three.site, 9)
    told = stranger.posts("/t", token=token).json
    assert told == {"purpose": "ask", "heading": "Amira asks you", "text": WORDS}
    blank = stranger.posts("/t", token=token, do="answer", words=" ")
    assert (blank.status_code, blank.json) == (422, {"code": "words_needed"})
    assert not three.site.members.community.asks[ask].answers, "opening and blanks do nothing"
    done = stranger.posts("/t", token=token, do="answer", words=ANSWER, named=True)
    assert done.json == {"outcome": "answered"}
    again = stranger.posts("/t", token=token, do="answer", words="More.")
    assert (again.status_code, again.json) == (410, {"code": "token_over"})
    (given,) = three.site.members.community.asks[ask].answers.values()
    assert (given.words, given.named, given.keep) == (ANSWER, True, False)


def test_a_letter_s_link_passes_and_is_over_when_the_page_answered(three: Three):
    three.asks()
    token = token_of(three.site, "asked", "ask", three.jonas.owner)
    assert three.amira.posts("/t", token=token, do="pass").json == {"outcome": "ask_passed"}
    ask = three.asks("And who holds the key to the cellar?")
    token = token_of(three.site, "asked", "ask", three.jonas.owner)
    three.jonas.sends(f"/me/asks/{ask}", do="pass")
    assert three.amira.posts("/t", token=token).json == {"code": "token_over"}


def test_a_link_opens_nothing_when_the_question_is_over_or_switched_off(three: Three):
    ask = three.asks()
    token = token_of(three.site, "asked", "ask", three.jonas.owner)
    off = c.SwitchFeature(feature="ask", on=False)
    three.site.members.ask(off, role=Role.OWNER)
    assert three.amira.posts("/t", token=token).json == {"code": "token_over"}
    assert three.amira.client.get("/ask").status_code == 404
    page = three.amira.sees()
    assert WORDS not in page
    assert "/ask" not in page
    three.site.members.ask(c.SwitchFeature(feature="ask", on=True), role=Role.OWNER)
    three.amira.sends(f"/me/asks/{ask}", do="take_back")
    assert three.amira.posts("/t", token=token).json == {"code": "token_over"}
