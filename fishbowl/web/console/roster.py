"""The list of people, searched by name."""

import unicodedata
from typing import Literal

import msgspec

from fishbowl.domain.session.model import Person
from fishbowl.domain.session.rules.floor.contributions import has_contributed
from fishbowl.domain.session.rules.floor.equity import Voice, talk
from fishbowl.domain.session.rules.people.identity import maybe_same
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label
from fishbowl.views.door import at_door
from fishbowl.views.slices import AtDoor, Label

SHOWN = 50
"""The default number of matches that are returned; the others are counted."""

Which = Literal["all", "unheard"]


class RosterLine(msgspec.Struct, frozen=True, kw_only=True):
    """A person in the list.

    ``turns`` and ``talk_ms`` are without the open turn, which began at ``since_run_ms`` on the
    session clock; ``read`` tells that their words were read aloud. ``same`` is somebody with the
    same name who may be the same person.
    """

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
    group: str
    turns: int
    talk_ms: int
    since_run_ms: int | None
    read: bool
    same: Label | None = None


class Roster(msgspec.Struct, frozen=True, kw_only=True):
    """The first matches, and the number of all; ``unheard`` counts people who were not heard."""

    people: tuple[RosterLine, ...]
    total: int
    unheard: int


def roster(session: Session, typed: str, which: Which = "all", most: int = SHOWN) -> Roster:
    """Find people whose name contains the typed text; prefixes of words come first.

    Without text everybody is listed, hidden and removed people first.

    :param which: everybody, or only present people who have not been heard.
    :param most: how many are returned.
    """
    wanted = _folded(typed)
    unheard = {person.id for person in session.people.values() if _is_unheard(session, person)}
    matches = []
    for person in session.people.values():
        if which == "unheard" and person.id not in unheard:
            continue
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
    voices = {voice.person: voice for voice in talk(session).voices}
    lines = tuple(
        _line(session, person, shown, voices.get(person.id)) for _, person, shown in matches[:most]
    )
    return Roster(people=lines, total=len(matches), unheard=len(unheard))


def _is_unheard(session: Session, person: Person) -> bool:
    return not (person.out or person.forgotten or has_contributed(session, person.id))


def _line(session: Session, person: Person, shown: Label, voice: Voice | None) -> RosterLine:
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
        group=person.group,
        turns=0 if voice is None else voice.turns,
        talk_ms=0 if voice is None else voice.closed_ms,
        since_run_ms=None if voice is None else voice.since_run_ms,
        read=person.id in session.read_for,
        same=None if same is None else label(session, same),
    )


def _folded(text: str) -> str:
    """Fold case and accents, so that "jose" finds "José"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char)).strip()
