"""Letters to people who may meet: what each tells, to whom, and when it is not written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import IntroductionId, MemberId, OfferId, SuggestionId, pair_of
from fishbowl.domain.community.rules.due import due
from fishbowl.domain.kernel.roles import Role
from fishbowl.host.worker_process import WorkerProcess
from fishbowl.integrations.mail.letter import Letter
from fishbowl.integrations.mail.sender import MODULE
from tests.integrations.mail.posting import BASE, Posting

DAY_S = 24 * 60 * 60
MEET = frozenset({"meet"})


class Two(Posting):
    """Ingrid looks for what Amira gives; the letters are written, and not sent."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, 0, WorkerProcess(MODULE))

    def begins(self) -> None:
        self.start()
        self.ingrid = self.known("Ingrid Solberg", "ingrid@example.org", consents=MEET)
        self.amira = self.known("Amira Benali", "amira@example.org", consents=MEET)
        need = self.writes(self.ingrid, side="need", words="First patches", is_shared=False)
        offer = self.writes(
            self.amira, side="offer", words="An hour a month", is_shared=True, is_named=True
        )
        command = c.SuggestMeeting(
            members=pair_of(self.ingrid, self.amira), need=need, offer=offer, reasons=("topic",)
        )
        self.suggestion = SuggestionId(self.asks(command, role=Role.TIME).seq or 0)

    def writes(self, member: MemberId, **fields: Any) -> OfferId:
        return OfferId(self.asks(c.AddOffer(member=member, **fields), member).seq or 0)

    def says(self, member: MemberId, *, yes: bool = True) -> None:
        answer = c.AnswerSuggestion(member=member, suggestion=self.suggestion, yes=yes)
        assert self.asks(answer, member).ok

    def meet(self) -> IntroductionId:
        self.says(self.ingrid)
        self.says(self.amira)
        (made,) = self.members.community.introductions
        return made

    def waits(self, days: float) -> None:
        self.clock.wait(days * DAY_S)
        for id, command in list(due(self.members.community, self.clock.now_ms())):
            assert self.asks(command, role=Role.TIME, id=id).ok

    def letter(self, member: MemberId, kind: str) -> Letter | None:
        """The last letter of a kind to a member; ``None`` if it is not to be sent."""
        rows = self.service.log.letters(f"member/{member}")
        return self.addressing.letter(next(row for row in rows if row.letter == kind))


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    two = Two(tmp_path / "fishbowl.db")
    two.begins()
    yield two
    two.service.stop()


def test_who_is_asked_reads_what_is_shared_and_no_more(two: Two):
    to_ingrid, to_amira = two.letter(two.ingrid, "suggestion"), two.letter(two.amira, "suggestion")
    assert to_ingrid
    assert to_amira
    assert to_ingrid.subject == "Would you like to meet Amira?"
    assert "You look for: First patches" in to_ingrid.text
    assert "Amira can give: An hour a month" in to_ingrid.text
    assert to_amira.subject == "Would you like to meet somebody?"
    for word in ("Ingrid Solberg", "First patches", "ingrid@example.org"):
        assert word not in to_amira.text.replace("Hello Ingrid Solberg", "")
    for word in ("Benali", "amira@example.org"):
        assert word not in to_ingrid.text
    assert f"{BASE}/t#" in to_ingrid.text


def test_both_get_the_same_letter_with_name_and_way_once_both_said_yes(two: Two):
    made = two.meet()
    letter = two.letter(two.ingrid, "introduction")
    assert letter
    assert letter.subject == "You and Amira both said yes."
    assert "Amira Benali: amira@example.org" in letter.text
    assert f"{BASE}/me/people/{made}" in letter.text
    other = two.letter(two.amira, "introduction")
    assert other
    assert "Ingrid Solberg: ingrid@example.org" in other.text
    assert "First patches" not in other.text


