"""A session played back: what the wall showed, of those who may be named."""

import gzip
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from fishbowl.archive.replay_data import replay_data
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import evolve
from fishbowl.domain.session.ids import ItemId, PersonId
from fishbowl.domain.session.rules.floor.pairs import handovers, speakers
from fishbowl.domain.session.state import Session
from fishbowl.harvest.replay import refusal_reason, replay_extras
from fishbowl.harvest.summary import summarise
from fishbowl.views.display import display_view
from fishbowl.views.replay import NOWHERE, ReplayFrames, replay_frames
from fishbowl.views.slices import Label
from tests.domain.random_sessions.random_walk import RandomWalk
from tests.harvest.stories import forty_minutes
from tests.harvest.web_story import marked_talk
from tests.support.room import Room
from tests.views.reading import sent

PRESSES = 120
PACKED_MAX_BYTES = 300_000
STILL_SHOWN = ("run", "rules", "clock", "thumbs", "balance", "queue", "bowl")


def played(entries: list[Entry], now_ms: int | None = None) -> ReplayFrames:
    """The tape as the page is sent it."""
    summary = summarise(entries)
    cast = {
        who.person: Label(id=who.person, name=who.name, no=who.no, twin=who.twin)
        for who in replay_extras(summary).people
    }
    left_out = frozenset(summary.omitted)
    return replay_frames(entries, cast, left_out, Millis(now_ms or entries[-1].at_ms))


def view_at(played: ReplayFrames, run_ms: int) -> dict[str, Any]:
    """Put together what is shown at a moment, as the player does."""
    shown: dict[str, Any] = {}
    for frame in played.frames:
        if frame.at_run_ms <= run_ms:
            shown |= {name: played.parts[place] for name, place in frame.slices.items()}
    return shown


def anonymous(part: Any) -> Any:
    """A slice without names: who is called how is another question."""
    if part.__class__.__name__ == "BowlSlice":
        return [replace(chair, person=None) for chair in part.chairs]
    if part.__class__.__name__ == "DisplayQueueSlice":
        return (part.count, [waiting.kind for waiting in part.first])
    return part


def wall_moments(entries: list[Entry]) -> tuple[Session, list[tuple[int, dict[str, Any]]]]:
    """What the wall was sent after each command since the last start, at which moment."""
    states: list[Session] = []
    session: Session | None = None
    for entry in entries:
        session = evolve(session, entry)
        states.append(session)
    final = states[-1]
    moments = []
    for place, state in enumerate(states):
        is_whole = place + 1 == len(entries) or entries[place + 1].part == 0
        if is_whole and state.clock.started_at_ms == final.clock.started_at_ms:
            moments.append((place, display_view(state, NOWHERE)))
            if state.clock.closed_at_ms is not None and (
                state.clock.closed_at_ms == final.clock.closed_at_ms
            ):
                break
    return final, moments


@pytest.mark.parametrize("seed", range(12))
def test_every_frame_is_what_the_wall_showed(seed: int):
    walk = RandomWalk(seed)
    for _ in range(PRESSES):
        walk.goes_on()
    log = walk.room.log
    final, moments = wall_moments(log)
    if final.clock.started_at_ms is None:
        assert played(log).frames == ()
        return
    reel = played(log)
    assert [frame.at_run_ms for frame in reel.frames] == sorted(
        {frame.at_run_ms for frame in reel.frames}
    )
    last = view_at(reel, reel.length_ms)
    for name in STILL_SHOWN:
        assert anonymous(last[name]) == anonymous(moments[-1][1][name])
    _check_all(reel, log, moments)


