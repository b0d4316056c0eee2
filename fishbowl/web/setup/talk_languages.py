"""The languages that a talk may be in, and what they are called."""

from babel import Locale, UnknownLocaleError

from fishbowl.harvest.guessed_language import KNOWN_LANGUAGES
from fishbowl.web.i18n import current_language
from fishbowl.web.languages import Language


def talk_languages() -> list[tuple[str, str]]:
    """The languages to choose from, by their names in the reader's own."""
    return languages_of_talk(current_language())


def languages_of_talk(language: Language) -> list[tuple[str, str]]:
    """The languages to choose from, by their names in another one."""
    named = ((lang, _name(lang, language)) for lang in KNOWN_LANGUAGES)
    return sorted(named, key=lambda one: one[1].casefold())


def language_name(lang: str) -> str:
    """What a language is called in that of the reader; its short name, if nobody knows."""
    return _name(lang, current_language())


def _name(lang: str, language: Language) -> str:
    try:
        return str(Locale.parse(lang).get_display_name(language.locale) or lang)
    except (UnknownLocaleError, ValueError):
        return lang
