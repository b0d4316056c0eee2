"""Builds the frames of a replay: what the display showed, as far as it may be published.

Later corrections of names, titles and the question apply from the first frame. People who may not
be named are not named in any frame. Join code, addresses and Wi-Fi are left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

import msgspec
from msgspec.structs import replace

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold, states_of
from fishbowl.domain.session.ids import PersonId, TopicId
from fishbowl.domain.session.rules.questions import main_questions
from fishbowl.domain.session.rules.wall import pictured, screen
from fishbowl.domain.session.state import Session
from fishbowl.views.common import Links
from fishbowl.views.display import DISPLAY_SLICES, Maker
from fishbowl.views.kept_slices import KeptSlices, SliceOf
from fishbowl.views.slices import Label, Slice, WifiSlice

NOWHERE = Links()
Cast = Mapping[PersonId, Label]
"""The labels of people in the replay; others are shown as numbered guests."""
NO_WIFI = WifiSlice(network="", password="", security="wpa", hidden=False, set_seq=0)
_Redact = Callable[[Any, Session], Slice]
"""Makes what may be shown now of a slice of an earlier state."""


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The slices that change at a time of the session clock; the others stay.

    A slice is an index into ``parts``. ``here`` counts the people in the room.
    """

    at_run_ms: int
    slices: dict[str, int]
    here: int


class ReplayFrames(msgspec.Struct, frozen=True, kw_only=True):
    """All frames of a replay. Equal slices are stored once, in ``parts``."""

    frames: tuple[Frame, ...]
    parts: tuple[Slice, ...]
    length_ms: int


def replay_frames(
    entries: Sequence[Entry],
    cast: Cast,
    left_out: Set[int],
    until_ms: Millis,
    states: Sequence[Session] | None = None,
) -> ReplayFrames:
    """Build the frames from a log, from its last start to its end or its last entry.

    Times are on the session clock, so pauses take no time.

    :param cast: the current labels of people, as far as they may be named.
    :param left_out: topics and questions that a person left out of the summary.
    :param until_ms: session time now, for a session that is running.
    :param states: the state after each entry, if they have been folded already.
    """
    final = states[-1] if states else fold(entries)
    if final is None or final.clock.started_at_ms is None:
        return ReplayFrames(frames=(), parts=(), length_ms=0)
    collector = _FrameCollector()
    kept = KeptSlices(_Redaction(final, cast, left_out).makers())
    for session, at_ms in _versions(entries, states or states_of(entries), final):
        at_run_ms = running_ms(session.clock, at_ms)
        collector.show(at_run_ms, kept.changes(session), session.present)
    end = running_ms(final.clock, final.clock.closed_at_ms or max(final.at_ms, until_ms))
    return ReplayFrames(
        frames=tuple(collector.frames),
        parts=tuple(collector.parts),
        length_ms=max(end, collector.frames[-1].at_run_ms),
    )


def _versions(
    entries: Sequence[Entry], states: Iterable[Session], final: Session
) -> Iterator[tuple[Session, Any]]:
    """Yield the state after each command between the last start and the last end."""
    for place, (entry, session) in enumerate(zip(entries, states, strict=True)):
        is_whole = place + 1 == len(entries) or entries[place + 1].part == 0
        if not is_whole or session.clock.started_at_ms != final.clock.started_at_ms:
            continue
        yield session, entry.at_ms
        if clock_state(session.clock) == "closed" and (
            session.clock.closed_at_ms == final.clock.closed_at_ms
        ):
            return


