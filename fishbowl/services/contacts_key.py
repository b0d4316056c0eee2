"""The file with the key of the contacts: outside the database, readable by its owner alone.

It has one key a line, in hexadecimal. The first one seals; all of them open, so that a key that was
lost and comes back is put below the one that was made meanwhile.
"""

import os
import secrets
from pathlib import Path
from typing import NamedTuple

from fishbowl.host.private_files import make_folder, open_for_writing, tighten
from fishbowl.log import StoreError

SUFFIX = ".contacts-key"
KEY_BYTES = 32


class ContactsKey(NamedTuple):
    """What seals contacts.

    :param path: the file.
    :param keys: the first one seals; all of them open.
    :param is_new: the file was not there, and was made.
    """

    path: Path
    keys: tuple[bytes, ...]
    is_new: bool


def key_file_of(db: Path) -> Path:
    """Where the key of a database is unless told otherwise: beside it."""
    return db.with_name(db.name + SUFFIX)


def read_or_make(path: Path) -> ContactsKey:
    """Read the keys, or make the file with a new one.

    :raises StoreError: it cannot be read or written, or holds no key.
    """
    try:
        if path.exists():
            tighten(path)
            return ContactsKey(path, _keys(path), is_new=False)
        key = secrets.token_bytes(KEY_BYTES)
        make_folder(path.absolute().parent)
        with open_for_writing(path) as file:
            file.write(f"{key.hex()}\n".encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(
            f"The key of the contacts {path} cannot be used: {error.strerror}. "
            "Nothing was changed; name another file with --contacts-key."
        ) from error
    return ContactsKey(path, (key,), is_new=True)


def _keys(path: Path) -> tuple[bytes, ...]:
    try:
        keys = tuple(bytes.fromhex(line) for line in path.read_text("ascii").split())
    except (ValueError, UnicodeDecodeError):
        keys = ()
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise StoreError(
            f"The file {path} holds no key of contacts: each line has {2 * KEY_BYTES} hexadecimal "
            "digits. Bring it back from its backup, or delete it: then the contacts that are there "
            "cannot be read any more, and members can give them again."
        )
    return keys
