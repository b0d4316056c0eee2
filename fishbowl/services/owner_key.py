"""Renews the owner's key: in this process, or through the server that uses the database."""

from pathlib import Path
from typing import Any

from fishbowl.access.keys import AccessKeys
from fishbowl.access.sign_ins import SignIns
from fishbowl.host.clock import wall_ms
from fishbowl.host.local_socket import Handler, NoLocalSocket, ask
from fishbowl.log import InUse, Store, StoreError, open_store
from fishbowl.services.audit import OWNER_KEY_RENEWED, note_once

NEW_OWNER_KEY = "new_owner_key"
"""The local socket request for a new owner key."""


def new_owner_key(db: Path) -> str:
    """Make a new key and revoke the old one with all sign-ins, also in a running server.

    :raises StoreError: the database does not exist or cannot be used; nothing has changed.
    """
    there = open_store(db, readonly=True)  # so that none is made
    there.close()
    try:
        store = open_store(db, holder={})
    except InUse as error:
        socket = "" if error.holder is None else error.holder.about.get("socket", "")
        if not socket:
            raise
        key = _from_server(Path(socket))
        note_once(there.path, wall_ms(), OWNER_KEY_RENEWED)
        return key
    try:
        key = _from_file(store)
        note_once(store.path, wall_ms(), OWNER_KEY_RENEWED)
        return key
    finally:
        store.close()


def owner_key_handler(sign_ins: SignIns) -> Handler:
    """The server's handler for :data:`NEW_OWNER_KEY`."""

    def answer(asked: dict[str, Any], body: bytes) -> dict[str, Any]:
        return {"ok": True, "key": sign_ins.renew_owner_key()}

    return answer


def _from_file(store: Store) -> str:
    return SignIns(store.transact, AccessKeys(store.secret()), wall_ms).renew_owner_key()


def _from_server(socket: Path) -> str:
    try:
        answer = ask(socket, NEW_OWNER_KEY)
    except NoLocalSocket as error:
        raise StoreError(f"The running server does not answer: {error}.") from error
    if not answer.get("ok"):
        raise StoreError(f"The running server could not make a new key: {answer.get('error')}")
    return str(answer["key"])
