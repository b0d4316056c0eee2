"""Records the logs of this release for ``tests/logs``: one a format, and random sessions.

Every format is run by the simulated room of ``fishbowl demo``, through the real server. Rare
events come from random sessions, recorded until every event has been seen. Logs of earlier
releases are never written again; only what is new gets an expected hash.

    python -m tools.record_logs          record this release, if it is not there yet
    python -m tools.record_logs --diff   show which expected hashes today's code does not reach
    python -m tools.record_logs --demo   record the session of the demo page, in 3 minutes
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

from fishbowl import __version__
from fishbowl.cli.backup import NOTE
from fishbowl.domain.session.codec import encode
from fishbowl.domain.session.events import EVENT_TYPES, Entry
from fishbowl.domain.session.formats import FORMATS
from fishbowl.log.raw_entries import RawEntry
from fishbowl.services.import_checks import SCHEMA, SUFFIX, Foot, Head
from fishbowl.web.demo.recording import RECORDING
from tests.domain.random_sessions.random_walk import RandomWalk
from tests.logs.rare import rare_session
from tests.logs.recorded import EXPECTED, HERE, expected, hashes, name_of, recorded_logs, stored

PEOPLE, MINUTES, SPEED = 20, 20, 120
DEMO_FORMAT, DEMO_PEOPLE, DEMO_MINUTES, DEMO_SPEED = "open", 30, 30, 10
SESSIONS_MAX = 400
"""Random sessions that are tried for an event that no log has yet."""
COMMANDS = 150


def main() -> None:
    """Record, or show what has changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    only = parser.add_mutually_exclusive_group()
    only.add_argument(
        "--diff", action="store_true", help="show what has changed, and record nothing"
    )
    only.add_argument("--demo", action="store_true", help="record the session of the demo's page")
    chosen = parser.parse_args()
    if chosen.diff:
        sys.exit(show_differences())
    if chosen.demo:
        RECORDING.write_bytes(record(DEMO_FORMAT, DEMO_PEOPLE, DEMO_MINUTES, DEMO_SPEED))
        return
    folder = HERE / __version__
    if not folder.is_dir():
        folder.mkdir(parents=True)
        for name in FORMATS:
            log = record(name, PEOPLE, MINUTES, SPEED)
            (folder / f"{name}{SUFFIX}").write_bytes(log)
        write(folder / f"rare{SUFFIX}", "WAVE47", rare_session().log)
        record_random_sessions(folder)
    known = expected() if EXPECTED.is_file() else {}
    for path in recorded_logs():
        if name_of(path) not in known:
            known[name_of(path)] = hashes(path)
    EXPECTED.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def record(name: str, people: int, minutes: int, speed: int) -> bytes:
    """Let the simulated room hold a fishbowl of one format, and give its log."""
    with tempfile.TemporaryDirectory() as made:
        db, out = Path(made) / "demo.db", Path(made) / "logs"
        fishbowl = [sys.executable, "-m", "fishbowl"]
        subprocess.run(
            [
                *fishbowl, "demo", "--format", name, "--people", str(people),
                "--minutes", str(minutes), "--speed", str(speed), "--seed", name,
                "--port", "0", "--exit", "--no-open", "--db", str(db),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        subprocess.run(
            [*fishbowl, "export", "--all", str(out), "--db", str(db)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (log,) = out.glob(f"*{SUFFIX}")
        return log.read_bytes()


def record_random_sessions(folder: Path) -> None:
    """Keep random sessions until no event is missing, or enough have been tried."""
    missing = set(EVENT_TYPES) - {
        entry["type"] for path in folder.glob(f"*{SUFFIX}") for entry in stored(path)
    }
    for seed in range(SESSIONS_MAX):
        if not missing:
            return
        walk = RandomWalk(seed)
        for _ in range(COMMANDS):
            walk.goes_on()
        found = {entry.event.name for entry in walk.room.log}
        if found & missing:
            missing -= found
            write(folder / f"evening-{seed:03}{SUFFIX}", "WAVE47", walk.room.log)
    print(f"no log has: {', '.join(sorted(missing)) or 'nothing is missing'}")


def write(path: Path, code: str, entries: list[Entry]) -> None:
    """Write a log in the format of ``fishbowl export --all``."""
    lines: list[msgspec.Struct] = [Head(schema=SCHEMA, code=code, note=NOTE)]
    for entry in entries:
        name, version, data = encode(entry.event)
        lines.append(
            RawEntry(
                seq=entry.seq,
                command_id=entry.command_id,
                part=entry.part,
                at_ms=entry.at_ms,
                actor=entry.actor,
                role=entry.role.value,
                type=name,
                version=version,
                data=msgspec.Raw(data.encode()),
            )
        )
    lines.append(Foot(entries=len(entries)))
    path.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))


def show_differences() -> int:
    """Say which logs fold to another state than recorded.

    :return: how many.
    """
    differs = 0
    for path in recorded_logs():
        was, now = expected().get(name_of(path), {}), hashes(path)
        first = next((count for count in was if was[count] != now.get(count)), None)
        if first is not None:
            differs += 1
            print(f"{name_of(path)}: other after entry {first}")
    return differs


if __name__ == "__main__":
    main()
