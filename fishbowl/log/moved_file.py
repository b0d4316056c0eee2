"""The note beside a database that says in which file it goes on.

When the files of a running server were touched from outside, or the disk failed to sync, the
server goes on in a copy under another name. The note lets the next start, and every command,
find that copy: what was acknowledged is there, and not in the file at the path.
"""

import json
import os
from pathlib import Path

from fishbowl.log.errors import StoreError
from fishbowl.log.file_copy import sync
from fishbowl.log.records import Moved

NOTES_MAX = 100
"""More notes in a row than that are a circle."""


def note_of(path: Path) -> Path:
    """The file that holds the note of a database."""
    return path.with_name(path.name + ".moved")


def write_note(path: Path, moved: Moved) -> None:
    """Say durably that a database goes on elsewhere.

    :raises OSError: the folder refuses.
    """
    note, unfinished = note_of(path), path.with_name(path.name + ".moved.part")
    beside = moved.path.parent == path.parent  # then the folder can be moved as a whole
    target = moved.path.name if beside else str(moved.path)
    text = json.dumps({"to": target, "why": moved.why, "at_ms": moved.at_ms})
    descriptor = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    sync(unfinished)
    os.replace(unfinished, note)
    sync(note)


def follow_notes(path: Path) -> tuple[Path, Moved | None]:
    """Find the file in which a database goes on.

    :return: that file, and the last note on the way; the path itself where there is none.
    :raises StoreError: a note cannot be read, or names a file that is not there.
    """
    first, last = path, None
    for _ in range(NOTES_MAX):
        moved = _read(path)
        if moved is None:
            break
        path, last = moved.path, moved
    else:
        raise StoreError(f"The notes beside {first} send each other round in a circle.")
    if last is not None and not path.is_file():
        raise StoreError(
            f"{first} went on in {path} ({last.why}), and that file is not there. "
            f"Bring it back, or delete {note_of(first)} to use {first.name} again, "
            "without what was written since."
        )
    return path, last


def _read(path: Path) -> Moved | None:
    note = note_of(path)
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
        target = path.parent / Path(found["to"])
        return Moved(target, str(found["why"]), int(found["at_ms"]))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"The note {note} cannot be read: {error}.") from error
