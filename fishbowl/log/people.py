"""What is kept of people beside entries, and what effects do to it."""

import sqlite3

import msgspec

from fishbowl.log import contacts, letter_tokens, outbox, passes
from fishbowl.log import people_effects as effects
from fishbowl.log.people_records import PassRow

_OWNED = ("contacts", "letter_tokens", "outbox")


def apply(connection: sqlite3.Connection, effect: effects.AnyPeopleEffect) -> None:
    """Apply an effect, inside the caller's transaction.

    :raises EffectRefused: a token cannot be spent, or a pass is another member's.
    """
    match effect:
        case effects.PutContact():
            contacts.put(connection, effect)
        case effects.MarkContact():
            contacts.mark(connection, effect)
        case effects.MoveContact():
            contacts.move(connection, effect)
        case effects.DropContacts(owner=owner, kind=kind):
            contacts.drop(connection, owner, kind)
        case effects.RefuseAddress(owner=owner):
            contacts.refuse(connection, owner)
        case effects.PutPass(member=member, hash=hash, made_at_ms=made_at_ms):
            passes.put(connection, PassRow(hash, member, made_at_ms))
        case effects.EndPasses(member=member, keep=keep):
            passes.end(connection, member, keep)
        case effects.MovePasses(goes=goes, keeps=keeps):
            passes.move(connection, goes, keeps)
        case effects.PutToken():
            letter_tokens.put(connection, effect)
        case effects.SpendToken(hash=hash, now_ms=now_ms):
            letter_tokens.spend(connection, hash, now_ms)
        case effects.DropTokens(owner=owner, purpose=purpose, expired_at_ms=expired_at_ms):
            letter_tokens.drop(connection, owner, purpose, expired_at_ms)
        case effects.PutLetter():
            outbox.put(connection, effect)
        case effects.SettleLetter():
            outbox.settle(connection, effect)
        case effects.DropLetters():
            outbox.drop(connection, effect.owner, effect.letter, effect.settled_before_ms)
        case effects.KeepOwners(owners=owners):
            _keep_owners(connection, owners)


def _keep_owners(connection: sqlite3.Connection, owners: frozenset[str]) -> None:
    listed = msgspec.json.encode(tuple(owners)).decode()
    for table in _OWNED:
        connection.execute(
            f"delete from {table} where owner not in (select value from json_each(?))", (listed,)
        )
    connection.execute(
        "delete from passes where 'member/' || member not in (select value from json_each(?))",
        (listed,),
    )
    connection.execute(
        "delete from sign_ins where opens = 'member'"
        " and 'member/' || generation not in (select value from json_each(?))",
        (listed,),
    )
