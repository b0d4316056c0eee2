"""The writer of series; see :mod:`fishbowl.services.stream_writer` for how it works."""

import secrets
from collections.abc import Callable, Iterator, Sequence

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.streams import Stream
from fishbowl.domain.series.commands import BeginSeries, Command, DescribeSeries
from fishbowl.domain.series.events import Entry
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.rules.slugs import same_name
from fishbowl.domain.series.state import Series
from fishbowl.domain.series.stream import SERIES
from fishbowl.host.clock import Clock
from fishbowl.log.effects import AnyEffect
from fishbowl.services.batch import Beside, Outcome, StreamChange
from fishbowl.services.community import NOBODY, envelope_of
from fishbowl.services.effects import kind_effects
from fishbowl.services.kept_at_home import KEPT_AT_HOME, is_kept_at_home
from fishbowl.services.shared_log import SharedLog
from fishbowl.services.stream_writer import StreamWriter

Change = StreamChange[Series]
"""What a commit did to a series."""
SNAPSHOT_PAUSE_S = 10.0
ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
KEY_LENGTH = 10

Following = Callable[[Stream, Series, Sequence[Entry]], Iterator[AnyEffect]]
"""What commits with new entries of a series, such as letters."""

_of_any_kind = kind_effects(SERIES)


class AllSeries(StreamWriter[Series]):
    """Decides and saves what is asked of series, and finds them.

    :param shared: the log, with that of sessions.
    :param clock: the session time of the machine.
    """

    def __init__(self, shared: SharedLog, clock: Clock) -> None:
        self._following: list[Following] = []
        super().__init__(
            shared,
            SERIES,
            self._effects,
            clock,
            prefix="series ",
            snapshot_pause_s=SNAPSHOT_PAUSE_S,
        )
        self._ids = [SeriesId(one.stream.key) for one in self.log.streams(SERIES.name)]
        self.subscribe(self._note)
        self.on_deleted(lambda key: self._ids.remove(SeriesId(key)))

    def follow_with(self, following: Following) -> None:
        """Let something more commit with the entries of every series; before :meth:`start`."""
        self._following.append(following)

    def all(self) -> Iterator[Series]:
        """Every series whose log can be read, the one that began last first.

        :raises Unavailable: no log can be read at this moment.
        """
        for id in list(self._ids):
            if id in self.broken():
                continue
            found = self.state(id)
            if found is not None:
                yield found

    def by_slug(self, slug: str) -> Series | None:
        """The series with this name in addresses; ``None`` if there is none."""
        return next((one for one in self.all() if one.about.slug == slug), None)

    def by_name(self, label: str) -> Series | None:
        """The series with this name, whatever its letters' case; ``None`` if there is none."""
        return next((one for one in self.all() if same_name(one.about.label, label)), None)

    def slugs(self) -> frozenset[str]:
        """The names in addresses that are taken."""
        return frozenset(one.about.slug for one in self.all())

    def ask(
        self,
        series: SeriesId,
        command: Command,
        *,
        role: Role,
        member: MemberId = NOBODY,
        command_id: str = "",
        beside: Beside | None = None,
    ) -> Outcome:
        """Submit a command and wait until it is durable, refused, or not saved.

        :param role: ``OWNER`` for a host, ``MEMBER`` with the ``member`` who sends it, ``DOOR`` or
            ``TIME``. Who is a host or a member is for the caller to know.
        :param command_id: an id that comes again gets its first answer again; a new one is made
            if it is left out.
        :param beside: what commits with it, given its entries, only if it is accepted.
        :return: ``name_taken`` if another series has the name in addresses; ``kept_at_home`` if
            this installation has a home: series change there.
        """
        if role is not Role.TIME and is_kept_at_home(self.log):
            return Outcome(ok=False, code=KEPT_AT_HOME)
        if isinstance(command, BeginSeries | DescribeSeries):
            other = self.by_slug(command.about.slug)
            if other is not None and other.id != series:
                return Outcome(ok=False, code="name_taken")
        return self.submit(
            envelope_of(series, command, role, member=member, command_id=command_id, beside=beside)
        )

    def _note(self, change: Change) -> None:
        if change.before is None and change.after.id not in self._ids:
            self._ids.insert(0, change.after.id)

    def _effects(
        self, stream: Stream, series: Series, entries: Sequence[Entry]
    ) -> Iterator[AnyEffect]:
        for following in self._following:
            yield from following(stream, series, entries)
        yield from _of_any_kind(stream, series, entries)


def new_series_id() -> SeriesId:
    """Make the id of a new series, at random."""
    return SeriesId("".join(secrets.choice(ALPHABET) for _ in range(KEY_LENGTH)))
