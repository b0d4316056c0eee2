"""What stays open: in which order it is listed, and what is overdue."""

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session.model import ItemEnd
from fishbowl.domain.session.rules.summary.open_items import Item, by_urgency, is_overdue

CLOSED = ItemEnd(id=Seq(2), closed_at_ms=Millis(1))


def item(id: int, due: str = "", end: ItemEnd | None = None) -> Item:
    return Item(id=Seq(id), kind="action", words="Do it", due=due, end=end)


def test_what_is_due_first_comes_first_then_what_has_no_day_then_what_is_closed():
    found = (
        item(1),
        item(2, "2026-11-30", CLOSED),
        item(3, "2026-12-06"),
        item(4, "2026-12-01"),
        item(5),
    )
    assert [one.id for one in by_urgency(found)] == [4, 3, 1, 5, 2]


def test_what_is_due_today_is_not_overdue_and_what_is_closed_never_is():
    assert is_overdue(item(1, "2026-12-05"), "2026-12-06")
    assert not is_overdue(item(1, "2026-12-06"), "2026-12-06")
    assert not is_overdue(item(1), "2026-12-06")
    assert not is_overdue(item(1, "2026-12-05", CLOSED), "2026-12-06")
