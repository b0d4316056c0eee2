"""What a member gives and looks for, on their own pages."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import OfferId
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.rules.offers import OPEN_MAX, offers_of
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as s
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.community_time import CommunityTime
from tests.web.community.circle import DEVICE, Browser, comes, letters, token_of
from tests.web.conftest import Site

BOOKS = "I explain bookkeeping to new treasurers."


@pytest.fixture
def amira(site: Site) -> Browser:
    browser = Browser(site)
    assert browser.joins("Amira").status_code == 201
    return browser


def own(browser: Browser):
    return offers_of(browser.site.members.community, browser.member.id)


def writes(browser: Browser, **fields: str):
    return browser.sends("/me/offers", **{"side": "offer", "words": BOOKS, **fields})


def test_what_is_written_down_stands_for_its_author_alone(site: Site, amira: Browser):
    assert (
        writes(amira, topic="other", topic_own="Money", urgency="weeks", days="30", terms="a gift")
        .headers["Location"]
        .startswith("/me/offers")
    )
    (offer,) = own(amira)
    assert (offer.words, offer.topic, offer.urgency, offer.terms) == (
        BOOKS,
        "Money",
        "weeks",
        "a gift",
    )
    assert offer.until_ms == offer.added_at_ms + 30 * DAY_MS
    assert not offer.is_shared
    for page in (amira.sees(), amira.sees("/me/offers")):
        assert BOOKS in page
        assert "Only you" in page
    other = Browser(site, 2)
    other.joins("Kofi")
    assert BOOKS not in other.sees() + other.sees("/me/offers")


def test_it_is_shared_with_or_without_the_name_and_taken_back(amira: Browser):
    writes(amira)
    (offer,) = own(amira)
    seen = []
    for do in ("share", "share_named", "private"):
        assert amira.sends(f"/me/offers/{offer.id}", do=do).status_code == 303
        (now,) = own(amira)
        seen.append((now.is_shared, now.is_named))
        assert now.words == BOOKS
    assert seen == [(True, False), (True, True), (False, False)]


def test_two_lines_are_shared_from_the_same_page(amira: Browser):
    """Whoever goes back, or has the page open twice, presses with the same id."""
    writes(amira)
    writes(amira, words="I lend a projector.")
    for offer in own(amira):
        amira.sends(f"/me/offers/{offer.id}", do="share", id="the-same-page")
    assert [one.is_shared for one in own(amira)] == [True, True]


def test_what_is_written_anew_stays_shared_and_keeps_its_day(amira: Browser):
    writes(amira, days="365")
    (before,) = own(amira)
    amira.sends(f"/me/offers/{before.id}", do="share")
    page = amira.sees(f"/me/offers?change={before.id}")
    assert BOOKS in page
    writes(amira, offer=str(before.id), side="need", words="Somebody who explains bookkeeping")
    (now,) = own(amira)
    assert (now.side, now.words) == ("need", "Somebody who explains bookkeeping")
    assert now.is_shared
    assert now.until_ms == before.until_ms


def test_without_words_nothing_is_kept_and_the_rest_still_stands(amira: Browser):
    answer = writes(amira, words="  ", topic="other", topic_own="Money")
    assert answer.status_code == 422
    assert "Please write a few words." in answer.text
    assert "Money" in answer.text
    assert own(amira) == []


def test_one_more_than_there_is_room_for_is_refused_and_not_lost(amira: Browser):
    for number in range(OPEN_MAX):
        writes(amira, words=f"Thing {number}")
    answer = writes(amira, words="One more thing")
    assert answer.status_code == 422
    assert f"You have {OPEN_MAX} offers and needs" in answer.text
    assert "One more thing" in answer.text
    assert "Add something" not in amira.sees()


def test_a_form_that_is_sent_twice_keeps_one(amira: Browser):
    for _ in range(2):
        writes(amira, id="a-form-of-amira")
    assert len(own(amira)) == 1


def test_nobody_changes_or_ends_what_somebody_else_gives(site: Site, amira: Browser):
    writes(amira)
    (offer,) = own(amira)
    kofi = Browser(site, 2)
    kofi.joins("Kofi")
    for do in ("share", "keep", "end"):
        assert kofi.sends(f"/me/offers/{offer.id}", do=do).status_code == 303
    assert writes(kofi, offer=str(offer.id), words="Mine now").status_code in (303, 422)
    assert BOOKS not in kofi.sees(f"/me/offers?change={offer.id}")
    assert own(amira) == [offer]


def test_a_note_of_a_session_becomes_an_offer_about_its_topic(site: Site, amira: Browser):
    site.creates("WAVE47")
    comes(site, "WAVE47")
    site.sends("WAVE47", s.StartSession())
    site.sends("WAVE47", s.BeginTopic(title="Money for small clubs"))
    site.sends("WAVE47", s.CloseSession())
    note = s.KeepTakeaway(kind="offer", words=BOOKS)
    site.sends("WAVE47", note, Role.ATTENDEE, DEVICE)
    assert amira.posts("/me/sessions/WAVE47", DEVICE).status_code == 204
    session = site.service.session("WAVE47")
    assert session is not None
    way = f"/me/offers?from=WAVE47&amp;take={min(session.takeaways)}"
    assert way in amira.sees()
    page = amira.sees(way.replace("&amp;", "&"))
    assert BOOKS in page
    assert "Money for small clubs" in page
    writes(amira, topic="Money for small clubs", code="WAVE47")
    (offer,) = own(amira)
    assert (offer.topic, offer.from_code) == ("Money for small clubs", "WAVE47")
    assert way not in amira.sees(), "it stands already"


def test_a_session_that_is_not_theirs_leaves_no_trace(site: Site, amira: Browser):
    site.creates("WAVE47")
    site.sends("WAVE47", s.StartSession())
    site.sends("WAVE47", s.BeginTopic(title="Behind closed doors"))
    assert "Behind closed doors" not in amira.sees("/me/offers?from=WAVE47")
    writes(amira, code="WAVE47")
    assert own(amira)[0].from_code == ""


def test_where_nothing_comes_of_it_no_page_speaks_of_it(site: Site, amira: Browser):
    for feature in ("introductions", "ask"):
        switched = c.SwitchFeature(feature=feature, on=False)  # type: ignore[arg-type]
        assert site.members.ask(switched, role=Role.OWNER).ok
    assert "What you give" not in amira.sees()
    assert amira.client.get("/me/offers").status_code == 404


def test_who_has_not_agreed_to_meet_is_told_that_they_are_suggested_to_nobody(amira: Browser):
    told = "You are suggested to nobody"
    assert told in amira.sees("/me/offers")
    amira.posts("/me/consents", consent="meet", on=True)
    assert told not in amira.sees("/me/offers")


def test_who_is_asked_keeps_it_or_takes_it_back(site: Site, amira: Browser):
    for words in ("First", "Second"):
        writes(amira, words=words, days="30")
    first, second = own(amira)
    site.clock.wait(25 * 24 * 60 * 60)
    for one in (first, second):
        asked = c.AskAboutOffer(offer=OfferId(Seq(one.id)))
        assert site.members.ask(asked, role=Role.TIME).ok
    assert amira.sees().count("Is it still so?") == 2
    amira.sends(f"/me/offers/{first.id}", do="keep")
    amira.sends(f"/me/offers/{second.id}", do="end")
    (kept,) = own(amira)
    assert kept.id == first.id
    assert kept.until_ms > first.until_ms
    assert "Is it still so?" not in amira.sees()


class Asked:
    """An offer whose author is asked by letter whether it still holds."""

    def __init__(self, site: Site, amira: Browser) -> None:
        self.site, self.amira = site, amira
        writes(amira, days="30")
        (offer,) = own(amira)
        site.clock.wait(25 * 24 * 60 * 60)
        in_time = CommunityTime(
            site.members, site.tokens, Supervisor(), site.clock.now_ms, lambda seconds: None
        )
        for _ in range(2):
            in_time.look()
        self.until_ms = offer.until_ms
        self.token = token_of(site, "offer", "offer", amira.owner)

    def opens(self, do: str = ""):
        return self.amira.posts("/t", token=self.token, do=do)


def test_a_letter_asks_once_and_one_press_keeps_the_offer(site: Site, amira: Browser):
    asked = Asked(site, amira)
    assert [one.letter for one in letters(site, amira.owner)] == ["offer"]
    assert asked.opens().json == {"purpose": "offer", "text": BOOKS}
    assert own(amira)[0].until_ms == asked.until_ms, "opening it does nothing"
    assert asked.opens("keep").json == {"outcome": "offer_stands"}
    assert own(amira)[0].until_ms > asked.until_ms
    assert asked.opens("keep").status_code == 410


def test_the_letter_ends_the_offer_as_well(site: Site, amira: Browser):
    asked = Asked(site, amira)
    assert asked.opens("end").json == {"outcome": "offer_ended"}
    assert own(amira) == []


def test_the_letter_opens_nothing_once_the_page_was_answered(site: Site, amira: Browser):
    asked = Asked(site, amira)
    (offer,) = own(amira)
    amira.sends(f"/me/offers/{offer.id}", do="keep")
    assert asked.opens().status_code == 410
    assert asked.opens("end").status_code == 410
    assert len(own(amira)) == 1


def test_without_an_answer_it_ends_on_its_day(site: Site, amira: Browser):
    Asked(site, amira)
    site.clock.wait(6 * 24 * 60 * 60)
    CommunityTime(
        site.members, site.tokens, Supervisor(), site.clock.now_ms, lambda seconds: None
    ).look()
    assert own(amira) == []
