"""Words for server-made pages. English is the only language so far; every sentence is marked."""

from gettext import NullTranslations

from babel import Locale
from flask import Flask

LANG = "en"
_translations = NullTranslations()


def gettext(text: str) -> str:
    """Translate a sentence into the language of the page."""
    return _translations.gettext(text)


def direction(lang: str = LANG) -> str:
    """The direction in which a language is written: ``ltr`` or ``rtl``."""
    return Locale.parse(lang).text_direction


def install(app: Flask) -> None:
    """Give templates ``_`` and ``ngettext``, and the page's ``lang`` and ``dir``."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        _translations.gettext, _translations.ngettext, newstyle=True
    )
    app.jinja_env.globals.update(lang=LANG, dir=direction())
