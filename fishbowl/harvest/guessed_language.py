"""Guesses the language of a talk from scripts, stop words and letters.

A wrong language is worse than none, since the archive filters by it. So stop words that several
languages share count less, a language is excluded by letters that it does not have, and the best
language has to lead clearly.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from fishbowl.harvest.language_words import (
    ARABIC_ONLY,
    FOREIGN_LETTERS,
    OTHER_ARABIC_SCRIPT,
    PERSIAN_ONLY,
    STOP_WORDS,
)
from fishbowl.harvest.model import Summary
from fishbowl.harvest.searchable_text import SearchableText

_ARABIC = "arabic"
_SCRIPTS = {
    "ja": r"[\u3040-\u30ff]",
    "ko": r"[\uac00-\ud7af]",
    "zh": r"[\u4e00-\u9fff]",
    _ARABIC: r"[\u0600-\u06ff]",
    "he": r"[\u0590-\u05ff]",
    "el": r"[\u0370-\u03ff]",
    "hi": r"[\u0900-\u097f]",
    "th": r"[\u0e00-\u0e7f]",
}
"""Scripts that identify a language; kana before Han, because Japanese has both. Languages in
Arabic script are told apart by letters that only one of them has."""

_KNOWN = {lang: frozenset(words.split()) for lang, words in STOP_WORDS.items()}
_SHARED = Counter(word for known in _KNOWN.values() for word in known)
KNOWN_LANGUAGES = (*STOP_WORDS, *(lang for lang in _SCRIPTS if lang != _ARABIC), "ar", "fa")
"""All languages that can be guessed; they can be chosen at set-up as well."""
_SCRIPT_LETTERS_MIN = 3
"""The number of letters from which a script counts, so that a single name does not."""
_STOP_WORD_SHARE_MIN = 0.2
"""The least share of stop words among all words."""
_LEAD_MIN = 1.4
"""The least ratio of the best weight to the second best."""
_FOREIGN_SHARE_MAX = 0.02
"""The share of foreign letters up to which a language is not excluded, for names."""


def talk_language(summary: Summary, texts: Iterable[SearchableText]) -> str:
    """The language of a talk: the one that was chosen, or a guess from its texts.

    :return: its code, such as ``en``; empty if it is not clear.
    """
    return summary.session.language or language_of(text.words for text in texts)


def language_of(texts: Iterable[str]) -> str:
    """Guess the language.

    :return: its code, such as ``en``; empty if it is not clear.
    """
    return _language_of(" ".join(texts).casefold())


@lru_cache(maxsize=4)  # the archive and an export ask about the same session
def _language_of(text: str) -> str:
    chars = Counter(text)
    letters = sum(count for char, count in chars.items() if char.isalpha())
    for lang, script in _SCRIPTS.items():
        found = len(re.findall(script, text))
        if found >= _SCRIPT_LETTERS_MIN and found * 6 >= letters:
            return _in_arabic_letters(chars) if lang == _ARABIC else lang
    words = re.findall(r"[^\W\d_]+", text)
    weights = {
        lang: _weight(words, known)
        for lang, known in _KNOWN.items()
        if _count(chars, FOREIGN_LETTERS.get(lang, "")) <= _FOREIGN_SHARE_MAX * letters
    }
    best = max(weights, key=weights.__getitem__, default="")
    if not best or sum(word in _KNOWN[best] for word in words) < max(
        2, _STOP_WORD_SHARE_MIN * len(words)
    ):
        return ""
    second = max((weight for lang, weight in weights.items() if lang != best), default=0)
    return best if weights[best] > _LEAD_MIN * second else ""


def _weight(words: Iterable[str], known: frozenset[str]) -> float:
    """The weight of a language's stop words; a word that three languages share counts a third."""
    return sum(1 / _SHARED[word] for word in words if word in known)


def _in_arabic_letters(chars: Counter[str]) -> str:
    """Tell Arabic from Persian, and from others, by letters that only one of them has."""
    arabic, persian = _count(chars, ARABIC_ONLY), _count(chars, PERSIAN_ONLY)
    if _count(chars, OTHER_ARABIC_SCRIPT) or arabic == persian:
        return ""
    return "ar" if arabic > persian else "fa"


def _count(chars: Counter[str], letters: str) -> int:
    return sum(chars[letter] for letter in {*letters})
