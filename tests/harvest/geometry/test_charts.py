"""Where things are drawn: inside, in order, the same in every direction of writing."""

import pytest

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.harvest import charts
from fishbowl.harvest.geometry.axis import Axis
from fishbowl.harvest.geometry.fitting import BarName, bar_name
from fishbowl.harvest.geometry.timeline import Timeline
from fishbowl.harvest.model import Who
from fishbowl.harvest.words import name_of
from tests.harvest.stories import forty_minutes
from tests.support.room import Room


def timeline(room: Room, *, rtl: bool = False) -> Timeline:
    drawn = charts(room.summary, rtl=rtl).timeline
    assert drawn is not None
    return drawn


def test_a_chair_has_a_row_even_if_nobody_sat_on_it():
    room = Room(chairs=6)
    room.facilitator.starts()
    room.seats_walk_up(2, "Ingrid")
    room.wait(minutes=10)
    rows = timeline(room).rows
    assert [row.chair for row in rows] == [1, 2, 3, 4, 5, 6]
    assert [len(row.bars) for row in rows] == [0, 1, 0, 0, 0, 0]
    assert [len(row.gaps) for row in rows] == [1, 0, 1, 1, 1, 1]


def test_bars_are_as_long_as_turns():
    room = Room()
    room.facilitator.starts()
    ingrid = room.seats_walk_up(1, "Ingrid")
    room.wait(minutes=5)
    room.facilitator.moves(ingrid, 3)
    room.wait(minutes=5)
    room.facilitator.closes()
    rows = timeline(room).rows
    assert (rows[0].bars[0].x, round(rows[0].bars[0].width)) == (0, 50)
    assert (rows[2].bars[0].x, round(rows[2].bars[0].width)) == (50, 50)


@pytest.mark.parametrize("rtl", [False, True])
def test_everything_is_drawn_inside(rtl: bool):
    drawn = timeline(forty_minutes(), rtl=rtl)
    pieces = [
        piece
        for row in drawn.rows
        for piece in (*row.bars, *row.gaps, *(s for bar in row.bars for s in bar.spoken))
    ]
    for piece in (*pieces, *drawn.bands):
        assert piece.x >= 0
        assert piece.x + piece.width <= 100.001
    assert all(0 <= tick.x <= 100 for tick in drawn.ticks)


def test_talk_lies_within_its_bar():
    for row in timeline(forty_minutes()).rows:
        for bar in row.bars:
            for stretch in bar.spoken:
                assert bar.x <= stretch.x
                assert stretch.x + stretch.width <= bar.x + bar.width + 0.001


def test_from_the_right_it_is_the_same_counted_from_the_right():
    left, right = timeline(forty_minutes()), timeline(forty_minutes(), rtl=True)
    for row, mirrored in zip(left.rows, right.rows, strict=True):
        for bar, other in zip(row.bars, mirrored.bars, strict=True):
            assert other.width == bar.width
            assert other.x == pytest.approx(100 - bar.x - bar.width, abs=0.01)


def test_topics_are_bands_in_turn():
    bands = timeline(forty_minutes()).bands
    assert [band.shade for band in bands] == [0, 1, 0, 1]
    assert bands[0].title == "Who gets to say no?"


@pytest.mark.parametrize(
    ("minutes", "written"),
    [(3, [0, 1, 2, 3]), (40, list(range(0, 41, 5))), (90, [*range(0, 91, 10)])],
)
def test_at_most_ten_minutes_are_written(minutes: int, written: list[int]):
    assert [tick.minute for tick in Axis(minutes * 60_000).ticks()] == written


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Maximiliane von Habsburg", "Maximiliane"),
        ("Jean-Luc Picard", "Jean-Luc"),
        ("Jean-Luc", "Jean"),
        ("-", "-"),
        ("Kim", "Kim"),
        ("李小龙", "李小龙"),
    ],
)
def test_a_bar_has_the_name_and_a_shorter_one(name: str, short: str):
    who = Who(person=PersonId(9), name=name, no=7)
    assert bar_name(who) == BarName(whole=name, short=short, may_be_cut=True)


def test_what_tells_two_people_apart_is_never_cut_from_a_bar():
    twin = bar_name(Who(person=PersonId(9), name="Anna Lee", no=7, twin=2))
    assert twin == BarName(whole="Anna Lee (2)", short="Anna (2)", may_be_cut=False)
    guest = bar_name(Who(person=PersonId(9), name="", no=7))
    assert guest == BarName(whole="Guest 7", short="Guest 7", may_be_cut=False)


def test_times_stand_in_the_order_of_arrival_not_of_length():
    drawn = charts(forty_minutes().summary).times
    assert [name_of(time.who) for time in drawn[:5]] == [
        "Ingrid",
        "Tomasz",
        "Mei-Lin",
        "Saoirse",
        "Kofi",
    ]
    assert max(time.seated.width for time in drawn) == 100


def test_a_petal_a_voice_and_a_dot_a_listener():
    portrait = charts(forty_minutes().summary).portrait
    assert len(portrait.petals) == 15
    assert len(portrait.dots) == 79 - 15


def test_petals_get_thinner_when_there_are_many():
    room = Room(chairs=8)
    room.facilitator.starts()
    for number in range(70):
        turn = room.session.chairs[number % 8 + 1].turn  # type: ignore[index]
        if turn is not None:
            room.leaves(room.session.turns[turn].person)
        room.seats_walk_up(number % 8 + 1, f"Voice {number}")
        room.wait(minutes=0.5)
    portrait = charts(room.summary).portrait
    assert len(portrait.petals) == 70
    assert portrait.width < 6


def test_a_big_crowd_is_drawn_with_several_people_to_a_dot():
    room = Room()
    for number in range(600):
        room.phone(f"Listener {number}")
    drawn = charts(room.summary)
    assert drawn.voices.each == 3
    assert len(drawn.voices.dots) == 200
    assert len(drawn.portrait.dots) == 240


def test_nobody_sat_and_there_is_no_timeline():
    room = Room()
    room.facilitator.starts()
    room.wait(minutes=10)
    assert charts(room.summary).timeline is None
