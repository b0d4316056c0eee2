"""What goes on between members, in figures."""

import msgspec

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import CheckIn, IntroductionId, MemberId, Outcome
from fishbowl.domain.community.model import Introduction
from fishbowl.domain.community.rules.due import due
from fishbowl.domain.community.rules.figures import CheckIns, figures
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from tests.support.community import People


class Members(People):
    """Members who consent to everything, in twos."""

    def willing(self, *labels: str) -> list[MemberId]:
        consents = frozenset({"meet", "answer"})
        return [self.joins(label, consents=consents) for label in labels]

    def checks(self, member: MemberId, made: IntroductionId, said: CheckIn) -> None:
        self.does(member, c.AnswerCheckIn(member=member, introduction=made, said=said))

    def tells(self, member: MemberId, made: IntroductionId, outcome: Outcome) -> None:
        command = c.AnswerOutcome(member=member, introduction=made, outcome=outcome)
        self.does(member, command)

    def waits(self, days: float) -> None:
        """Time passes; of what is due together, one can make another one needless."""
        self.now_ms = Millis(self.now_ms + int(days * DAY_MS))
        for _, command in list(due(self.state, self.now_ms)):
            assert self.tries(command, Role.TIME) in ("", "not_due")

    @property
    def check_ins(self) -> CheckIns:
        return figures(self.state).check_ins


def test_what_holds_is_counted_whether_it_is_shared_or_not():
    people = Members()
    amira, jonas = people.willing("Amira", "Jonas")
    people.offers(amira, is_shared=True)
    people.offers(amira)
    people.offers(jonas, side="need")
    people.suggests(amira, jonas)
    ask = people.asks(amira, jonas)
    people.answers(jonas, ask, keep=True)
    found = figures(people.state)
    assert (found.members, found.offers, found.needs) == (2, 2, 1)
    assert (found.suggestions, found.introductions, found.answers) == (1, 0, 1)


def test_a_no_and_silence_give_the_same_figures():
    def after(*noes: bool) -> bytes:
        people = Members()
        amira, jonas = people.willing("Amira", "Jonas")
        suggestion = people.suggests(amira, jonas)
        for _ in noes:
            people.says(amira, suggestion, yes=False)
        people.waits(15)
        return msgspec.json.encode(figures(people.state))

    assert after() == after(False)


def test_introductions_are_met_not_yet_or_stopped_and_stay_counted_when_they_are_forgotten():
    people = Members()
    one, two, three, four, five, six = people.willing(*"ABCDEF")
    meets, waits, stops = (
        people.introduces(one, two),
        people.introduces(three, four),
        people.introduces(five, six),
    )
    assert people.check_ins == CheckIns(met=0, not_yet=0, stopped=0)
    people.waits(14)
    assert people.check_ins == CheckIns(met=0, not_yet=3, stopped=0)
    people.checks(one, meets, "met")
    people.checks(three, waits, "not_yet")
    people.checks(five, stops, "will_not")  # the other one does not know it yet
    assert people.check_ins == CheckIns(met=1, not_yet=2, stopped=0), (
        "the other one is not told yet"
    )
    people.waits(14)
    assert people.check_ins == CheckIns(met=1, not_yet=1, stopped=1)
    people.waits(31)
    assert stops not in people.state.introductions
    assert people.check_ins.stopped == 1
    assert figures(people.state).introductions == 3
    people.tells(one, meets, "did_not_help")
    people.tells(two, meets, "helped")
    assert figures(people.state).outcomes == 2


def test_pairs_are_introductions_out_of_a_round():
    people = Members()
    amira, jonas = people.willing("Amira", "Jonas")
    made = people.introduces(amira, jonas)
    of_round = msgspec.structs.replace(people.state.introductions[made], source="round", round=1)
    assert isinstance(of_round, Introduction)
    people.state = msgspec.structs.replace(
        people.state, introductions=people.state.introductions.set(made, of_round)
    )
    assert (figures(people.state).introductions, figures(people.state).pairs) == (1, 1)
    people.does(amira, c.StopMeeting(member=amira, introduction=made))
    for _ in range(3):
        people.waits(31)
    assert made not in people.state.introductions
    assert (figures(people.state).introductions, figures(people.state).pairs) == (1, 1)


def test_whoever_left_has_no_offers_suggestions_or_answers():
    people = Members()
    amira, jonas = people.willing("Amira", "Jonas")
    people.offers(amira, is_shared=True)
    people.suggests(amira, jonas)
    people.answers(amira, people.asks(jonas, amira), keep=True)
    people.sends(c.LeaveCommunity(member=amira), Role.MEMBER, amira)
    found = figures(people.state)
    assert (found.members, found.offers, found.suggestions, found.answers) == (1, 0, 0, 0)
