"""Checking one file of a session: what it holds, or one sentence that says why it is broken."""

import contextlib
import gc
from pathlib import Path

import msgspec

from fishbowl.domain.session.row import SessionRow, session_row
from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.log.records import ArchivedSession
from fishbowl.services.import_checks import InvalidBackup, validated_log

MEMORY_MAX_BYTES = 2 * 1024**3
GARBAGE_AFTER = 100_000
"""So many more objects than before let a process look for unreachable cycles."""


class Found(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a file holds, or why it is broken.

    :param about: what the archive says about a finished session, with its ``searchable_texts``.
    """

    row: SessionRow | None = None
    about: ArchivedSession | None = None
    searchable_texts: tuple[SearchableText, ...] = ()
    broken: str = ""


def limit_this_process() -> None:
    """Give this process, which only checks files, its share of memory."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on all systems
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX_BYTES, MEMORY_MAX_BYTES))
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER)  # a check makes few cycles, and everything ends with it


def checked(path: Path, now_ms: int) -> Found:
    """Validate a file in this process.

    :param now_ms: session time.
    """
    try:
        session, indexed = validated_log(path, now_ms)
    except InvalidBackup as error:
        return Found(broken=str(error))
    except OSError as error:
        return Found(broken=f"{path.name} cannot be read: {error.strerror}.")
    except MemoryError:
        return Found(broken=f"{path.name} takes too much memory to read.")
    about, found = indexed or (None, ())
    return Found(row=session_row(session), about=about, searchable_texts=found)
