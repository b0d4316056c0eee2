"""Letters of questions: to whom, with which links, and that nothing of people is in the outbox."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import AskId, MemberId, member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.integrations.mail.about_asks import AboutAsk, about_ask
from fishbowl.integrations.mail.letters import Kind
from fishbowl.integrations.mail.params import params_of
from fishbowl.log.people_records import Letter
from tests.support.served_community import ServedCommunity

WORDS = "Who holds the keys?"


class Asked(ServedCommunity):
    """Amira asks Jonas and Mei."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.start()
        self.amira, self.jonas, self.mei = map(self.joins, ("Amira B.", "Jonas W.", "Mei C."))
        for member in (self.jonas, self.mei):
            self.sends(member, c.SetConsent(member=member, consent="answer", on=True))
        to = (self.jonas, self.mei)
        self.sends(self.amira, c.AskCommunity(member=self.amira, words=WORDS, to=to))
        self.ask = AskId(next(iter(self.members.community.asks)))

    def sends(self, member: MemberId, command: c.Command) -> None:
        outcome = self.members.ask(command, role=Role.MEMBER, member=member)
        assert outcome.ok, outcome

    def answers(self, named: bool = False) -> None:
        self.sends(
            self.jonas,
            c.AnswerAsk(member=self.jonas, ask=self.ask, words="Two people.", named=named),
        )

    def letters(self, member: MemberId) -> list[Letter]:
        return self.service.log.letters(member_owner(member))

    def told(self, member: MemberId, kind: Kind) -> AboutAsk | None:
        """What the last letter of a kind would tell, if it is to be sent now."""
        row = next(one for one in self.letters(member) if one.letter == kind)
        community = self.members.community
        return about_ask(kind, params_of(row), community, community.members[member])

    def opens(self, member: MemberId) -> bool:
        """Whether the link of the letter that asks them is good."""
        (row,) = [one for one in self.letters(member) if one.letter == "asked"]
        return self.tokens.find(self.tokens.make(row.id, "ask")) is not None


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    asked = Asked(tmp_path / "fishbowl.db")
    yield asked
    asked.service.stop()


def test_everybody_who_is_asked_gets_one_letter_with_a_link_of_their_own(asked: Asked):
    for member in (asked.jonas, asked.mei):
        assert [one.letter for one in asked.letters(member)] == ["asked"]
        assert asked.opens(member)
        found = asked.told(member, "asked")
        assert found is not None
        assert (found.facts.name, found.facts.question) == ("Amira", WORDS)
    assert asked.letters(asked.amira) == []


def test_the_outbox_holds_no_name_and_no_word(asked: Asked):
    asked.answers(named=True)
    (answer,) = asked.members.community.asks[asked.ask].answers
    asked.sends(asked.amira, c.ThankFor(member=asked.amira, ask=asked.ask, answer=answer))
    rows = msgspec.json.encode([asked.letters(one) for one in (asked.amira, asked.jonas)]).decode()
    for word in ("Amira", "Jonas", "keys", "people"):
        assert word not in rows


def test_who_answered_or_passed_on_the_page_gets_no_letter_and_their_link_is_over(asked: Asked):
    asked.answers()
    asked.sends(asked.mei, c.PassAsk(member=asked.mei, ask=asked.ask))
    for member in (asked.jonas, asked.mei):
        assert asked.told(member, "asked") is None
        assert not asked.opens(member)


@pytest.mark.parametrize(("named", "name"), [(True, "Jonas"), (False, "")])
def test_an_answer_is_told_to_who_asked_with_the_name_only_if_it_was_given(
    asked: Asked, named: bool, name: str
):
    asked.answers(named)
    found = asked.told(asked.amira, "answered")
    assert found is not None
    assert (found.facts.name, found.facts.question) == (name, WORDS)


def test_thanks_are_told_to_who_answered(asked: Asked):
    asked.answers()
    (answer,) = asked.members.community.asks[asked.ask].answers
    asked.sends(asked.amira, c.ThankFor(member=asked.amira, ask=asked.ask, answer=answer))
    found = asked.told(asked.jonas, "thanked")
    assert found is not None
    assert found.facts.name == "Amira"
    asked.sends(asked.jonas, c.TakeBackAnswer(member=asked.jonas, answer=answer))
    assert asked.told(asked.jonas, "thanked") is None


def test_no_letter_is_sent_of_what_is_over_withdrawn_or_switched_off(asked: Asked):
    consent = c.SetConsent(member=asked.mei, consent="answer", on=False)
    asked.sends(asked.mei, consent)
    assert asked.told(asked.mei, "asked") is None
    assert asked.told(asked.jonas, "asked") is not None
    assert asked.members.ask(c.SwitchFeature(feature="ask", on=False), role=Role.OWNER).ok
    assert asked.told(asked.jonas, "asked") is None
    assert asked.members.ask(c.SwitchFeature(feature="ask", on=True), role=Role.OWNER).ok
    asked.sends(asked.amira, c.LeaveCommunity(member=asked.amira))
    assert asked.told(asked.jonas, "asked") is None
