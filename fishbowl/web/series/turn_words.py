"""Whose turn an occasion is, in words for hosts."""

from typing import NamedTuple

from fishbowl.domain.series.model import Brought
from fishbowl.views.series.turns import TurnRow, TurnState
from fishbowl.web.i18n import gettext as _
from fishbowl.web.series.hosts import label_of
from fishbowl.web.series.words import day_words, name_of_brought
from fishbowl.web.setup.instants import told


class TurnWords(NamedTuple):
    """A row: names are apart, since they may be of another direction.

    :param who: whose turn it is; empty if it is nobody's.
    :param next: who would be asked.
    :param swaps_with: with whom they ask to swap.
    """

    occasion: str
    state: TurnState
    on: str
    day: str
    who: str
    lead: str
    said: str
    next: str
    brings: str
    swaps_with: str
    is_session: bool


def turn_words(row: TurnRow) -> TurnWords:
    """Tell a row."""
    slot = row.occasion.slot
    is_theirs = row.state in ("taken", "asked")
    return TurnWords(
        occasion=row.occasion.id,
        state=row.state,
        on=slot.on,
        day=day_words(slot.on),
        who=label_of(row.member) if is_theirs else "",
        lead=_lead(row),
        said=_said(row),
        next="" if is_theirs else label_of(row.member),
        brings=_brings(row.brought),
        swaps_with="" if row.swap is None else label_of(row.swap.other),
        is_session=bool(row.occasion.code),
    )


def _lead(row: TurnRow) -> str:
    """What stands where nobody's name does."""
    if row.state == "left_out":
        return _("Left out")
    return row.occasion.slot.title if row.state == "none" else _("Nobody yet")


def _said(row: TurnRow) -> str:
    match row.state:
        case "left_out":
            return row.occasion.left_out or ""
        case "taken":
            return _("said yes")
        case "asked":
            until = told(row.until_ms or 0, day_only=True)
            return _("is asked until %(day)s") % {"day": until}
        case "later":
            on = "" if row.ask_on is None else day_words(row.ask_on.isoformat())
            return _("will be asked on %(day)s") % {"day": on}
        case "open":
            return _("is next")
        case "nobody":
            return _("Everybody who takes turns was asked for this date.")
    return ""


def _brings(brought: Brought | None) -> str:
    return "" if brought is None else name_of_brought(brought)
