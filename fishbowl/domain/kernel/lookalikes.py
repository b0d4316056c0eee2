"""Which names look the same to a reader, whatever letters they are written with.

"Anna" with a Cyrillic A, or with a character of no width in it, is one more Anna and gets a
number. The skeleton of a name is that of UTS #39, section 4. Nothing is refused for it, and the
number is stored in the event, so a newer table changes no log.
"""

import unicodedata
from functools import lru_cache

from fishbowl.domain.kernel.confusables import TABLE

_INVISIBLE = dict.fromkeys(
    [
        *(0xAD, 0x34F, 0x61C, 0x180B, 0x180C, 0x180D, 0x180E, 0x180F, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0000, 0xE1000),
    ]
)
"""Default ignorable code points that a name can hold: joiners, variation selectors, tags."""


def _looks() -> dict[int, str]:
    looks: dict[int, str] = {}
    for entry in TABLE.split():
        look, _, sources = entry.partition(":")
        shown = "".join(chr(int(code, 16)) for code in look.split("."))
        looks.update((int(code, 16), shown) for code in sources.split("."))
    return looks


_LOOKS = _looks()


def skeleton(text: str) -> str:
    """What a text looks like; two texts of one skeleton can be taken for each other."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_INVISIBLE))
    return unicodedata.normalize("NFKD", decomposed.translate(_LOOKS))


@lru_cache(maxsize=4_096)
def looks_of(name: str) -> frozenset[str]:
    """The keys of a name: two names that share one look alike, capitals and small letters alike.

    Capitals have look-alikes of their own, so a name has a key from each; an empty one has none.
    """
    if not name:
        return frozenset()
    return frozenset({skeleton(name.casefold()).casefold(), skeleton(name).casefold()})
