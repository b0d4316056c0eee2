"""What a search is narrowed to, and what it finds."""

import msgspec


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What a search is narrowed to; what is empty narrows nothing."""

    kind: str = ""
    event: str = ""
    year: str = ""
    language: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A find that holds words of the query; ``marks`` are where, as (start, end).

    ``times`` is how many finds of the session have the same words; this is the first of them.
    """

    kind: str
    words: str
    topic: str
    anchor: str
    marks: tuple[tuple[int, int], ...]
    times: int = 1


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A session that was found. ``places`` are the best ones, ``place_count`` counts all
    whose words differ."""

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
    places: tuple[Place, ...]
    place_count: int


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One page of what was found, and how many sessions each filter would leave.

    ``in_all`` counts the sessions that could be found at all. ``forgiven`` are words that nobody
    has said, in place of which words near them were found.
    """

    hits: tuple[Hit, ...]
    count: int
    in_all: int
    kinds: dict[str, int]
    events: dict[str, int]
    years: dict[str, int]
    languages: dict[str, int]
    forgiven: tuple[str, ...] = ()
