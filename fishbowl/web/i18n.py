"""Translation of the pages, and the choice of language and theme.

Language and theme are settings of a device. The query string comes first (``?lang=de``,
``?theme=dark``) and is stored in a cookie; then the cookie; then the browser's ``Accept-Language``.
The display uses ``?lang=`` without storing it, since its computer may be the facilitator's.
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
"""The longest lifetime that browsers allow for a cookie."""
_OF_NOBODY = {"display.show", "series_wall.show"}


def current_language() -> Language:
    """The language of the current request; English outside of requests."""
    if not has_request_context():
        return ENGLISH
    if "language" not in g:
        g.language = _find_language()
    found: Language = g.language
    return found


def theme() -> str:
    """The theme that was chosen on this device; empty if it follows the system."""
    wanted = request.args.get(THEME) or request.cookies.get(COOKIES[THEME], "")
    return wanted if wanted in THEMES else ""


def chosen_in_address() -> tuple[tuple[str, str], ...]:
    """The valid choices of language and theme in the query string."""
    lang, light = request.args.get(LANGUAGE, ""), request.args.get(THEME, "")
    known = [(LANGUAGE, lang)] if here().languages.get(lang) else []
    return (*known, *([(THEME, light)] if light in (*THEMES, FOLLOW_DEVICE) else []))


def gettext(text: str) -> str:
    """Translate a text into the language of the request."""
    return current_language().translations.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a text with plural forms."""
    return current_language().translations.ngettext(one, many, n)


def day(at: datetime) -> str:
    """Format a day: 14 Oct 2026."""
    return format_date(at, "medium", locale=current_language().locale)


def day_and_time(at: datetime) -> str:
    """Format a day and time: 14 Oct 2026, 18:30."""
    locale = current_language().locale
    time = format_time(at, "short", tzinfo=at.tzinfo, locale=locale)
    together = str(get_datetime_format("medium", locale=locale)).replace("'", "")
    return together.replace("{0}", time).replace("{1}", day(at))


def install(app: Flask) -> None:
    """Install translations, language and theme for templates, and the cookies."""
    install_translations(app, gettext, ngettext)
    app.context_processor(of_page)
    app.after_request(_remember)


def install_translations(
    app: Flask, one: Callable[[str], str], counted: Callable[[str, str, int], str]
) -> None:
    """Install these two functions as the translations of templates."""
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
    """The variables of every template; views must not use these names."""
    language = current_language()
    return {
        "installation": here().installation,
        "pass_home": here().pass_home,
        "lang": language.code,
        "dir": language.direction,
        "theme": theme(),
        "languages": [(one.code, one.name) for one in here().languages],
        "with_choice": _with_choice,
    }


def _with_choice(**choice: str) -> str:
    """The query string of this page with a changed choice."""
    return f"?{urlencode({**request.args, **choice})}"


def _remember(response: Response) -> Response:
    """Store the choices of the query string in cookies, and set ``Vary``."""
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
    """Set a cookie that scripts may read and write; it authenticates nothing."""
    response.set_cookie(COOKIES[what], value, max_age=_KEPT_S, samesite="Lax")