class _FrameCollector:
    """Collects frames, with changed slices only."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.parts: list[Slice] = []
        self._places: dict[Slice, int] = {}
        self._here = -1

    def show(self, at_run_ms: int, slices: Mapping[str, Slice], here: int) -> None:
        """Add the slices that differ; earlier times than the last are merged into that frame."""
        if not slices and here == self._here:
            return
        self._here = here
        changed = {name: self._place(part) for name, part in slices.items()}
        if self.frames and at_run_ms <= self.frames[-1].at_run_ms:
            last = self.frames.pop()
            at_run_ms, changed = last.at_run_ms, last.slices | changed
        self.frames.append(Frame(at_run_ms=at_run_ms, slices=changed, here=here))

    def _place(self, part: Slice) -> int:
        place = self._places.setdefault(part, len(self.parts))
        if place == len(self.parts):
            self.parts.append(part)
        return place


class _Redaction:
    """Applies current names, titles and omissions to the view of an earlier state."""

    def __init__(self, final: Session, cast: Cast, left_out: Set[int]) -> None:
        self._final = final
        self._left_out = left_out
        self._cast = {**cast}
        self._guests_of: tuple[Mapping[PersonId, Any], dict[int, PersonId]] = ({}, {})
        self._numbers = {id: person.no for id, person in final.people.items()}
        for person in final.people.values():
            for before in person.was:
                if person.id in cast:
                    self._cast[before] = cast[person.id]

    def makers(self) -> dict[str, SliceOf]:
        """Make each slice of the display from an earlier state, as it may be shown now."""
        redactions: dict[str, _Redact] = {
            "session": self._session,
            "wifi": lambda part, session: NO_WIFI,
            "wall": self._wall,
            "bowl": lambda part, session: self._all_named(part, "chairs", session),
            "queue": lambda part, session: self._all_named(part, "first", session),
            "topics": self._topics,
            "vote": self._vote,
            "shown": self._asked,
        }
        return {name: _maker(make, redactions.get(name)) for name, make in DISPLAY_SLICES.items()}

    def _session(self, part: Any, session: Session) -> Any:
        """The question at that time, in its last wording."""
        told = main_questions(self._final)
        place: int = part.question_no - 1
        question = told[place].question if place < len(told) else part.question
        return replace(part, question=question, event=self._final.settings.event, summary=None)

    def _wall(self, part: Any, session: Session) -> Any:
        """The wall with the bowl in place of the QR, or of the invitation to be known."""
        if part.what in ("qr", "known"):
            part = replace(part, what="bowl", screen=screen(pictured(session), "bowl"))
        return self._all_named(part, "called", session)

    def _all_named(self, part: Any, field: str, session: Session) -> Any:
        places = tuple(self._named(place, session) for place in getattr(part, field))
        return replace(part, **{field: places})

    def _named(self, place: Any, session: Session) -> Any:
        """Replace the label of a chair or queue place by the current one."""
        before: Label | None = place.person
        if before is None or (not before.name and not before.no):  # a wall without names
            return place
        person = PersonId(self._guests(session.people).get(before.id, before.id))
        nobody = Label(id=before.id, name="", no=self._numbers.get(person, before.no))
        now = self._cast.get(person, nobody)
        return replace(place, person=replace(now, no=0) if now.name else replace(now, id=-now.no))

    def _guests(self, people: Mapping[PersonId, Any]) -> dict[int, PersonId]:
        """Whose numbers stand for hidden names."""
        if self._guests_of[0] is not people:
            found = {-person.no: id for id, person in people.items() if person.hidden}
            self._guests_of = (people, found)
        return self._guests_of[1]

    def _topics(self, part: Any, session: Session) -> Any:
        return replace(part, topics=tuple(self._titled(part.topics)))

    def _titled(self, topics: Sequence[Any]) -> Iterator[Any]:
        for topic in topics:
            now = self._final.topics.get(TopicId(topic.id))
            if topic.id not in self._left_out:
                yield topic if now is None or not now.title else replace(topic, title=now.title)

    def _vote(self, part: Any, session: Session) -> Any:
        counts = tuple(one for one in part.counts if one.topic not in self._left_out)
        return replace(part, counts=counts)

    def _asked(self, part: Any, session: Session) -> Any:
        """The shown question, unless it was left out or its words were erased."""
        question = part.question
        if question is not None and (question.id in self._left_out or not question.words):
            return replace(part, question=None, votes=0)
        return part


def _maker(make: Maker, redact: _Redact | None) -> SliceOf:
    def made(session: Session) -> Slice:
        part = make(pictured(session), session, NOWHERE)
        return part if redact is None else redact(part, session)

    return made
