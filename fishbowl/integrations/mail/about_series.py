"""From a row of the outbox about a series to what its letter tells, as it is at that moment."""

from collections.abc import Iterator

import msgspec

from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.ids import OccasionId, SwapId
from fishbowl.domain.series.model import Occasion, Slot
from fishbowl.domain.series.rules.occasions import find
from fishbowl.domain.series.state import Series
from fishbowl.harvest.calendars import Invitation, Method, Person, series_calendar
from fishbowl.integrations.mail.dates import Date, SeriesFacts, date_of
from fishbowl.integrations.mail.letter import Attachment
from fishbowl.integrations.mail.letters import Kind
from fishbowl.integrations.mail.params import Off, Params

TURNS: frozenset[Kind] = frozenset({"turn", "swap"})
"""Who turned off the consent to turns is not asked by letter either."""


class AboutSeries(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter tells, and until when it can be answered."""

    facts: SeriesFacts
    until_ms: Millis | None = None


def about_series(kind: Kind, params: Params, series: Series, who: Member) -> AboutSeries | None:
    """Say what the letter tells; ``None``: it is not to be sent any more."""
    facts = SeriesFacts(label=series.about.label, is_public=series.about.is_public)
    if kind in TURNS and "turn" not in who.consents:
        return None
    match kind:
        case "turn":
            one = _found(series, params.occasion)
            turn = None if one is None else one.turn
            if one is None or turn is None or turn.member != who.id or turn.is_taken:
                return None
            if turn.passed:
                return None
            facts = msgspec.structs.replace(facts, date=date_of(series, one))
            return AboutSeries(facts=facts, until_ms=turn.until_ms)
        case "swap":
            swap = series.swaps.get(SwapId(params.swap))
            if swap is None or swap.other != who.id or swap.declined:
                return None
            both = _both(series, facts, swap.takes, swap.gives)
            return None if both is None else AboutSeries(facts=both, until_ms=swap.until_ms)
        case "swapped":
            both = _both(series, facts, params.occasion, params.gives)
            return None if both is None else AboutSeries(facts=both)
        case "turn_moved":
            date = _moved(series, params, who)
            facts = msgspec.structs.replace(facts, date=date)
            return None if date is None else AboutSeries(facts=facts)
        case "dates" if who.id in series.followers and not series.about.under_18:
            dates = sorted(
                (
                    *(date_of(series, one) for one in on(series, params)),
                    *(date_of(series, one, is_off=True) for one in off(series, params)),
                ),
                key=lambda date: date.starts_ms,
            )
            if not dates and not params.first:
                return None
            facts = msgspec.structs.replace(facts, dates=tuple(dates), is_first=params.first)
            return AboutSeries(facts=facts)
    return None


def calendars(
    series: Series, params: Params, organizer: Person, attendee: Person, page: str
) -> Iterator[Attachment]:
    """The entries for the addressee's calendar, one file each (RFC 5546), what is on first."""
    invites = Invitation(organizer=organizer, attendee=attendee)
    told: list[tuple[Method, Occasion]] = [
        *(("REQUEST", one) for one in on(series, params)),
        *(("CANCEL", one) for one in off(series, params)),
    ]
    for no, (method, one) in enumerate(told, 1):
        body = series_calendar(
            series, method=method, only=one.id, occasion=one, invitation=invites, page=page
        )
        yield Attachment(
            name=f"invite-{no}.ics",
            content_type=f"text/calendar; method={method}; charset=utf-8",
            body=body,
        )


def on(series: Series, params: Params) -> list[Occasion]:
    """What a letter invites to, as far as it takes place; what was left out since is told next."""
    found = (_found(series, id) for id in params.on)
    return [one for one in found if one is not None and one.left_out is None]


def off(series: Series, params: Params) -> list[Occasion]:
    """What a letter calls off, as far as it was not brought back since."""
    return [one for one in map(lambda told: _off(series, told), params.off) if one is not None]


def _moved(series: Series, params: Params, who: Member) -> Date | None:
    """When somebody's turn is now; ``None`` if it is theirs no more."""
    one = _found(series, params.occasion)
    if one is not None and one.left_out is None and (one.code or not series.is_ended):
        is_theirs = one.turn is not None and one.turn.is_taken and one.turn.member == who.id
        return date_of(series, one) if is_theirs else None
    gone = one or next((_gone(told, 0) for told in params.off), None)
    return None if gone is None else date_of(series, gone, is_off=True)


def _gone(told: Off, sequence: int) -> Occasion:
    """An occasion that the series knows no more, as it was."""
    slot = Slot(on=told.on, at=told.at, minutes=told.minutes)
    return Occasion(id=OccasionId(told.id), slot=slot, left_out="", sequence=sequence)


def _off(series: Series, told: Off) -> Occasion | None:
    known = _found(series, told.id)
    if known is not None and known.left_out is None and not series.is_ended:
        return None
    if known is not None:
        return known
    return _gone(told, max(0, told.sequence - series.sequence))


def _both(series: Series, facts: SeriesFacts, takes: str, gives: str) -> SeriesFacts | None:
    date, other = _found(series, takes), _found(series, gives)
    if date is None or other is None:
        return None
    return msgspec.structs.replace(facts, date=date_of(series, date), other=date_of(series, other))


def _found(series: Series, id: str) -> Occasion | None:
    try:
        return find(series, OccasionId(id))
    except Rejected:
        return None
