"""What the letters about turns and swaps lead to; each press acts once, and spends the token."""

from datetime import UTC

from fishbowl.domain.community import commands as cc
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId, SeriesId, SwapId
from fishbowl.log.effects import AnyEffect
from fishbowl.services.series_letters import scope_parts, swapped_letter
from fishbowl.services.tokens import Token
from fishbowl.web.community.answers import Refused
from fishbowl.web.community.letters.press import Act, Tell, check_over, do_once, member_of
from fishbowl.web.community.me.series_lines import swap_words, turn_words
from fishbowl.web.context import here
from fishbowl.web.setup.instants import zone_of


def _turn(token: Token) -> dict[str, str]:
    """Whether they take the turn."""
    id, part = scope_parts(token.scope)
    series = here().series.state(id) if id else None
    one = None if series is None else series.occasions.get(OccasionId(part))
    turn = None if one is None else one.turn
    if series is None or one is None or turn is None or turn.until_ms is None:
        raise Refused("token_over", 410)
    mine = member_of(token)
    if turn.member != mine.id:
        raise Refused("token_over", 410)
    zone = zone_of(mine.time_zone) or UTC
    heading, text = turn_words(series.about, one, turn.until_ms, zone)
    return {"heading": heading, "text": text}


def _swap(token: Token) -> dict[str, str]:
    """Whether they swap."""
    id, part = scope_parts(token.scope)
    series = here().series.state(id) if id else None
    swap = None if series is None else series.swaps.get(SwapId(int(part)))
    if series is None or swap is None:
        raise Refused("token_over", 410)
    own, other = series.occasions[swap.takes], series.occasions[swap.gives]
    heading, text = swap_words(series.about, own, other)
    return {"heading": heading, "text": text}


def _take(token: Token, secret: str) -> str:
    series, part = scope_parts(token.scope)
    _ask(series, c.TakeTurn(occasion=OccasionId(part), member=member_of(token).id), secret)
    return "taken"


def _pass(token: Token, secret: str) -> str:
    series, part = scope_parts(token.scope)
    _ask(series, c.PassTurn(occasion=OccasionId(part), member=member_of(token).id), secret)
    return "passed"


def _never(token: Token, secret: str) -> str:
    """They agree no more to be asked for turns; every rota forgets them, see ``SeriesMembers``."""
    command = cc.SetConsent(member=member_of(token).id, consent="turn", on=False)
    do_once(command, secret)
    return "never"


def _agree(token: Token, secret: str) -> str:
    series, part = scope_parts(token.scope)
    state, mine = here().series.state(series), member_of(token)
    swap = None if state is None else state.swaps.get(SwapId(int(part)))
    if swap is None:
        raise Refused("token_over", 410)
    letter = swapped_letter(series, swap, Millis(here().clock.now_ms()))
    _ask(series, c.AgreeToSwap(member=mine.id, swap=swap.id), secret, letter)
    return "swapped"


def _decline(token: Token, secret: str) -> str:
    series, part = scope_parts(token.scope)
    _ask(series, c.DeclineSwap(member=member_of(token).id, swap=SwapId(int(part))), secret)
    return "kept"


TELLS: dict[str, Tell] = {"turn": _turn, "swap": _swap}
"""The question of a letter, by the purpose of its token; ``token_over`` if what it asks is over."""
ACTS: dict[tuple[str, str], Act] = {
    ("turn", "take"): _take,
    ("turn", "pass"): _pass,
    ("turn", "never"): _never,
    ("swap", "agree"): _agree,
    ("swap", "decline"): _decline,
}
"""What each press does, by the purpose of the token."""


def _ask(series: SeriesId, command: c.Command, secret: str, *beside: AnyEffect) -> None:
    """Do in a series what a letter allows, once.

    :raises Refused: ``token_over``: somebody was faster, or what it was about is over.
    """
    effects = [here().tokens.spend(secret), *beside]
    check_over(here().series.ask(series, command, role=Role.DOOR, beside=lambda _: effects))
