"""Power cuts: what a disk had not synced is kept, dropped or torn; all that was promised is there.

A process acts in a session on a disk that writes down every write and sync, until its power is cut.
Of every file the synced contents are certain; each later write is then kept, lost, or torn at a
sector. The next round goes on with what is left.
"""

import json
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.stream import session_stream
from fishbowl.host.clock import SystemClock
from fishbowl.log import open_store
from fishbowl.services.writer import Envelope, Service
from tests.support.faulty_disk import CREATE, RECORD, STOPPED, SYNC, TRUNCATE, WRITE
from tests.torture.power_room import CODE

SECTOR = 512
OPERATIONS = (20, 400)
"""After how many writes and syncs the power is cut."""
PATIENCE_S = 60


class Cuts(NamedTuple):
    """What a round came to."""

    cuts: int
    acknowledged: int
    wrong: list[str]


class DiskImage:
    """What a disk may hold after a power cut.

    :param start: a folder with the files as they were when the power was on last.
    """

    def __init__(self, start: Path, draw: random.Random) -> None:
        self._draw = draw
        self._synced = {file.name: bytearray(file.read_bytes()) for file in start.iterdir()}
        self._pending: dict[str, list[tuple[bytes, int, bytes]]] = {}

    def replay(self, journal: Path) -> None:
        """Take over what a process did to its files."""
        data, place = journal.read_bytes(), 0
        while place + RECORD.size <= len(data):
            what, length, offset, size = RECORD.unpack_from(data, place)
            place += RECORD.size
            name = Path(data[place : place + length].decode()).name
            place += length
            self._apply(what, name, offset, data[place : place + size])
            place += size

    def write(self, folder: Path) -> None:
        """Lose what was not synced, as the dice fall, and write what is left."""
        for name, pending in self._pending.items():
            for what, offset, written in pending:
                fate = self._draw.random()
                if fate < 0.4:
                    self._do(name, what, offset, written)
                elif fate < 0.6 and what == WRITE:
                    sectors = self._draw.randrange(len(written) // SECTOR + 1)
                    self._do(name, what, offset, written[: sectors * SECTOR])
        folder.mkdir()
        for name, contents in self._synced.items():
            if not name.endswith("-shm"):
                (folder / name).write_bytes(contents)

    def _apply(self, what: bytes, name: str, offset: int, data: bytes) -> None:
        if what == SYNC:
            for done in self._pending.pop(name, []):
                self._do(name, *done)
        elif what == CREATE:
            self._synced.setdefault(name, bytearray())
        else:
            self._pending.setdefault(name, []).append((what, offset, data))

    def _do(self, name: str, what: bytes, offset: int, data: bytes) -> None:
        contents = self._synced.setdefault(name, bytearray())
        if what == TRUNCATE:
            del contents[offset:]
            return
        if len(contents) < offset + len(data):
            contents.extend(bytes(offset + len(data) - len(contents)))
        contents[offset : offset + len(data)] = data


def cut_again_and_again(folder: Path, *, cuts: int, until_s: float, seed: int = 1) -> Cuts:
    """Cut the power, and look what is left.

    :param folder: an empty folder to work in.
    :param cuts: how often at most.
    :param until_s: no further cut after so many seconds.
    """
    draw = random.Random(seed)
    begun_s, done = time.monotonic(), 0
    db = folder / "0" / "fishbowl.db"
    _begin(db)
    acknowledged: dict[str, int] = {}
    wrong: list[str] = []
    while done < cuts and time.monotonic() - begun_s < until_s and not wrong:
        done += 1
        before = folder / f"{done}-before"
        shutil.copytree(db.parent, before)
        journal = folder / f"{done}-journal"
        plan = {"journal": str(journal), "stop_after": draw.randint(*OPERATIONS)}
        ran = subprocess.run(
            [sys.executable, "-m", "tests.torture.power_room", json.dumps(plan), str(db),
             str(done)],
            stdout=subprocess.PIPE, timeout=PATIENCE_S,
        )  # fmt: skip
        assert ran.returncode == STOPPED, ran.returncode
        for line in ran.stdout.splitlines():
            id, seq = json.loads(line)
            if seq is not None:
                acknowledged[id] = seq
        image = DiskImage(before, draw)
        image.replay(journal)
        db = folder / str(done) / "fishbowl.db"
        image.write(db.parent)
        wrong = _broken_promises(db, acknowledged)
        for leftover in (before, folder / str(done - 1)):
            shutil.rmtree(leftover)
        journal.unlink()
    return Cuts(done, len(acknowledged), wrong)


def _begin(db: Path) -> None:
    store = open_store(db)
    service = Service(store, SystemClock())
    service.start()
    create = c.CreateSession(code=CODE, question="Is this on the disk?")
    order = Envelope(code=CODE, command=create, command_id="create-0", role=Role.FACILITATOR)
    assert service.submit(order).ok
    service.stop()


def _broken_promises(db: Path, acknowledged: dict[str, int]) -> list[str]:
    told: list[str] = []
    store = open_store(db, tell=told.append)
    try:
        entries = store.entries(session_stream(CODE))
        assert fold(entries) is not None
    finally:
        store.close()
    firsts = {entry.command_id: entry.seq for entry in entries if entry.part == 0}
    times = Counter(entry.command_id for entry in entries if entry.part == 0)
    return [
        *told,
        *(f"{id} was acknowledged as {seq} and is {firsts.get(id)}"
          for id, seq in acknowledged.items() if firsts.get(id) != seq),
        *(f"{id} is there {count} times" for id, count in times.items() if count > 1),
        *(f"entry {entry.seq} is number {place}"
          for place, entry in enumerate(entries, 1) if entry.seq != place),
    ]  # fmt: skip
