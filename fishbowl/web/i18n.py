"""Translation of the pages, and the choice of language and theme.

Language and theme belong to a device. What the address asks for comes first (``?lang=de``,
``?theme=dark``) and is remembered in a cookie; then the cookie; then what the browser asks for.
Where no cookie is kept, the address alone carries the choice. The wall
takes ``?lang=`` and does not change the cookie of its computer.
"""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode

from babel import negotiate_locale
from babel.dates import format_date, format_time, get_datetime_format
from flask import Flask, Response, g, has_request_context, request

from fishbowl.web.context import here
from fishbowl.web.languages import ENGLISH, Language

LANGUAGE, THEME = "lang", "theme"
COOKIES = {LANGUAGE: "fishbowl_lang", THEME: "fishbowl_theme"}
THEMES = ("light", "dark")
FOLLOW_DEVICE = "device"
_KEPT_S = 400 * 24 * 60 * 60
"""As long as browsers let a cookie live."""
_OF_NOBODY = {"display.show"}


def reader() -> Language:
    """The language of whoever asks; English where nobody does."""
    if not has_request_context():
        return ENGLISH
    if "language" not in g:
        g.language = _find_language()
    found: Language = g.language
    return found


def theme() -> str:
    """The light that this device has chosen; empty if it follows its own setting."""
    wanted = request.args.get(THEME) or request.cookies.get(COOKIES[THEME], "")
    return wanted if wanted in THEMES else ""


def chosen_in_address() -> tuple[tuple[str, str], ...]:
    """What the address itself chooses of language and light; nothing else that it asks for."""
    lang, light = request.args.get(LANGUAGE, ""), request.args.get(THEME, "")
    known = [(LANGUAGE, lang)] if here().languages.get(lang) else []
    return (*known, *([(THEME, light)] if light in (*THEMES, FOLLOW_DEVICE) else []))


def gettext(text: str) -> str:
    """Translate a sentence into the reader's language."""
    return reader().translations.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a sentence that changes with a number."""
    return reader().translations.ngettext(one, many, n)


def day(at: datetime) -> str:
    """Write a day as the reader does: 14 Oct 2026."""
    return format_date(at, "medium", locale=reader().locale)


def day_and_time(at: datetime) -> str:
    """Write an instant as the reader does: 14 Oct 2026, 18:30."""
    locale = reader().locale
    time = format_time(at, "short", tzinfo=at.tzinfo, locale=locale)
    together = str(get_datetime_format("medium", locale=locale)).replace("'", "")
    return together.replace("{0}", time).replace("{1}", day(at))


def install(app: Flask) -> None:
    """Give templates ``_`` and ``ngettext``, the page's language and light, and the choice."""
    speak(app, gettext, ngettext)
    app.context_processor(of_page)
    app.after_request(_remember)


def speak(app: Flask, one: Callable[[str], str], counted: Callable[[str, str, int], str]) -> None:
    """Let templates translate with these two."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        one, counted, newstyle=True
    )


def _find_language() -> Language:
    languages = here().languages
    for wanted in (request.args.get(LANGUAGE), request.cookies.get(COOKIES[LANGUAGE])):
        if wanted and (found := languages.get(wanted)):
            return found
    # Not werkzeug's best match: for "en-US, de" it answers German.
    accepted = [tag for tag, quality in request.accept_languages if quality > 0]
    best = negotiate_locale(accepted, languages.codes, sep="-")
    return languages.get(best or "") or ENGLISH


def of_page() -> dict[str, object]:
    """What every template has; a view must not pass anything under these names."""
    language = reader()
    return {
        "lang": language.code,
        "dir": language.direction,
        "theme": theme(),
        "languages": [(one.code, one.name) for one in here().languages],
        "with_choice": _with_choice,
    }


def _with_choice(**choice: str) -> str:
    """The address of this page after a choice, what else it asks for kept."""
    return f"?{urlencode({**request.args, **choice})}"


def _remember(response: Response) -> Response:
    """Keep what the address asks for, and tell caches on what the page depends."""
    if response.mimetype != "text/html":
        return response
    response.vary.update(("Accept-Language", "Cookie"))
    if request.endpoint in _OF_NOBODY:
        return response
    asked = request.args.get(LANGUAGE, "")
    if here().languages.get(asked):
        _keep(response, LANGUAGE, asked)
    asked = request.args.get(THEME, "")
    if asked in THEMES:
        _keep(response, THEME, asked)
    elif asked == FOLLOW_DEVICE:
        response.delete_cookie(COOKIES[THEME], samesite="Lax")
    return response


def _keep(response: Response, what: str, value: str) -> None:
    """Set a cookie that scripts may change too: it proves nothing."""
    response.set_cookie(COOKIES[what], value, max_age=_KEPT_S, samesite="Lax")
