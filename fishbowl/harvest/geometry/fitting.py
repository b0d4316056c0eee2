"""Names that fit: a bar as short as a turn still tells who sat there."""

import unicodedata

from fishbowl.harvest.model import Who
from fishbowl.harvest.words import name_of

PERCENT_PER_LETTER = 0.95
"""Of the width, at the narrowest the chart is drawn (864 px), with some air round the name."""
PADDING_PERCENT = 1.5


def fitted(who: Who, width: float) -> str:
    """Shorten a name to a bar: whole, first name, initials, or nothing.

    :param width: of the bar, in percent of the chart.
    """
    whole = name_of(who)
    forms: tuple[str, ...]
    if not who.name:
        forms = (whole, str(who.no) if who.no else "")
    else:
        words = who.name.split() or [who.name]
        twin = f" ({who.twin})" if who.twin > 1 else ""
        initials = words[0][0] + words[-1][0] if len(words) > 1 else who.name[:2]
        short = f"{initials}{who.twin if twin else ''}"
        forms = (whole, f"{words[0]}{twin}", f"{words[0].split('-')[0]}{twin}", short)
    room = (width - PADDING_PERCENT) / PERCENT_PER_LETTER
    return next((form for form in forms if letters(form) <= room), "")


def letters(text: str) -> int:
    """Count letters as they are drawn: Chinese, Japanese and Korean ones are twice as wide."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
