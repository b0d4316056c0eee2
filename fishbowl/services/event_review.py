"""The names that sessions had before events were series, and filing the sessions under series."""

import secrets
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from hashlib import sha256

import msgspec

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.session.commands import FileUnderSeries
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.rules.floor.event_equity import event_key
from fishbowl.log.effects import PutNumber
from fishbowl.services.batch import Envelope
from fishbowl.services.filing import Filing
from fishbowl.services.series_names import series_rows
from fishbowl.services.writer import Service

LEFT_ALONE = "event_left_alone:"
"""The number of a name that the owner leaves alone is 1; the mark of the name follows."""
MARK_LENGTH = 16
ID_BYTES = 12
FAILURES_MAX = 3
"""After so many failures in a row nothing more is tried: the disk refuses, not one session."""


class EventName(msgspec.Struct, frozen=True, kw_only=True):
    """One name, whatever the case of its letters, of sessions that are in no series.

    :param mark: tells it from other names, without its words.
    :param spellings: the most frequent one first.
    :param codes: of the sessions, latest first.
    :param series: under which most other sessions of the name are filed; empty for none.
    """

    mark: str
    spellings: tuple[str, ...]
    codes: tuple[str, ...]
    first_ms: int
    last_ms: int
    series: SeriesId


class Filed(msgspec.Struct, frozen=True, kw_only=True):
    """What came of filing.

    :param sessions: how many are filed that were not before; ``series`` in how many series.
    :param failed: the codes of sessions that stay as they were, because their log
        cannot be read or nothing can be saved.
    :param left: how many were not tried, because the time was up or nothing can be saved.
    """

    sessions: int = 0
    series: int = 0
    failed: tuple[str, ...] = ()
    left: int = 0


def names_without_series(
    rows: Sequence[SessionRow], known: Container[str]
) -> tuple[EventName, ...]:
    """The names of sessions that are in no series, the one of the latest session first.

    A series that is not ``known`` here, as in the log of another installation, is none.

    :param rows: of all sessions, latest first.
    """
    unfiled: dict[str, list[SessionRow]] = defaultdict(list)
    filed: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        name = event_key("", row.event).name
        if row.series and row.series in known:
            filed[name][row.series] += 1
        elif name:
            unfiled[name].append(row)
    return tuple(_event_name(name, of, filed[name]) for name, of in unfiled.items())


def _event_name(name: str, rows: Sequence[SessionRow], filed: Counter[str]) -> EventName:
    spellings = Counter(row.event.strip() for row in rows)
    made = [row.starts_at_ms or row.created_at_ms for row in rows]
    return EventName(
        mark=sha256(name.encode()).hexdigest()[:MARK_LENGTH],
        spellings=tuple(spelling for spelling, _ in spellings.most_common()),
        codes=tuple(row.code for row in rows),
        first_ms=min(made),
        last_ms=max(made),
        series=SeriesId(filed.most_common(1)[0][0]) if filed else SeriesId(""),
    )


class EventReview:
    """Proposes series for names, and files the sessions of names.

    :param clock_s: for the time that filing takes.
    """

    def __init__(
        self,
        service: Service,
        filing: Filing,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._service = service
        self._filing = filing
        self._clock_s = clock_s

    def names(self) -> tuple[EventName, ...]:
        """Every name of sessions that are in no series; also those that are left alone."""
        return names_without_series(self._service.sessions(), {*self.labels()})

    def left_alone(self) -> frozenset[str]:
        """The marks of the names that the owner leaves alone."""
        numbers = self._service.log.numbers().items()
        return frozenset(
            name.removeprefix(LEFT_ALONE)
            for name, value in numbers
            if name.startswith(LEFT_ALONE) and value
        )

    def undecided_count(self, rows: Sequence[SessionRow]) -> int:
        """How many names the owner has not decided on.

        :param rows: of all sessions.
        """
        left = self.left_alone()
        names = names_without_series(rows, {*self.labels()})
        return sum(name.mark not in left for name in names)

    def leave(self, marks: Iterable[str], *, alone: bool = True) -> None:
        """Leave names alone from now on, or not any more.

        :raises StoreError: it could not be saved.
        """
        changed = set(marks) - self.left_alone() if alone else set(marks) & self.left_alone()
        if changed:
            numbers = (PutNumber(name=LEFT_ALONE + mark, value=int(alone)) for mark in changed)
            self._service.log.append({}, list(numbers))

    def file(self, wanted: Mapping[str, str], *, at_most_s: float, zone: str = "") -> Filed:
        """File all sessions of names under series; sessions keep the name that they show.

        It can be cut off anywhere and be asked again: what is filed is not filed twice, and what
        is left has its name still. A session that cannot be filed does not stop the others.

        :param wanted: the name of a series by the mark of a name. Names of one series are merged.
        :param zone: the IANA time zone of series that begin.
        :raises NotBegun: a series could not be begun; what was filed before stays.
        """
        until_s = self._clock_s() + at_most_s
        names = [name for name in self.names() if name.mark in wanted]
        waiting = sum(len(name.codes) for name in names)
        labels = _labels(names, wanted)
        filed, failed, series, in_a_row = 0, list[str](), set[SeriesId](), 0
        for name in names:
            if self._clock_s() >= until_s:
                break
            id = self._filing.find_or_begin(labels[name.mark], zone=zone)
            for code in name.codes:
                if self._clock_s() >= until_s or in_a_row == FAILURES_MAX:
                    break
                waiting -= 1
                if self._file(code, id):
                    filed, in_a_row = filed + 1, 0
                    series.add(id)
                else:
                    in_a_row += 1
                    failed.append(code)
        return Filed(sessions=filed, series=len(series), failed=tuple(failed), left=waiting)

    def _file(self, code: str, series: SeriesId) -> bool:
        outcome = self._service.submit(
            Envelope(
                code=code,
                command=FileUnderSeries(series=series),
                command_id=secrets.token_urlsafe(ID_BYTES),
                role=Role.OWNER,
            )
        )
        return outcome.ok

    def labels(self) -> dict[str, str]:
        """What each series is called, by its id; the one that began last first."""
        return {id: row.label for id, row in series_rows(self._service.log).items()}


def _labels(names: Iterable[EventName], wanted: Mapping[str, str]) -> dict[str, str]:
    """One spelling for all names that are merged: that of most sessions, if any has it."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        label = wanted[name.mark]
        known = label in name.spellings
        written[label.casefold()][label] += len(name.codes) if known else 0
    return {
        mark: written[label.casefold()].most_common(1)[0][0]
        if label.casefold() in written
        else label
        for mark, label in wanted.items()
    }
