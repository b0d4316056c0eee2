"""Deciding the rota and turns, and that a member is forgotten."""

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.words import clean
from fishbowl.domain.series import commands as c
from fishbowl.domain.series import events as e
from fishbowl.domain.series.decide.registry import Given, decides
from fishbowl.domain.series.ids import OccasionId, SwapId
from fishbowl.domain.series.model import Occasion, Swap, Turn
from fishbowl.domain.series.rules import rota
from fishbowl.domain.series.rules.occasions import to_come
from fishbowl.domain.series.rules.times import starts_at_ms, today, zone_of
from fishbowl.domain.series.state import Series

MEMBERS_MAX = 5_000


@decides
def join_rota(series: Series, command: c.JoinRota, given: Given) -> list[e.Event]:
    """Add a member to the rota."""
    if not series.about.has_rota:
        raise Rejected("no_rota")
    if command.member in series.rota:
        raise AlreadyTrue
    check_room(len(series.rota))
    return [e.RotaJoined(member=command.member)]


@decides
def leave_rota(series: Series, command: c.LeaveRota, given: Given) -> list[e.Event]:
    """Ask a member for no turns; a question looks like one without an answer until its end."""
    if command.member not in series.rota:
        raise AlreadyTrue
    asked = [
        e.TurnPassed(occasion=one.id, member=command.member)
        for one in _turns_of(series, command.member)
        if one.turn is not None and not one.turn.is_taken and not one.turn.passed
    ]
    return [*asked, e.RotaLeft(member=command.member)]


@decides
def ask_turn(series: Series, command: c.AskTurn, given: Given) -> list[e.Event]:
    """Ask somebody of the rota; one at a time is asked."""
    occasion = to_come(series, command.occasion, given.now_ms)
    if occasion.turn is not None:
        raise Rejected("turn_asked")
    member = command.member or rota.next_of(series, occasion)
    if member is None:
        raise Rejected("nobody_left")
    if member not in series.rota or member in occasion.asked:
        raise Rejected("not_in_rota")
    until_ms = rota.answer_by_ms(series, occasion, given.now_ms)
    return [e.TurnAsked(occasion=occasion.id, slot=occasion.slot, member=member, until_ms=until_ms)]


@decides
def withdraw_turn_question(
    series: Series, command: c.WithdrawTurnQuestion, given: Given
) -> list[e.Event]:
    """Ask no more whom one has asked."""
    occasion, turn = _asked(series, command.occasion)
    return [e.TurnQuestionEnded(occasion=occasion.id, member=turn.member, why="withdrawn")]


@decides
def take_turn(series: Series, command: c.TakeTurn, given: Given) -> list[e.Event]:
    """Give a member a turn: who is asked, or who is of the rota while nobody is asked."""
    occasion = to_come(series, command.occasion, given.now_ms)
    turn = occasion.turn
    if turn is not None and turn.member == command.member and turn.is_taken:
        raise AlreadyTrue
    if turn is None and command.member not in series.rota:
        raise Rejected("not_in_rota")
    if turn is not None and turn.member != command.member:
        raise Rejected("turn_taken" if turn.is_taken else "turn_asked")
    return [e.TurnTaken(occasion=occasion.id, slot=occasion.slot, member=command.member)]


@decides
def pass_turn(series: Series, command: c.PassTurn, given: Given) -> list[e.Event]:
    """Let a member pass who is asked."""
    occasion, turn = _asked(series, command.occasion)
    if turn.member != command.member:
        raise Rejected("not_asked")
    if turn.passed:
        raise AlreadyTrue
    return [e.TurnPassed(occasion=occasion.id, member=turn.member)]


@decides
def end_turn_question(series: Series, command: c.EndTurnQuestion, given: Given) -> list[e.Event]:
    """End a question; that they passed is told to nobody."""
    occasion, turn = _asked(series, command.occasion)
    if turn.until_ms is not None and turn.until_ms > given.now_ms:
        raise Rejected("not_due")
    return [e.TurnQuestionEnded(occasion=occasion.id, member=turn.member, why="no_answer")]


@decides
def give_back_turn(series: Series, command: c.GiveBackTurn, given: Given) -> list[e.Event]:
    """Let a turn be nobody's again."""
    occasion = _taken(series, command.occasion, command.member, given)
    return [e.TurnGivenBack(occasion=occasion.id, member=command.member)]


