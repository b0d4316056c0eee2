"""Published sessions as an Atom feed (RFC 4287), written from published lines alone."""

from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as xml

import msgspec

from fishbowl.domain.kernel.words import clean

ATOM = "http://www.w3.org/2005/Atom"
EMPTY_AT_MS = 0


class FeedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One published session.

    :param id: the same as long as it is published, however often.
    :param series: what it belongs to; the entry's author, since people are named in no feed.
    :param lines: what was found out.
    """

    id: str
    title: str
    link: str
    series: str
    ended_at_ms: int
    updated_at_ms: int
    language: str = ""
    lines: tuple[str, ...] = ()


def atom_feed(*, id: str, title: str, page: str, own: str, entries: Sequence[FeedEntry]) -> bytes:
    """Write a feed.

    :param id: of the feed, as a URN.
    :param page: the address of what it is about; ``own`` is its own.
    :param entries: the latest first.
    """
    feed = xml.Element("feed", {"xmlns": ATOM})
    _text(feed, "id", id)
    _text(feed, "title", clean(title))
    _text(
        feed, "updated", _instant(max((one.updated_at_ms for one in entries), default=EMPTY_AT_MS))
    )
    xml.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": page})
    xml.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    _text(feed, "generator", "Fishbowl")
    for one in entries:
        entry = xml.SubElement(feed, "entry", {"xml:lang": one.language} if one.language else {})
        _text(entry, "id", one.id)
        _text(entry, "title", clean(one.title))
        _text(entry, "updated", _instant(one.updated_at_ms))
        _text(entry, "published", _instant(one.ended_at_ms))
        _text(xml.SubElement(entry, "author"), "name", clean(one.series))
        xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": one.link})
        if one.lines:
            _text(entry, "summary", "\n".join(clean(line) for line in one.lines))
    found: bytes = xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return found


def _text(parent: xml.Element, name: str, words: str) -> None:
    xml.SubElement(parent, name).text = words


def _instant(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms // 1000, UTC).isoformat().replace("+00:00", "Z")
