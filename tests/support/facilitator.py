"""The facilitator of a :class:`tests.support.room_base.RoomBase` room: what they press."""

from typing import TYPE_CHECKING, Any

from fishbowl.domain.kernel.ids import ActionId, ChairNo, ItemId, RunMillis, ThumbsId, VoteId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.model import Turn
from fishbowl.domain.session.next_action import next_action
from fishbowl.domain.session.rules.chairs.free_chairs import free_chairs
from fishbowl.domain.session.rules.summary.looked_at import unseen
from fishbowl.domain.session.rules.votes import last_thumbs, last_vote

if TYPE_CHECKING:
    from tests.support.room_base import RoomBase, Who


class Facilitator:
    """The one at the console. Every method returns what its room answers."""

    def __init__(self, room: "RoomBase") -> None:
        self.room = room

    def sends(self, command: c.Command) -> Any:
        """Send any command from the console."""
        return self.room.sends(command)

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

    def presses_space(self) -> Any:
        action = next_action(self.room.session)
        return () if action is None else self.sends(action.command)

    # The session

    def starts(self) -> Any:
        return self.sends(c.StartSession())

    def pauses(self) -> Any:
        return self.sends(c.PauseClock())

    def resumes(self) -> Any:
        return self.sends(c.ResumeClock())

    def closes(self) -> Any:
        return self.sends(c.CloseSession())

    def goes_on(self) -> Any:
        """Press P: the next part."""
        return self.sends(c.BeginPhase(index=self.room.session.run.index + 1))

    def extends(self, minutes: int) -> Any:
        return self.sends(c.ExtendClock(minutes=minutes))

    def rebalances(self, how: c.RebalanceHow) -> Any:
        """Press one of the buttons beside "3:00 later than planned"."""
        return self.sends(c.RebalanceRun(how=how, ms=round(self.room.late * 60_000)))

    def undoes(self, entries: tuple[Entry, ...]) -> Any:
        """Take back what these entries did; on the entries of an undo, this is the redo."""
        return self.sends(c.UndoAction(action=ActionId(entries[0].seq)))

    def undoes_last(self) -> Any:
        """Take back the last action that can be."""
        actions = self.room.session.actions
        last = next(a for a in reversed(actions) if not a.undone and a.touches)
        return self.sends(c.UndoAction(action=ActionId(last.id)))

    def changes_rules(
        self,
        *,
        entry: c.EntryRule | None = None,
        exit_rule: c.ExitRule | None = None,
        order: c.QueueOrder | None = None,
    ) -> Any:
        return self.sends(c.ChangeRules(entry=entry, exit_rule=exit_rule, order=order))

    # The bowl

    def keeps_chair(self, chair: int, kind: c.ChairKind) -> Any:
        return self.sends(c.SetChairKind(chair=ChairNo(chair), kind=kind))

    def wants_chairs(self, count: int) -> Any:
        return self.sends(c.ChangeChairs(count=count))

    def seats(self, *names: str) -> Any:
        """Type names, Enter after each: everybody sits on the first free chair."""
        answer: Any = ()
        for name in names:
            chair = free_chairs(self.room.session)[0].no
            answer = self.sends(c.SeatWalkUp(chair=chair, name=name))
        return answer

    def seats_known(self, who: "Who", chair: int) -> Any:
        return self.sends(c.SeatPerson(person=self.room.person(who), chair=ChairNo(chair)))

    def frees(self, who: "Who") -> Any:
        return self.sends(c.FreeChair(turn=self._turn(who).id))

    def moves(self, who: "Who", chair: int) -> Any:
        return self.sends(c.MovePerson(turn=self._turn(who).id, chair=ChairNo(chair)))

    def takes_chair_away(self, chair: int) -> Any:
        return self.sends(c.TakeChairAway(chair=ChairNo(chair)))

    def asks_to_make_room(self, who: "Who") -> Any:
        return self.sends(c.AskToMakeRoom(turn=self._turn(who).id))

    def takes_over(self, who: "Who", leaves: "Who") -> Any:
        request = self.room.request(who).id
        return self.sends(c.TakeOver(request=request, turn=self._turn(leaves).id))

    def gives_floor(self, who: "Who | None") -> Any:
        return self.sends(c.GiveFloor(turn=None if who is None else self._turn(who).id))

    def takes_floor(self) -> Any:
        return self.sends(c.TakeFloor())

    def corrects_floor(self, who: str | None, from_min: float, until_min: float) -> Any:
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

    def queues(self, name: str = "") -> Any:
        return self.sends(c.QueueWalkUp(name=name))

    def calls(self, who: "Who", chair: int) -> Any:
        request = self.room.request(who).id
        return self.sends(c.CallPerson(request=request, chair=ChairNo(chair)))

    def confirms(self, who: "Who") -> Any:
        call = self.room.request(who).call
        assert call is not None
        return self.sends(c.ConfirmSeated(call=call))

    def puts(self, who: "Who", before: "Who | None" = None) -> Any:
        """Move a request by hand; last, if it goes before nobody."""
        other = None if before is None else self.room.request(before).id
        return self.sends(c.MoveRequest(request=self.room.request(who).id, before=other))

    def removes(self, who: "Who") -> Any:
        return self.sends(c.LowerHand(request=self.room.request(who).id))

    # People and topics

    def renames(self, who: "Who", to: str) -> Any:
        return self.sends(c.RenamePerson(person=self.room.person(who), name=to))

    def merges(self, guest: "Who", into: "Who") -> Any:
        return self.sends(
            c.MergePeople(guest=self.room.person(guest), person=self.room.person(into))
        )

    def marks_volunteer(self, who: "Who") -> Any:
        return self.sends(c.MarkVolunteer(person=self.room.person(who), on=True))

    def hides(self, who: "Who") -> Any:
        return self.sends(c.HideName(person=self.room.person(who)))

    def sends_out(self, who: "Who") -> Any:
        return self.sends(c.SendOut(person=self.room.person(who)))

    def readmits(self, who: "Who") -> Any:
        return self.sends(c.ReadmitPerson(person=self.room.person(who)))

    def forgets(self, who: "Who") -> Any:
        return self.sends(c.ForgetPerson(person=self.room.person(who)))

    def begins_topic(self, title: str) -> Any:
        """Press T: a topic that is known by that title, or a new one."""
        known = [t.id for t in self.room.session.topics.values() if t.title == title]
        if known:
            return self.sends(c.BeginTopic(topic=known[0]))
        return self.sends(c.BeginTopic(title=title))

    def puts_up(self, title: str) -> Any:
        return self.sends(c.PutUpTopic(topic=self.room.topic(title).id))

    def parks(self, title: str) -> Any:
        return self.sends(c.ParkTopic(topic=self.room.topic(title).id))

    def merges_topics(self, title: str, into: str) -> Any:
        topic, other = self.room.topic(title).id, self.room.topic(into).id
        return self.sends(c.MergeTopics(topic=topic, into=other))

    def opens_vote(self, dots: int = 3, minutes: int | None = None) -> Any:
        return self.sends(c.OpenVote(dots=dots, minutes=minutes))

    def closes_vote(self) -> Any:
        vote = last_vote(self.room.session)
        return self.sends(c.CloseVote(vote=vote.id if vote else VoteId(0)))

    def asks_for_thumbs(self, title: str, minutes: int | None = None) -> Any:
        return self.sends(c.OpenThumbs(topic=self.room.topic(title).id, minutes=minutes))

    def closes_thumbs(self) -> Any:
        thumbs = last_thumbs(self.room.session)
        return self.sends(c.CloseThumbs(thumbs=thumbs.id if thumbs else ThumbsId(0)))

    def puts_up_question(self, words: str) -> Any:
        return self.sends(c.PutUpQuestion(question=self.room.question(words).id))

    def sets_question_aside(self, words: str, why: c.AsideWhy) -> Any:
        return self.sends(c.SetAsideQuestion(question=self.room.question(words).id, why=why))

    def shows_question(self, words: str | None) -> Any:
        id = None if words is None else self.room.question(words).id
        return self.sends(c.ShowQuestion(question=id))

    def marks_answered(self, words: str) -> Any:
        return self.sends(c.AnswerQuestion(question=self.room.question(words).id))

    def passes_words(self) -> Any:
        """Let everything that people wrote stand in the summary."""
        found = unseen(self.room.session)
        written = (*found.takeaways, *found.answers, *found.points, *found.requests)
        if not written:
            return ()
        return self.sends(c.PassWords(items=tuple(ItemId(one.id) for one in written)))

    def _turn(self, who: "Who") -> Turn:
        return self.room.turn(who)
