"""Renews the owner's key: in this process, or through the server that uses the database."""

from pathlib import Path
from typing import Any

from fishbowl.access.keys import AccessKeys
from fishbowl.access.sign_ins import SignIns
from fishbowl.host.clock import wall_ms
from fishbowl.host.local_socket import Handler
from fishbowl.log import Store
from fishbowl.services.audit import OWNER_KEY_RENEWED, note_once
from fishbowl.services.running_server import RunningServer, store_or_server

NEW_OWNER_KEY = "new_owner_key"
"""The local socket request for a new owner key."""


def new_owner_key(db: Path) -> str:
    """Make a new key and revoke the old one with all sign-ins, also in a running server.

    :raises StoreError: the database does not exist or cannot be used; nothing has changed.
    """
    found = store_or_server(db)
    if isinstance(found, RunningServer):
        could_not = "The running server could not make a new key"
        key = str(found.ask(NEW_OWNER_KEY, could_not=could_not)["key"])
        note_once(found.path, wall_ms(), OWNER_KEY_RENEWED)
        return key
    try:
        key = _from_file(found)
        note_once(found.path, wall_ms(), OWNER_KEY_RENEWED)
        return key
    finally:
        found.close()


def owner_key_handler(sign_ins: SignIns) -> Handler:
    """The server's handler for :data:`NEW_OWNER_KEY`."""

    def answer(asked: dict[str, Any], body: bytes) -> dict[str, Any]:
        return {"ok": True, "key": sign_ins.renew_owner_key()}

    return answer


def _from_file(store: Store) -> str:
    return SignIns(store, AccessKeys(store.secret()), wall_ms).renew_owner_key()
