"""A conference of a thousand occasions, forty rooms at once: its page, its wall, its calendar.

What is measured is whole answers of a real server, over a connection that stays open. Before each
page somebody says that they come, so nothing that is made of the series is kept from before.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import requests

from bench.result import Result, row
from bench.servers import Running, fishbowl
from fishbowl.archive.indexing import index_session
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Slot
from fishbowl.domain.session import commands as session
from fishbowl.host.clock import SystemClock
from fishbowl.log import open_store
from fishbowl.services.batch import Envelope
from fishbowl.services.series import AllSeries
from fishbowl.services.writer import Service

ROOMS, SLOTS = 40, (9, 11, 13, 15, 17)
"""Rooms at once, and the hours at which something begins: a day has 200 occasions."""
SESSIONS = 40
"""Sessions of the series that are over and published, with what they found out."""
ID, PAGE = SeriesId("benchseries"), "/series/conference"
HOLD_MS = {"page": 50, "wall": 50}
MILLI = 1e3


async def measure(size: int, rounds: int) -> list[Result]:
    """Measure a series of so many occasions."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        first = _plan(db, size)
        with fishbowl(db) as server:
            browser = requests.Session()
            come = f"{PAGE}/come/{first}"
            pages = list(_timed(browser, server, PAGE, 5 * rounds, lambda: _come(server, come)))
            walls = list(_timed(browser, server, f"{PAGE}/wall?room=Room 07", 5 * rounds))
            new = list(_timed(browser, server, f"{PAGE}/calendar.ics", 1))
            kept = list(_timed(browser, server, f"{PAGE}/calendar.ics", 5 * rounds))
            feeds = list(_timed(browser, server, f"{PAGE}/feed.atom", 5 * rounds))
    return [
        row("series.page", size, pages, "ms", hold={"median": HOLD_MS["page"]}),
        row("series.wall", size, walls, "ms", hold={"median": HOLD_MS["wall"]}),
        row("series.calendar.first", size, new, "ms"),
        row("series.calendar", size, kept, "ms"),
        row("series.feed", size, feeds, "ms"),
    ]


def _timed(
    browser: requests.Session,
    server: Running,
    path: str,
    times: int,
    before: Callable[[], None] = lambda: None,
) -> Iterator[float]:
    """Ask for a page again and again, once before it counts."""
    url = f"{server.url}{path}"
    if times > 1:
        browser.get(url, timeout=60).raise_for_status()
    for _ in range(times):
        before()
        began_s = time.perf_counter()
        browser.get(url, timeout=60).raise_for_status()
        yield (time.perf_counter() - began_s) * MILLI


def _come(server: Running, path: str) -> None:
    answer = requests.post(
        f"{server.url}{path}",
        data={"name": "Amira"},
        headers={"Origin": server.url},
        allow_redirects=False,
        timeout=60,
    )
    assert answer.status_code == 303, answer.status_code


def _plan(db: Path, size: int) -> str:
    """Put a conference into a new database, from tomorrow on; its first occasion."""
    service = Service(open_store(db), SystemClock())
    series = AllSeries(service.shared, SystemClock())
    service.start()
    series.start()
    about = About(label="Conference", slug="conference", is_public=True)
    _ask(series, c.BeginSeries(id=ID, about=about))
    lines = tuple(
        c.ProgrammeLine(source=f"talk-{number}", slot=_slot(number)) for number in range(size)
    )
    _ask(series, c.ImportProgramme(lines=lines))
    for number in range(SESSIONS):
        _held(service, f"WAVE{2000 + number}")
    state = series.state(ID)
    assert state is not None
    first = min(state.occasions.values(), key=lambda one: (one.slot.on, one.slot.at))
    service.stop()
    return first.id


def _slot(number: int) -> Slot:
    tomorrow = datetime.fromtimestamp(time.time(), UTC).date() + timedelta(days=1)
    day, of_day = divmod(number, ROOMS * len(SLOTS))
    slot, room = divmod(of_day, ROOMS)
    return Slot(
        on=(tomorrow + timedelta(days=day)).isoformat(),
        at=f"{SLOTS[slot]:02}:00",
        minutes=90,
        title=f"What do we do when nobody has the key to number {number}?",
        room=f"Room {room:02}",
        people="Lindiwe and Kofi",
    )


def _held(service: Service, code: str) -> None:
    said: list[session.Command] = [
        session.CreateSession(code=code, question="What makes people stay?", series=ID),
        session.StartSession(),
        *(session.AddNote(kind="insight", words=f"Line {n} of what we know.") for n in range(4)),
        session.AddNote(kind="question", words="Who has the second key?"),
        session.CloseSession(),
        session.PublishSummary(),
    ]
    for number, command in enumerate(said):
        envelope = Envelope(
            code=code, command=command, command_id=f"bench-{number}", role=Role.FACILITATOR
        )
        outcome = service.submit(envelope)
        assert outcome.ok, outcome
    assert index_session(service.log, code)


def _ask(series: AllSeries, command: c.Command) -> None:
    outcome = series.ask(ID, command, role=Role.OWNER)
    assert outcome.ok, outcome
