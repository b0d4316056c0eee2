"""The languages of the pages: English, and one for each compiled message catalogue."""

from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

ENGLISH_CODE = "en"


class Language(NamedTuple):
    """A language of the pages.

    :param code: the BCP 47 tag, such as ``pt-BR``.
    :param name: in the language itself.
    :param direction: ``ltr`` or ``rtl``.
    :param locale: the Babel locale for dates and numbers.
    :param translations: the message catalogue.
    """

    code: str
    name: str
    direction: str
    locale: Locale
    translations: NullTranslations


ENGLISH = Language(ENGLISH_CODE, "English", "ltr", Locale("en", "GB"), NullTranslations())
"""The source language; dates are formatted as in British English."""


class Languages:
    """All languages: English, then the others sorted by their own names.

    :param folder: the folder of the compiled catalogues.
    """

    def __init__(self, folder: Path) -> None:
        others = (_load(path) for path in folder.glob("*.mo"))
        ordered = (ENGLISH, *sorted(others, key=lambda language: language.name.casefold()))
        self._by_code = {language.code: language for language in ordered}

    def __iter__(self) -> Iterator[Language]:
        """Iterate in the order in which they are offered."""
        return iter(self._by_code.values())

    def get(self, code: str) -> Language | None:
        """Find a language by its code."""
        return self._by_code.get(code)

    @property
    def codes(self) -> list[str]:
        """The codes of all languages."""
        return list(self._by_code)


def _load(path: Path) -> Language:
    """Load a compiled catalogue; if Babel has no such locale, dates are English."""
    with path.open("rb") as file:
        translations = GNUTranslations(file)
    code = path.stem.replace("_", "-")
    try:
        locale = Locale.parse(code, sep="-")
    except UnknownLocaleError:
        return Language(code, code, "ltr", ENGLISH.locale, translations)
    own = locale.get_display_name(locale) or code
    name = own[0].upper() + own[1:]
    return Language(code, name, locale.text_direction, locale, translations)
