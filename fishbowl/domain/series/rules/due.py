"""What time does in a series, without its sessions: those also need a code, see the service."""

from collections.abc import Iterator

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.commands import (
    AskTurn,
    Command,
    EndSwap,
    EndTurnQuestion,
    ForgetComers,
    ForgetTurns,
    TellFollowers,
)
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules import followers, rota
from fishbowl.domain.series.rules.occasions import DOORS_OPEN_MS, upcoming
from fishbowl.domain.series.rules.times import day_is_over, starts_at_ms, today, zone_of
from fishbowl.domain.series.state import Series


def due(series: Series, now_ms: Millis) -> Iterator[tuple[str, Command]]:
    """What time has to do now: a command with an id made from what it ends or begins."""
    zone = zone_of(series.about.time_zone)
    for one in rota.unanswered(series, now_ms):
        assert one.turn is not None
        id = f"time.turn.{one.id}.{one.turn.member}.{one.turn.until_ms}"
        yield id, EndTurnQuestion(occasion=one.id)
    for swap in rota.swaps_over(series, now_ms):
        yield f"time.swap.{swap.id}", EndSwap(swap=swap.id)
    for one in rota.to_ask(series, now_ms):
        yield f"time.ask.{one.id}.{len(one.asked)}.{series.seq}", AskTurn(occasion=one.id)
    may_tell = bool(series.followers) and not followers.is_waiting(series, now_ms)
    if may_tell and followers.to_tell(series, now_ms):
        yield f"time.tell.{series.seq}", TellFollowers()
    for one in series.occasions.values():
        if one.comers and day_is_over(one.slot, now_ms, zone):
            yield f"time.comers.{one.id}.{one.comers[-1].id}", ForgetComers(occasion=one.id)
    if old := rota.old_turns(series, today(now_ms, zone)):
        yield f"time.turns.{old[0].id}.{series.seq}", ForgetTurns()


def to_open(series: Series, now_ms: Millis) -> list[Occasion]:
    """Occasions that become a session by themselves by now, as their doors open."""
    if not series.about.opens_by_itself or series.is_ended:
        return []
    zone = zone_of(series.about.time_zone)
    return [
        one
        for one in upcoming(series, now_ms, days=1)
        if not one.code and starts_at_ms(one.slot, zone) - DOORS_OPEN_MS <= now_ms
    ]
