"""Waiting for a chair: patience, second thoughts, and the call."""

from fishbowl.domain.session.commands import (
    AcceptCall,
    ChangeRequest,
    ConfirmSeated,
    LowerHand,
    PassCall,
)
from fishbowl.domain.session.ids import CallId, RequestId
from fishbowl.simulation.behaviour import Body
from fishbowl.simulation.listening import something_to_say
from fishbowl.simulation.screen_model import MyRequestSeen

LETS_GO, CHANGES = 0.1, 0.2
"""Chances when the talk has moved on: to lower the hand, to bring something else."""


async def wait_for_a_chair(who: Body, request: MyRequestSeen) -> None:
    """Do what comes next for somebody who has asked."""
    match request.state:
        case "called":
            await _hear_the_call(who, request)
        case "walking":
            await _walk_up(who, request)
        case _:
            await _be_patient(who, request)


async def _be_patient(who: Body, request: MyRequestSeen) -> None:
    seen_ms = who.clock.now_ms()
    if await _moves_on(who, request, who.glance_s):
        return
    waited_s = (who.clock.now_ms() - seen_ms) / 1000
    current = who.phone.topics.current()
    if current != who.memory.asked_under:
        who.memory.asked_under = current
        await _think_again(who, request)
    elif who.happens(waited_s, who.person.kind.patience_s * who.tempo):
        await who.phone.send(LowerHand(request=RequestId(request.request)))
        await _moves_on(who, request, 10)


async def _think_again(who: Body, request: MyRequestSeen) -> None:
    """The talk has moved on: keep it, change it, or let it go."""
    choice, id = who.draw.random(), RequestId(request.request)
    if choice < LETS_GO:
        await who.take(4, 15)
        await who.phone.send(LowerHand(request=id))
    elif choice < LETS_GO + CHANGES:
        await who.take(8, 25)
        kind, words = something_to_say(who)
        await who.phone.send(ChangeRequest(request=id, kind=kind, words=words))


async def _hear_the_call(who: Body, request: MyRequestSeen) -> None:
    """Decide about a call once: walk up, saying so or not; not now; or do not notice it."""
    if request.call is None or request.call == who.memory.answered_call:
        await _moves_on(who, request, who.glance_s)
        return
    who.memory.answered_call = request.call
    kind, call = who.person.kind, CallId(request.call)
    choice = who.draw.random()
    if choice < kind.absent:
        return
    await who.take(2, 9)
    if choice < kind.absent + kind.not_now:
        await who.phone.send(PassCall(call=call))
    elif who.says_so():
        await who.phone.send(AcceptCall(call=call))
    else:
        await who.take(6, 14)
        who.hall.walk_up(who.me.person)
    await _moves_on(who, request, 10)


async def _walk_up(who: Body, request: MyRequestSeen) -> None:
    await who.take(5, 14)
    who.hall.walk_up(who.me.person)
    if request.call is not None and who.says_so():
        await who.phone.send(ConfirmSeated(call=CallId(request.call)))
    await _moves_on(who, request, 60)


async def _moves_on(who: Body, request: MyRequestSeen, seconds: float) -> bool:
    """Wait until the request is in another state, or no longer there."""

    def has_moved_on() -> bool:
        now = who.me.request
        return now is None or (now.request, now.state) != (request.request, request.state)

    return await who.phone.until(has_moved_on, seconds)
