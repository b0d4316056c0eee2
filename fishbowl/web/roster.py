"""Finding people in the room by what they are called."""

import unicodedata

import msgspec

from fishbowl.domain.namesakes import maybe_same
from fishbowl.domain.parts import Person
from fishbowl.domain.state import Session
from fishbowl.views.common import label
from fishbowl.views.door import at_door
from fishbowl.views.slices import AtDoor, Label

SHOWN = 50
"""More matches than anybody reads; the rest is a number."""


class RosterLine(msgspec.Struct, frozen=True, kw_only=True):
    """One person in the list of who is here; ``same`` bears their name and may be the same one."""

    person: int
    label: Label
    phone: bool
    hidden: bool
    out: bool
    forgotten: bool
    seated: bool
    waiting: bool
    volunteer: bool
    at_door: AtDoor = ""
    same: Label | None = None


class Roster(msgspec.Struct, frozen=True, kw_only=True):
    """The first who match, and how many match in all."""

    people: tuple[RosterLine, ...]
    total: int


def roster(session: Session, typed: str) -> Roster:
    """Find people whose label begins with, or holds, what was typed; without it, everybody.

    Who is hidden or out comes first where nothing is typed: they are who one looks for.
    """
    wanted = _folded(typed)
    matches = []
    for person in session.people.values():
        shown = label(session, person.id)
        text = _folded(f"{shown.name} guest {shown.no}" if not shown.name else shown.name)
        if person.forgotten and wanted:
            continue
        if wanted in text:
            marked = person.hidden or person.out
            starts = any(word.startswith(wanted) for word in text.split())
            first = not marked if not wanted else not starts
            matches.append(((first, not shown.name, text, person.id), person, shown))
    matches.sort(key=lambda match: match[0])
    lines = tuple(_line(session, person, shown) for _, person, shown in matches[:SHOWN])
    return Roster(people=lines, total=len(matches))


def _line(session: Session, person: Person, shown: Label) -> RosterLine:
    same = maybe_same(session, person.id)
    return RosterLine(
        person=person.id,
        label=shown,
        phone=bool(person.key),
        hidden=person.hidden,
        out=person.out,
        at_door=at_door(session, person),
        forgotten=person.forgotten,
        seated=person.id in session.current_turn,
        waiting=person.id in session.open_request,
        volunteer=person.volunteer,
        same=None if same is None else label(session, same),
    )


def _folded(text: str) -> str:
    """Make "jose" find "José"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char)).strip()