@decides
def ask_swap(series: Series, command: c.AskSwap, given: Given) -> list[e.Event]:
    """Ask another one to swap turns."""
    gives = _taken(series, command.gives, command.member, given)
    takes = to_come(series, command.takes, given.now_ms)
    if takes.turn is None or not takes.turn.is_taken or takes.turn.member == command.member:
        raise Rejected("not_in_rota")
    for swap in series.swaps.values():
        if swap.member == command.member and swap.gives == gives.id:
            raise AlreadyTrue if swap.takes == takes.id else Rejected("swap_open")
    zone = zone_of(series.about.time_zone)
    starts_ms = min(starts_at_ms(one.slot, zone) for one in (gives, takes))
    return [
        e.SwapAsked(
            member=command.member,
            other=takes.turn.member,
            gives=gives.id,
            takes=takes.id,
            until_ms=min(rota.swap_by_ms(given.now_ms), starts_ms),
        )
    ]


@decides
def agree_to_swap(series: Series, command: c.AgreeToSwap, given: Given) -> list[e.Event]:
    """Swap."""
    swap = _swap(series, command.swap, command.member)
    if swap.until_ms <= given.now_ms:
        raise Rejected("swap_over")
    return [e.SwapAgreed(swap=swap.id)]


@decides
def decline_swap(series: Series, command: c.DeclineSwap, given: Given) -> list[e.Event]:
    """Do not swap."""
    swap = _swap(series, command.swap, command.member)
    if swap.declined:
        raise AlreadyTrue
    return [e.SwapDeclined(swap=swap.id)]


@decides
def end_swap(series: Series, command: c.EndSwap, given: Given) -> list[e.Event]:
    """End a question to swap."""
    swap = series.swaps.get(command.swap)
    if swap is None:
        raise AlreadyTrue
    if swap.until_ms > given.now_ms:
        raise Rejected("not_due")
    return [e.SwapEnded(swap=swap.id, why="no_answer")]


@decides
def say_bring(series: Series, command: c.SayBring, given: Given) -> list[e.Event]:
    """Note what somebody brings to their turn."""
    occasion = _taken(series, command.occasion, command.member, given)
    words, before = clean(command.words), occasion.brought
    if before is not None and (before.bring, before.words) == (command.bring, words):
        raise AlreadyTrue
    return [e.BringSaid(occasion=occasion.id, bring=command.bring, words=words)]


@decides
def forget_turns(series: Series, command: c.ForgetTurns, given: Given) -> list[e.Event]:
    """Forget whose turn it was long ago."""
    day = today(given.now_ms, zone_of(series.about.time_zone))
    old = rota.old_turns(series, day)
    if not old:
        raise AlreadyTrue
    entries = [one.brought.seq for one in old if one.brought is not None]
    return [
        e.TurnsForgotten(
            until=max(one.slot.on for one in old),
            occasions=tuple(one.id for one in old),
            entries=tuple(entries),
        )
    ]


@decides
def forget_member(series: Series, command: c.ForgetMember, given: Given) -> list[e.Event]:
    """Let nothing of somebody stay."""
    member = command.member
    if member not in rota.members_of(series):
        raise AlreadyTrue
    return [e.MemberForgotten(member=member, entries=series.words.get(member, ()))]


def _asked(series: Series, id: OccasionId) -> tuple[Occasion, Turn]:
    occasion = series.occasions.get(id)
    if occasion is None or occasion.turn is None or occasion.turn.is_taken:
        raise Rejected("not_asked")
    return occasion, occasion.turn


def _taken(series: Series, id: OccasionId, member: MemberId, given: Given) -> Occasion:
    occasion = to_come(series, id, given.now_ms)
    turn = occasion.turn
    if turn is None or not turn.is_taken or turn.member != member:
        raise Rejected("not_yours")
    return occasion


def _swap(series: Series, id: SwapId, other: MemberId) -> Swap:
    swap = series.swaps.get(id)
    if swap is None:
        raise Rejected("swap_over")
    if swap.other != other:
        raise Rejected("not_asked")
    return swap


def _turns_of(series: Series, member: MemberId) -> list[Occasion]:
    return [
        one
        for one in series.occasions.values()
        if one.turn is not None and one.turn.member == member
    ]


def check_room(count: int) -> None:
    """Let no more members in than a series can know.

    :raises Rejected: ``limit_reached``.
    """
    if count >= MEMBERS_MAX:
        raise Rejected("limit_reached", most=MEMBERS_MAX)