def _check_all(
    reel: ReplayFrames, log: list[Entry], moments: list[tuple[int, dict[str, Any]]]
) -> None:
    """Play the log again up to each moment: the tape so far ends with what the wall shows."""
    for place, view in moments[:: max(1, len(moments) // 15)]:
        so_far = played(log[: place + 1])
        if so_far.frames:
            shown = view_at(so_far, so_far.length_ms)
            for name in STILL_SHOWN:
                assert anonymous(shown[name]) == anonymous(view[name])


def test_names_are_those_of_the_wall_where_nothing_was_put_right():
    room = forty_minutes()
    reel = played(room.log)
    session: Session | None = None
    seen: dict[int, dict[str, Any]] = {}
    for entry in room.log:
        session = evolve(session, entry)
        if session.clock.started_at_ms is not None:
            seen[entry.at_ms - session.clock.started_at_ms] = display_view(session, NOWHERE)
    assert len(seen) > 50
    for run_ms, view in seen.items():
        shown = view_at(reel, run_ms)
        assert (shown["bowl"], shown["queue"]) == (view["bowl"], view["queue"])
        assert shown["topics"] == view["topics"]


def test_pauses_take_no_time():
    room = Room()
    room.facilitator.starts()
    room.seats_walk_up(1, "Mei-Lin")
    room.wait(minutes=5)
    room.sends(c.PauseClock())
    room.wait(minutes=30)
    room.seats_walk_up(2, "Kofi")
    room.sends(c.ResumeClock())
    room.wait(minutes=5)
    room.facilitator.closes()
    reel = played(room.log)
    assert reel.length_ms == 10 * 60_000
    assert sorted(view_at(reel, 5 * 60_000 - 1)) == sorted(view_at(reel, 5 * 60_000))
    assert "Kofi" not in sent(view_at(reel, 5 * 60_000 - 1))
    assert "Kofi" in sent(view_at(reel, 5 * 60_000))


def test_who_is_hidden_renamed_or_forgotten_since_is_so_from_the_start():
    room = Room()
    people = {name: room.phone(name).person for name in ("Hidden", "Before", "Forgotten")}
    room.facilitator.starts()
    for chair, person in enumerate(people.values(), 1):
        room.sends(c.AskForChair(), person)
        room.facilitator.seats_known(person, chair)
        room.wait(minutes=1)
    room.facilitator.closes()
    assert all(name in sent(played(room.log)) for name in people)
    room.sends(c.HideName(person=people["Hidden"]))
    room.sends(c.RenamePerson(person=people["Before"], name="After"))
    room.sends(c.ForgetPerson(person=people["Forgotten"]))
    told = sent(played(room.log))
    assert not [name for name in people if name in told]
    assert "After" in told


def test_where_everybody_chooses_only_who_chose_it_is_named():
    room = Room(attribution="opt_in")
    shy, proud = room.phone("Shy").person, room.phone("Proud").person
    room.facilitator.starts()
    for chair, person in ((1, shy), (2, proud)):
        room.sends(c.AskForChair(), person)
        room.facilitator.seats_known(person, chair)
    room.sends(c.CreditMe(on=True), proud)
    room.wait(minutes=1)
    room.facilitator.closes()
    told = sent(played(room.log))
    assert "Proud" in told
    assert "Shy" not in told


def test_under_chatham_house_there_is_none_and_it_says_why():
    assert refusal_reason("named") is None
    assert refusal_reason("opt_in") is None
    assert "Chatham House" in (refusal_reason("chatham_house") or "")


def test_what_was_left_out_of_the_summary_is_not_played_and_titles_are_as_corrected():
    room = forty_minutes()
    titles = {topic.title: topic.id for topic in room.session.topics.values()}
    out = titles["When does paying people break the gift?"]
    room.sends(c.HideFromSummary(item=ItemId(out)))
    room.sends(c.RenameTopic(topic=titles["Who gets to say no?"], title="Saying no"))
    told = sent(played(room.log)) + repr(replay_extras(room.summary))
    assert "break the gift" not in told
    assert "Who gets to say no?" not in told
    assert "Saying no" in told


def test_nobody_is_told_how_to_get_in():
    room = forty_minutes(close=False)
    room.sends(c.SetWifi(network="Hall", password="open sesame"))
    room.sends(c.ShowOnWall(what="qr"))
    room.facilitator.closes()
    told = sent(played(room.log))
    assert "open sesame" not in told
    assert '"what":"qr"' not in told


def test_notes_come_when_they_were_written_and_chapters_when_they_began():
    room = forty_minutes(close=False)
    room.sends(c.AddNote(kind="insight", words="At the end"))
    room.wait(minutes=1)
    room.facilitator.closes()
    room.wait(minutes=30)
    room.sends(c.AddNote(kind="insight", words="Afterwards"))
    found = replay_extras(room.summary)
    assert [(note.words, note.at_run_ms) for note in found.notes] == [("At the end", 2_400_000)]
    assert [(one.at_run_ms // 1000, one.title) for one in found.chapters][:2] == [
        (30, "Who gets to say no?"),
        (768, "When does paying people break the gift?"),
    ]


def test_who_spoke_after_whom_is_told_from_the_moment_that_it_first_happened():
    room = marked_talk()
    told = replay_data(room.log, room.summary, room.now_ms)["web"]
    first: dict[tuple[int, int], int] = {}
    for one in handovers(room.session):
        first.setdefault((one.before, one.after), one.at_run_ms)
    assert sorted(flow["at_run_ms"] for flow in told["flows"]) == sorted(first.values())
    assert len(told["voices"]) == len(speakers(room.session))


def test_there_is_no_web_on_a_tape_unless_it_was_turned_on():
    room = marked_talk(on=False)
    assert replay_data(room.log, room.summary, room.now_ms)["web"] is None


def test_ninety_minutes_with_two_hundred_people_stay_small():
    room = forty_minutes(close=False, minutes=90)
    crowd = [room.phone(f"Somebody with name {number}").person for number in range(130)]
    floor: list[PersonId] = []
    for number, person in enumerate(crowd):
        room.wait(minutes=0.2)
        room.sends(c.AskForChair(words="I would like to say something about this as well"), person)
        seated = sorted(room.session.current_turn)
        for talker in (*seated, *seated):
            room.wait(minutes=0.04)
            if room.session.floor.turn != room.turn(talker).id:
                room.facilitator.gives_floor(talker)
                floor.append(talker)
        if number % 3 == 0:
            room.leaves(seated[0])
            free = min(chair.no for chair in room.session.chairs.values() if chair.turn is None)
            room.facilitator.seats_known(person, free)
    room.facilitator.closes()
    assert len(floor) > 600
    assert summarise(room.log).figures.people > 200
    packed = len(gzip.compress(msgspec.json.encode(played(room.log)), 6))
    assert packed < PACKED_MAX_BYTES
