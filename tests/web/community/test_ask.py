"""Asking the community: what a question finds, whom it goes to, and what comes back."""

import re

import pytest

from fishbowl.access.sign_ins import READER
from fishbowl.archive.indexing import index_session
from fishbowl.domain.community import commands as c
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as s
from tests.web.community.askers import ANSWER, WORDS, Three, offers
from tests.web.community.circle import Browser, letters
from tests.web.conftest import Site


@pytest.fixture
def three(site: Site) -> Three:
    return Three(site)


def past(site: Site) -> None:
    """A session that has ended, and can be found."""
    site.creates("WAVE47")
    site.sends("WAVE47", s.StartSession())
    site.sends("WAVE47", s.AddNote(kind="insight", words="Two people hold every key"))
    site.sends("WAVE47", s.CloseSession())
    assert index_session(site.store, "WAVE47")


def test_only_members_ask(site: Site):
    for path in ("/ask", "/ask?q=keys", "/ask/community"):
        assert site.visitor().get(path).status_code == 403
    assert site.owner().get("/ask").status_code == 403


def test_without_a_question_the_page_says_what_it_finds(three: Three):
    page = three.amira.sees("/ask")
    assert "What are you stuck on?" in page
    assert "Jonas" not in page


def test_a_question_finds_who_offers_it_and_names_them_only_where_they_did(three: Three):
    page = three.amira.sees("/ask?q=handing over keys")
    assert "Who may be asked" in page
    assert "<bdi>Jonas</bdi>" in page
    assert "Weber" not in page
    assert "Ask them" in page
    offers(three.site, three.mei.member.id, "Handing over keys of a club house")
    page = three.amira.sees("/ask?q=handing over keys")
    assert "Somebody" in page
    assert "Mei" not in page
    assert "Ask these 2" in page


def test_an_offer_that_is_not_shared_finds_nobody(three: Three):
    offers(three.site, three.mei.member.id, "Tuning a harpsichord", is_shared=False)
    page = three.amira.sees("/ask?q=harpsichord")
    assert "Nobody has said it here yet. Ask." in page
    assert "Tuning" not in page
    assert "Send the question" in page


def test_a_question_finds_published_sessions(site: Site, three: Three):
    past(site)
    assert "Where it was talked about" not in three.amira.sees("/ask?q=every key")
    site.sends("WAVE47", s.PublishSummary())
    assert index_session(site.store, "WAVE47")
    page = three.amira.sees("/ask?q=every key")
    assert "Where it was talked about" in page
    assert "What makes people stay?" in page


def test_the_archive_leads_a_member_on_to_people(three: Three):
    reader = three.site.signed_in(READER)
    assert "/ask?q=" not in reader.get("/archive?q=keys").text
    token = three.site.sign_ins.enter({}, READER, "", 1)
    name = three.site.sign_ins.cookie(READER)
    three.amira.client.set_cookie(name, token, domain="192.168.1.20")
    past(three.site)
    three.site.sends("WAVE47", s.PublishSummary())
    assert index_session(three.site.store, "WAVE47")
    assert "/ask?q=keys" in three.amira.sees("/archive?q=keys")
    assert "/ask?q=" not in three.amira.sees("/archive")


def test_a_question_goes_to_the_nearest_by_page_and_by_mail(three: Three):
    ask = three.asks()
    state = three.site.members.community.asks[ask]
    assert state.asked == (three.jonas.member.id,)
    page = three.jonas.sees()
    assert 'id="asked"' in page
    assert WORDS in page
    assert "<bdi>Amira</bdi>" in page
    assert "Benali" not in page
    assert "asked" in [one.letter for one in letters(three.site, three.jonas.owner)]
    assert WORDS not in three.mei.sees()
    for browser, is_asked in ((three.jonas, True), (three.mei, False)):
        assert browser.client.get("/me/asked.json").get_json() == {"asked": is_asked}
    own = three.amira.sees()
    assert WORDS in own
    assert "It went to one member" in own
    assert "Jonas" not in own


def test_a_question_that_nobody_is_near_goes_to_who_agreed(three: Three):
    page = three.amira.sees("/ask?q=Tigrinya house rules")
    assert "It goes to 2 of 3 members." in page
    ask = three.asks("Tigrinya house rules?")
    assert len(three.site.members.community.asks[ask].asked) == 2


def test_where_nobody_agreed_the_page_says_so_and_offers_no_form(site: Site):
    browser = Browser(site)
    browser.joins("Amira")
    page = browser.sees("/ask?q=keys")
    assert "Nobody has agreed to be asked yet." in page
    assert "<textarea" not in page
    refused = browser.sends("/ask/community", words="Who?")
    assert refused.status_code == 422


def test_a_question_that_cannot_be_put_says_why_and_is_kept(three: Three):
    for words, said in ((" ", "Nothing is written yet"), ("x" * 301, "longer than 300 letters")):
        answer = three.amira.sends("/ask/community", words=words)
        assert answer.status_code == 422
        assert said in answer.text
        assert words.strip() in answer.text
    assert not three.site.members.community.asks


