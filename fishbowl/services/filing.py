"""Files sessions under the series that the name of their event means."""

from collections.abc import Callable, Mapping
from itertools import chain
from threading import Lock

import msgspec

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.words import clean
from fishbowl.domain.series.commands import BeginSeries
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About
from fishbowl.domain.series.row import SeriesRow
from fishbowl.domain.series.rules.slugs import free_slug, same_name, slug_of
from fishbowl.domain.session.commands import ChangeSettings, CreateSession, PlanSession
from fishbowl.domain.session.decide import Given, decide
from fishbowl.domain.session.model import Settings
from fishbowl.domain.session.state import Session
from fishbowl.services.batch import Envelope, Outcome
from fishbowl.services.series import AllSeries, new_series_id
from fishbowl.services.series_names import NO_SERIES, all_named, series_rows
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

    def find(self, event: str, *, under_18: bool | None = None) -> SeriesId:
        """The series of a name, see :func:`~fishbowl.services.series_names.all_named`.

        :param under_18: whether it is to be one for under-18s; ``None`` takes either.
        :return: the first one that fits; empty if none does.
        """
        there = self._at_home() or {}
        here = all_named(event, self.series(), self._service.sessions)
        named = (id for id, about in there.items() if same_name(about.label, clean(event)))
        fitting = (id for id in chain(here, named) if under_18 in (None, self._is_under_18(id)))
        return next(fitting, NO_SERIES)

    def find_or_begin(self, event: str, *, zone: str = "", under_18: bool = False) -> SeriesId:
        """The series of this name, begun if there is none; empty for an empty name.

        A series for under-18s and one for everybody may have the same name, and are two. Where
        there is a home none is begun: a name that is no series there is a name alone.

        :param under_18: whether it is to be one for under-18s.
        :raises NotBegun: it could not be saved.
        """
        label = clean(event)
        if not label:
            return NO_SERIES
        with self._beginning:  # so that two sessions of one name begin one series
            found = self.find(label, under_18=under_18)
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
        told = (one.label for one in known if one.is_public or not only_public)
        return list(dict.fromkeys(told))

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
        session = None if is_new else self._session(envelope.code)
        before = like if session is None else session.settings
        if before is not None and self._stays(before, command, is_new=is_new):
            occasion = "" if is_new else before.occasion
            return msgspec.structs.replace(command, series=before.series, occasion=occasion)
        if not self._is_accepted(session, envelope, command):
            return msgspec.structs.replace(command, series=NO_SERIES, occasion="")
        series = self.find_or_begin(command.event, zone=zone, under_18=command.under_18)
        return msgspec.structs.replace(command, series=series, occasion="")

    def _changed(self, envelope: Envelope, command: ChangeSettings) -> SeriesId | None:
        """The series that the settings name; ``None`` if they do not, or will be refused."""
        session = None if command.event is None else self._session(envelope.code)
        if command.event is None or session is None:
            return None
        before = session.settings
        if self._keeps_name(before, command.event):
            return SeriesId(before.series)
        if not self._is_accepted(session, envelope, command):
            return None
        return self.find_or_begin(command.event, under_18=before.under_18)

    def _is_accepted(self, session: Session | None, envelope: Envelope, command: Naming) -> bool:
        """Whether a command would be accepted, but for the series.

        :param session: ``None`` for one that is to be made.
        """
        now_ms = self._service.time.now_ms(envelope.code)
        person = None if session is None else session.person_of_key.get(envelope.key)
        given = Given(now_ms=now_ms, role=envelope.role, person=person, key=envelope.key)
        none = None if isinstance(command, ChangeSettings) else NO_SERIES
        try:
            decide(session, msgspec.structs.replace(command, series=none), given)
        except Rejected:
            return False
        except AlreadyTrue:  # the series may still be another
            return True
        return True

    def _stays(
        self, before: Settings, command: CreateSession | PlanSession, *, is_new: bool
    ) -> bool:
        """Whether a session stays in its series; a new one only if the series fits it."""
        if not self._keeps_name(before, command.event):
            return False
        is_as_before = not is_new and command.under_18 == before.under_18
        return is_as_before or self._is_under_18(SeriesId(before.series)) == command.under_18

    def _keeps_name(self, before: Settings, event: str) -> bool:
        return same_name(before.event, clean(event)) and self._is_there(before.series)

    def _is_there(self, series: str) -> bool:
        if series in (self._at_home() or {}):
            return True
        return bool(series) and self._series.state(series) is not None

    def _is_under_18(self, id: SeriesId) -> bool:
        """Whether a series is for under-18s; one that cannot be read is not."""
        about = (self._at_home() or {}).get(id)
        if about is None:
            try:
                series = self._series.state(id)
            except BrokenSession:
                return False
            about = None if series is None else series.about
        return about is not None and about.under_18

    def _session(self, code: str) -> Session | None:
        try:
            return self._service.session(code)
        except BrokenSession:  # the writer says so
            return None
