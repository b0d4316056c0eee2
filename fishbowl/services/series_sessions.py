"""Lets an occasion become a session: by one press, or by itself as its doors open.

The series notes the code first, then the session is made with it. If the server stops between the
two, the session is made later under the same code; its command id is made from the occasion, so it
is made once.
"""

import secrets
from collections.abc import Callable, Iterator

from fishbowl.access.codes import new_code
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import MakeSession
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.times import DAY_MS, starts_at_ms, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.domain.session.commands import TOPICS_MAX, Attribution, CreateSession
from fishbowl.domain.session.rules.summary.carried import Carried, carried
from fishbowl.domain.session.rules.summary.open_items import as_title
from fishbowl.domain.session.state import Session
from fishbowl.services.batch import Envelope, Outcome
from fishbowl.services.series import AllSeries
from fishbowl.services.writer import Service

KEPT_MS = 365 * DAY_MS
"""Names are kept for so long after the start, as the set-up page recommends."""
UNDER_18_KEPT_MS = 90 * DAY_MS
"""Of under-18s for about a term; the console can set its last day."""
LOST_MS = DAY_MS
"""An occasion whose session was never made is let go so long after it."""


class SeriesSessions:
    """Makes the sessions of series.

    :param series: the writer of series.
    :param service: the writer of sessions.
    :param is_public: whether strangers can reach the server, so that codes are long.
    """

    def __init__(self, series: AllSeries, service: Service, is_public: Callable[[], bool]) -> None:
        self._series, self._service = series, service
        self._is_public = is_public

    def make(self, id: SeriesId, occasion: OccasionId, *, role: Role = Role.OWNER) -> Outcome:
        """Let an occasion become a session; if it is one already, nothing changes.

        :param role: ``OWNER`` for a host, ``TIME`` if its hour has come.
        :return: accepted if there is a session now. Its code is in the occasion.
        """
        outcome = self._series.ask(
            id, MakeSession(occasion=occasion, code=self._free_code()), role=role
        )
        series = self._series.state(id)
        if not outcome.ok or series is None:
            return outcome
        made = self.complete(series, series.occasions[occasion])
        return outcome if made.ok else made

    def complete(self, series: Series, occasion: Occasion) -> Outcome:
        """Make the session of an occasion that has a code, if it is missing."""
        code = occasion.code
        if self._service.was_deleted(code) or self._service.session(code) is not None:
            return Outcome(ok=True)
        return self._service.submit(
            Envelope(
                code=code,
                command=new_session(series, occasion, self.carried(series, occasion)),
                command_id=f"series-{series.id}-{occasion.id}",
                role=Role.FACILITATOR,
            )
        )

    def missing(self, series: Series, now_ms: Millis) -> list[Occasion]:
        """Occasions that have a code, but no session, since the server stopped between the two."""
        since = now_ms - LOST_MS
        zone = zone_of(series.about.time_zone)
        made = [
            one
            for one in series.occasions.values()
            if one.code and starts_at_ms(one.slot, zone) > since
        ]
        if not made:
            return []
        known = {row.code for row in self._service.sessions()}
        return [one for one in made if one.code not in known]

    def carried(self, series: Series, occasion: Occasion) -> list[Carried]:
        """What the sessions of a series left open, the latest first.

        Nothing of under-18s, and nothing where the occasion is of a programme: it has a question of
        its own, and the other rooms had theirs.
        """
        if series.about.under_18 or occasion.source:
            return []
        return carried(self._closed(series))

    def _closed(self, series: Series) -> Iterator[Session]:
        """Its closed sessions that can be read."""
        for row in self._service.sessions():
            if row.series == series.id and row.state == "closed":
                if row.code in self._service.broken():
                    continue
                session = self._service.session(row.code)
                if session is not None and not session.settings.under_18:
                    yield session

    def _free_code(self) -> str:
        promised = {one.code for series in self._series.all() for one in series.occasions.values()}
        return new_code(
            secrets.randbelow,
            lambda code: (
                code in promised
                or self._service.session(code) is not None
                or self._service.was_deleted(code)
            ),
            long=self._is_public(),
        )


def new_session(series: Series, occasion: Occasion, open_lines: list[Carried]) -> CreateSession:
    """The session that an occasion becomes.

    :param open_lines: what earlier sessions left open; what a host left out stays out.
    """
    about, slot, defaults = series.about, occasion.slot, series.about.defaults
    starts = starts_at_ms(slot, zone_of(about.time_zone))
    question, topics = _asked(series, occasion)
    topics += [one.words for one in open_lines if one.key not in occasion.not_carried]
    attribution: Attribution = defaults.attribution  # type: ignore[assignment]
    return CreateSession(
        code=occasion.code,
        series=series.id,
        occasion=occasion.id,
        question=question,
        event=about.label,
        format=slot.format or defaults.format,
        chair_count=defaults.chairs or None,
        minutes=slot.minutes,
        seat_limit_minutes=defaults.seat_minutes or None,
        attribution="chatham_house" if about.under_18 else attribution,
        under_18=about.under_18,
        starts_at_ms=starts,
        keep_until_ms=starts + (UNDER_18_KEPT_MS if about.under_18 else KEPT_MS),
        language=defaults.language,
        expected_people=defaults.expected,
        topics=tuple(dict.fromkeys(topics))[:TOPICS_MAX],
    )


def _asked(series: Series, occasion: Occasion) -> tuple[str, list[str]]:
    """The question of a session, and what is brought to it as a topic."""
    brought, title = occasion.brought, occasion.slot.title
    words = "" if brought is None else brought.words
    if brought is None or not words or brought.bring not in ("question", "topic"):
        return title or series.about.label, []
    if brought.bring == "question" and not title:
        return words, []
    return title or series.about.label, [as_title(words)]
