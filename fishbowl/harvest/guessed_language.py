"""Which language a talk is probably in: enough to sort an archive by, and no more."""

import re
from collections.abc import Iterable

from fishbowl.harvest.finds import Find
from fishbowl.harvest.model import Summary

_SCRIPTS = {
    "ja": r"[\u3040-\u30ff]",
    "ko": r"[\uac00-\ud7af]",
    "zh": r"[\u4e00-\u9fff]",
    "ar": r"[\u0600-\u06ff]",
    "he": r"[\u0590-\u05ff]",
    "el": r"[\u0370-\u03ff]",
    "hi": r"[\u0900-\u097f]",
    "th": r"[\u0e00-\u0e7f]",
}
"""Scripts that tell the language; kana before Han, because Japanese has both."""

_SMALL_WORDS = {  # in every alphabet, so some letters look like others
    "de": "der die das und ist nicht wir ein eine was wie wer wenn sich mit für auf zu den im "
    "von es man warum uns auch",
    "en": "the and is not we a an what how who when with for on to of in it why us do that "
    "are was nobody can",
    "es": "el la los las y no es un una qué que cómo quién cuando con para por en se lo del "
    "nos al su hay más",
    "fr": "le la les et est pas nous un une que quoi comment qui quand avec pour sur dans ce "
    "des du au se il on",
    "it": "il lo la gli e è non noi un una che cosa come chi quando con per su di nel si del "
    "della sono",
    "nl": "de het en is niet wij we een wat hoe wie als met voor op te van er in dat zijn ons",
    "pl": "i nie jest w na się co jak kto kiedy z dla do że to są nas czy po od",
    "pt": "o a os as e não é um uma que como quem quando com para por em se do da nós dos no na",
    "ru": "и не в на мы что как кто когда с для по это из у нас а но же",  # noqa: RUF001
    "uk": "і не в на ми що як хто коли з для по це із у нас а але й",  # noqa: RUF001
    "tr": "ve bir bu ne nasıl kim için ile değil biz de da mi çok neden",  # noqa: RUF001
}
_KNOWN = {lang: frozenset(words.split()) for lang, words in _SMALL_WORDS.items()}
KNOWN_LANGUAGES = (*_SMALL_WORDS, *_SCRIPTS)
"""What can be guessed, and so be said as well."""
_A_FEW = 3
"""So many letters of a script stand for a sentence in it, and not for a name or a quotation."""


def talk_language(summary: Summary, found: Iterable[Find]) -> str:
    """Tell the language of a talk: the one that somebody has said, or what its words tell.

    :return: its short name, such as ``en``; empty where nothing tells.
    """
    return summary.session.language or language_of(find.words for find in found)


def language_of(texts: Iterable[str]) -> str:
    """Guess the language.

    :return: its short name, such as ``en``; empty where the words do not tell.
    """
    text = " ".join(texts).casefold()
    letters = sum(char.isalpha() for char in text)
    for lang, script in _SCRIPTS.items():
        found = len(re.findall(script, text))
        if found >= _A_FEW and found * 6 >= letters:
            return lang
    words = re.findall(r"[^\W\d_]+", text)
    counts = {lang: sum(word in known for word in words) for lang, known in _KNOWN.items()}
    best, second = sorted(counts.values(), reverse=True)[:2]
    return max(counts, key=counts.__getitem__) if best > second else ""
