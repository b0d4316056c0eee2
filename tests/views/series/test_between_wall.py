"""What the wall between two sessions shows, at which instant and in which room."""

from fishbowl.domain.series import commands as c
from fishbowl.domain.series.model import Slot
from fishbowl.views.series.chairs import series_chairs
from fishbowl.views.series.wall import ROOMS_SHOWN, TURN_MS, BetweenWall, between_wall
from tests.domain.series.dsl import Desk, at

DAY = "2026-11-28"


def desk(rooms: int, *times: str) -> Desk:
    made = Desk()
    for time in times or ("14:00",):
        for no in range(rooms):
            slot = Slot(on=DAY, at=time, minutes=60, title=f"Q{no}", room=f"Room {no:02}")
            made.host(c.PlanOccasion(slot=slot))
    return made


def wall(made: Desk, time: str, room: str = "", day: str = DAY) -> BetweenWall:
    """The wall at a time in Berlin, an hour ahead of UTC."""
    return between_wall(made.series, at(f"{day} {time}") - 3_600_000, room)


def starts(found: BetweenWall) -> int:
    return found.starts_at_ms


def test_it_tells_what_is_next_then_what_is_on_then_what_comes_after() -> None:
    made = desk(2, "14:00", "15:30")
    assert wall(made, "13:42").state == "next"
    assert wall(made, "14:09").state == "now"
    later = wall(made, "14:10")
    assert (later.state, starts(later)) == ("next", at(f"{DAY} 15:30") - 3_600_000)
    assert wall(made, "15:41").state == "now"
    assert wall(made, "16:30").state == "over"
    assert wall(made, "13:00", day="2026-11-27").state == "later"
    assert wall(made, "16:30").rows == ()


def test_the_room_where_it_hangs_is_marked_and_stands_on_every_screen() -> None:
    made = desk(40)
    seen = set()
    for screen in range(20):
        found = between_wall(made.series, at(f"{DAY} 12:00") + screen * TURN_MS, " room 07 ")
        assert len(found.rows) <= ROOMS_SHOWN
        assert [row.occasion.room for row in found.rows if row.is_here] == ["Room 07"]
        assert [row.no for row in found.rows] == sorted(row.no for row in found.rows)
        seen.update(row.no for row in found.rows)
    assert seen == set(range(1, 41))
    assert found.total == 40


def test_rooms_keep_their_numbers_through_the_day() -> None:
    made = desk(3, "10:00")
    made.host(c.PlanOccasion(slot=Slot(on=DAY, at="14:00", minutes=60, room="Room 02")))
    (row,) = wall(made, "13:00").rows
    assert row.no == 3


def test_what_is_left_out_is_not_on_it() -> None:
    made = desk(2)
    first = wall(made, "13:00").rows[0].occasion
    made.host(c.LeaveOutOccasion(occasion=first.id))
    assert [row.occasion.room for row in wall(made, "13:00").rows] == ["Room 01"]


def test_the_open_chair_follows_the_sessions() -> None:
    for sessions in (0, 1, 3, 7, 20):
        places = series_chairs(sessions, has_next=True)
        (open_chair,) = (one for one in places if one.is_open)
        assert open_chair.no == sessions + 1
        assert 5 <= len(places) <= 8
    assert not any(one.is_open for one in series_chairs(3, has_next=False))
