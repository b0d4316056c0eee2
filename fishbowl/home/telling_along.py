"""Tells laptops, at home, what they take along."""

from collections.abc import Callable
from typing import TypeVar

from fishbowl.access.passes import hash_of, verifier_at
from fishbowl.domain.community.ids import CONSENTS, MemberId
from fishbowl.domain.series.rules.occasions import upcoming
from fishbowl.home.along import (
    CODES_MAX,
    Along,
    AlongAnswer,
    MemberAlong,
    OccasionAlong,
    SeriesAlong,
    SessionAlong,
    Shared,
    SharedAnswer,
    digest_of,
)
from fishbowl.home.records import Laptop
from fishbowl.host.clock import Clock
from fishbowl.log.along_records import SharedHead
from fishbowl.services.community import Members
from fishbowl.services.series import AllSeries

DAYS = 120
"""Occasions of so many days go along."""
T = TypeVar("T")


class TellingAlong:
    """Answers what laptops ask before an event.

    :param slug_of: the name of a session's summary in its public address.
    """

    def __init__(
        self,
        members: Members,
        series: AllSeries,
        clock: Clock,
        slug_of: Callable[[str], str],
    ) -> None:
        self._members, self._series, self._clock = members, series, clock
        self._slug_of = slug_of
        self._log = members.log

    def along(self, laptop: Laptop, asked: Along) -> AlongAnswer:
        """Tell what is otherwise than the laptop knows it.

        :raises StoreError: the database cannot be read.
        """
        return AlongAnswer(
            about=_changed(self._members.community.about, asked.about),
            members=_changed(self._known_to(laptop), asked.members),
            series=_changed(self._planned(), asked.series),
            sessions=_changed(self._heads(), asked.sessions),
        )

    def shared(self, laptop: Laptop, asked: Shared) -> SharedAnswer:
        """Give what is found of published sessions.

        :raises StoreError: the database cannot be read.
        """
        found = map(self._log.published_session, asked.codes[:CODES_MAX])
        return SharedAnswer(
            sessions=tuple(
                SessionAlong(about=about, texts=texts)
                for about, texts in (one for one in found if one is not None)
            )
        )

    def _known_to(self, laptop: Laptop) -> tuple[MemberAlong, ...]:
        members = self._members.community.members
        return tuple(
            MemberAlong(
                hash_of(verifier_at(row.hash, laptop.mark)),
                row.member,
                mine.label,
                mine.language,
                tuple(one for one in CONSENTS if one in mine.consents),
            )
            for row in self._log.all_passes()
            if (mine := members.get(MemberId(row.member))) is not None
        )

    def _planned(self) -> tuple[SeriesAlong, ...]:
        now_ms = self._clock.now_ms()
        return tuple(
            SeriesAlong(
                id=series.id,
                about=series.about,
                occasions=tuple(
                    OccasionAlong(id=one.id, slot=one.slot, code=one.code)
                    for one in upcoming(series, now_ms, DAYS)
                ),
            )
            for series in self._series.all()
            if not series.is_ended
        )

    def _heads(self) -> tuple[SharedHead, ...]:
        return tuple(
            SharedHead(code, seq, self._slug_of(code)) for code, seq in self._log.published()
        )


def _changed(part: T, known: bytes) -> T | None:
    return None if digest_of(part) == known else part
