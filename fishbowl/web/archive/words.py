"""Formats search results for the archive pages: filters, marked words, dots for each year."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from fishbowl.archive.search_types import Filter, Match, ResultPage
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.row import SeriesRow
from fishbowl.web.i18n import gettext as _
from fishbowl.web.setup.talk_languages import language_name

SHOWN = 260
"""Characters of a match that are shown; of a longer one, those around the first mark."""
BEFORE = 80
VALUES_MAX = 8
"""How many values of a filter are offered; the chosen one always is."""
DOTS_MAX = 12
YEARS_MAX = 8


class Choice(NamedTuple):
    """A value of a filter: its label, how many sessions it would leave, its address."""

    label: str
    left: int | None
    href: str
    is_on: bool


class Facet(NamedTuple):
    """A filter with its values."""

    title: str
    choices: tuple[Choice, ...]


class Year(NamedTuple):
    """A year with its dots, each a column and a row."""

    choice: Choice
    dots: tuple[tuple[int, int], ...]


class Line(NamedTuple):
    """A match, formatted for the page: label of its kind, its words in pieces, its address."""

    kind: str
    pieces: tuple[tuple[str, bool], ...]
    topic: str
    href: str
    times: int


def kind_words(kind: str) -> tuple[str, str]:
    """The name of a kind of searchable text: singular and plural."""
    words = {
        "question": (_("The question"), _("Questions of the sessions")),
        "topic": (_("Topic"), _("Topics")),
        "event": (_("Event"), _("Events")),
        "summary": (_("Summary"), _("Summary")),
        "insight": (_("Insight"), _("Insights")),
        "decision": (_("Decision"), _("Decisions")),
        "undecided": (_("Undecided"), _("Left undecided")),
        "action": (_("To do"), _("To do")),
        "open_question": (_("Open question"), _("Open questions")),
        "resource": (_("Resource"), _("Resources")),
        "commitment": (_("Promised"), _("Promised")),
        "takeaway": (_("Takeaways"), _("Takeaways")),
        "answer": (_("Debrief"), _("Debrief")),
        "asked": (_("Asked"), _("Asked by listeners")),
        "point": (_("In writing"), _("Written points")),
    }
    return words.get(kind, (kind, kind))


def pieces(text: str, marks: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """Split a text into marked and unmarked pieces; a long text is cut around its first mark."""
    start, end = 0, len(text)
    if len(text) > SHOWN:
        start = max(0, (marks[0][0] if marks else 0) - BEFORE)
        end = min(len(text), start + SHOWN)
    cut: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for begin, to in marks:
        if begin >= end:
            break
        cut += [(text[at:begin], False), (text[begin : min(to, end)], True)]
        at = min(to, end)
    cut += [(text[at:end], False), (" …" if end < len(text) else "", False)]
    return tuple(piece for piece in cut if piece[0])


def line(match: Match, href: str) -> Line:
    """Format a match of a session whose summary is at ``href``."""
    return Line(
        kind=kind_words(match.kind)[0],
        pieces=pieces(match.words, match.marks),
        topic=match.topic,
        href=f"{href}#{match.anchor}" if match.anchor else href,
        times=match.times,
    )


def facets(
    found: ResultPage,
    narrow: Filter,
    href: Callable[[str, str], str],
    series: Mapping[SeriesId, SeriesRow],
) -> list[Facet]:
    """Format the filters that have more than one value.

    :param narrow: what is chosen, with the name in addresses of the series.
    :param href: returns the address for a filter and a value of it.
    :param series: the series by their ids.
    """
    kinds = {kind: kind_words(kind)[1] for kind in found.kinds}
    languages = {lang: language_name(lang) for lang in found.languages}
    made = (
        _facet("kind", narrow.kind, (_("Found in"), _("Everything")), kinds, found.kinds, href),
        _events(found, narrow, href, series),
        _facet(
            "language",
            narrow.language,
            (_("Language"), _("All languages")),
            languages,
            found.languages,
            href,
        ),
    )
    return [facet for facet in made if len(facet.choices) > 2 or not facet.choices[0].is_on]


def _facet(
    name: str,
    chosen: str,
    titles: tuple[str, str],
    labels: Mapping[str, str],
    counts: Mapping[str, int],
    href: Callable[[str, str], str],
) -> Facet:
    title, every = titles
    return Facet(title=title, choices=_choices(name, chosen, every, labels, counts, href))


def _events(
    found: ResultPage,
    narrow: Filter,
    href: Callable[[str, str], str],
    series: Mapping[SeriesId, SeriesRow],
) -> Facet:
    """Series, and the names of sessions in none, the most frequent first."""
    of_series = {SeriesId(id): n for id, n in found.series.items()}
    counts = {("series", series[id].slug): n for id, n in of_series.items() if id in series}
    counts |= {("event", event): n for event, n in found.events.items()}
    labels = {("series", row.slug): row.label for row in series.values()}
    is_chosen = bool(narrow.series or narrow.event)
    chosen = ("series", narrow.series) if narrow.series else ("event", narrow.event)
    offered = sorted(counts, key=lambda one: -counts[one])[:VALUES_MAX]
    if is_chosen and chosen not in offered:
        offered.append(chosen)
    every = Choice(_("All events"), None, href("event", ""), not is_chosen)
    choices = (
        Choice(labels.get(one, one[1]), counts.get(one, 0), href(*one), one == chosen)
        for one in offered
    )
    return Facet(title=_("Event"), choices=(every, *choices))


def _choices(
    name: str,
    chosen: str,
    every: str,
    labels: Mapping[str, str],
    counts: Mapping[str, int],
    href: Callable[[str, str], str],
) -> tuple[Choice, ...]:
    offered = list(counts)[:VALUES_MAX]
    if chosen and chosen not in offered:
        offered.append(chosen)
    return (
        Choice(every, None, href(name, ""), not chosen),
        *(
            Choice(labels.get(one, one), counts.get(one, 0), href(name, one), one == chosen)
            for one in offered
        ),
    )


def years(counts: Mapping[str, int], chosen: str, href: Callable[[str], str]) -> tuple[Year, ...]:
    """The years with dots for their results; the chosen year links to the search without it."""
    offered = sorted({*counts, *([chosen] if chosen else [])})[-YEARS_MAX:]
    most = max(counts.values(), default=0)
    a_dot = ceil(most / DOTS_MAX) or 1
    return tuple(
        Year(
            choice=Choice(
                year, counts.get(year, 0), href("" if year == chosen else year), year == chosen
            ),
            dots=tuple((no % 3, no // 3) for no in range(ceil(counts.get(year, 0) / a_dot))),
        )
        for year in offered
    )
