"""The archive pages: all sessions for the owner, published ones for readers with their link."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

import msgspec
from flask import Blueprint, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.archive.search import PAGE
from fishbowl.archive.search_types import Filter, SearchResult
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.row import SeriesRow
from fishbowl.harvest.query import TYPED_MAX
from fishbowl.services.audit import READERS_LINK_RENEWED
from fishbowl.web.archive.words import Line, facets, line, pieces, years
from fishbowl.web.audit.noting import note_as_owner
from fishbowl.web.context import here
from fishbowl.web.numbers import read_number
from fishbowl.web.setup.instants import day_of
from fishbowl.web.setup.preview import empty_bowl
from fishbowl.web.sign_in.identity import ReadersOnly, is_owner, is_reader, member, need_owner

bp = Blueprint("archive", __name__)

FIRST_MAX = 100_000
FILTERS = Filter.__struct_fields__


class Card(NamedTuple):
    """A search result, formatted for the page.

    :param home: the name of the home that it comes from; empty if it is from here.
    """

    result: SearchResult
    href: str
    question: tuple[tuple[str, bool], ...]
    day: str
    lines: tuple[Line, ...]
    more: int
    portrait: dict[str, object]
    home: str


@bp.get("/archive")
def show() -> Response:
    """Search results; without a query, all sessions, latest first."""
    for_owner = is_owner()
    if not for_owner and not is_reader():
        raise ReadersOnly
    typed = request.args.get("q", "")
    series = here().filing.series()
    narrow = _narrow(series)
    first_result = min(read_number(request.args.get("first", "")) or 0, FIRST_MAX)
    found = here().archive.search(
        typed, _by_id(narrow, series), first=first_result, published_only=not for_owner
    )
    page = render_template(
        "archive.html",
        typed=typed,
        typed_max=TYPED_MAX,
        narrow=narrow,
        for_owner=for_owner,
        has_public_series=any(one.is_public for one in series.values()),
        found=found,
        cards=[card_of(result, by_its_key=for_owner) for result in found.results],
        facets=facets(found, narrow, lambda name, value: _href(typed, narrow, name, value), series),
        years=years(found.years, narrow.year, lambda value: _href(typed, narrow, "year", value)),
        earlier=_page(typed, narrow, first_result - PAGE) if first_result > 0 else "",
        later=_page(typed, narrow, first_result + PAGE)
        if first_result + PAGE < found.count
        else "",
        chairs=empty_bowl(),
        ask_members=_ask_members(typed),
    )
    response = Response(page, content_type="text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/archive/link")
def link() -> Response:
    """The readers' link, for the owner alone: to send to members, and to renew."""
    need_owner()
    context = here()
    generation = context.archive.reader_link_generation()
    page = render_template(
        "archive_link.html",
        link=f"{context.network.base()}/a#{context.access_keys.reader_key(generation)}",
        generation=generation,
        renewed="renewed" in request.args,
        lost="lost" in request.args,
    )
    response = Response(page, content_type="text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/archive/link")
def renew() -> AnyResponse:
    """Revoke the link that the page showed."""
    need_owner()
    seen = read_number(request.form.get("generation", ""))
    if seen is None:
        abort(400)
    before = here().archive.reader_link_generation()
    done = here().archive.renew_reader_link(seen)
    if done and seen == before:
        note_as_owner(READERS_LINK_RENEWED)
    return redirect(f"/archive/link?{'renewed' if done else 'lost'}", 303)


def _ask_members(typed: str) -> str:
    """Where a signed-in member asks others what they searched for; empty for everybody else."""
    uses_ask = is_on(here().members.community, "ask")
    return f"/ask?{urlencode({'q': typed})}" if typed and uses_ask and member() else ""


def home_of(result: SearchResult) -> str:
    """The name of the home that a session comes from; empty if it was held here."""
    link = here().home_link
    return link.home_name if link.home is not None and link.taking.slug_of(result.code) else ""


def summary_href(result: SearchResult, *, by_its_key: bool) -> str:
    """The address of a session's summary: the full one, or the published one.

    Of a session of the home it is there.
    """
    link = here().home_link
    if link.home is not None and (slug := link.taking.slug_of(result.code)):
        return f"{link.home.url}/s/{slug}"
    if by_its_key:
        return f"/{result.code}/summary"
    return f"/s/{here().access_keys.summary_slug(result.code)}"


def card_of(result: SearchResult, *, by_its_key: bool) -> Card:
    """Format a search result; see :func:`summary_href`."""
    href = summary_href(result, by_its_key=by_its_key)
    return Card(
        result=result,
        href=href,
        question=pieces(result.question, result.question_marks),
        day=day_of(result.began_on),
        lines=tuple(line(match, href) for match in result.matches),
        more=result.match_count - len(result.matches),
        portrait=msgspec.json.decode(result.portrait),
        home=home_of(result),
    )


def _narrow(series: Mapping[SeriesId, SeriesRow]) -> Filter:
    """The filters in the address, with the name in addresses of the series.

    The name of an event that is a series is the series: links from before lead there.
    """
    asked = {name: request.args.get(name, "") for name in FILTERS}
    if asked["event"]:
        found = series.get(here().filing.find(asked["event"]))
        if found is not None:
            asked |= {"event": "", "series": found.slug}
    return Filter(**asked)


def _by_id(narrow: Filter, series: Mapping[SeriesId, SeriesRow]) -> Filter:
    """The filters with the id of the series; what is no series finds nothing."""
    if not narrow.series:
        return narrow
    ids = {one.slug: id for id, one in series.items()}
    return msgspec.structs.replace(narrow, series=ids.get(narrow.series, "?"))


def _href(typed: str, narrow: Filter, name: str, value: str) -> str:
    """The address with another value of a filter; series and event take each other's place."""
    either = {"event": "", "series": ""} if name in ("event", "series") else {}
    return _page(typed, msgspec.structs.replace(narrow, **{**either, name: value}), 0)


def _page(typed: str, narrow: Filter, first: int) -> str:
    asked = {"q": typed, **msgspec.structs.asdict(narrow)}
    if first > 0:
        asked["first"] = str(first)
    return f"/archive?{urlencode({name: value for name, value in asked.items() if value})}"
