"""Behaviour in the queue: patience, changes of mind, and answers to a call."""

from fishbowl.domain.session.commands import (
    AcceptCall,
    ChangeRequest,
    ConfirmSeated,
    LowerHand,
    PassCall,
)
from fishbowl.domain.session.ids import CallId, RequestId
from fishbowl.simulation.behaviour import Attendee
from fishbowl.simulation.listening import something_to_say
from fishbowl.simulation.screen_model import MyRequestModel

WITHDRAW_CHANCE, CHANGE_CHANCE = 0.1, 0.2
"""Chances after a change of topic: to withdraw the request, to change it."""


async def wait_for_a_chair(who: Attendee, request: MyRequestModel) -> None:
    """React to the state of the own request."""
    match request.state:
        case "called":
            await _hear_the_call(who, request)
        case "walking":
            await _walk_up(who, request)
        case _:
            await _be_patient(who, request)


async def _be_patient(who: Attendee, request: MyRequestModel) -> None:
    seen_ms = who.clock.now_ms()
    if await _moves_on(who, request, who.check_interval_s):
        return
    waited_s = (who.clock.now_ms() - seen_ms) / 1000
    current = who.phone.topics.current()
    if current != who.memory.asked_under:
        who.memory.asked_under = current
        await _think_again(who, request)
    elif who.has_happened(waited_s, who.person.kind.patience_s * who.tempo):
        await who.phone.send(LowerHand(request=RequestId(request.request)))
        await _moves_on(who, request, 10)


async def _think_again(who: Attendee, request: MyRequestModel) -> None:
    """After a change of topic keep, change or withdraw the request."""
    choice, id = who.draw.random(), RequestId(request.request)
    if choice < WITHDRAW_CHANCE:
        await who.delay(4, 15)
        await who.phone.send(LowerHand(request=id))
    elif choice < WITHDRAW_CHANCE + CHANGE_CHANCE:
        await who.delay(8, 25)
        kind, words = something_to_say(who)
        await who.phone.send(ChangeRequest(request=id, kind=kind, words=words))


async def _hear_the_call(who: Attendee, request: MyRequestModel) -> None:
    """Decide about a call once: accept or just walk up, pass it, or miss it."""
    if request.call is None or request.call == who.memory.answered_call:
        await _moves_on(who, request, who.check_interval_s)
        return
    who.memory.answered_call = request.call
    kind, call = who.person.kind, CallId(request.call)
    choice = who.draw.random()
    if choice < kind.absent:
        return
    await who.delay(2, 9)
    if choice < kind.absent + kind.not_now:
        await who.phone.send(PassCall(call=call))
    elif who.uses_phone():
        await who.phone.send(AcceptCall(call=call))
    else:
        await who.delay(6, 14)
        who.hall.walk_up(who.me.person)
    await _moves_on(who, request, 10)


async def _walk_up(who: Attendee, request: MyRequestModel) -> None:
    await who.delay(5, 14)
    who.hall.walk_up(who.me.person)
    if request.call is not None and who.uses_phone():
        await who.phone.send(ConfirmSeated(call=CallId(request.call)))
    await _moves_on(who, request, 60)


async def _moves_on(who: Attendee, request: MyRequestModel, seconds: float) -> bool:
    """Wait until the request is in another state, or no longer there."""

    def has_moved_on() -> bool:
        now = who.me.request
        return now is None or (now.request, now.state) != (request.request, request.state)

    return await who.phone.until(has_moved_on, seconds)
