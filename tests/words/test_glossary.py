"""One word a thing: the catalogues use the words of ``locale/glossary.toml``, and no others."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tools.compile_words import LOCALE, catalogues, read

GLOSSARY: dict[str, dict[str, Any]] = tomllib.loads((LOCALE / "glossary.toml").read_text("utf-8"))

each_thing = pytest.mark.parametrize("thing", sorted(GLOSSARY))
each_language = pytest.mark.parametrize("language", ["en", *sorted(catalogues())])


@cache
def texts(language: str) -> tuple[tuple[str, str], ...]:
    """Each text of a language beside its English original; that of a plural is the first form."""
    source = language if language != "en" else sorted(catalogues())[0]
    return tuple(_texts(source, is_original=language == "en"))


def _texts(language: str, *, is_original: bool) -> Iterator[tuple[str, str]]:
    for message in read(language, catalogues()[language]):
        if not message.id:
            continue
        originals = [message.id] if isinstance(message.id, str) else list(message.id)
        found = originals if is_original else message.string
        for text in [found] if isinstance(found, str) else found:
            yield originals[0], text


def avoided(thing: dict[str, Any], language: str) -> dict[str, str]:
    """The texts of a language that call a thing by a word that is avoided, by their original."""
    pattern = thing.get("avoid", {}).get(language)
    if not pattern:
        return {}
    word = re.compile(pattern, re.IGNORECASE)
    excepted = set(thing.get("except", ()))
    return {
        original: text
        for original, text in texts(language)
        if word.search(text) and original not in excepted
    }


@each_language
def test_every_thing_has_a_word_in_every_language(language: str):
    """A new language begins with its words in ``locale/glossary.toml``."""
    assert [name for name, thing in GLOSSARY.items() if not thing["use"].get(language)] == []


@each_thing
@each_language
def test_the_word_for_a_thing_is_in_use(thing: str, language: str):
    word = GLOSSARY[thing]["use"][language].casefold()
    assert any(word in text.casefold() for _original, text in texts(language)), word


@each_thing
@each_language
def test_no_text_calls_a_thing_by_another_word(thing: str, language: str):
    assert avoided(GLOSSARY[thing], language) == {}, GLOSSARY[thing]["use"][language]


@each_thing
def test_what_is_excepted_is_a_text_and_needs_it(thing: str):
    rules = GLOSSARY[thing]
    needed = {
        original
        for language in rules.get("avoid", {})
        for original in avoided({**rules, "except": []}, language)
    }
    assert set(rules.get("except", ())) - needed == set()


def test_an_avoided_word_is_found():
    assert avoided({"avoid": {"en": r"\bchairs?\b"}, "use": {"en": "seat"}}, "en")
