"""The types of offloaded jobs: summaries, files, replays, personal data.

Each job says all that it needs to know, so that it can be done in another process: see
:mod:`fishbowl.web.offload.making` for how, and :mod:`fishbowl.web.offload.worker` for where.
"""

from typing import Literal

import msgspec

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.state import Session
from fishbowl.web.languages import ENGLISH_CODE

MOMENT_MS = 2_000

Reads = Literal["reader", "facilitator", "proof"]
"""Who reads a summary: anybody, who runs the session, or that one to put it right."""


class Job(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One thing to make, of the session with this code.

    ``now_ms`` is session time; ``lang`` is the language to write in.
    """

    code: str
    now_ms: int = 0
    lang: str = ENGLISH_CODE


class SummaryPage(Job, frozen=True, kw_only=True):
    """The summary as a page. ``replay`` is where its replay is, if there is one."""

    reads: Reads
    replay: str = ""
    shared_as: str = ""
    """The whole address of a published summary, for the preview of its link in a chat."""
    theme: str = ""
    asked: tuple[tuple[str, str], ...] = ()
    """What the address asks for beside, to be kept in links that choose a language."""


class ExportFile(Job, frozen=True, kw_only=True):
    """The session as a file of a format; ``offset_ms`` is how much later its chapters are."""

    format: str
    table: str = "turns"
    offset_ms: int = 0


class ReplayTape(Job, frozen=True, kw_only=True):
    """What a replay is played from, as packed JSON."""


class HeldData(Job, frozen=True, kw_only=True):
    """All personal data of a person, as JSON."""

    person: int


AnyJob = SummaryPage | ExportFile | ReplayTape | HeldData


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What was made; where it must not be, ``refused`` says why and there is nothing else."""

    body: bytes = b""
    refused: str = ""


def moment(session: Session, now_ms: Millis) -> Millis:
    """The session time at which a session is looked at: for one that is over, its last one.

    :param now_ms: session time now; two who look within a moment see the same.
    """
    if session.clock.closed_at_ms is not None:
        return session.at_ms
    return Millis(max(session.at_ms, now_ms - now_ms % MOMENT_MS))


def final_seq(session: Session) -> Seq | None:
    """The length of the log of a session that is over; ``None`` while it goes on."""
    return None if session.clock.closed_at_ms is None else session.seq
