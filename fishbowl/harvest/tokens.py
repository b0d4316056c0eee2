"""Tokens of the search: words without accents and case; each CJK character is a token.

Texts and queries are split by the same function, so CJK phrases are found although their languages
put no spaces between words.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

_WITHOUT_ACCENT = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}  # noqa: RUF001
)
"""Letters without a Unicode decomposition, and their usual ASCII spelling."""

_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")
"""Accents and vowel points that are removed. Voicing marks of kana are kept."""

_ALONE = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Characters that are tokens by themselves: CJK, whose languages put no spaces between words."""

_SIGNS = re.compile('["*():^]')
"""What the index takes for a sign of a query; some symbols consist of them, such as ``\u3200``."""

_LONGEST = 64
"""The maximum length of a token; longer words are cut into several tokens."""


_Role = Literal["letter", "mark", "alone", "between"]


class Token(NamedTuple):
    """A token and its position in the text."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Split a text into tokens; punctuation and spaces separate them."""
    found: list[Token] = []
    letters: list[str] = []
    start = 0
    for at, char in enumerate(text):
        role, folded = _read(char)
        if role == "mark" and letters:
            letters.append(folded)
            continue
        if letters and (role != "letter" or len(letters) >= _LONGEST):
            found.append(Token("".join(letters), start, at))
            letters = []
        if role == "alone":
            found.append(Token(folded, at, at + 1))
        elif role == "letter":
            start = start if letters else at
            letters.append(folded)
    if letters:
        found.append(Token("".join(letters), start, len(text)))
    return found


def stream(text: str) -> str:
    """The tokens of a text, each with a space before and after it, as the index stores them."""
    return f" {' '.join(token.text for token in tokens(text))} "


@lru_cache(maxsize=8192)
def _read(char: str) -> tuple[_Role, str]:
    """The role of a character in a token, and its folded form."""
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", char).casefold())
    folded = unicodedata.normalize("NFC", _MARKS.sub("", apart)).translate(_WITHOUT_ACCENT)
    category = unicodedata.category(char)
    if category.startswith("M"):
        return "mark", folded
    if _ALONE.match(char) or category == "So":
        if not folded or re.search(r"\s", folded):
            return "between", ""
        return "alone", char if _SIGNS.search(folded) else folded
    is_letter = bool(folded) and all(one.isalnum() for one in folded)
    return ("letter", folded) if is_letter else ("between", "")
