"""A session of opt-in attribution in which happens what random evenings hardly ever reach."""

from fishbowl.domain.kernel.ids import AnswerId, ItemId, Seq, TakeawayId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from tests.support.room import Room


def rare_session() -> Room:
    """Play it.

    :return: the room, with its log.
    """
    room = Room(chairs=4, minutes=30, attribution="opt_in")
    hand = room.facilitator
    anna, kofi, noor = room.joins("Anna", "Kofi", "Noor")
    hand.sends(c.LockDoor())
    hand.sends(c.UnlockDoor())
    hand.seats("Lindiwe", "Tomasz")
    hand.starts()
    room.wait(minutes=2)
    anna.asks()
    kofi.asks()
    anna.gives_place("Kofi")
    anna.sends(c.CreditMe(on=True))
    room.wait(minutes=26)
    action = hand.sends(c.AddNote(kind="action", words="Write it down", owner="Noor"))[0]
    kept = anna.sends(c.KeepTakeaway(kind="will", words="Ask Tomasz", shared=True))[0]
    anna.sends(c.EditTakeaway(takeaway=TakeawayId(kept.seq), words="Ask him", due="2027-02-01"))
    let_go = kofi.sends(c.KeepTakeaway(kind="take", words="Nothing"))[0]
    kofi.sends(c.WithdrawTakeaway(takeaway=TakeawayId(let_go.seq)))
    hand.sends(c.OpenQueue())
    hand.sends(c.OpenDebrief(stage="what"))
    first = anna.sends(c.AnswerDebrief(stage="what", words="We talked"))[0]
    anna.sends(c.EditAnswer(answer=AnswerId(first.seq), words="We talked at last"))
    second = kofi.sends(c.AnswerDebrief(stage="what", words="Too long"))[0]
    kofi.sends(c.TakeBackAnswer(answer=AnswerId(second.seq)))
    third = noor.sends(c.AnswerDebrief(stage="what", words="Too loud"))[0]
    hand.sends(c.SetAsideAnswer(answer=AnswerId(third.seq)))
    hand.sends(c.CloseDebrief())
    room.sends(c.RecoverPerson(person=noor.person), role=Role.DOOR, key="another device")
    hand.closes()
    hand.sends(c.HideFromSummary(item=ItemId(action.seq)))
    hand.sends(c.ShowInSummary(item=ItemId(action.seq)))
    hand.sends(c.PublishSummary())
    hand.sends(c.WithdrawSummary())
    hand.sends(c.CloseItem(item=Seq(action.seq), words="Done"))
    hand.sends(c.ReopenItem(item=Seq(action.seq)))
    anna.forgets()
    return room
