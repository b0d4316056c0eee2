"""Files sessions under the series that the name of their event means."""

from collections.abc import Callable, Mapping
from threading import Lock

import msgspec

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.words import clean
from fishbowl.domain.series.commands import BeginSeries
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About
from fishbowl.domain.series.row import SeriesRow
from fishbowl.domain.series.rules.slugs import free_slug, same_name, slug_of
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands import ChangeSettings, CreateSession, PlanSession
from fishbowl.domain.session.model import Settings
from fishbowl.services.batch import Envelope, Outcome
from fishbowl.services.series import AllSeries, new_series_id
from fishbowl.services.series_names import NO_SERIES, series_named, series_rows
from fishbowl.services.writer import BrokenSession, Service

NEW_ZONE = "UTC"
"""The time zone of the first series, where nobody has said one."""

AtHome = Callable[[], Mapping[SeriesId, About] | None]

Naming = CreateSession | PlanSession | ChangeSettings
"""The commands that name an event."""


class NotBegun(Exception):
    """A series could not be begun; ``outcome`` says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.code)
        self.outcome = outcome


class Filing:
    """Finds the series of a name, begins it where there is none, and says it in commands.

    :param service: the writer of sessions.
    :param series: the writer of series.
    """

    def __init__(self, service: Service, series: AllSeries) -> None:
        self._service = service
        self._series = series
        self._beginning = Lock()
        self._at_home: AtHome = lambda: None

    def keep_at_home(self, series: AtHome) -> None:
        """Where this installation has a home, find its series as well, and begin none here.

        :param series: what is said of the series that are known of the home, by their ids; ``None``
            if there is no home.
        """
        self._at_home = series

    def submit(self, envelope: Envelope, zone: str = "", like: Settings | None = None) -> Outcome:
        """Submit a command of a session; one that names an event gets the series of that name.

        A session stays in its series, and an occasion of it, while the name stays. Only the name
        counts: ids in the command, which may come from a client, are ignored.

        :param zone: the IANA time zone of a series that begins; empty is that of the latest one.
        :param like: the settings of the session that a new one repeats.
        :return: the outcome, or why the series could not be begun; then nothing else was changed.
        """
        if isinstance(envelope.command, Naming):
            try:
                command = self._filed(envelope, envelope.command, zone, like)
            except NotBegun as error:
                return error.outcome
            envelope = msgspec.structs.replace(envelope, command=command)
        return self._service.submit(envelope)

    def find(self, event: str) -> SeriesId:
        """The series of a name, see :func:`~fishbowl.services.series_names.series_named`."""
        found = series_named(event, self.series(), self._service.sessions)
        if found or not clean(event):
            return found
        there = self._at_home() or {}
        named = (id for id, about in there.items() if same_name(about.label, clean(event)))
        return next(named, NO_SERIES)

    def find_or_begin(self, event: str, *, zone: str = "", under_18: bool = False) -> SeriesId:
        """The series of this name, begun if there is none; empty for an empty name.

        Where there is a home none is begun: a name that is no series there is a name alone.


        :param under_18: whether a series that begins is for under-18s.
        :raises NotBegun: it could not be saved.
        """
        label = clean(event)
        if not label:
            return NO_SERIES
        with self._beginning:  # so that two sessions of one name begin one series
            found = self.find(label)
            if found or self._at_home() is not None:
                return found
            return self._begun(label, zone, under_18)

    def series(self) -> dict[SeriesId, SeriesRow]:
        """What lists tell of all series, by their ids; the one that began last first."""
        return series_rows(self._service.log)

    def labels(self, *, only_public: bool) -> list[str]:
        """The names of series, to be suggested; the one that began last first.

        :param only_public: leave out those that the public does not see.
        """
        known: list[SeriesRow | About] = [*self.series().values()]
        known += (self._at_home() or {}).values()
        return [one.label for one in known if one.is_public or not only_public]

    def _begun(self, label: str, zone: str, under_18: bool) -> SeriesId:
        id = new_series_id()
        latest = next(self._series.all(), None)
        known = NEW_ZONE if latest is None else latest.about.time_zone
        about = About(
            label=label,
            slug=free_slug(slug_of(label, id), self._series.slugs()),
            time_zone=zone or known,
            under_18=under_18,
        )
        outcome = self._series.ask(id, BeginSeries(id=id, about=about), role=Role.OWNER)
        if not outcome.ok:
            raise NotBegun(outcome)
        return id

    def _filed(
        self, envelope: Envelope, command: Naming, zone: str, like: Settings | None
    ) -> Naming:
        if isinstance(command, ChangeSettings):
            return msgspec.structs.replace(command, series=self._changed(envelope, command))
        is_new = isinstance(command, CreateSession)
        before = like if is_new else self._settings(envelope.code)
        if before is not None and self._stays(before, command.event):
            occasion = "" if is_new else before.occasion
            return msgspec.structs.replace(command, series=before.series, occasion=occasion)
        series = self.find_or_begin(command.event, zone=zone, under_18=command.under_18)
        return msgspec.structs.replace(command, series=series, occasion="")

    def _changed(self, envelope: Envelope, command: ChangeSettings) -> SeriesId | None:
        """The series that the settings name; ``None`` if they do not, or will be refused."""
        if command.event is None or envelope.role not in ChangeSettings.senders:
            return None
        before = self._settings(envelope.code, only_open=True)
        if before is None:
            return None
        if self._stays(before, command.event):
            return SeriesId(before.series)
        return self.find_or_begin(command.event, under_18=before.under_18)

    def _stays(self, before: Settings, event: str) -> bool:
        return same_name(before.event, clean(event)) and self._is_there(before.series)

    def _is_there(self, series: str) -> bool:
        if series in (self._at_home() or {}):
            return True
        return bool(series) and self._series.state(series) is not None

    def _settings(self, code: str, *, only_open: bool = False) -> Settings | None:
        try:
            session = self._service.session(code)
        except BrokenSession:  # the writer says so
            return None
        if session is None or (only_open and clock_state(session.clock) == "closed"):
            return None
        return session.settings
