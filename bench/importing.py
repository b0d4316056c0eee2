"""``fishbowl import``: a folder of sessions is checked in processes and written.

Each is the recorded session of ``/demo`` under another code: 493 entries, with a vote, takeaways
and a summary, so that every part of a check has something to do.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from bench.result import Result, row
from fishbowl.services.import_checks import SUFFIX
from fishbowl.web.demo.recording import RECORDING

BEFORE_S, FASTER = 42.0, 5
"""What as many sessions took when one process checked them, and by how much it is to be faster."""
FIRST = 2222


async def measure(size: int, rounds: int) -> list[Result]:
    """Import so many sessions into a new database, again and again."""
    took_s = []
    with tempfile.TemporaryDirectory() as folder:
        exported = Path(folder) / "exported"
        _write(exported, size)
        for number in range(rounds):
            db = Path(folder) / f"{number}.db"
            began_s = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "fishbowl", "import", str(exported), "--db", str(db)],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            took_s.append(time.perf_counter() - began_s)
    return [row("import", size, took_s, "s", hold={"median": BEFORE_S / FASTER})]


def _write(folder: Path, sessions: int) -> None:
    folder.mkdir()
    head, created, *others = RECORDING.read_bytes().splitlines(keepends=True)
    code = msgspec.json.decode(head)["code"].encode()
    for number in range(sessions):
        new = f"WAVE{FIRST + number}".encode()
        first = b"".join(line.replace(code, new) for line in (head, created))
        (folder / f"{new.decode()}{SUFFIX}").write_bytes(first + b"".join(others))
