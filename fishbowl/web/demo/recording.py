"""The recorded session of the demo, read from the file beside this module.

``python -m tools.record_logs --demo`` records it with the simulated room. It is a log in the format
of ``fishbowl export --all``, so it is brought up to date like every stored log.
"""

from functools import cache
from pathlib import Path

import msgspec

from fishbowl.domain.session.events import Entry, SessionCreated
from fishbowl.domain.session.upcast import upcast
from fishbowl.log.raw_entries import RawEntry, decoded

RECORDING = Path(__file__).parent / "session.fishbowl.jsonl"


@cache
def recorded_entries() -> tuple[Entry, ...]:
    """The log of the recorded session, oldest entry first.

    :raises OSError: the file is missing.
    """
    _head, *lines, _foot = RECORDING.read_bytes().splitlines()
    read = msgspec.json.Decoder(RawEntry).decode
    return tuple(upcast([decoded(read(line)) for line in lines]))


def recorded_question() -> str:
    """The question of the recorded session."""
    created = recorded_entries()[0].event
    assert isinstance(created, SessionCreated)
    return created.question
