"""On which days a recurrence comes, against a model that looks at every day."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.series import commands as c
from fishbowl.domain.series import events as e
from fishbowl.domain.series.ids import WEEKDAYS, OccasionId
from fishbowl.domain.series.model import Recurrence, Slot
from fishbowl.domain.series.rules.occasions import between
from fishbowl.domain.series.rules.recurrence import NTHS, check, comes_on, days
from fishbowl.domain.series.rules.times import starts_at_ms
from tests.domain.series.dsl import FIRST_THURSDAY, LUNCH, Desk, at

ZONES = (
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo",
    "Pacific/Apia", "Asia/Kolkata", "Africa/Casablanca", "UTC",
)  # fmt: skip
"""Clocks that change by an hour, by half an hour, at midnight, by a whole day, and never."""
BERLIN = ZoneInfo("Europe/Berlin")

first_days = st.dates(date(2023, 1, 1), date(2029, 12, 31))


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    first = draw(first_days)
    every = draw(st.sampled_from(("week", "month", "year")))
    interval = draw(st.integers(1, 12))
    weekdays: tuple[str, ...] = ()
    nth = day = 0
    if every == "week":
        chosen = draw(st.sets(st.sampled_from(WEEKDAYS), min_size=1))
        weekdays = tuple(one for one in WEEKDAYS if one in chosen)
    elif draw(st.booleans()):
        weekdays, nth = (draw(st.sampled_from(WEEKDAYS)),), draw(st.sampled_from(NTHS))
    else:
        day = draw(st.integers(1, 31))
    until = draw(st.none() | st.integers(0, 2_000))
    found = Recurrence(
        every=every,  # type: ignore[arg-type]
        interval=interval,
        weekdays=weekdays,  # type: ignore[arg-type]
        nth=nth,
        day=day,
        month=draw(st.integers(1, 12)) if every == "year" else 0,
        starts_on=first.isoformat(),
        until="" if until is None else (first + timedelta(until)).isoformat(),
        at="12:15",
        minutes=60,
    )
    check(found)
    return found


def comes(rule: Recurrence, on: date) -> bool:
    """Whether it comes on a day, as one would find out with a calendar on the wall."""
    first = date.fromisoformat(rule.starts_on)
    if on < first or (rule.until and on > date.fromisoformat(rule.until)):
        return False
    if rule.every == "week":
        mondays = (on - timedelta(on.weekday())) - (first - timedelta(first.weekday()))
        return WEEKDAYS[on.weekday()] in rule.weekdays and mondays.days // 7 % rule.interval == 0
    months = (on.year - first.year) * 12 + on.month - first.month
    if rule.every == "year" and (on.month != rule.month or (on.year - first.year) % rule.interval):
        return False
    if rule.every == "month" and months % rule.interval:
        return False
    length = monthrange(on.year, on.month)[1]
    if not rule.nth:
        return on.day == min(rule.day, length)
    same = [day for day in range(1, length + 1)
            if WEEKDAYS[date(on.year, on.month, day).weekday()] == rule.weekdays[0]]  # fmt: skip
    return on.day == same[rule.nth - 1 if rule.nth > 0 else -1]


LEAP_DAY = Recurrence(every="year", day=29, month=2, starts_on="2024-02-29", at="12:15", minutes=60)
MONTH_END = Recurrence(every="month", day=31, starts_on="2023-01-31", at="12:15", minutes=60)


@given(recurrences(), first_days, st.integers(0, 800))
@example(LEAP_DAY, date(2024, 1, 1), 800)
@example(MONTH_END, date(2024, 1, 1), 800)
def test_a_recurrence_comes_on_the_days_that_a_calendar_shows(
    rule: Recurrence, first: date, count: int
) -> None:
    last = first + timedelta(count)
    expected = [on for n in range(count + 1) if comes(rule, on := first + timedelta(n))]
    assert days(rule, first, last) == expected
    assert all(comes_on(rule, on) for on in expected[:3])


def test_a_month_that_is_too_short_has_its_last_day() -> None:
    found = days(MONTH_END, date(2024, 1, 1), date(2024, 6, 30))
    assert [one.isoformat() for one in found] == [
        "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30",
    ]  # fmt: skip
    found = days(LEAP_DAY, date(2024, 1, 1), date(2028, 12, 31))
    assert [one.isoformat() for one in found] == [
        "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29",
    ]  # fmt: skip


def instants(zone: ZoneInfo, wall: datetime) -> list[int]:
    """Every instant at which clocks show a time, found by looking at each minute around it."""
    guess = int(wall.replace(tzinfo=UTC).timestamp())
    return [
        at_s
        for at_s in range(guess - 15 * 3600, guess + 15 * 3600, 60)
        if datetime.fromtimestamp(at_s, zone).replace(tzinfo=None) == wall
    ]


@settings(max_examples=40)
@given(
    st.sampled_from(ZONES),
    st.dates(date(2011, 12, 1), date(2028, 12, 31)),
    st.times().map(lambda one: one.replace(second=0, microsecond=0)),
)
@example("Europe/Berlin", date(2026, 3, 29), time(2, 30))
@example("Europe/Berlin", date(2026, 10, 25), time(2, 30))
@example("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15))
@example("America/Santiago", date(2026, 9, 6), time(0, 0))
@example("Pacific/Apia", date(2011, 12, 30), time(9, 0))
def test_an_occasion_starts_when_clocks_show_its_time(name: str, on: date, at: time) -> None:
    zone = ZoneInfo(name)
    slot = Slot(on=on.isoformat(), at=at.isoformat("minutes"), minutes=60)
    found = starts_at_ms(slot, zone) // 1000
    shown = instants(zone, datetime.combine(on, at))
    if shown:
        assert found == shown[0]
    else:  # the clock leaves this time out: it comes as much later as the clock goes forward
        before = datetime.combine(on, at, zone).utcoffset()
        assert before is not None
        assert found == (datetime.combine(on, at, UTC) - before).timestamp()
        assert datetime.fromtimestamp(found, zone).replace(tzinfo=None) > datetime.combine(on, at)


@pytest.mark.parametrize("name", ZONES)
def test_the_time_of_day_stays_while_clocks_change(name: str) -> None:
    about = LUNCH.__class__(label="Lunch", slug="lunch", time_zone=name)
    desk = Desk(about=about)
    weekly = Recurrence(
        every="week", weekdays=("th",), starts_on="2026-01-01", at="12:15", minutes=60
    )
    desk.host(c.SetRecurrence(recurrence=weekly))
    zone = ZoneInfo(name)
    for one in between(desk.series, date(2026, 1, 1), date(2028, 1, 1)):
        local = datetime.fromtimestamp(starts_at_ms(one.slot, zone) / 1000, zone)
        assert (local.date().isoformat(), local.strftime("%H:%M")) == (one.slot.on, "12:15")


def test_days_and_times_are_written_in_one_way() -> None:
    for field, wrong in (
        ("starts_on", "20260105"), ("starts_on", "2026-W01-1"), ("at", "1215"), ("at", "12"),
        ("at", "12:15:30"), ("until", "2025-12-31"), ("minutes", 0), ("interval", 13),
    ):  # fmt: skip
        fields = {name: getattr(FIRST_THURSDAY, name) for name in FIRST_THURSDAY.__struct_fields__}
        with pytest.raises(Rejected):
            check(Recurrence(**{**fields, field: wrong}))


def test_of_a_date_that_comes_no_more_nobody_is_known_who_wanted_to_come() -> None:
    desk = Desk("2026-10-01 08:00")
    desk.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))
    november = OccasionId("2026-11-05")
    desk.door(c.Come(occasion=november, label="Kofi"))
    said = desk.log[-1].seq
    forgets, _ = desk.host(c.SetRecurrence(recurrence=None))
    assert isinstance(forgets, e.ComersForgotten)
    assert (forgets.occasion, forgets.entries) == (november, (said,))
    assert not desk.series.occasions


def test_another_recurrence_keeps_sessions_and_what_was_changed_on_its_own() -> None:
    desk = Desk("2026-10-01 08:00")
    desk.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))
    october, november, december = (
        OccasionId(on) for on in ("2026-10-01", "2026-11-05", "2026-12-03")
    )
    desk.host(c.MakeSession(occasion=october, code="WAVE47"))
    moved = Slot(on="2026-11-06", at="18:00", minutes=60)
    desk.host(c.ChangeOccasion(occasion=november, slot=moved))
    desk.host(c.LeaveOutOccasion(occasion=december, why="closed"))
    fields = {name: getattr(FIRST_THURSDAY, name) for name in FIRST_THURSDAY.__struct_fields__}
    desk.host(c.SetRecurrence(recurrence=Recurrence(**{**fields, "at": "13:00", "minutes": 90})))
    occasions = desk.series.occasions
    assert occasions[october].slot.at == "12:15"
    assert (occasions[november].slot.at, occasions[november].slot.minutes) == ("18:00", 90)
    assert occasions[december].slot.at == "13:00"
    desk.host(c.SetRecurrence(recurrence=None))
    assert set(desk.series.occasions) == {october}
    assert at("2026-10-01 10:15") == starts_at_ms(occasions[october].slot, BERLIN)
