"""Builds the frames of a replay: what the display showed, as far as it may be published.

Later corrections of names, titles and the question apply from the first frame. People who may not
be named are not named in any frame. Join code, addresses and Wi-Fi are left out.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

import msgspec
from msgspec.structs import replace

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import evolve, fold
from fishbowl.domain.session.ids import PersonId, TopicId
from fishbowl.domain.session.model import WallState
from fishbowl.domain.session.rules.questions import main_questions
from fishbowl.domain.session.rules.wall import pictured, screen
from fishbowl.domain.session.state import Session
from fishbowl.views.common import Links
from fishbowl.views.display import display_view
from fishbowl.views.slices import Label, Slice, WallSlice, WifiSlice

NOWHERE = Links()
Cast = Mapping[PersonId, Label]
"""The labels of people in the replay; others are shown as numbered guests."""


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
    entries: Sequence[Entry], cast: Cast, left_out: Set[int], until_ms: Millis
) -> ReplayFrames:
    """Build the frames from a log, from its last start to its end or its last entry.

    Times are on the session clock, so pauses take no time.

    :param cast: the current labels of people, as far as they may be named.
    :param left_out: topics and questions that a person left out of the summary.
    :param until_ms: session time now, for a session that is running.
    """
    final = fold(entries)
    if final is None or final.clock.started_at_ms is None:
        return ReplayFrames(frames=(), parts=(), length_ms=0)
    collector = _FrameCollector()
    redaction = _Redaction(final, cast, left_out)
    for session, at_ms in _versions(entries, final):
        at_run_ms = running_ms(session.clock, at_ms)
        collector.show(at_run_ms, redaction.shown(session), session.present)
    end = running_ms(final.clock, final.clock.closed_at_ms or max(final.at_ms, until_ms))
    return ReplayFrames(
        frames=tuple(collector.frames),
        parts=tuple(collector.parts),
        length_ms=max(end, collector.frames[-1].at_run_ms),
    )


def _versions(entries: Sequence[Entry], final: Session) -> Iterator[tuple[Session, Any]]:
    """Yield the state after each command between the last start and the last end."""
    session: Session | None = None
    for place, entry in enumerate(entries):
        session = evolve(session, entry)
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
        self._now: dict[str, int] = {}
        self._here = -1

    def show(self, at_run_ms: int, view: Mapping[str, Slice], here: int) -> None:
        """Add a view; times earlier than the last frame are merged into that frame."""
        placed = {name: self._place(part) for name, part in view.items()}
        changed = {name: place for name, place in placed.items() if self._now.get(name) != place}
        if not changed and here == self._here:
            return
        self._now, self._here = placed, here
        if self.frames and at_run_ms <= self.frames[-1].at_run_ms:
            last = self.frames.pop()
            at_run_ms, changed = last.at_run_ms, last.slices | changed
        self.frames.append(Frame(at_run_ms=at_run_ms, slices=changed, here=here))

    def _place(self, part: Slice) -> int:
        place = self._places.setdefault(part, len(self.parts))
        if place == len(self.parts):
            self.parts.append(part)
        return place


def _without_qr(wall: WallSlice, session: Session) -> WallSlice:
    """The wall with the bowl in place of the QR, or of the invitation to be known."""
    if wall.what not in ("qr", "known"):
        return wall
    return replace(wall, what="bowl", screen=screen(replace(pictured(session), wall=WallState())))


class _Redaction:
    """Applies current names, titles and omissions to the view of an earlier state."""

    def __init__(self, final: Session, cast: Cast, left_out: Set[int]) -> None:
        self._final = final
        self._left_out = left_out
        self._cast = {**cast}
        self._guests: dict[int, PersonId] = {}
        self._numbers = {id: person.no for id, person in final.people.items()}
        for person in final.people.values():
            for before in person.was:
                if person.id in cast:
                    self._cast[before] = cast[person.id]

    def shown(self, session: Session) -> dict[str, Slice]:
        """The display view of an earlier state, as it may be shown now."""
        view: dict[str, Any] = display_view(session, NOWHERE)
        self._guests = {-person.no: id for id, person in session.people.items() if person.hidden}
        settings, wall = self._final.settings, view["wall"]
        view["session"] = replace(
            view["session"],
            question=self._question(view["session"]),
            event=settings.event,
            summary=None,
        )
        view["wifi"] = WifiSlice(network="", password="", security="wpa", hidden=False, set_seq=0)
        view["wall"] = replace(
            _without_qr(wall, session), called=tuple(self._named(call) for call in wall.called)
        )
        view["bowl"] = replace(
            view["bowl"], chairs=tuple(self._named(chair) for chair in view["bowl"].chairs)
        )
        view["queue"] = replace(
            view["queue"], first=tuple(self._named(waiting) for waiting in view["queue"].first)
        )
        view["topics"] = replace(view["topics"], topics=tuple(self._topics(view["topics"].topics)))
        view["vote"] = replace(
            view["vote"],
            counts=tuple(one for one in view["vote"].counts if one.topic not in self._left_out),
        )
        view["shown"] = self._asked(view["shown"])
        return view

    def _question(self, session: Any) -> str:
        """The question at that time, in its last wording."""
        told = main_questions(self._final)
        place: int = session.question_no - 1
        return told[place].question if place < len(told) else str(session.question)

    def _named(self, place: Any) -> Any:
        """Replace the label of a chair or queue place by the current one."""
        before: Label | None = place.person
        if before is None or (not before.name and not before.no):  # a wall without names
            return place
        person = PersonId(self._guests.get(before.id, before.id))
        nobody = Label(id=before.id, name="", no=self._numbers.get(person, before.no))
        now = self._cast.get(person, nobody)
        return replace(place, person=replace(now, no=0) if now.name else replace(now, id=-now.no))

    def _topics(self, topics: Sequence[Any]) -> Iterator[Any]:
        for topic in topics:
            now = self._final.topics.get(TopicId(topic.id))
            if topic.id not in self._left_out:
                yield topic if now is None or not now.title else replace(topic, title=now.title)

    def _asked(self, shown: Any) -> Any:
        """The shown question, unless it was left out or its words were erased."""
        question = shown.question
        if question is None:
            return shown
        if question.id in self._left_out or not question.words:
            return replace(shown, question=None, votes=0)
        return shown
