"""What the letters about turns and swaps lead to; each press acts once, and spends the token."""

from collections.abc import Callable
from datetime import UTC

from fishbowl.domain.community import commands as cc
from fishbowl.domain.community.model import Member
from fishbowl.domain.community.rules.members import owner_in
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId, SeriesId, SwapId
from fishbowl.log.effects import AnyEffect
from fishbowl.services.batch import Outcome
from fishbowl.services.series_letters import scope_parts, swapped_letter
from fishbowl.services.tokens import Token
from fishbowl.web.community.answers import Refused, check
from fishbowl.web.community.me.series_lines import swap_words, turn_words
from fishbowl.web.context import here
from fishbowl.web.setup.instants import zone_of


def member_of(token: Token) -> Member:
    """Whose letter it was.

    :raises Refused: ``token_over``: they are a member no more.
    """
    found = owner_in(here().members.community, token.owner)
    if not isinstance(found, Member):
        raise Refused("token_over", 410)
    return found


def told(token: Token) -> dict[str, str]:
    """What the page tells of a letter about a series: its question; empty for other letters.

    :raises Refused: ``token_over``: what it asks is over.
    """
    id, part = scope_parts(token.scope)
    series = here().series.state(id) if id else None
    if token.purpose == "turn":
        one = None if series is None else series.occasions.get(OccasionId(part))
        turn = None if one is None else one.turn
        if series is None or one is None or turn is None or turn.until_ms is None:
            raise Refused("token_over", 410)
        mine = member_of(token)
        if turn.member != mine.id:
            raise Refused("token_over", 410)
        zone = zone_of(mine.time_zone) or UTC
        heading, text = turn_words(series.about, one, turn.until_ms, zone)
    elif token.purpose == "swap":
        swap = None if series is None else series.swaps.get(SwapId(int(part)))
        if series is None or swap is None:
            raise Refused("token_over", 410)
        own, other = series.occasions[swap.takes], series.occasions[swap.gives]
        heading, text = swap_words(series.about, own, other)
    else:
        return {}
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
    spends = here().tokens.spend(secret)
    check_over(here().members.ask(command, role=Role.DOOR, beside=lambda entries: [spends]))
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


TURN_ACTS: dict[tuple[str, str], Callable[[Token, str], str]] = {
    ("turn", "take"): _take,
    ("turn", "pass"): _pass,
    ("turn", "never"): _never,
    ("swap", "agree"): _agree,
    ("swap", "decline"): _decline,
}
"""What each press does, by the purpose of the token."""


def _ask(series: SeriesId, command: c.Command, secret: str, *beside: AnyEffect) -> None:
    """Do what a letter allows, once.

    :raises Refused: ``token_over``: somebody was faster, or what it was about is over.
    """
    effects = [here().tokens.spend(secret), *beside]
    check_over(here().series.ask(series, command, role=Role.DOOR, beside=lambda _: effects))


def check_over(outcome: Outcome) -> None:
    """Go on if it was done, or was so already.

    :raises Refused: ``token_over``, or it could not be saved.
    """
    if not outcome.ok and outcome.code != "not_saved":
        raise Refused("token_over", 410)
    check(outcome)
