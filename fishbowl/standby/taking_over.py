"""Taking over: the former server is stopped if it can be reached, and this machine goes on."""

from typing import NamedTuple

from fishbowl.access.keys import AccessKeys
from fishbowl.access.sign_ins import OWNER, SignIns
from fishbowl.host.clock import wall_ms
from fishbowl.log import Store, effects
from fishbowl.services.reapply_erasures import reapply
from fishbowl.standby.asking import Unreachable, WrongKey
from fishbowl.standby.fence import ask_place
from fishbowl.standby.following import Following
from fishbowl.standby.messages import Place
from fishbowl.standby.sealing import Seal

DRAIN_S = 5.0
"""A former server that was stopped gives what is left within this time, or it is lost here."""


class NothingToTakeOver(Exception):
    """This machine has no copy of an installation yet."""


class Takeover(NamedTuple):
    """What a takeover came to.

    :param cookie: the name and the token that sign in as the owner whoever pressed.
    :param former_knows: whether the former server has heard of it, and refuses.
    :param is_whole: whether everything that the former server had acknowledged is here; ``False``
        also where it could not be asked.
    """

    cookie: tuple[str, str]
    former_knows: bool
    is_whole: bool


def take_over(
    following: Following, store: Store, former: str, seal: Seal, address: str
) -> Takeover:
    """Make this database the one that goes on.

    A server that can still be reached refuses from then on, and gives what it has not given yet.

    :param former: the address of the server that was followed.
    :param address: where this machine can be found.
    :raises NothingToTakeOver: nothing was ever stored.
    :raises StoreError: the database cannot be used.
    """
    if not has_copy(store):
        raise NothingToTakeOver
    number = store.peers().epoch + 1
    place = _stop_former(former, seal, number, address)
    is_whole = place is not None and following.has_all(place.heads, DRAIN_S)
    following.stop()
    now_ms = wall_ms()
    store.append({}, [effects.TakeOver(epoch=number, former=former, now_ms=now_ms)])
    store.list_all_erasures()
    reapply(store, now_ms)
    sign_ins = SignIns(store, AccessKeys(store.secret()), wall_ms)
    token = sign_ins.enter({}, OWNER, "", sign_ins.owner_generation)
    return Takeover((sign_ins.cookie(OWNER), token), place is not None, is_whole)


def has_copy(store: Store) -> bool:
    """Whether a database has ever been given the keys of an installation."""
    return store.known_secret() is not None


def _stop_former(former: str, seal: Seal, number: int, address: str) -> Place | None:
    try:
        return ask_place(former, seal, number, address)
    except (Unreachable, WrongKey):
        return None
