"""Opening the database of a server: its checks, what was erased since, its keys."""

from collections.abc import Callable
from typing import NamedTuple

from fishbowl.access.keys import AccessKeys
from fishbowl.app.beside import about
from fishbowl.host.clock import Clock, wall_ms
from fishbowl.host.long_work import Report
from fishbowl.host.settings import Settings
from fishbowl.log import Store, open_store, remove_old_copies
from fishbowl.services.contacts_key import ContactsKey, key_file_of, read_or_make
from fishbowl.services.reapply_erasures import reapply
from fishbowl.standby.fence import check_start
from fishbowl.standby.sealing import Seal


class Opened(NamedTuple):
    """A database that may be served, and what its keys are made from.

    :param secret: the signing key. It is read before the log has threads: later nobody else may use
        the connections of the store, or two threads wait for each other for ever.
    """

    store: Store
    secret: bytes
    access_keys: AccessKeys
    contacts_key: ContactsKey


def open_database(
    settings: Settings, clock: Clock, tell: Callable[[str], None], report: Report
) -> Opened:
    """Open the database, unless another machine goes on with it, and erase what was erased since.

    :param tell: is told, in sentences, what whoever starts the server should know about its file.
    :param report: is told how far a change of the file's tables is.
    :raises StoreError: it cannot be used; in one sentence.
    """
    store = open_store(
        settings.db,
        holder=about(settings),
        tell=tell,
        report=report,
        erasures=settings.erasures,
    )
    try:
        secret = store.secret()
        access_keys = AccessKeys(secret)
        seal = Seal(access_keys.standby_key())
        check_start(store, seal, wall_ms(), despite=settings.despite_takeover)
        if reapplied := reapply(store, clock.now_ms()):
            tell(str(reapplied))
        if removed := remove_old_copies(store.path, wall_ms()):
            tell(f"Removed after 30 days, copies made before an update: {', '.join(removed)}.")
        contacts_key = read_or_make(settings.contacts_key or key_file_of(settings.db))
    except BaseException:
        store.close()
        raise
    if not store.checks_files:
        tell(
            f"This disk gives files no lasting names: changes to {store.path} from outside would "
            "not be noticed."
        )
    return Opened(store, secret, access_keys, contacts_key)
