"""What is kept of people beside entries: the tables, and what effects do to them."""

import sqlite3

import msgspec

from fishbowl.log import contacts, letter_tokens, outbox, passes
from fishbowl.log import people_effects as effects
from fishbowl.log.people_records import PassRow

_OWNED = ("contacts", "letter_tokens", "outbox")


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables, inside the caller's transaction."""
    for statement in (
        "create table contacts (owner text not null, kind text not null, sealed blob not null,"
        " digest blob not null, confirmed_at_ms integer, failed_at_ms integer,"
        " problem text not null default '', primary key (owner, kind))",
        "create index contacts_digest on contacts (digest)",
        "create table refused_addresses (digest blob primary key)",
        "create table passes (hash blob primary key, member integer not null,"
        " made_at_ms integer not null)",
        "create index passes_member on passes (member)",
        "create table letter_tokens (hash blob primary key, purpose text not null,"
        " owner text not null, about integer not null default 0,"
        " expires_at_ms integer not null, spent_at_ms integer)",
        "create index letter_tokens_owner on letter_tokens (owner)",
        "create table outbox (id text primary key, owner text not null, letter text not null,"
        " params text not null, created_at_ms integer not null, due_at_ms integer,"
        " claimed_until_ms integer not null default 0, tries integer not null default 0,"
        " sent_at_ms integer, problem text not null default '')",
        "create index outbox_due on outbox (due_at_ms) where due_at_ms is not null",
        "create index outbox_owner on outbox (owner)",
    ):
        connection.execute(statement)


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
