"""Every catalogue in ``locale`` is whole: whoever adds one also adds its words to the glossary."""

import gettext
import re
from collections.abc import Iterator
from typing import Any

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message

from fishbowl.web.languages import Languages
from tools.compile_words import catalogues, compile_all, read
from tools.extract_words import written

PLACE = re.compile(r"\{\w+\}|%\(\w+\)[.\d]*[sdf]")
COUNTS = {"{n}", "{count}", "%(n)s", "%(count)s"}
"""May be left out of a form that is for one number alone: “One chair is open.”"""
COUNTED_TO = 300

each_catalogue = pytest.mark.parametrize("language", sorted(catalogues()))


def messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def key(message: Message) -> Any:
    return message.id


def numbers_told_apart(catalogue: Catalog) -> list[list[int]]:
    """The numbers that share a form, by form; a form for whole millions is no loss in a room."""
    rule = gettext.c2py(catalogue.plural_expr)  # type: ignore[attr-defined]
    forms: dict[int, list[int]] = {}
    for n in range(COUNTED_TO):
        forms.setdefault(rule(n), []).append(n)
    return list(forms.values())


def places(text: str) -> list[str]:
    return sorted(PLACE.findall(text))


@each_catalogue
def test_a_catalogue_has_what_is_marked_and_nothing_else(language: str, marked: Catalog):
    """``make words`` brings it up to date."""
    catalogue = read(language, catalogues()[language])
    known = {str(key(message)) for message in messages(catalogue)}
    wanted = {str(key(message)) for message in messages(marked)}
    assert sorted(wanted - known) == []
    assert sorted(known - wanted) == []


@each_catalogue
def test_every_sentence_is_translated_in_every_form_and_none_is_a_guess(language: str):
    catalogue = read(language, catalogues()[language])
    for message in messages(catalogue):
        assert not message.fuzzy, message.id
        if isinstance(message.id, str):
            assert str(message.string).strip(), message.id
        else:
            assert len(message.string) == catalogue.num_plurals, message.id
            assert all(form.strip() for form in message.string), message.id


@each_catalogue
def test_every_translation_has_the_places_of_the_original(language: str):
    catalogue = read(language, catalogues()[language])
    rule = gettext.c2py(catalogue.plural_expr)  # type: ignore[attr-defined]
    numbers = [rule(n) for n in range(COUNTED_TO)]
    for message in messages(catalogue):
        if isinstance(message.id, str):
            assert places(message.string) == places(message.id), message.id
            continue
        wanted = set(places(message.id[1]))
        for form, text in enumerate(message.string):
            found = set(places(text))
            for_one_number = numbers.count(form) == 1
            dropped = wanted - found
            assert found <= wanted, (message.id, text)
            assert dropped <= (COUNTS if for_one_number else set()), (message.id, text)


@each_catalogue
def test_sentences_begin_end_and_break_as_the_original_does(language: str):
    """Blanks at the edges hold sentences apart."""
    catalogue = read(language, catalogues()[language])
    for message in messages(catalogue):
        originals = [message.id] if isinstance(message.id, str) else message.id
        texts = [message.string] if isinstance(message.string, str) else message.string
        for text in texts:
            assert (text[:1] == " ") == (originals[0][:1] == " "), message.id
            assert (text[-1:] == " ") == (originals[0][-1:] == " "), message.id
            assert "!" not in text, f"no exclamation marks: {text}"


@each_catalogue
def test_a_catalogue_says_how_its_language_counts(language: str):
    catalogue = read(language, catalogues()[language])
    text = catalogues()[language].read_text("utf-8")
    assert f'"Language: {language}\\n"' in text
    assert '"Plural-Forms: nplurals=' in text
    assert numbers_told_apart(catalogue) == numbers_told_apart(Catalog(locale=language))


def test_a_catalogue_that_is_begun_has_its_whole_rule_for_plurals(tmp_path, marked: Catalog):
    """The longest goes on over two lines of the header."""
    path = tmp_path / "fishbowl.po"
    usual = Catalog(locale="ar")
    path.write_text(written("ar", path, marked), "utf-8")
    assert read("ar", path).num_plurals == usual.num_plurals == 6
    assert read("ar", path).plural_expr == usual.plural_expr


def test_every_language_is_offered_under_its_own_name(tmp_path):
    compile_all(tmp_path)
    languages = list(Languages(tmp_path))
    assert languages[0].code == "en"
    assert {one.code for one in languages} == {"en", *catalogues()}
    for one in languages[1:]:
        locale = Locale.parse(one.code, sep="-")
        assert one.name.casefold() == (locale.get_display_name(locale) or "").casefold()
        assert one.direction == locale.text_direction


def test_a_language_that_babel_does_not_know_is_read_with_english_dates(tmp_path):
    (tmp_path / "locale" / "qps" / "LC_MESSAGES").mkdir(parents=True)
    path = tmp_path / "locale" / "qps" / "LC_MESSAGES" / "fishbowl.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Chair"\nmsgstr "⟦Çħȧīř⟧"\n',
        "utf-8",
    )
    compile_all(tmp_path / "made", tmp_path / "locale")
    found = Languages(tmp_path / "made").get("qps")
    assert found is not None
    assert found.translations.gettext("Chair") == "⟦Çħȧīř⟧"
    assert found.locale.language == "en"


def test_a_rule_that_is_none_stops_the_build(tmp_path):
    (tmp_path / "locale" / "xx" / "LC_MESSAGES").mkdir(parents=True)
    path = tmp_path / "locale" / "xx" / "LC_MESSAGES" / "fishbowl.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(alert(1));\\n"\n', "utf-8"
    )
    with pytest.raises(SystemExit, match="xx"):
        compile_all(tmp_path / "made", tmp_path / "locale")