def test_a_day_comes_with_the_names_in_the_time_of_both_and_as_a_file(two: Two):
    far = c.ChangeMember(
        member=two.amira, label="Amira Benali", language="en", time_zone="Asia/Tokyo"
    )
    assert two.asks(far, two.amira).ok
    assert two.letter(two.ingrid, "suggestion").attachments == ()  # type: ignore[union-attr]
    id = two.meet()
    made = two.members.community.introductions[id]
    events = []
    for member, title in ((two.ingrid, "Meet Amira"), (two.amira, "Meet Ingrid")):
        letter = two.letter(member, "introduction")
        assert letter
        assert "Your calendar can take the date from this letter." in letter.text
        assert "Where " in letter.text
        (file,) = letter.attachments
        assert (file.name, letter.calendar) == ("meeting.ics", None)
        assert "method=PUBLISH" in file.content_type
        calendar = Calendar.from_ical(file.body)
        assert calendar["METHOD"] == "PUBLISH"
        (event,) = calendar.walk("VEVENT")
        assert event["SUMMARY"] == title
        assert "ATTENDEE" not in event
        assert "bowl@bowl.example" in event["ORGANIZER"]
        assert "@example.org" not in file.body.decode()
        events.append(event)
    mine, theirs = events
    assert mine["UID"] == theirs["UID"]
    assert mine.decoded("dtstart") == theirs.decoded("dtstart")
    assert mine.decoded("dtstart").timestamp() * 1000 > made.made_at_ms


@pytest.mark.parametrize("yes", [True, False])
def test_who_has_answered_is_not_asked_by_a_letter_that_waited(two: Two, yes: bool):
    two.says(two.ingrid, yes=yes)
    assert two.letter(two.ingrid, "suggestion") is None
    assert two.letter(two.amira, "suggestion")


def test_a_check_in_names_the_other_one_and_has_a_link_for_each_answer(two: Two):
    two.meet()
    two.waits(14)
    letter = two.letter(two.ingrid, "check_in")
    assert letter
    assert letter.subject == "Did you and Amira meet?"
    for do in ("met", "not_yet", "will_not"):
        assert f".{do}" in letter.text
    answer = c.AnswerCheckIn(
        member=two.amira, introduction=next(iter(two.members.community.introductions)), said="met"
    )
    assert two.asks(answer, two.amira).ok
    assert two.letter(two.ingrid, "check_in") is None


def test_the_letter_that_it_ended_names_nobody(two: Two):
    made = two.meet()
    stop = c.StopMeeting(member=two.amira, introduction=made)
    assert two.asks(stop, two.amira).ok
    two.waits(14)
    letter = two.letter(two.ingrid, "stopped")
    assert letter
    assert letter.subject == "You will not meet this time"
    assert "Amira" not in letter.text


def test_no_letter_is_written_about_somebody_who_has_left_meanwhile(two: Two):
    two.meet()
    two.waits(14)
    two.asks(c.LeaveCommunity(member=two.amira), two.amira)
    for kind in ("introduction", "check_in"):
        assert two.letter(two.ingrid, kind) is None
    assert two.service.log.letters(f"member/{two.amira}") == []


def test_what_was_switched_off_sends_no_letter_that_waited(two: Two):
    two.asks(c.SwitchFeature(feature="introductions", on=False), role=Role.OWNER)
    assert two.letter(two.ingrid, "suggestion") is None


def test_an_outcome_is_told_in_the_words_of_who_said_it(two: Two):
    made = two.meet()
    met = c.AnswerCheckIn(member=two.ingrid, introduction=made, said="met")
    assert two.asks(met, two.ingrid).ok
    two.waits(28)
    asked = two.letter(two.ingrid, "outcome")
    assert asked
    assert asked.subject == "You and Amira: did it help?"
    told = c.AnswerOutcome(member=two.ingrid, introduction=made, outcome="helped", tell=True)
    assert two.asks(told, two.ingrid).ok
    letter = two.letter(two.amira, "outcome_told")
    assert letter
    assert letter.subject == "Ingrid tried it, and it helped."
