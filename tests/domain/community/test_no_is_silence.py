"""A no is to everybody else as if nobody had answered: on their pages, in counts, and on dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import IntroductionId, MemberId, SuggestionId
from fishbowl.domain.community.rules.due import due
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.rules.suggestions import places_free
from fishbowl.domain.kernel.roles import Role
from fishbowl.views.community.host_members import member_line
from fishbowl.views.community.host_today import Undelivered, today
from fishbowl.views.community.meeting import meeting_view
from tests.support.community import People

OTHERS = 4
NOES = ("says no", "says yes, then no", "keeps apart", "names", "withdraws")
STOPS = ("stops", "will not", "reports")

who = st.integers(0, OTHERS - 1)
Said = list[tuple[int, int, str]]
answers = st.lists(st.tuples(who, who, st.sampled_from(["yes", "no", "met"])), max_size=6)
some_days = st.lists(st.sampled_from([1, 3, 7, 13, 14, 20, 61]), min_size=1, max_size=5)


class Story(People):
    """Amira is asked whether she wants to meet others, who are asked about each other as well."""

    def __init__(self) -> None:
        super().__init__()
        willing = frozenset({"meet"})
        self.amira = self.joins("Amira Benali", consents=willing)
        self.offer = self.offers(self.amira, is_shared=True, is_named=True)
        self.others = [self.joins(f"No. {n}", consents=willing) for n in range(OTHERS)]

    def asks_all(self) -> SuggestionId:
        """Everybody is asked about everybody, as far as they have places; the first question."""
        for other in self.others[:3]:
            self.suggests(self.amira, other, offer=self.offer, reasons=("offer_need",))
        first = SuggestionId(min(self.state.suggestions))
        for place, one in enumerate(self.others):
            for other in self.others[place + 1 :]:
                self.tries(c.SuggestMeeting(members=(one, other)), Role.TIME)
        return first

    def is_silent(self, entries: int) -> None:
        """As many entries that nobody sees, so that what comes later has the same numbers."""
        for _ in range(entries):
            self.does(self.amira, c.ChangeReach(member=self.amira, reach="other"))

    def says_no(self, no: str, first: SuggestionId) -> None:
        amira = self.amira
        match no:
            case "says no":
                self.says(amira, first, yes=False)
            case "says yes, then no":
                self.says(amira, first)
                self.says(amira, first, yes=False)
            case "keeps apart":
                self.does(amira, c.KeepApart(member=amira, other=self.others[0]))
            case "names":
                self.does(amira, c.KeepApart(member=amira, label="No. 0"))
            case "withdraws":
                self.agrees(amira, "meet", False)

    def stops(self, how: str, made: IntroductionId) -> None:
        amira, other = self.amira, self.others[0]
        commands: dict[str, c.Command] = {
            "stops": c.StopMeeting(member=amira, introduction=made),
            "will not": c.AnswerCheckIn(member=amira, introduction=made, said="will_not"),
            "reports": c.ReportWrong(member=amira, introduction=made, other=other),
        }
        self.does(amira, commands[how])

    def others_say(self, said: Said) -> None:
        for one, other, what in said:
            self._says(self.others[one], self.others[other], what)
        for one in self.others[:2]:
            self._says(one, self.amira, "yes")

    def _says(self, one: MemberId, other: MemberId, what: str) -> None:
        for pair in list(self.state.introductions.values()):
            if {one, other} <= set(pair.members) and what == "met":
                met = c.AnswerCheckIn(member=one, introduction=pair.id, said="met")
                self.tries(met, Role.MEMBER, one)
        for asked in list(self.state.suggestions.values()):
            if set(asked.members) == {one, other} and what != "met":
                yes = c.AnswerSuggestion(member=one, suggestion=asked.id, yes=what == "yes")
                self.tries(yes, Role.MEMBER, one)

    def seen_by_others(self) -> object:
        state = self.state
        return [
            [meeting_view(state, one, self.now_ms) for one in self.others],
            [places_free(state, one, self.now_ms) for one in self.others],
            [
                member_line(state, state.members[one], state.members[one].seen)
                for one in self.others
            ],
            [id for days in range(8) for id, _ in due(state, self.now_ms + days * DAY_MS)],
            today(state, Undelivered(), self.now_ms),
            dict(state.counts),
        ]


def after_a_no(no: str, said: Said, waits: list[int], *, is_silent: bool) -> list[object]:
    """What everybody else sees of a suggestion, now and after each time that they wait."""
    story = Story()
    first = story.asks_all()
    if is_silent:
        other = Story()
        other.says_no(no, other.asks_all())
        story.is_silent(len(other.log) - len(story.log))
    else:
        story.says_no(no, first)
    story.others_say(said)
    found = [story.seen_by_others()]
    for days in waits:
        story.waits(days)
        found.append(story.seen_by_others())
    return found


@pytest.mark.parametrize("no", NOES)
@given(said=answers, waits=some_days)
def test_nobody_can_tell_a_no_from_silence(no: str, said: Said, waits: list[int]):
    seen = after_a_no(no, said, waits, is_silent=False)
    assert seen == after_a_no(no, said, waits, is_silent=True)


def after_a_stop(how: str, on_day: int, waits: list[int], *, is_silent: bool) -> list[object]:
    """What everybody else sees of an introduction, as long as its next question has not come."""
    story = Story()
    made = story.introduces(story.amira, story.others[0], offer=story.offer)
    story.waits(on_day)
    if is_silent:
        other = Story()
        made = other.introduces(other.amira, other.others[0], offer=other.offer)
        other.waits(on_day)
        other.stops(how, made)
        story.is_silent(len(other.log) - len(story.log))
    else:
        story.stops(how, made)
    found = [_of_pair(story)]
    for days in waits:
        story.waits(days)
        found.append(_of_pair(story))
    return found


def _of_pair(story: Story) -> object:
    """To hosts it is over at once, so only what the members see is told."""
    (other, *_) = story.others
    return meeting_view(story.state, other, story.now_ms)


@pytest.mark.parametrize("how", STOPS)
@pytest.mark.parametrize(("on_day", "waits"), [(3, [5, 5]), (13, []), (14, [4, 9]), (16, [2, 9])])
def test_whoever_waits_sees_nothing_of_a_stop_before_the_next_question(
    how: str, on_day: int, waits: list[int]
):
    seen = after_a_stop(how, on_day, waits, is_silent=False)
    assert seen == after_a_stop(how, on_day, waits, is_silent=True)


@pytest.mark.parametrize("how", STOPS)
def test_at_the_next_question_it_is_told_that_it_is_over(how: str):
    seen = after_a_stop(how, 3, [11], is_silent=False)
    assert seen != after_a_stop(how, 3, [11], is_silent=True)
