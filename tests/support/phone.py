"""The phone of somebody in a :class:`tests.support.room_base.RoomBase` room: what they tap."""

from typing import TYPE_CHECKING, Any

from fishbowl.domain.kernel.ids import CallId, ChairNo, PersonId, ThumbsId, VoteId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.votes import last_thumbs, last_vote

if TYPE_CHECKING:
    from tests.support.room_base import RoomBase, Who


class Phone:
    """A phone that has come in under a name. Every method returns what its room answers."""

    def __init__(self, room: "RoomBase", name: str, *, device: str = "") -> None:
        self.room = room
        self.key = device or f"device {len(room.phones) + 1}"
        self.joins(name)
        room.phones[self.key] = self

    def sends(self, command: c.Command) -> Any:
        """Send any command as this phone."""
        person = self.room.session.person_of_key.get(self.key)
        return self.room.sends(command, person, Role.ATTENDEE, self.key)

    @property
    def person(self) -> PersonId:
        """Who holds this phone."""
        return self.room.session.person_of_key[self.key]

    def is_of(self, person: PersonId) -> bool:
        """Whether a person holds this phone."""
        return self.room.session.person_of_key.get(self.key) == person

    @property
    def name(self) -> str:
        """What the faces call them."""
        return self.room.called(self.person)

    @property
    def _call(self) -> CallId:
        call = self.room.request(self).call
        return call if call is not None else CallId(0)

    def joins(self, name: str) -> Any:
        return self.sends(c.JoinSession(name=name))

    def asks(self, words: str = "", kind: c.RequestKind = "new_point") -> Any:
        return self.sends(c.AskForChair(words=words, kind=kind))

    def lowers_hand(self) -> Any:
        request = [r for r in self.room.session.requests.values() if r.person == self.person]
        return self.sends(c.LowerHand(request=max(r.id for r in request)))

    def walks_up(self) -> Any:
        return self.sends(c.AcceptCall(call=self._call))

    def passes(self) -> Any:
        return self.sends(c.PassCall(call=self._call))

    def is_on_the_chair(self) -> Any:
        return self.sends(c.ConfirmSeated(call=self._call))

    def leaves_chair(self) -> Any:
        return self.sends(c.FreeChair(turn=self.room.turn(self).id))

    def offers_room(self, on: bool = True) -> Any:
        return self.sends(c.OfferRoom(turn=self.room.turn(self).id, on=on))

    def takes_chair(self, chair: int) -> Any:
        return self.sends(c.TakeChair(chair=ChairNo(chair)))

    def taps_in_on(self, who: "Who") -> Any:
        return self.sends(c.TapIn(turn=self.room.turn(who).id))

    def hands_over(self) -> Any:
        return self.sends(c.HandOver(turn=self.room.turn(self).id))

    def wants_a_minute(self) -> Any:
        return self.sends(c.AskMinute(turn=self.room.turn(self).id))

    def renames(self, name: str) -> Any:
        return self.sends(c.RenamePerson(person=self.person, name=name))

    def suggests(self, title: str) -> Any:
        return self.sends(c.SuggestTopic(title=title))

    def puts_dots(self, title: str, dots: int) -> Any:
        vote, topic = last_vote(self.room.session), self.room.topic(title).id
        return self.sends(c.CastDots(vote=vote.id if vote else VoteId(0), topic=topic, dots=dots))

    def thumb(self, way: c.Thumb) -> Any:
        thumbs = last_thumbs(self.room.session)
        return self.sends(c.CastThumb(thumbs=thumbs.id if thumbs else ThumbsId(0), way=way))

    def puts_question(self, words: str) -> Any:
        return self.sends(c.AskBowl(words=words))

    def upvotes(self, words: str, on: bool = True) -> Any:
        question = self.room.question(words).id
        return self.sends(c.UpvoteQuestion(question=question, on=on))

    def takes_question_back(self, words: str) -> Any:
        return self.sends(c.TakeBackQuestion(question=self.room.question(words).id))

    def forgets(self) -> Any:
        return self.sends(c.ForgetPerson(person=self.person))

    def leaves_point(self, words: str) -> Any:
        return self.sends(c.LeavePoint(words=words))

    def withdraws_point(self, words: str) -> Any:
        return self.sends(c.WithdrawPoint(point=self.room.point(words).id))

    def gives_place(self, to: "Who") -> Any:
        room = self.room
        giver, taker = room.request(self), room.request(to)
        return self.sends(c.GivePlace(request=giver.id, to=taker.id))
