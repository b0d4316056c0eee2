"""The people of a :class:`tests.domain.room.Room`: what they press and tap, by name."""

from typing import TYPE_CHECKING

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.ids import (
    ActionId,
    CallId,
    ChairNo,
    PersonId,
    RunMillis,
    ThumbsId,
    VoteId,
)
from fishbowl.domain.session.model import Turn
from fishbowl.domain.session.next_action import next_action
from fishbowl.domain.session.rules.chairs.free_chairs import free_chairs
from fishbowl.domain.session.rules.votes import last_thumbs, last_vote

if TYPE_CHECKING:
    from tests.domain.room import Room

Entries = tuple[Entry, ...]


class Phone:
    """A phone that has come in under a name."""

    def __init__(self, room: "Room", name: str, *, device: str = "") -> None:
        self.room = room
        self.key = device or f"device {len(room.phones) + 1}"
        self.joins(name)
        room.phones[self.key] = self

    def sends(self, command: c.Command) -> Entries:
        """Send any command as this phone."""
        person = self.room.session.person_of_key.get(self.key)
        return self.room.play(command, Role.ATTENDEE, person, self.key)

    @property
    def person(self) -> PersonId:
        """Who holds this phone."""
        return self.room.session.person_of_key[self.key]

    @property
    def name(self) -> str:
        """What the faces call them."""
        return self.room.called(self.person)

    @property
    def _call(self) -> CallId:
        call = self.room.request(self.name).call
        return call if call is not None else CallId(0)

    def joins(self, name: str) -> Entries:
        return self.sends(c.JoinSession(name=name))

    def asks(self, words: str = "", kind: c.RequestKind = "new_point") -> Entries:
        return self.sends(c.AskForChair(words=words, kind=kind))

    def lowers_hand(self) -> Entries:
        request = [r for r in self.room.session.requests.values() if r.person == self.person]
        return self.sends(c.LowerHand(request=max(r.id for r in request)))

    def walks_up(self) -> Entries:
        return self.sends(c.AcceptCall(call=self._call))

    def passes(self) -> Entries:
        return self.sends(c.PassCall(call=self._call))

    def is_on_the_chair(self) -> Entries:
        return self.sends(c.ConfirmSeated(call=self._call))

    def leaves_chair(self) -> Entries:
        return self.sends(c.FreeChair(turn=self.room.turn(self.name).id))

    def offers_room(self, on: bool = True) -> Entries:
        return self.sends(c.OfferRoom(turn=self.room.turn(self.name).id, on=on))

    def takes_chair(self, chair: int) -> Entries:
        return self.sends(c.TakeChair(chair=ChairNo(chair)))

    def taps_in_on(self, name: str) -> Entries:
        return self.sends(c.TapIn(turn=self.room.turn(name).id))

    def hands_over(self) -> Entries:
        return self.sends(c.HandOver(turn=self.room.turn(self.name).id))

    def wants_a_minute(self) -> Entries:
        return self.sends(c.AskMinute(turn=self.room.turn(self.name).id))

    def renames(self, name: str) -> Entries:
        return self.sends(c.RenamePerson(person=self.person, name=name))

    def suggests(self, title: str) -> Entries:
        return self.sends(c.SuggestTopic(title=title))

    def puts_dots(self, title: str, dots: int) -> Entries:
        vote, topic = last_vote(self.room.session), self.room.topic(title).id
        return self.sends(c.CastDots(vote=vote.id if vote else VoteId(0), topic=topic, dots=dots))

    def thumb(self, way: c.Thumb) -> Entries:
        thumbs = last_thumbs(self.room.session)
        return self.sends(c.CastThumb(thumbs=thumbs.id if thumbs else ThumbsId(0), way=way))

    def puts_question(self, words: str) -> Entries:
        return self.sends(c.AskBowl(words=words))

    def upvotes(self, words: str, on: bool = True) -> Entries:
        question = self.room.question(words).id
        return self.sends(c.UpvoteQuestion(question=question, on=on))

    def takes_question_back(self, words: str) -> Entries:
        return self.sends(c.TakeBackQuestion(question=self.room.question(words).id))

    def forgets(self) -> Entries:
        return self.sends(c.ForgetPerson(person=self.person))

    def leaves_point(self, words: str) -> Entries:
        return self.sends(c.LeavePoint(words=words))

    def withdraws_point(self, words: str) -> Entries:
        return self.sends(c.WithdrawPoint(point=self.room.point(words).id))

    def gives_place(self, to: str) -> Entries:
        room = self.room
        giver, taker = room.request(self.name), room.request(to)
        return self.sends(c.GivePlace(request=giver.id, to=taker.id))


