"""A member's own page: what it tells of them, and that it tells nothing of anybody else."""

from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.community import commands as cc
from fishbowl.domain.community.decide import Given, decide
from fishbowl.domain.community.events import Entry
from fishbowl.domain.community.evolve import evolve
from fishbowl.domain.community.ids import Kind, MemberId
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.ids import OpenItemId
from fishbowl.views.community.me import PASS_NOTICE_MS, MeView, me_view
from fishbowl.views.community.own_part import OwnPart, may_link, own_part
from tests.support.room import OPENED_MS, Room

TODAY = "2026-11-30"


class Circle:
    """A community that is told command by command, by the rules alone."""

    def __init__(self) -> None:
        self.now_ms, self.seq = OPENED_MS, 0
        self.state: Community | None = None

    def asks(self, command: cc.Command, role: Role = Role.DOOR, member: int = 0) -> int:
        """Send a command; the number of its first entry."""
        asked = Given(now_ms=self.now_ms, role=role, member=MemberId(member))
        first = self.seq + 1
        for part, event in enumerate(decide(self.state, command, asked)):
            self.seq += 1
            entry = Entry(
                seq=Seq(self.seq),
                command_id=f"c{first}",
                part=part,
                at_ms=self.now_ms,
                actor=MemberId(member),
                role=role,
                event=event,
            )
            self.state = evolve(self.state, entry)
        return first

    def page(self, member: int, *parts: OwnPart | None, **options: object) -> MeView:
        """The page of a member whose linked sessions hold this."""
        assert self.state is not None
        known = {part.code: part for part in parts if part is not None}
        fields = {"now_ms": self.now_ms, "today": TODAY, **options}
        return me_view(self.state, self.state.members[MemberId(member)], known, **fields)  # type: ignore[arg-type]


def evening(**settings: Any) -> Room:
    """A talk in which Amira spoke twice and promised something, and Kofi once."""
    room = Room("Why?", **settings)
    amira, kofi = room.joins("Amira", "Kofi")
    room.facilitator.starts()
    for phone in (amira, kofi, amira):
        phone.asks()
        room.facilitator.calls(phone, chair=1)
        phone.is_on_the_chair()
        room.wait(minutes=4)
        phone.leaves_chair()
    room.sends(c.AddNote(kind="action", words="Call the board", person=amira.person))
    room.sends(c.AddNote(kind="action", words="Ask the city", person=kofi.person))
    room.facilitator.closes()
    phone_says = ((amira, "will", "Write it down", True), (amira, "need", "A quiet room", False))
    for phone, kind, words, shared in phone_says:
        room.sends(c.KeepTakeaway(kind=kind, words=words, shared=shared), phone)  # type: ignore[arg-type]
    return room


def part_of(room: Room, name: str) -> OwnPart:
    found = own_part(room.session, room.person(name), room.now_ms)
    assert found is not None
    return found


def test_a_session_tells_a_person_their_own_turns_promises_and_words() -> None:
    part = part_of(evening(), "Amira")
    assert (part.turns, part.talked_ms, part.by_floor) == (2, 8 * 60_000, False)
    assert [(one.kind, one.words) for one in part.items] == [
        ("promise", "Write it down"),
        ("action", "Call the board"),
    ]
    assert [(one.kind, one.words, one.shared) for one in part.words] == [
        ("need", "A quiet room", False)
    ]


def test_a_promise_that_was_kept_says_when() -> None:
    room = evening()
    room.wait(minutes=3)
    room.sends(c.CloseItem(item=OpenItemId(Seq(min(room.session.takeaways)))), "Amira")
    (promise, _) = part_of(room, "Amira").items
    assert promise.ended_at_ms == room.now_ms


def test_of_a_person_who_was_forgotten_only_the_question_is_left() -> None:
    room = evening()
    person = room.person("Amira")
    room.forgets("Amira")
    part = own_part(room.session, person, room.now_ms)
    assert part is not None
    assert (part.kept, part.question, part.turns, part.items, part.words) == (
        False, "Why?", 0, (), (),
    )  # fmt: skip


def test_under_chatham_house_nobody_is_known_as_anybody() -> None:
    room = evening(attribution="chatham_house")
    assert not may_link(room.session)
    assert own_part(room.session, room.person("Amira"), room.now_ms) is None


def test_the_page_lists_the_latest_session_first_and_what_is_due_before_what_was_kept() -> None:
    circle = Circle()
    amira = circle.asks(cc.Join(label="Amira"))
    for code in ("WAVE47", "FERN23"):
        circle.asks(cc.LinkSession(member=MemberId(amira), code=code, person=3))
    old = part_of(evening(), "Amira")
    first, second = old.items
    kept = msgspec.structs.replace(first, ended_at_ms=Millis(5))
    late = msgspec.structs.replace(second, due="2026-11-29")
    soon = msgspec.structs.replace(second, id=9, due="2026-12-24")
    old = msgspec.structs.replace(old, items=(kept, second, late))
    new = msgspec.structs.replace(old, code="FERN23", at_ms=Millis(old.at_ms + 1), items=(soon,))
    page = circle.page(amira, old, new)
    assert [one.code for one in page.sessions] == ["FERN23", "WAVE47"]
    assert [(one.standing, one.item.due) for one in page.tasks] == [
        ("over", "2026-11-29"),
        ("open", "2026-12-24"),
        ("open", ""),
        ("ended", ""),
    ]
    assert page.turns is not None
    assert (page.turns.sessions, page.turns.turns) == (2, 4)


