"""The published sessions of a series, with what they found out and left open."""

import sqlite3
from collections import defaultdict
from pathlib import Path

import msgspec

from fishbowl.log import archived_sessions
from fishbowl.log.archived_sessions import opened

SESSIONS_MAX = 200
"""The latest sessions of a series; what was before is in the archive."""
LINES_MAX = 12
"""Lines of each kind in one session."""
CACHED_MAX = 100
FOUND, OPEN = ("insight", "decision"), ("open_question",)
_COLUMNS = (
    "code", "question", "began_on", "ended_at_ms", "people", "voices", "language", "edition",
    "portrait",
)  # fmt: skip


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a published summary, with its anchor there."""

    words: str
    anchor: str


class SeriesSession(msgspec.Struct, frozen=True, kw_only=True):
    """A published session.

    :param portrait: the voices chart as JSON.
    :param found: insights, then decisions.
    :param open: questions that stayed open.
    """

    code: str
    question: str
    began_on: str
    ended_at_ms: int
    people: int
    voices: int
    language: str
    edition: int
    portrait: str
    found: tuple[Line, ...] = ()
    open: tuple[Line, ...] = ()


class SeriesSessions:
    """Reads the published sessions of a series, and keeps them until the archive changes.

    It takes no lock, so that it may run in any thread; two that ask at once may both read.

    Whatever changes a session, such as the withdrawal of its summary, changes the archive in the
    same transaction; so nothing that was withdrawn is shown from the cache.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, tuple[SeriesSession, ...]]] = {}

    def read(self, path: Path, series: str) -> tuple[str, tuple[SeriesSession, ...]]:
        """The published sessions of a series, the latest first.

        :return: what the archive is as it stands, and the sessions.
        :raises StoreError: the index has to be rebuilt first.
        """
        with opened(path) as connection:
            state = f"{path}:{archived_sessions.state(connection)}"
            kept = self._kept.get(series)
            if kept is not None and kept[0] == state:
                return kept
            found = (state, tuple(_sessions(connection, series)))
        self._kept[series] = found
        if len(self._kept) > CACHED_MAX:
            self._kept = {series: found}
        return found


def _sessions(connection: sqlite3.Connection, series: str) -> list[SeriesSession]:
    listed = ", ".join(f"finished_sessions.{name}" for name in _COLUMNS)
    rows = connection.execute(
        f"select session_id, {listed} from finished_sessions"
        " join sessions on sessions.id = finished_sessions.session_id"
        " where published and sessions.series = ?"
        " order by finished_sessions.ended_at_ms desc, session_id desc limit ?",
        (series, SESSIONS_MAX),
    ).fetchall()
    lines = _lines(connection, [row[0] for row in rows])
    return [
        SeriesSession(
            **dict(zip(_COLUMNS, row[1:], strict=True)),
            found=tuple(line for kind in FOUND for line in lines[row[0], kind]),
            open=tuple(line for kind in OPEN for line in lines[row[0], kind]),
        )
        for row in rows
    ]


def _lines(
    connection: sqlite3.Connection, sessions: list[int]
) -> defaultdict[tuple[int, str], list[Line]]:
    kinds = (*FOUND, *OPEN)
    found: defaultdict[tuple[int, str], list[Line]] = defaultdict(list)
    for session, kind, words, anchor in connection.execute(
        "select session_id, kind, words, anchor from finds"
        f" where session_id in ({', '.join('?' * len(sessions))})"
        f" and kind in ({', '.join('?' * len(kinds))}) order by id",
        (*sessions, *kinds),
    ):
        if len(found[session, kind]) < LINES_MAX:
            found[session, kind].append(Line(words=words, anchor=anchor))
    return found
