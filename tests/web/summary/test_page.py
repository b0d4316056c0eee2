"""The summary page as it is served: whole, nothing inline, and no name too many."""

from gettext import NullTranslations
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from fishbowl.harvest import charts, publishable
from tests.harvest.stories import QUESTION, forty_minutes
from tests.harvest.test_attribution import NAMES
from tests.support.room import Room

TEMPLATES = Path(__file__).parents[3] / "templates"
VOID = {"meta", "link", "br", "circle", "rect", "line", "path"}


class Assets:
    def style(self, entry: str) -> str:
        return f"/static/{entry}.css"

    def script(self, entry: str, language: str) -> str:
        return f"/static/{entry}.js"

    def file(self, name: str) -> str:
        return f"/static/{name}"


class Reader(HTMLParser):
    """Checks that tags close, and keeps what a strict policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.inline: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in names):
            self.inline.append(tag)
        self.inline += [name for name in names if name == "style" or name.startswith("on")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def page(room: Room, *, facilitator: bool = False, dir: str = "ltr") -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    words = NullTranslations()
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.ngettext, newstyle=True
    )
    summary = room.summary
    return environment.get_template("summary.html").render(
        lang="en",
        dir=dir,
        theme="",
        languages=[("en", "English")],
        with_choice=lambda **choice: "?",
        assets=Assets(),
        summary=publishable(summary),
        charts=charts(summary, rtl=dir == "rtl"),
        facilitator=facilitator,
    )


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


@pytest.mark.parametrize("dir", ["ltr", "rtl"])
def test_a_whole_page_with_nothing_inline(dir: str):
    reader = read(page(forty_minutes(), dir=dir))
    assert reader.open == []
    assert reader.inline == []
    assert QUESTION in reader.text


def test_half_kept_marks_give_nobody_a_talk_time_and_the_page_says_so():
    room = forty_minutes(marks=12)
    html = page(room)
    assert "Talk time" not in html
    assert "Time in the chair" in html
    assert "speakers were marked too rarely" in html
    assert "0:00" not in html.partition('class="times"')[2].partition("</ol>")[0]


@pytest.mark.parametrize("floor", [True, False])
def test_talk_time_is_shown_only_if_the_floor_was_tracked(floor: bool):
    html = page(forty_minutes(floor=floor))
    assert ("Talk time" in html) is floor
    assert ("Time in the chair" in html) is not floor


def test_a_page_when_nothing_has_happened():
    reader = read(page(Room()))
    assert reader.open == []
    assert "The session has not started yet." in reader.text
    assert "Nobody has sat in the bowl yet." in reader.text


def test_a_page_while_the_session_goes_on_says_so():
    assert "still going on" in page(forty_minutes(close=False))


def test_a_chatham_house_page_holds_no_name_and_says_why():
    html = page(forty_minutes(attribution="chatham_house"), facilitator=True)
    assert not [name for name in NAMES if name in html]
    assert "who said it stays in the room" in html
    assert "timeline-row" not in html
    assert "12:48" not in html


def test_only_the_facilitator_is_offered_the_files():
    assert "/WAVE47/export.csv" in page(forty_minutes(), facilitator=True)
    assert "/export." not in page(forty_minutes())


def test_words_of_people_are_words():
    room = Room("<script>alert(1)</script>?", event='"><img src=x>')
    room.facilitator.starts()
    room.seats_walk_up(1, "<b>Sons</b> & 100%")
    room.facilitator.begins_topic("{{ 7 * 7 }} %(n)s")
    room.wait(minutes=5)
    html = page(room)
    assert read(html).inline == []
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<b>Sons" not in html
    assert "{{ 7 * 7 }} %(n)s" in html


def test_those_who_never_reached_the_bowl_are_counted_not_named():
    html = page(forty_minutes())
    assert "<b>2</b> people asked for a chair and never reached the bowl." in html
    assert "Listener" not in html


def test_the_same_figures_stand_in_a_table():
    html = page(forty_minutes())
    assert "The same as a table" in html
    assert "<td>4:30</td>" in html