class Facilitator:
    """The one at the console. Every method returns the entries it caused."""

    def __init__(self, room: "Room") -> None:
        self.room = room

    def sends(self, command: c.Command) -> Entries:
        """Send any command from the console."""
        return self.room.play(command)

    # Space

    @property
    def space(self) -> str:
        """Say what Space means now, as the big button does."""
        action = next_action(self.room.session)
        if action is None:
            return ""
        said = c.wire_name(type(action.command).__name__).replace("_", " ")
        who = "" if action.person is None else f" {self.room.called(action.person)}"
        where = "" if action.chair is None else f" on chair {action.chair}"
        return said + who + where

    def presses_space(self) -> Entries:
        action = next_action(self.room.session)
        return () if action is None else self.sends(action.command)

    # The session

    def starts(self) -> Entries:
        return self.sends(c.StartSession())

    def pauses(self) -> Entries:
        return self.sends(c.PauseClock())

    def resumes(self) -> Entries:
        return self.sends(c.ResumeClock())

    def closes(self) -> Entries:
        return self.sends(c.CloseSession())

    def goes_on(self) -> Entries:
        """Press P: the next part."""
        return self.sends(c.BeginPhase(index=self.room.session.run.index + 1))

    def extends(self, minutes: int) -> Entries:
        return self.sends(c.ExtendClock(minutes=minutes))

    def rebalances(self, how: c.RebalanceHow) -> Entries:
        """Press one of the buttons beside "3:00 later than planned"."""
        return self.sends(c.RebalanceRun(how=how, ms=round(self.room.late * 60_000)))

    def undoes(self, entries: Entries) -> Entries:
        """Take back what these entries did; on the entries of an undo, this is the redo."""
        return self.sends(c.UndoAction(action=ActionId(entries[0].seq)))

    def changes_rules(
        self,
        *,
        entry: c.EntryRule | None = None,
        exit_rule: c.ExitRule | None = None,
        order: c.QueueOrder | None = None,
    ) -> Entries:
        return self.sends(c.ChangeRules(entry=entry, exit_rule=exit_rule, order=order))

    # The bowl

    def keeps_chair(self, chair: int, kind: c.ChairKind) -> Entries:
        return self.sends(c.SetChairKind(chair=ChairNo(chair), kind=kind))

    def wants_chairs(self, count: int) -> Entries:
        return self.sends(c.ChangeChairs(count=count))

    def seats(self, *names: str) -> Entries:
        """Type names, Enter after each: everybody sits on the first free chair."""
        entries: Entries = ()
        for name in names:
            chair = free_chairs(self.room.session)[0].no
            entries = self.sends(c.SeatWalkUp(chair=chair, name=name))
        return entries

    def seats_known(self, name: str, chair: int) -> Entries:
        return self.sends(c.SeatPerson(person=self.room.person(name), chair=ChairNo(chair)))

    def frees(self, name: str) -> Entries:
        return self.sends(c.FreeChair(turn=self._turn(name).id))

    def moves(self, name: str, chair: int) -> Entries:
        return self.sends(c.MovePerson(turn=self._turn(name).id, chair=ChairNo(chair)))

    def takes_chair_away(self, chair: int) -> Entries:
        return self.sends(c.TakeChairAway(chair=ChairNo(chair)))

    def asks_to_make_room(self, name: str) -> Entries:
        return self.sends(c.AskToMakeRoom(turn=self._turn(name).id))

    def takes_over(self, name: str, leaves: str) -> Entries:
        request = self.room.request(name).id
        return self.sends(c.TakeOver(request=request, turn=self._turn(leaves).id))

    def gives_floor(self, name: str | None) -> Entries:
        return self.sends(c.GiveFloor(turn=None if name is None else self._turn(name).id))

    def takes_floor(self) -> Entries:
        return self.sends(c.TakeFloor())

    def corrects_floor(self, who: str | None, from_min: float, until_min: float) -> Entries:
        """Say who spoke between two minutes: a name, "facilitator", or nobody."""
        known = who is not None and who != "facilitator"
        return self.sends(
            c.CorrectFloor(
                from_run_ms=RunMillis(round(from_min * 60_000)),
                until_run_ms=RunMillis(round(until_min * 60_000)),
                turn=self._turn(who).id if known else None,
                facilitator=who == "facilitator",
            )
        )

    # Queue and calls

    def queues(self, name: str = "") -> Entries:
        return self.sends(c.QueueWalkUp(name=name))

    def calls(self, name: str, chair: int) -> Entries:
        request = self.room.request(name).id
        return self.sends(c.CallPerson(request=request, chair=ChairNo(chair)))

    def confirms(self, name: str) -> Entries:
        call = self.room.request(name).call
        assert call is not None
        return self.sends(c.ConfirmSeated(call=call))

    def puts(self, name: str, before: str | None = None) -> Entries:
        """Move a request by hand; last, if it goes before nobody."""
        other = None if before is None else self.room.request(before).id
        return self.sends(c.MoveRequest(request=self.room.request(name).id, before=other))

    def removes(self, name: str) -> Entries:
        return self.sends(c.LowerHand(request=self.room.request(name).id))

    # People and topics

    def renames(self, name: str, to: str) -> Entries:
        return self.sends(c.RenamePerson(person=self.room.person(name), name=to))

    def merges(self, guest: str, into: str) -> Entries:
        return self.sends(
            c.MergePeople(guest=self.room.person(guest), person=self.room.person(into))
        )

    def marks_volunteer(self, name: str) -> Entries:
        return self.sends(c.MarkVolunteer(person=self.room.person(name), on=True))

    def hides(self, name: str) -> Entries:
        return self.sends(c.HideName(person=self.room.person(name)))

    def sends_out(self, name: str) -> Entries:
        return self.sends(c.SendOut(person=self.room.person(name)))

    def readmits(self, name: str) -> Entries:
        return self.sends(c.ReadmitPerson(person=self.room.person(name)))

    def forgets(self, name: str) -> Entries:
        return self.sends(c.ForgetPerson(person=self.room.person(name)))

    def begins_topic(self, title: str) -> Entries:
        """Press T: a topic that is known by that title, or a new one."""
        known = [t.id for t in self.room.session.topics.values() if t.title == title]
        if known:
            return self.sends(c.BeginTopic(topic=known[0]))
        return self.sends(c.BeginTopic(title=title))

    def puts_up(self, title: str) -> Entries:
        return self.sends(c.PutUpTopic(topic=self.room.topic(title).id))

    def parks(self, title: str) -> Entries:
        return self.sends(c.ParkTopic(topic=self.room.topic(title).id))

    def merges_topics(self, title: str, into: str) -> Entries:
        topic, other = self.room.topic(title).id, self.room.topic(into).id
        return self.sends(c.MergeTopics(topic=topic, into=other))

    def opens_vote(self, dots: int = 3, minutes: int | None = None) -> Entries:
        return self.sends(c.OpenVote(dots=dots, minutes=minutes))

    def closes_vote(self) -> Entries:
        vote = last_vote(self.room.session)
        return self.sends(c.CloseVote(vote=vote.id if vote else VoteId(0)))

    def asks_for_thumbs(self, title: str, minutes: int | None = None) -> Entries:
        return self.sends(c.OpenThumbs(topic=self.room.topic(title).id, minutes=minutes))

    def closes_thumbs(self) -> Entries:
        thumbs = last_thumbs(self.room.session)
        return self.sends(c.CloseThumbs(thumbs=thumbs.id if thumbs else ThumbsId(0)))

    def puts_up_question(self, words: str) -> Entries:
        return self.sends(c.PutUpQuestion(question=self.room.question(words).id))

    def sets_question_aside(self, words: str, why: c.AsideWhy) -> Entries:
        return self.sends(c.SetAsideQuestion(question=self.room.question(words).id, why=why))

    def shows_question(self, words: str | None) -> Entries:
        id = None if words is None else self.room.question(words).id
        return self.sends(c.ShowQuestion(question=id))

    def marks_answered(self, words: str) -> Entries:
        return self.sends(c.AnswerQuestion(question=self.room.question(words).id))

    def _turn(self, name: str) -> Turn:
        return self.room.turn(name)
