"""What logs hold of a member, read from the file: long work, done in the process of jobs."""

from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from fishbowl.domain.community.erasure import DEVICE_FIELDS
from fishbowl.domain.community.events import Entry, MemberJoined
from fishbowl.domain.community.evolve import evolve
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Link
from fishbowl.domain.community.state import Community
from fishbowl.domain.community.stream import COMMUNITY_STREAM
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import Log, StoreError, open_store
from fishbowl.views.community.own_part import OwnPart, is_kept, may_link, own_part
from fishbowl.web.offload.jobs import OwnParts, Parts
from fishbowl.web.privacy.personal_data import personal_data

__all__ = ["DEVICE_FIELDS", "member_data", "own_parts"]


def own_parts(db: Path, job: OwnParts) -> Parts:
    """Read what sessions hold of a member; one that cannot be read does not spoil the others."""
    with closing(open_store(db, readonly=True)) as log:
        return tuple(_part(log, code, person, Millis(job.now_ms)) for code, person in job.links)


def _part(log: Log, code: str, person: int, now_ms: Millis) -> OwnPart | None:
    try:
        session = fold(log.entries(session_stream(code)))
    except (StoreError, ValueError, KeyError):
        return None  # the page of the session says what is wrong with it
    return None if session is None else own_part(session, person, now_ms)