def test_who_has_three_open_questions_waits(three: Three):
    for number in range(3):
        three.asks(f"Question {number} on keys?")
        three.site.clock.wait(4 * 24 * 3600)
    answer = three.amira.sends("/ask/community", words="A fourth?")
    assert answer.status_code == 422
    assert "3 questions of yours are open already" in answer.text
    assert "A fourth?" in answer.text


def test_an_answer_comes_back_on_the_page_and_thanks_reach_who_gave_it(three: Three):
    ask = three.asks()
    answer = three.jonas.sends(
        f"/me/asks/{ask}", do="answer", words="Before you are tired:\nin one evening.", named="on"
    )
    assert answer.status_code == 303
    assert 'id="asked"' not in three.jonas.sees()
    page = three.amira.sees()
    assert "Before you are tired:\nin one evening." in page
    assert "<bdi>Jonas</bdi>" in page
    given = max(three.site.members.community.asks[ask].answers)
    assert three.amira.sends(f"/me/asks/{ask}/thanks/{given}").status_code == 303
    assert "you said thank you" in three.amira.sees()
    assert "<bdi>Amira</bdi> says thank you." in three.jonas.sees()
    assert "thanked" in [one.letter for one in letters(three.site, three.jonas.owner)]
    assert "Before you are tired" not in three.mei.sees("/ask?q=tired"), "it was not to be kept"


def test_an_answer_without_a_name_comes_from_somebody(three: Three):
    ask = three.asks()
    three.jonas.sends(f"/me/asks/{ask}", do="answer", words=ANSWER)
    page = three.amira.sees()
    assert "from somebody" in page
    assert "Jonas" not in page


def test_a_kept_answer_is_found_by_members_until_it_is_taken_back(three: Three):
    ask = three.asks()
    three.jonas.sends(f"/me/asks/{ask}", do="answer", words=ANSWER, keep="on")
    page = three.mei.sees("/ask?q=hand over a key")
    assert "What members answered" in page
    assert ANSWER in page
    assert WORDS in page
    assert "Amira" not in page, "who asked is told to nobody"
    assert ANSWER in three.mei.sees("/ask"), "answered lately"
    three.amira.sends(f"/me/asks/{ask}", do="take_back")
    page = three.mei.sees("/ask?q=locks")
    assert "A question that was withdrawn" in page
    assert WORDS not in page
    (given,) = three.site.members.community.answers_kept
    assert "members find it, without your name" in three.jonas.sees()
    three.jonas.sends(f"/me/answers/{given}")
    assert ANSWER not in three.mei.sees("/ask")


def test_an_answer_whose_question_was_withdrawn_is_found_by_its_words_alone(three: Three):
    ask = three.asks()
    three.jonas.sends(f"/me/asks/{ask}", do="answer", words=ANSWER, keep="on")
    assert ANSWER in three.mei.sees("/ask")
    three.amira.sends(f"/me/asks/{ask}", do="take_back")
    assert ANSWER not in three.mei.sees("/ask")
    assert ANSWER in three.mei.sees("/ask?q=changed the locks")


def test_hosts_hide_an_answer_and_nobody_else_does(three: Three):
    ask = three.asks()
    three.jonas.sends(f"/me/asks/{ask}", do="answer", words=ANSWER, keep="on")
    (given,) = three.site.members.community.answers_kept
    assert three.mei.sends(f"/ask/answers/{given}/hide").status_code == 403
    assert "Hide it" not in three.mei.sees("/ask")
    host = three.mei.member.id
    three.site.members.ask(c.AskHost(member=host), role=Role.OWNER)
    three.mei.sends("/me/hosting", do="accept")
    assert "Hide it" in three.mei.sees("/ask")
    assert three.mei.sends(f"/ask/answers/{given}/hide").status_code == 303
    assert ANSWER not in three.mei.sees("/ask")


def seen_of_asks(three: Three) -> str:
    """What who asked reads of their questions; the ids of forms are other ones each time."""
    part = three.amira.sees().split('id="asks"')[1].split("</section>")[0]
    return re.sub(r'name="id" value="[^"]*"', "", part)


def test_passing_looks_like_silence(three: Three):
    ask = three.asks()
    before = seen_of_asks(three)
    assert three.jonas.sends(f"/me/asks/{ask}", do="pass").status_code == 303
    assert seen_of_asks(three) == before
    assert 'id="asked"' not in three.jonas.sees()


def test_an_answer_that_cannot_be_given_says_why_and_keeps_the_words(three: Three):
    ask = three.asks()
    blank = three.jonas.sends(f"/me/asks/{ask}", do="answer", words=" ")
    assert (blank.status_code, "Nothing is written yet" in blank.text) == (422, True)
    long = three.jonas.sends(f"/me/asks/{ask}", do="answer", words="y" * 1501)
    assert (long.status_code, "longer than 1500 letters" in long.text) == (422, True)
    assert "y" * 1501 in long.text
    assert three.mei.sends(f"/me/asks/{ask}", do="answer", words="I know").status_code == 422
    assert three.mei.sends(f"/me/asks/{ask}", do="nonsense").status_code == 400
    assert not three.site.members.community.asks[ask].answers
