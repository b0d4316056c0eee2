"""Offers and needs: written for oneself, shared by their author, and over on their day."""

import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.decide import Given, decide
from fishbowl.domain.community.ids import OfferId
from fishbowl.domain.community.rules.due import due
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.rules.offers import OPEN_MAX, offers_of
from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from tests.domain.community.test_any_order import erased_log
from tests.support.community import People


def test_a_new_offer_is_read_by_its_author_alone_and_holds_90_days():
    people = People()
    amira = people.joins()
    people.offers(amira, "  Reading\u202e a budget ")
    (offer,) = people.state.offers.values()
    assert (offer.words, offer.is_shared, offer.is_named) == ("Reading a budget", False, False)
    assert offer.until_ms == people.now_ms + 90 * DAY_MS


def test_an_offer_needs_words():
    people = People()
    amira = people.joins()
    nothing = c.AddOffer(member=amira, side="need", words=" \u200b ")
    assert people.tries(nothing, Role.MEMBER, amira) == "words_needed"


@pytest.mark.parametrize(
    ("days", "answer"), [(6, "bad_date"), (7, ""), (365, ""), (366, "bad_date")]
)
def test_an_offer_holds_from_a_week_to_a_year(days: int, answer: str):
    people = People()
    amira = people.joins()
    until_ms = Millis(people.now_ms + days * DAY_MS)
    command = c.AddOffer(member=amira, side="offer", words="Budgets", until_ms=until_ms)
    assert people.tries(command, Role.MEMBER, amira) == answer


def test_offers_are_limited():
    people = People()
    amira = people.joins()
    for number in range(OPEN_MAX):
        people.offers(amira, f"No. {number}")
    one_more = c.AddOffer(member=amira, side="need", words="One more")
    assert people.tries(one_more, Role.MEMBER, amira) == "limit_reached"
    assert len(offers_of(people.state, amira)) == OPEN_MAX


def test_an_offer_is_written_anew_by_its_author_only():
    people = People()
    amira, jonas = people.joins("Amira"), people.joins("Jonas")
    offer = people.offers(amira)
    change = c.ChangeOffer(member=amira, offer=offer, side="offer", words="Budgets", is_shared=True)
    people.does(amira, change)
    assert people.state.offers[offer].is_shared
    assert people.tries(change, Role.MEMBER, amira) == "already_so"
    of_another = c.ChangeOffer(member=jonas, offer=offer, side="offer", words="Mine")
    assert people.tries(of_another, Role.MEMBER, jonas) == "not_yours"
    unknown = c.ChangeOffer(member=jonas, offer=OfferId(999), side="offer", words="Mine")
    assert people.tries(unknown, Role.MEMBER, jonas) == "offer_over"


def test_its_author_is_asked_once_a_week_before_the_end_and_silence_ends_it():
    people = People()
    amira = people.joins()
    offer = people.offers(amira)
    people.waits(82)
    assert people.state.offers[offer].asked_at_ms is None
    people.waits(1)
    assert people.state.offers[offer].asked_at_ms == people.now_ms
    assert people.tries(c.AskAboutOffer(offer=offer), Role.TIME) == "already_so"
    assert not list(due(people.state, people.now_ms))
    people.waits(7)
    assert not people.state.offers


def test_an_offer_that_is_kept_is_asked_about_again_at_its_new_end():
    people = People()
    amira = people.joins()
    offer = people.offers(amira)
    people.waits(83)
    people.sends(c.KeepOffer(member=amira, offer=offer), Role.DOOR)
    people.waits(82)
    assert people.state.offers[offer].asked_at_ms is None
    people.waits(1)
    assert people.state.offers[offer].asked_at_ms


def test_time_ends_and_asks_about_nothing_early():
    people = People()
    offer = people.offers(people.joins())
    assert people.tries(c.ExpireOffer(offer=offer), Role.TIME) == "not_due"
    assert people.tries(c.AskAboutOffer(offer=offer), Role.TIME) == "not_due"


def test_the_words_of_an_offer_that_was_taken_back_are_overwritten():
    people = People()
    amira = people.joins()
    offer = people.offers(amira)
    change = c.ChangeOffer(member=amira, offer=offer, side="offer", words="Budgets")
    people.does(amira, change)
    changed = people.state.seq
    end = c.EndOffer(member=amira, offer=offer)
    (ended,) = decide(people.state, end, Given(people.now_ms, Role.MEMBER, amira))
    assert COMMUNITY.erasure([ended]).items == {offer, changed}
    people.does(amira, end)
    assert people.tries(end, Role.MEMBER, amira) == "already_so"


def test_offers_go_with_who_leaves():
    people = People()
    amira, jonas = people.joins("Amira"), people.joins("Jonas")
    offer, kept = people.offers(amira), people.offers(jonas)
    *_, left = people.does(amira, c.LeaveCommunity(member=amira))
    assert set(people.state.offers) == {kept}
    assert offer in COMMUNITY.erasure([left]).items


def test_offers_become_those_of_the_member_with_whom_one_is_merged():
    people = People()
    keeps, goes = people.joins("Amira"), people.joins("A. Benali")
    before = people.offers(goes, "Reading a budget", is_shared=True, from_code="WAVE47")
    merge = people.merges(keeps, goes)
    people.does(goes, c.AgreeToMerge(member=goes, merge=merge))
    *_, left = people.does(keeps, c.AgreeToMerge(member=keeps, merge=merge))
    (offer,) = people.state.offers.values()
    assert (offer.member, offer.words, offer.from_code) == (keeps, "Reading a budget", "WAVE47")
    assert offer.is_shared
    assert before in left.entries
    assert offer.id not in left.entries


def test_nobody_is_asked_about_an_offer_of_which_nothing_comes_here():
    people = People()
    offer = people.offers(people.joins())
    for feature in ("introductions", "ask"):
        people.sends(c.SwitchFeature(feature=feature, on=False))
    people.waits(83)
    assert people.state.offers[offer].asked_at_ms is None
    people.sends(c.SwitchFeature(feature="ask", on=True))
    people.waits(1)
    assert people.state.offers[offer].asked_at_ms == people.now_ms


def test_an_offer_stays_when_its_session_is_its_author_s_no_more_and_does_not_name_it():
    people = People()
    amira = people.joins()
    people.links(amira, "WAVE47")
    offer = people.offers(amira, "Reading a budget", from_code="WAVE47", is_shared=True)
    other = people.offers(amira, "Holding keys", from_code="REEF22")
    before = people.state.offers[offer]
    people.does(amira, c.UnlinkSession(member=amira, code="WAVE47"))
    after = people.state.offers[offer]
    assert (after.from_code, after.words, after.until_ms) == ("", before.words, before.until_ms)
    assert after.is_shared
    assert people.state.offers[other].from_code == "REEF22"
    log = erased_log(people.log)
    assert "WAVE47" not in repr(log)
    assert COMMUNITY.fold(log) == people.state
