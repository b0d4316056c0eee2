"""Whatever people write, and whatever an old log holds: no page and no file breaks."""

import csv
import json
from datetime import UTC
from io import StringIO

from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from fishbowl.harvest import FORMATS, TABLES, Summary, charts, export
from fishbowl.harvest.base import Struct, Who
from fishbowl.web.assets import Asset, Assets
from fishbowl.web.summary.file import summary_file, templates
from tests.harvest.exports.test_chapters import cues
from tests.harvest.ring_story import the_whole_room
from tests.web.summary.test_page import read

PAGES = templates()
STYLE = Asset(content=b"body{color:red}", zipped=None, mime="text/css", hashed=True)
ASSETS = Assets({"summary": {"css": "s.css"}}, {"s.css": STYLE})
SUMMARY = the_whole_room().summary

UGLY = (
    '"quoted", \'twice\'', "</script><script>alert(1)</script>", "</style>", "<!--", "]]>",
    "=1+2", "@SUM(A1)", "a --> b", "one\r\n\r\ntwo", "END:VEVENT\r\nBEGIN:VALARM", "\u202eevil",
    "\u2066isolated", "👩‍👩‍👧‍👦🏳️‍🌈", "مرحبا (2)", "{{ 7 * 7 }} {n} %(n)s", "| a | b |",
    "\x00\x08\x1b[2J", "x" * 10_000, "\u2028\u2029\x85", "\\n\\;\\,", "# heading",
    "&amp;", "NOTE", "WEBVTT",
)  # fmt: skip
words = st.one_of(
    st.sampled_from(UGLY), st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
)


def with_words(said: str) -> Summary:
    """A summary in which everything that a person can write says this."""
    return _filled(SUMMARY, said)


def _filled(part, said: str):
    if isinstance(part, tuple):
        return tuple(_filled(one, said) for one in part)
    if not isinstance(part, Struct):
        return part
    fields = {name: _filled(getattr(part, name), said) for name in part.__struct_fields__}
    for name in ("words", "title", "question", "event", "name", "owner"):
        if isinstance(fields.get(name), str):
            fields[name] = said
    if isinstance(part, Who):
        fields["name"] = said
    return replace(part, **fields)


def page(summary: Summary, *, rtl: bool = False) -> str:
    assert charts(summary, rtl=rtl)
    return summary_file(PAGES, ASSETS, summary, UTC)


@given(said=words)
@example(said="</script><script>alert(1)</script>")
@settings(max_examples=60)
def test_the_page_stays_whole_and_runs_nothing(said: str):
    reader = read(page(with_words(said)))
    assert reader.open == []
    assert reader.inline == ["style"]  # its own, at the top


@given(said=words)
@example(said="\t")
@settings(max_examples=60)
def test_the_tables_have_their_rows_and_no_formula(said: str):
    for table in TABLES:
        plain = list(csv.reader(StringIO(export(SUMMARY, "csv", table=table))))
        ugly = list(csv.reader(StringIO(export(with_words(said), "csv", table=table), newline="")))
        assert [len(row) for row in ugly] == [len(row) for row in plain]
        cells = (cell for row in ugly for cell in row)
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(said=words)
@settings(max_examples=60)
def test_chapters_and_calendar_are_valid(said: str):
    summary = with_words(said)
    assert len(cues(export(summary, "vtt"))) == 2
    assert len(export(summary, "chapters").splitlines()) == 3
    calendar = Calendar.from_ical(export(summary, "ics"))
    assert [part.name for part in calendar.walk()] == ["VCALENDAR", "VEVENT", "VEVENT"]


@given(said=words)
@settings(max_examples=60)
def test_json_says_what_was_written(said: str):
    document = json.loads(export(with_words(said), "json"))
    assert document["session"]["question"] == said
    assert {one["words"] for one in document["unreached"]} == {said}


def test_every_file_can_be_written_as_bytes():
    for said in UGLY:
        for format in FORMATS:
            assert export(with_words(said), format).encode()
