"""Folds of the rota and of turns."""

from msgspec.structs import replace

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.series import events as e
from fishbowl.domain.series.evolve.occasions import known, put
from fishbowl.domain.series.evolve.registry import Changes, folds
from fishbowl.domain.series.ids import SwapId
from fishbowl.domain.series.model import Brought, Swap, Turn
from fishbowl.domain.series.state import Series


@folds
def rota_joined(series: Series, event: e.RotaJoined, entry: e.Entry) -> Changes:
    """Add a member to the rota."""
    return {"rota": series.rota.set(event.member, entry.seq)}


@folds
def rota_left(series: Series, event: e.RotaLeft, entry: e.Entry) -> Changes:
    """Ask a member for no turns."""
    return {"rota": series.rota.delete(event.member)}


@folds
def turn_asked(series: Series, event: e.TurnAsked, entry: e.Entry) -> Changes:
    """Note who is asked, and until when."""
    before = known(series, event.occasion, event.slot)
    turn = Turn(member=event.member, until_ms=event.until_ms)
    return put(series, before, turn=turn, brought=None)


@folds
def turn_taken(series: Series, event: e.TurnTaken, entry: e.Entry) -> Changes:
    """Note whose turn it is."""
    before = known(series, event.occasion, event.slot)
    return put(series, before, turn=Turn(member=event.member))


@folds
def turn_passed(series: Series, event: e.TurnPassed, entry: e.Entry) -> Changes:
    """Note, for themselves, that they pass."""
    before = series.occasions[event.occasion]
    assert before.turn is not None
    return put(series, before, turn=replace(before.turn, passed=True))


@folds
def turn_question_ended(series: Series, event: e.TurnQuestionEnded, entry: e.Entry) -> Changes:
    """Ask them no more for this occasion."""
    before = series.occasions[event.occasion]
    return put(series, before, turn=None, asked=(*before.asked, event.member))


@folds
def turn_given_back(series: Series, event: e.TurnGivenBack, entry: e.Entry) -> Changes:
    """Let the turn be nobody's; swaps about it end."""
    before = series.occasions[event.occasion]
    asked = (*before.asked, event.member)
    swaps = series.swaps
    for swap in series.swaps.values():
        if event.occasion in (swap.gives, swap.takes):
            swaps = swaps.delete(swap.id)
    return {**put(series, before, turn=None, brought=None, asked=asked), "swaps": swaps}


@folds
def swap_asked(series: Series, event: e.SwapAsked, entry: e.Entry) -> Changes:
    """Note a question to swap."""
    swap = Swap(
        id=SwapId(entry.seq),
        member=event.member,
        other=event.other,
        gives=event.gives,
        takes=event.takes,
        until_ms=event.until_ms,
    )
    return {"swaps": series.swaps.set(swap.id, swap)}


@folds
def swap_agreed(series: Series, event: e.SwapAgreed, entry: e.Entry) -> Changes:
    """Swap the turns of two members; each brings something else there."""
    swap = series.swaps[event.swap]
    gives, takes = series.occasions[swap.gives], series.occasions[swap.takes]
    occasions = series.occasions.set(
        gives.id, replace(gives, turn=Turn(member=swap.other), brought=None)
    ).set(takes.id, replace(takes, turn=Turn(member=swap.member), brought=None))
    swaps = series.swaps
    for one in series.swaps.values():
        if {one.gives, one.takes} & {swap.gives, swap.takes}:
            swaps = swaps.delete(one.id)
    return {"occasions": occasions, "swaps": swaps}


@folds
def swap_declined(series: Series, event: e.SwapDeclined, entry: e.Entry) -> Changes:
    """Note, for themselves, that they said no."""
    swap = replace(series.swaps[event.swap], declined=True)
    return {"swaps": series.swaps.set(swap.id, swap)}


@folds
def swap_ended(series: Series, event: e.SwapEnded, entry: e.Entry) -> Changes:
    """End the question."""
    return {"swaps": series.swaps.delete(event.swap)}


@folds
def bring_said(series: Series, event: e.BringSaid, entry: e.Entry) -> Changes:
    """Note what somebody brings."""
    before = series.occasions[event.occasion]
    assert before.turn is not None
    brought = Brought(bring=event.bring, words=event.words, seq=entry.seq)
    member = before.turn.member
    words = series.words.set(member, (*series.words.get(member, ()), entry.seq))
    return {**put(series, before, brought=brought), "words": words}


@folds
def turns_forgotten(series: Series, event: e.TurnsForgotten, entry: e.Entry) -> Changes:
    """Know no more who had which turn long ago."""
    occasions = series.occasions
    for id in event.occasions:
        if id in occasions:
            before = occasions[id]
            occasions = occasions.set(id, replace(before, turn=None, brought=None, asked=()))
    gone = frozenset(event.entries)
    return {"occasions": occasions, "words": _without(series, gone)}


@folds
def member_forgotten(series: Series, event: e.MemberForgotten, entry: e.Entry) -> Changes:
    """Let nothing of somebody stay."""
    member = event.member
    occasions = series.occasions
    for one in series.occasions.values():
        turn = None if one.turn is not None and one.turn.member == member else one.turn
        asked = tuple(each for each in one.asked if each != member)
        if (turn, asked) != (one.turn, one.asked):
            brought = one.brought if turn is one.turn else None
            after = replace(one, turn=turn, brought=brought, asked=asked)
            occasions = occasions.set(one.id, after)
    swaps = series.swaps
    for swap in series.swaps.values():
        if member in (swap.member, swap.other):
            swaps = swaps.delete(swap.id)
    changes: Changes = {"occasions": occasions, "swaps": swaps}
    for field in ("rota", "followers", "words"):
        of_members = getattr(series, field)
        if member in of_members:
            changes[field] = of_members.delete(member)
    return changes


def _without(series: Series, gone: frozenset[Seq]) -> object:
    words = series.words
    for member, seqs in series.words.items():
        if left := tuple(seq for seq in seqs if seq not in gone):
            words = words.set(MemberId(member), left)
        else:
            words = words.delete(member)
    return words
