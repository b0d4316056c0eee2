"""The types of the search: the filter, and a page of results."""

import msgspec


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """The filters of a search; an empty field does not filter.

    ``series`` is an id; ``event`` is the name that sessions show which are in no series.
    """

    kind: str = ""
    event: str = ""
    series: str = ""
    year: str = ""
    language: str = ""


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A text that contains words of the query; ``marks`` are their positions, as (start, end).

    ``times`` counts the texts of the session with the same words; this is the first of them.
    """

    kind: str
    words: str
    topic: str
    anchor: str
    marks: tuple[tuple[int, int], ...]
    times: int = 1


class SearchResult(msgspec.Struct, frozen=True, kw_only=True):
    """A session that matches. ``matches`` are the best ones; ``match_count`` counts all that
    differ in their words. ``portrait`` is the voices chart as JSON, ``series`` an id or empty."""

    code: str
    question: str
    question_marks: tuple[tuple[int, int], ...]
    event: str
    began_on: str
    ended_at_ms: int
    minutes: int
    people: int
    voices: int
    language: str
    published: bool
    edition: int
    portrait: str
    series: str
    matches: tuple[Match, ...]
    match_count: int


class ResultPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of results, and how many sessions each value of a filter would leave.

    ``searchable_count`` counts all sessions that were searched. ``misspelled`` are the query words
    that no session contains and that were replaced by similar ones.
    """

    results: tuple[SearchResult, ...]
    count: int
    searchable_count: int
    kinds: dict[str, int]
    events: dict[str, int]
    series: dict[str, int]
    years: dict[str, int]
    languages: dict[str, int]
    misspelled: tuple[str, ...] = ()
