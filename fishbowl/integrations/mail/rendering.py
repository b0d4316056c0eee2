"""Letters as plain text and HTML, in the language of whoever gets them.

Both are made from the same content by one template each, so neither says more than the other.
"""

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from fishbowl.harvest.words import _, in_language
from fishbowl.integrations.mail.colours import COLOURS
from fishbowl.integrations.mail.content import BRAND, Facts, Language
from fishbowl.integrations.mail.letters import LETTERS, Kind

WIDTH = 72
"""Characters in a line of plain text. What has no blanks, such as Japanese, is not broken."""


class Rendered(NamedTuple):
    """A letter's subject, its plain text and its HTML."""

    subject: str
    text: str
    html: str


class Renderer:
    """Renders letters.

    :param templates: the folder of the pages' templates.
    """

    def __init__(self, templates: Path) -> None:
        pages = Environment(
            loader=FileSystemLoader(templates),
            autoescape=select_autoescape(["html"]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        pages.filters["filled"] = _filled
        # Compiled here, at the start: it takes long, and live rooms would wait.
        self._text = pages.get_template("mail/letter.txt")
        self._html = pages.get_template("mail/letter.html")

    def render(self, kind: Kind, facts: Facts, language: Language) -> Rendered:
        """Write a letter."""
        with in_language(language.translations, language.locale):
            content = LETTERS[kind](facts, language.locale)
            words = {
                "content": content,
                "facts": facts,
                "greeting": _("Hello {name},", name=facts.label) if facts.label else "",
                "foot": tuple(_foot(facts)),
                "press_link": answer_link(facts.link, content.press_do),
                "ways": tuple((words, answer_link(facts.link, do)) for do, words in content.ways),
                "links": (
                    *((words, answer_link(facts.link, do)) for do, words in content.ends),
                    *_links(facts),
                ),
                "language": language,
                "colours": COLOURS,
                "brand": BRAND,
            }
        return Rendered(content.subject, self._text.render(words), self._html.render(words).strip())


def _foot(facts: Facts) -> Iterator[str]:
    """What stands below every letter: where its links work, and who is responsible for it."""
    if facts.is_local:
        yield _(
            "The links work only in the network in which this Fishbowl runs, and only while it "
            "runs there."
        )
    about = facts.about
    who = [" ".join(part.split()) for part in (about.controller, about.address, about.contact)]
    if any(who):
        yield _("Responsible: {who}", who=" · ".join(filter(None, who)))


def _links(facts: Facts) -> Iterator[tuple[str, str]]:
    if facts.page:
        yield _("Your page"), facts.page
    if facts.unsubscribe:
        yield _("No more letters"), facts.unsubscribe


def answer_link(link: str, do: str) -> str:
    """The page of a letter's link, with an answer lit; opening it does nothing."""
    return f"{link}.{do}" if do else link


def _filled(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
