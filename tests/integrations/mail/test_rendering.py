"""Letters in every language, as text and as HTML."""

import re
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from fishbowl.domain.community.model import About
from fishbowl.domain.kernel.ids import Millis
from fishbowl.integrations.mail.colours import COLOURS
from fishbowl.integrations.mail.content import AskFacts, Facts, PromiseFacts
from fishbowl.integrations.mail.dates import Date, SeriesFacts
from fishbowl.integrations.mail.letters import KINDS, Kind
from fishbowl.integrations.mail.meeting_facts import MeetingFacts, MeetingLine
from fishbowl.integrations.mail.rendering import Rendered, Renderer
from fishbowl.web.assets import DIST, WEB_ROOT
from fishbowl.web.languages import ENGLISH, Languages

LINK = "https://bowl.example/t#r8wq"


def _date(starts_ms: int, **told: Any) -> Date:
    starts = Millis(starts_ms)
    berlin = ZoneInfo("Europe/Berlin")
    return Date(starts_ms=starts, ends_ms=Millis(starts + 3_600_000), zone=berlin, **told)


FACTS = Facts(
    about=About(
        title="Stewards & <Friends>",
        controller="Kystdata AS",
        address="Strandgata 1\n5003 Bergen",
        contact="privacy@kystdata.example",
    ),
    label="Ingrid {name} <b>",
    link=LINK,
    page="https://bowl.example/me",
    unsubscribe="https://bowl.example/unsubscribe?t=r8wq",
    until_ms=Millis(1_798_500_000_000),  # 2026-12-28 23:20 UTC, which is the 29th in Tokyo
    at_ms=Millis(1_796_000_000_000),
    way="mail",
    zone=ZoneInfo("Asia/Tokyo"),
    series=SeriesFacts(
        label="First {Thursday} lunch",
        date=_date(1_796_300_000_000),
        other=_date(1_798_000_000_000),
        dates=(_date(1_796_300_000_000), _date(1_798_000_000_000, is_off=True, why="<Holidays>")),
    ),
    ask=AskFacts(name="Zoë", question="Who <holds> the {keys}?"),
    promise=PromiseFacts(
        words="Write <it> down", question="Who <decides> {Thursday}?", due="2026-12-01"
    ),
    offer="I explain <books> {Thursday}",
    meeting=MeetingFacts(
        name="Amira <b>",
        lines=(
            MeetingLine(side="need", words="First patches <quickly>", is_own=True),
            MeetingLine(side="offer", words="An hour & more", is_own=False),
        ),
        reasons=("topic", "other_organisation"),
        ways=(("Amira <Benali>", "amira@example.org"), ("Kofi & Co", "")),
        check_in_at_ms=Millis(1_796_300_000_000),
        made_at_ms=Millis(1_795_300_000_000),
        outcome="helped",
    ),
    is_local=True,
)
ANSWERS: dict[str, tuple[str, ...]] = {
    "turn": ("take", "pass", "never"),
    "swap": ("agree", "decline"),
    "asked": ("answer", "pass"),
    "promise": ("done", "week", "month"),
    "offer": ("keep", "end"),
    "pair": ("yes", "no"),
    "suggestion": ("yes", "no"),
    "check_in": ("met", "not_yet", "will_not"),
    "outcome": ("helped_tell", "helped", "tried", "did_not_help"),
}
"""Letters whose links lead to the page with an answer lit."""
LANGUAGES = Languages(DIST)
RENDERER = Renderer(WEB_ROOT / "templates")


class _Page(HTMLParser):
    """The texts, links and unclosed elements of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.html_attributes: dict[str, str | None] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        if tag == "html":
            self.html_attributes = dict(attrs)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def _render(kind: Kind, language: str = "en", **facts: object) -> Rendered:
    found = LANGUAGES.get(language)
    assert found
    return RENDERER.render(kind, msgspec.structs.replace(FACTS, **facts), found)


@pytest.mark.parametrize("language", LANGUAGES.codes)
def test_every_letter_says_the_same_as_text_and_as_html_in_every_language(language: str) -> None:
    for kind in KINDS:
        rendered = _render(kind, language)
        page = _Page(rendered.html)
        assert page.open == []
        spoken = LANGUAGES.get(language)
        assert spoken
        assert page.html_attributes == {"lang": language, "dir": spoken.direction}
        answers = [f"{LINK}.{do}" for do in ANSWERS.get(kind, ())] or [LINK]
        assert page.links == [*answers, FACTS.page, FACTS.unsubscribe]
        words = [one for one in rendered.text.split() if not one.startswith(("https:", "--"))]
        missing = [one for one in words if one.rstrip(":") not in page.text]
        assert not missing, f"{kind} says in its text only"
        assert set(answers) <= set(rendered.text.splitlines())
        assert "\n" not in rendered.subject
        unfilled = (
            rendered.text.replace(FACTS.label, "").replace("{Thursday}", "").replace("{keys}", "")
        )
        assert "{" not in unfilled
        assert "Kystdata AS · Strandgata 1 5003 Bergen" in " ".join(rendered.text.split())
        if language != "en":
            assert rendered.subject != _render(kind).subject


def test_what_people_wrote_is_text_in_the_html_and_nothing_else() -> None:
    html = _render("host").html
    assert "Ingrid {name} &lt;b&gt;" in html
    assert "Stewards &amp; &lt;Friends&gt;" in html
    assert "<Friends>" not in html


def test_a_day_is_that_of_the_addressee() -> None:
    assert "29 December 2026" in " ".join(_render("stay").text.split())
    in_lima = _render("stay", zone=ZoneInfo("America/Lima"))
    assert "28 December 2026" in " ".join(in_lima.text.split())


def test_what_is_not_there_leaves_no_empty_words() -> None:
    rendered = _render("confirm", label="", page="", unsubscribe="", about=About(), is_local=False)
    assert "Hello" not in rendered.text
    assert "Responsible" not in rendered.text
    assert rendered.text.rstrip().endswith("before you say yes.")
    assert _Page(rendered.html).links == [LINK]
    assert "Somebody wants to be known at Fishbowl" in rendered.text


def test_a_new_pass_says_how_it_came() -> None:
    assert "by a letter to this address" in " ".join(_render("pass_replaced").text.split())
    assert "on a phone" in " ".join(_render("pass_replaced", way="phone").text.split())


def test_the_colours_of_letters_are_those_of_the_pages() -> None:
    css = (WEB_ROOT / "static" / "src" / "styles" / "tokens.css").read_text("utf-8")
    values = dict(re.findall(r"--([\w-]+): ([^;]+);", css))

    def value(text: str) -> str:
        while named := re.fullmatch(r"var\(--([\w-]+)\)", text):
            text = values[named[1]]
        return text

    for name, colour in COLOURS.items():
        token = values[name.replace("_", "-")]
        pair = re.fullmatch(r"light-dark\(([^,]+), ([^,]+)\)", token)
        light, dark = pair.groups() if pair else (token, token)
        assert colour == (value(light), value(dark)), name


def test_a_language_that_is_not_there_is_english() -> None:
    assert RENDERER.render("stay", FACTS, ENGLISH).subject == "Would you like to stay?"
