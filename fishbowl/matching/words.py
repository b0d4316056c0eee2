"""What a text is about: its words without those that every offer has, each in one form.

The archive's tokens, and its plural, hold here too.
"""

import re
from collections.abc import Iterator

from fishbowl.harvest.query import without_plural
from fishbowl.harvest.tokens import tokens
from fishbowl.matching.stop_words import left_out

SHORTEST = 3
"""Letters of a word in an alphabet; fewer say too little, such as "it"."""

_KANJI = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_KATAKANA = re.compile("[\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HIRAGANA = re.compile("[\u3040-\u309f]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)(?=.{3})")
"""Conjunction, preposition and article, which Arabic writes as part of the word."""


def significant(text: str, language: str) -> list[str]:
    """The words of a text that say what it is about, each as one token, in order.

    Of languages without spaces: two characters at a time, and each run of katakana.
    """
    stop_words = left_out(text, language)
    return [word for word in _in_one_form(text, stop_words) if word not in stop_words]


def _in_one_form(text: str, stop_words: frozenset[str]) -> Iterator[str]:
    run, end, kind = "", -1, ""
    for token in tokens(text):
        now = _kind(token.text)
        if run and (now != kind or token.start != end):
            yield from _of_run(run, kind)
            run = ""
        if now in ("kanji", "katakana"):
            run, kind = run + token.text, now
        elif now == "letters" and token.text not in stop_words:
            word = without_plural(_ARTICLE.sub("", token.text))
            if len(word) >= SHORTEST or word.isdigit():
                yield word
        end = token.end
    if run:
        yield from _of_run(run, kind)


def _kind(token: str) -> str:
    if len(token) > 1:
        return "letters"
    if _KANJI.match(token):
        return "kanji"
    if _KATAKANA.match(token):
        return "katakana"
    return "kana" if _HIRAGANA.match(token) else "letters"


def _of_run(run: str, kind: str) -> Iterator[str]:
    if kind == "katakana":
        yield run
    else:
        yield from (run[at : at + 2] for at in range(len(run) - 1))
