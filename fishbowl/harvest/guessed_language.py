"""Which language a talk is probably in: enough to sort an archive by, and no more.

A wrong language is worse than none: talks would be filed where nobody looks for them. So words that
several languages share count less, letters that a language has not count against it, and the best
one has to be clearly ahead of the next.
"""

import re
from collections import Counter
from collections.abc import Iterable

from fishbowl.harvest.language_words import (
    ARABIC_ALONE,
    OTHERS_OF_ARABIC,
    PERSIAN,
    SMALL_WORDS,
    STRANGE_LETTERS,
)
from fishbowl.harvest.model import Summary
from fishbowl.harvest.searchable_text import Find

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
"""Scripts that tell the language; kana before Han, because Japanese has both. Languages in Arabic
letters are told apart by some of them."""

_KNOWN = {lang: frozenset(words.split()) for lang, words in SMALL_WORDS.items()}
_SHARED = Counter(word for known in _KNOWN.values() for word in known)
KNOWN_LANGUAGES = (*SMALL_WORDS, *(lang for lang in _SCRIPTS if lang != _ARABIC), "ar", "fa")
"""What can be guessed, and so be said as well."""
_A_FEW = 3
"""So many letters of a script stand for a sentence in it, and not for a name or a quotation."""
_SHARE = 0.2
"""At least so many of the words are small ones, or it is none of these languages."""
_AHEAD = 1.4
"""So many times the next one's weight is clearly ahead."""
_FOREIGN = 0.02
"""One letter in fifty may be of another language, as in a name."""


def talk_language(summary: Summary, found: Iterable[Find]) -> str:
    """Tell the language of a talk: the one that somebody has said, or what its words tell.

    :return: its short name, such as ``en``; empty where nothing tells.
    """
    return summary.session.language or language_of(find.words for find in found)


def language_of(texts: Iterable[str]) -> str:
    """Guess the language.

    :return: its short name, such as ``en``; empty where the words do not tell clearly.
    """
    text = " ".join(texts).casefold()
    chars = Counter(text)
    letters = sum(count for char, count in chars.items() if char.isalpha())
    for lang, script in _SCRIPTS.items():
        found = len(re.findall(script, text))
        if found >= _A_FEW and found * 6 >= letters:
            return _in_arabic_letters(chars) if lang == _ARABIC else lang
    words = re.findall(r"[^\W\d_]+", text)
    weights = {
        lang: _weight(words, known)
        for lang, known in _KNOWN.items()
        if _count(chars, STRANGE_LETTERS.get(lang, "")) <= _FOREIGN * letters
    }
    best = max(weights, key=weights.__getitem__, default="")
    if not best or sum(word in _KNOWN[best] for word in words) < max(2, _SHARE * len(words)):
        return ""
    second = max((weight for lang, weight in weights.items() if lang != best), default=0)
    return best if weights[best] > _AHEAD * second else ""


def _weight(words: Iterable[str], known: frozenset[str]) -> float:
    """Weigh the small words of a language; one that three share is a third of a word."""
    return sum(1 / _SHARED[word] for word in words if word in known)


def _in_arabic_letters(chars: Counter[str]) -> str:
    """Tell Arabic from Persian, and from others, by letters that only one of them has."""
    arabic, persian = _count(chars, ARABIC_ALONE), _count(chars, PERSIAN)
    if _count(chars, OTHERS_OF_ARABIC) or arabic == persian:
        return ""
    return "ar" if arabic > persian else "fa"


def _count(chars: Counter[str], letters: str) -> int:
    return sum(chars[letter] for letter in {*letters})
