"""Names for bars in a long and a short form; the style sheet shows the longest that fits.

Only the browser knows how wide a bar is, since the same chart is drawn on screens and on paper.
"""

import msgspec

from fishbowl.harvest.model import Who
from fishbowl.harvest.words import name_of


class BarName(msgspec.Struct, frozen=True, kw_only=True):
    """A name in two lengths; ``short`` may be cut off with an ellipsis where ``may_be_cut``."""

    whole: str
    short: str
    may_be_cut: bool


def bar_name(who: Who) -> BarName:
    """Both forms of a name. Names with a twin number are never truncated."""
    whole = name_of(who)
    if not who.name:
        return BarName(whole=whole, short=whole, may_be_cut=False)
    words = who.name.split() or [who.name]
    first = words[0] if len(words) > 1 else words[0].split("-")[0] or words[0]
    if who.twin > 1:
        return BarName(whole=whole, short=f"{first} ({who.twin})", may_be_cut=False)
    return BarName(whole=whole, short=first, may_be_cut=True)
