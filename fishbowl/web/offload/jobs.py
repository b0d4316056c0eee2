"""The types of offloaded jobs: summaries, files, replays, personal data, parts of members.

A job contains all its parameters, since it runs in another process: see
:mod:`fishbowl.web.offload.making` for its implementation and :mod:`fishbowl.web.offload.worker` for
the process.
"""

from typing import Literal

import msgspec

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.state import Session
from fishbowl.views.community.own_part import OwnPart
from fishbowl.web.languages import ENGLISH_CODE

ROUNDED_TO_MS = 2_000

Audience = Literal["reader", "facilitator", "proof"]
"""For whom a summary page is: any reader, the facilitator, or the facilitator as its editor."""


class Job(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The base class: a job on the session with this code.

    ``now_ms`` is session time; ``lang`` is the language of the result.
    """

    code: str
    now_ms: int = 0
    lang: str = ENGLISH_CODE


class SummaryPage(Job, frozen=True, kw_only=True):
    """The summary page. ``replay`` is the address of its replay, if there is one."""

    audience: Audience
    replay: str = ""
    shared_as: str = ""
    """The whole address of a published summary, for the preview of its link in a chat."""
    theme: str = ""
    asked: tuple[tuple[str, str], ...] = ()
    """The query parameters that links for choosing a language keep."""


class ExportFile(Job, frozen=True, kw_only=True):
    """An export; ``offset_ms`` is added to the times of chapters."""

    format: str
    table: str = "turns"
    offset_ms: int = 0


class ReplayData(Job, frozen=True, kw_only=True):
    """The frames and extras of a replay, as gzipped JSON."""


class DemoReplay(Job, frozen=True, kw_only=True):
    """What the demo is played from, as packed JSON. It belongs to no session of this server, and
    is the same in every language."""

    code: str = ""


class PersonalData(Job, frozen=True, kw_only=True):
    """All personal data of a person, as JSON."""

    person: int


class OwnParts(Job, frozen=True, kw_only=True):
    """What several sessions hold of one member each, as MessagePack of :data:`Parts`.

    :param links: the sessions by code, each with the person's number in it.
    """

    code: str = ""
    links: tuple[tuple[str, int], ...]


class MemberData(Job, frozen=True, kw_only=True):
    """What the log of the community and the linked sessions hold of a member, as JSON."""

    code: str = ""
    member: int


AnyJob = SummaryPage | ExportFile | ReplayData | DemoReplay | PersonalData | OwnParts | MemberData

Parts = tuple[OwnPart | None, ...]
"""In the order of the links; ``None`` where nothing can be told."""


class JobResult(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a job; if the attribution refuses it, ``refused`` says why."""

    body: bytes = b""
    refused: str = ""


def observed_at_ms(session: Session, now_ms: Millis) -> Millis:
    """The session time of a job: of a closed session its last, else now, rounded down.

    :param now_ms: session time now; it is rounded so that equal requests share a job.
    """
    if session.clock.closed_at_ms is not None:
        return session.at_ms
    return Millis(max(session.at_ms, now_ms - now_ms % ROUNDED_TO_MS))


def final_seq(session: Session) -> Seq | None:
    """The length of a closed session's log; ``None`` while the session is open."""
    return None if session.clock.closed_at_ms is None else session.seq
