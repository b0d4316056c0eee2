"""Occasions that were planned at home, as sessions on a laptop."""

import secrets
from typing import NamedTuple

from fishbowl.access.codes import new_code
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.times import ends_at_ms, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.home.along import OccasionAlong, SeriesAlong
from fishbowl.home.taking_along import TakingAlong
from fishbowl.services.batch import Envelope, Outcome
from fishbowl.services.series_sessions import SeriesSessions, new_session
from fishbowl.services.writer import Service


class Planned(NamedTuple):
    """An occasion that takes place and is not over.

    :param code: the session that it is on this laptop; empty if it is none.
    """

    series: SeriesAlong
    occasion: OccasionAlong
    code: str


class PlannedSessions:
    """Lets occasions that were taken along become sessions here, with their series and date.

    :param series_sessions: knows what earlier sessions of a series have left open here.
    """

    def __init__(
        self, taking: TakingAlong, service: Service, series_sessions: SeriesSessions
    ) -> None:
        self._taking, self._service = taking, service
        self._series_sessions = series_sessions

    def upcoming(self, now_ms: Millis) -> list[Planned]:
        """What is to come, the earliest first."""
        made = {
            (row.series, row.occasion): row.code
            for row in self._service.sessions()
            if row.series and row.occasion
        }
        found = [
            Planned(series, one, made.get((series.id, one.id), ""))
            for series in self._taking.series
            for one in series.occasions
            if ends_at_ms(one.slot, zone_of(series.about.time_zone)) > now_ms
        ]
        return sorted(found, key=lambda one: (one.occasion.slot.on, one.occasion.slot.at))

    def make(self, id: SeriesId, occasion: OccasionId, now_ms: Millis) -> tuple[str, Outcome]:
        """Let an occasion become a session here; if it is one already, nothing changes.

        :return: the code of the session, and what came of it; ``occasion_unknown`` if nothing of
            the kind is planned, or it is over.
        """
        found = next(
            (
                one
                for one in self.upcoming(now_ms)
                if (one.series.id, one.occasion.id) == (id, occasion)
            ),
            None,
        )
        if found is None:
            return "", Outcome(ok=False, code="occasion_unknown")
        if found.code:
            return found.code, Outcome(ok=True)
        series = Series(
            id=id, seq=Seq(0), at_ms=Millis(0), about=found.series.about, began_at_ms=Millis(0)
        )
        code = self._free_code()
        planned = Occasion(id=occasion, slot=found.occasion.slot, code=code)
        outcome = self._service.submit(
            Envelope(
                code=code,
                command=new_session(
                    series, planned, self._series_sessions.carried(series, planned)
                ),
                command_id=f"planned-{id}-{occasion}",
                role=Role.FACILITATOR,
            )
        )
        return code, outcome

    def _free_code(self) -> str:
        """A long one: home and other laptops make codes as well."""
        return new_code(
            secrets.randbelow,
            lambda code: self._service.session(code) is not None or self._service.was_deleted(code),
            long=True,
        )