def test_with_an_employer_no_page_tells_how_much_somebody_spoke() -> None:
    circle = Circle()
    amira = circle.asks(cc.Join(label="Amira"))
    circle.asks(cc.LinkSession(member=MemberId(amira), code="WAVE47", person=1))
    for kind in get_args(Kind):
        circle.asks(cc.DescribeCommunity(kind=kind, title=kind), Role.OWNER)
        page = circle.page(amira, part_of(evening(), "Amira"))
        assert (page.turns is None, page.shows_turns) == (kind == "employer", kind != "employer")


def test_who_has_nothing_yet_is_told_nothing_of_it() -> None:
    circle = Circle()
    page = circle.page(circle.asks(cc.Join(label="Amira")))
    assert (page.sessions, page.tasks, page.notes, page.turns) == ((), (), (), None)
    assert [on for _, on in page.agrees] == [False] * 5


def test_a_new_pass_is_told_for_a_month() -> None:
    circle = Circle()
    amira = circle.asks(cc.Join(label="Amira"))
    circle.asks(cc.ReplacePass(member=MemberId(amira), way="mail"))
    page = circle.page(amira)
    assert (page.pass_replaced_at_ms, page.pass_way) == (circle.now_ms, "mail")
    circle.now_ms = Millis(circle.now_ms + PASS_NOTICE_MS)
    assert circle.page(amira).pass_replaced_at_ms is None


def test_a_merge_is_asked_about_without_naming_the_other() -> None:
    circle = Circle()
    amira, twin = (circle.asks(cc.Join(label=name)) for name in ("Amira", "Xenia Q"))
    merge = circle.asks(cc.ProposeMerge(keeps=MemberId(amira), goes=MemberId(twin)), Role.OWNER)
    page = circle.page(amira)
    assert (page.merge, page.merge_waits) == (merge, False)
    assert "Xenia" not in repr(page)
    circle.asks(cc.AgreeToMerge(member=MemberId(amira), merge=merge))  # type: ignore[arg-type]
    page = circle.page(amira)
    assert (page.merge, page.merge_waits) == (None, True)


OTHERS = ("Qwertina", "Zyxomma", "Vexillum")


@pytest.mark.parametrize("attribution", ["named", "opt_in"])
@given(
    sits=st.lists(st.sampled_from([0, 1, 2, 3]), max_size=5),
    writes=st.lists(
        st.tuples(st.sampled_from([1, 2, 3]), st.sampled_from(["take", "will"]), st.booleans()),
        max_size=5,
        unique_by=lambda one: one[:2],
    ),
    joined=st.integers(0, 3),
    merged=st.booleans(),
)
def test_nothing_on_the_page_is_of_anybody_else(
    attribution: str,
    sits: list[int],
    writes: list[tuple[int, str, bool]],
    joined: int,
    merged: bool,
) -> None:
    room = Room("Why?", attribution=attribution)
    phones = room.joins("Amira", *OTHERS)
    room.facilitator.starts()
    for who in sits:
        phones[who].asks(f"words of {phones[who].name}")
        room.facilitator.calls(phones[who], chair=1)
        phones[who].is_on_the_chair()
        room.wait(minutes=1)
        phones[who].leaves_chair()
    room.sends(c.AddNote(kind="action", words="of Zyxomma", person=phones[2].person))
    room.facilitator.closes()
    for who, kind, shared in writes:
        words = f"{kind} by {OTHERS[who - 1]}"
        room.sends(c.KeepTakeaway(kind=kind, words=words, shared=shared), phones[who])  # type: ignore[arg-type]
    circle = Circle()
    amira = circle.asks(cc.Join(label="Amira"))
    circle.asks(cc.LinkSession(member=MemberId(amira), code="WAVE47", person=phones[0].person))
    for name in OTHERS[:joined]:
        other = circle.asks(cc.Join(label=name, consents=frozenset({"meet"})))
        circle.asks(cc.LinkSession(member=MemberId(other), code="WAVE47", person=other))
    if merged and joined:
        command = cc.ProposeMerge(keeps=MemberId(amira), goes=MemberId(other))
        circle.asks(command, Role.OWNER)
    told = repr(circle.page(amira, part_of(room, "Amira")))
    assert not [name for name in OTHERS if name in told]
    assert circle.page(amira, part_of(room, "Amira")).sessions[0].turns == sits.count(0)
