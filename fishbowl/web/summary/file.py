"""The summary as one file: with styles and fonts inside, without scripts or external resources.

It opens in any browser, prints as the page does, and can be sent by mail.
"""

import re
from base64 import b64encode
from datetime import tzinfo

from flask import Flask
from jinja2 import Environment
from markupsafe import Markup

from fishbowl.harvest import Summary, charts, publishable
from fishbowl.harvest.words import in_language
from fishbowl.web import i18n
from fishbowl.web.assets import WEB_ROOT, Assets
from fishbowl.web.languages import ENGLISH, Language

HTML = "html"
"""The name of this format in commands and addresses, beside those of the harvest."""

FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
"""Nothing in the file runs, and nothing is fetched: the file is passed on without HTTP headers."""

_FONT = re.compile(r"""url\(["']?\./([^"')]+)["']?\)""")
_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def summary_file(
    pages: Environment,
    assets: Assets,
    summary: Summary,
    zone: tzinfo,
    language: Language = ENGLISH,
) -> str:
    """Write the file, as far as the attribution allows.

    :param pages: the templates, in the same language.
    :param zone: where the room was, for the day.
    """
    shown = publishable(summary)
    with in_language(language.translations, language.locale):
        drawn = charts(shown, rtl=language.direction == "rtl", zone=zone)
    return pages.get_template("summary.html").render(
        lang=language.code,
        dir=language.direction,
        theme="",
        assets=assets,
        style=_style(assets),
        policy=FILE_POLICY,
        summary=shown,
        charts=drawn,
        facilitator=False,
    )


def templates(language: Language = ENGLISH) -> Environment:
    """The templates of the pages, for a command that serves none of them."""
    app = Flask("fishbowl", template_folder=str(WEB_ROOT / "templates"))
    i18n.install_translations(app, language.translations.gettext, language.translations.ngettext)
    return app.jinja_env


def _style(assets: Assets) -> Markup:
    """The style sheet with its fonts inside; both are our own, so nothing is escaped."""
    css = _content(assets, assets.style("summary").rpartition("/")[2]).decode()
    return Markup(_FONT.sub(lambda found: _letters(assets, found[1]), _MAP.sub("", css)))


def _letters(assets: Assets, name: str) -> str:
    return f"url(data:font/woff2;base64,{b64encode(_content(assets, name)).decode()})"


def _content(assets: Assets, name: str) -> bytes:
    found = assets.get(name)
    return b"" if found is None else found.content
