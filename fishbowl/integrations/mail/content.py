"""What a letter says, before it is text and HTML."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from gettext import NullTranslations
from typing import Protocol

import msgspec
from babel import Locale
from babel.dates import format_time

from fishbowl.domain.community.ids import PassWay
from fishbowl.domain.community.model import About
from fishbowl.domain.kernel.ids import Millis
from fishbowl.harvest.words import _, day
from fishbowl.integrations.mail.asked_facts import AskedInRound
from fishbowl.integrations.mail.dates import SeriesFacts
from fishbowl.integrations.mail.meeting_facts import MeetingFacts

BRAND = "Fishbowl"


class Language(Protocol):
    """The language of a letter; see :class:`fishbowl.web.languages.Language`."""

    @property
    def code(self) -> str:
        """The BCP 47 tag."""
        ...

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        ...

    @property
    def locale(self) -> Locale:
        """For dates."""
        ...

    @property
    def translations(self) -> NullTranslations:
        """The message catalogue."""
        ...


class AskFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter tells of a question to members.

    :param name: the first name of who asked, answered or thanks; empty for somebody.
    """

    name: str = ""
    question: str = ""


class PromiseFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter tells of a promise.

    :param due: its day, such as ``2026-12-01``.
    :param is_noted: it was noted for the member in the room.
    :param is_shared: others see it as well.
    """

    words: str
    question: str
    due: str
    is_noted: bool = False
    is_shared: bool = False


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What letters may tell.

    Nobody is named but who gets the letter, whom they said yes to, and who asks or answers.

    :param label: what the addressee is called; empty where that is not sure to be theirs.
    :param link: the page that asks and acts, with the letter's token in its fragment.
    :param page: the member's own page; empty for somebody who is no member.
    :param unsubscribe: the address that ends letters; empty for those that somebody asked for.
    :param until_ms: the instant at which what the letter asks for is over.
    :param at_ms: the instant of which it tells.
    :param way: how a new pass came.
    :param zone: of the addressee.
    :param series: what a letter about a series tells.
    :param meeting: what a letter about a suggestion or an introduction tells.
    :param ask: what a letter about a question to members tells.
    :param promise: what a letter about a promise tells.
    :param asked: what a letter of a pairing round tells.
    :param offer: the words of the addressee that a letter about an offer or a need asks about.
    :param is_local: whether the links work only where this server runs.
    """

    about: About
    label: str = ""
    link: str = ""
    page: str = ""
    unsubscribe: str = ""
    until_ms: Millis | None = None
    at_ms: Millis | None = None
    way: PassWay | None = None
    zone: tzinfo = UTC
    series: SeriesFacts | None = None
    meeting: MeetingFacts | None = None
    ask: AskFacts | None = None
    promise: PromiseFacts | None = None
    asked: AskedInRound | None = None
    offer: str = ""
    is_local: bool = False

    @property
    def community(self) -> str:
        """How letters call the community."""
        return self.about.title or BRAND

    @property
    def until(self) -> str:
        """The day of ``until_ms`` in words, in the addressee's time zone."""
        return "" if self.until_ms is None else day(self.until_ms, self.zone)

    def instant(self, locale: Locale) -> str:
        """The day and time of ``at_ms`` in words."""
        return "" if self.at_ms is None else day_and_time(self.at_ms, self.zone, locale)


def day_and_time(at_ms: Millis, zone: tzinfo, locale: Locale) -> str:
    """An instant in words, in a time zone."""
    at = datetime.fromtimestamp(at_ms / 1000, zone)
    time = format_time(at, "short", tzinfo=at.tzinfo, locale=locale)
    return _("{day}, {time}", day=day(at_ms, zone), time=time)


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What one letter says, in one language.

    :param before: what a mail program shows beside the subject.
    :param says: paragraphs above the button.
    :param press: the words on the button; it opens ``Facts.link``.
    :param press_do: the answer that the page shows lit, where there are several; nothing is done.
    :param ways: further answers below the button, each with its words.
    :param then: paragraphs below it: what follows from the press, and from doing nothing.
    :param because: why somebody gets this letter.
    :param ends: answers at the foot that end letters of this kind.
    """

    subject: str
    title: str
    before: str
    says: tuple[str, ...]
    press: str
    then: tuple[str, ...]
    because: str
    press_do: str = ""
    ways: tuple[tuple[str, str], ...] = ()
    ends: tuple[tuple[str, str], ...] = ()


Write = Callable[[Facts, Locale], Content]
"""Writes a letter in the language of the context (``harvest.words.in_language``)."""
