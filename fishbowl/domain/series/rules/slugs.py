"""The name of a series in addresses."""

import re
import unicodedata

from fishbowl.domain.series.commands import SLUG_MAX

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def slug_of(label: str, fallback: str) -> str:
    """Suggest the name in addresses of a series: its own in Latin letters without accents.

    >>> slug_of("Café am 1. Donnerstag", "x")
    'cafe-am-1-donnerstag'

    :param fallback: for a name that has none of these letters.
    """
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while words and len("-".join(words)) > SLUG_MAX:
        words.pop()
    return "-".join(words) or fallback


def free_slug(wanted: str, taken: frozenset[str]) -> str:
    """The wanted name, or with a number where another series has it."""
    stem, number, slug = wanted[: SLUG_MAX - 4].rstrip("-"), 1, wanted
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def same_name(one: str, other: str) -> bool:
    """Whether two names are of one series: letters in lower case or upper case are the same."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()
