"""Taking a programme, for the first time and again."""

import pytest

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.model import Occasion, Slot
from fishbowl.domain.series.rules.programme import compare, days_of, rooms_of
from tests.domain.series.dsl import Desk

WEAVING = Slot(on="2026-11-28", at="10:00", minutes=45, title="Keys", room="Weaving room")
BOILER = Slot(on="2026-11-28", at="10:00", minutes=45, title="Noise", room="Boiler house")
ATTIC = Slot(on="2026-11-29", at="14:00", minutes=60, title="Rehearsals", room="Attic")


def lines(**slots: Slot) -> c.ImportProgramme:
    named = tuple(c.ProgrammeLine(source=name, slot=slot) for name, slot in slots.items())
    return c.ImportProgramme(lines=named)


def desk_with_programme() -> Desk:
    desk = Desk()
    desk.host(lines(w=WEAVING, b=BOILER))
    return desk


def by_source(desk: Desk, source: str) -> Occasion:
    return next(one for one in desk.series.occasions.values() if one.source == source)


def moved(slot: Slot, **fields: str) -> Slot:
    return Slot(**{name: fields.get(name, getattr(slot, name)) for name in Slot.__struct_fields__})


def test_four_rooms_of_a_day_are_occasions_in_the_order_of_time_and_room() -> None:
    desk = Desk()
    desk.host(lines(a=ATTIC, w=WEAVING, b=BOILER))
    days = days_of(desk.series)
    assert [(day, [one.slot.title for one in found]) for day, found in days.items()] == [
        ("2026-11-28", ["Noise", "Keys"]),
        ("2026-11-29", ["Rehearsals"]),
    ]
    assert rooms_of(desk.series) == ("Attic", "Boiler house", "Weaving room")


def test_an_update_changes_what_the_programme_changed_and_keeps_what_was_changed_here() -> None:
    desk = desk_with_programme()
    here = by_source(desk, "w")
    desk.host(c.ChangeOccasion(occasion=here.id, slot=moved(WEAVING, title="Whose key is it?")))
    desk.host(lines(w=moved(WEAVING, title="All keys", at="11:00"), b=BOILER, a=ATTIC))
    assert by_source(desk, "w").slot == moved(WEAVING, title="Whose key is it?", at="11:00")
    assert by_source(desk, "a").slot == ATTIC


def test_the_preview_names_what_is_new_changed_kept_and_gone() -> None:
    desk = desk_with_programme()
    here = by_source(desk, "w")
    desk.host(c.ChangeOccasion(occasion=here.id, slot=moved(WEAVING, title="Whose key is it?")))
    found = compare(desk.series, [("w", moved(WEAVING, at="11:00")), ("a", ATTIC)], desk.now_ms)
    assert found.new == (("a", ATTIC),)
    assert [(one.changed, one.kept) for one in found.named] == [(("at",), ("title",))]
    assert [one.source for one in found.gone] == ["b"]


def test_what_the_programme_names_no_more_is_left_out_and_comes_back_with_it() -> None:
    desk = desk_with_programme()
    desk.host(lines(w=WEAVING))
    assert by_source(desk, "b").left_out is not None
    desk.host(lines(w=WEAVING, b=BOILER))
    assert by_source(desk, "b").left_out is None


def test_what_a_host_left_out_stays_out_and_what_a_host_brought_back_stays_in() -> None:
    desk = desk_with_programme()
    left, back = by_source(desk, "w").id, by_source(desk, "b").id
    desk.host(c.LeaveOutOccasion(occasion=left, why="ill"))
    desk.host(lines(w=moved(WEAVING, at="12:00")))
    assert by_source(desk, "w").left_out == "ill"
    assert by_source(desk, "w").slot.at == "12:00"
    desk.host(c.BringBackOccasion(occasion=back))
    with pytest.raises(AlreadyTrue):
        desk.host(lines(w=moved(WEAVING, at="12:00")))
    assert by_source(desk, "b").left_out is None


def test_a_session_and_what_is_over_stay_as_they_are() -> None:
    desk = desk_with_programme()
    made = by_source(desk, "w").id
    desk.host(c.MakeSession(occasion=made, code="TIGER47"))
    desk.host(lines(w=moved(WEAVING, title="Other"), a=ATTIC))
    assert by_source(desk, "w").slot == WEAVING
    desk.now_ms += 60 * 24 * 3_600_000  # type: ignore[assignment]
    with pytest.raises(AlreadyTrue):
        desk.host(lines(w=WEAVING))
    assert by_source(desk, "a").left_out is None


def test_the_same_programme_again_changes_nothing() -> None:
    desk = desk_with_programme()
    before = desk.series
    with pytest.raises(AlreadyTrue):
        desk.host(lines(b=BOILER, w=WEAVING))
    assert desk.series == before


def test_a_programme_with_a_bad_line_is_refused_whole() -> None:
    desk = Desk()
    for bad in (moved(WEAVING, on="2026-02-30"), moved(WEAVING, at="25:00")):
        with pytest.raises(Rejected):
            desk.host(lines(b=BOILER, w=bad))
    line = c.ProgrammeLine(source="w", slot=WEAVING)
    with pytest.raises(Rejected, match="named_twice"):
        desk.host(c.ImportProgramme(lines=(line, line)))
    assert OccasionId("+2") not in desk.series.occasions
    assert not desk.series.occasions
