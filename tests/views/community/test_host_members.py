"""What hosts see of members, and what they do not."""

import msgspec
import pytest
from immutables import Map

from fishbowl.domain.community.ids import CONSENTS, Consent, MemberId, Quarter
from fishbowl.domain.community.model import About, Link, Member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.views.community.host_members import PAGE, Narrowed, Seen, member_line, member_list

NOW = Quarter("2026-Q4")


def member(id: int, label: str, **fields: object) -> Member:
    chosen: dict[str, object] = {"seen": NOW, "language": "fr", "time_zone": "Asia/Tokyo"}
    return Member(
        id=MemberId(id),
        label=label,
        reach="mail",
        joined_at_ms=Millis(1_700_000_000_000),
        links=(Link(seq=Seq(5), code="WAVE47", person=3),),
        **{**chosen, **fields},  # type: ignore[arg-type]
    )


def community(*members: Member, kind: str = "association") -> Community:
    return Community(
        members=Map({one.id: one for one in members}),
        about=About(kind=kind),  # type: ignore[arg-type]
    )


def test_a_line_holds_the_name_consents_and_quarters_and_nothing_else():
    amira = member(1, "Amira", consents=frozenset({"turn", "meet"}))
    line = member_line(community(amira), amira, NOW)
    assert msgspec.structs.asdict(line) == {
        "id": 1, "label": "Amira", "consents": ("meet", "turn"), "seen": "this_quarter",
        "is_host": False, "is_asked": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("2026-Q4", "this_quarter"), ("2027-Q1", "this_quarter"), ("2026-Q3", "last_quarter"),
        ("2026-Q2", "this_year"), ("2026-Q1", "this_year"), ("2025-Q4", "long_ago"),
        ("2019-Q1", "long_ago"),
    ],
)  # fmt: skip
def test_when_somebody_was_seen_is_told_in_four_steps(seen: str, expected: Seen):
    amira = member(1, "Amira", seen=Quarter(seen))
    assert member_line(community(amira), amira, NOW).seen == expected


def test_with_an_employer_nothing_tells_when_somebody_was_seen():
    people = [member(1, "Amira"), member(2, "Jonas", seen=Quarter("2024-Q1"))]
    work = community(*people, kind="employer")
    assert {member_line(work, one, NOW).seen for one in people} == {""}
    for seen in ("this_quarter", "long_ago"):
        found = member_list(work, Narrowed(seen=seen), NOW)
        assert (found.count, found.seen) == (2, {})
    other = community(*[msgspec.structs.replace(one, seen=NOW) for one in people], kind="employer")
    assert member_list(work, Narrowed(), NOW) == member_list(other, Narrowed(), NOW)


@pytest.mark.parametrize(
    ("words", "found"),
    [("þor", ["Þórunn Sigurðardóttir"]), ("SIGURD", []), ("ana quis", ["Ana-Lucía Huamán Quispe"]),
     ("lucia", ["Ana-Lucía Huamán Quispe"]), ("", ["Ana-Lucía Huamán Quispe",
     "Þórunn Sigurðardóttir"]), ("田", [])],
)  # fmt: skip
def test_names_are_found_by_their_parts_without_accents(words: str, found: list[str]):
    circle = community(member(1, "Þórunn Sigurðardóttir"), member(2, "Ana-Lucía Huamán Quispe"))
    lines = member_list(circle, Narrowed(words=words), NOW).lines
    assert [line.label for line in lines] == found


@pytest.mark.parametrize("consent", CONSENTS)
def test_members_are_found_by_what_they_agreed_to(consent: Consent):
    circle = community(member(1, "Amira", consents=frozenset({consent})), member(2, "Jonas"))
    found = member_list(circle, Narrowed(agreed=consent), NOW)
    assert [line.label for line in found.lines] == ["Amira"]
    assert found.agreed == {one: int(one == consent) for one in CONSENTS}


def test_hosts_are_found_and_a_no_looks_like_no_answer():
    circle = community(
        member(1, "Amira", hosting="yes"),
        member(2, "Jonas", hosting="asked"),
        member(3, "Kofi", hosting="declined"),
    )
    found = member_list(circle, Narrowed(), NOW)
    assert [(line.is_host, line.is_asked) for line in found.lines] == [
        (True, False), (False, True), (False, True),
    ]  # fmt: skip
    assert [one.label for one in member_list(circle, Narrowed(hosts=True), NOW).lines] == ["Amira"]


def test_a_long_list_has_pages():
    circle = community(*(member(id, f"Member {id:04}") for id in range(1, PAGE + 4)))
    first = member_list(circle, Narrowed(), NOW)
    assert (len(first.lines), first.count) == (PAGE, PAGE + 3)
    rest = member_list(circle, Narrowed(), NOW, first=PAGE).lines
    assert [line.label for line in rest] == ["Member 0051", "Member 0052", "Member 0053"]
