"""In whatever order people agree, withdraw, link, merge and leave, nobody is shown too much."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.events import (
    Entry,
    MemberJoined,
    MemberLeft,
    OfferAdded,
    OfferChanged,
)
from fishbowl.domain.community.ids import CONSENTS, Consent, MemberId, pair_of, quarter_of
from fishbowl.domain.community.rules.introductions import introductions_of
from fishbowl.domain.community.rules.offers import offers_of
from fishbowl.domain.community.rules.suggestions import open_of
from fishbowl.domain.community.state import Community
from fishbowl.domain.community.stream import COMMUNITY
from fishbowl.domain.kernel.codec import stored
from fishbowl.domain.kernel.roles import Role
from fishbowl.log.erasing import erased_rows
from fishbowl.views.community.host_members import Narrowed, member_line, member_list
from fishbowl.views.community.host_today import Undelivered, today
from fishbowl.views.community.me import me_view
from tests.support.community import People

LABELS = ("Amira", "Jonas", "Mei-Lin", "Zoë")
CODES = ("WAVE47", "TUNE88", "TIDE48")
OTHER_CODES = {"WAVE47": "LAKE11", "TUNE88": "LAKE12", "TIDE48": "LAKE13"}
REACHES = ("mail", "other", "pass")

AGREEING = CONSENTS[:2]
"""So few that they are withdrawn and given again often."""

who = st.integers(0, 2)
STEPS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "joins": st.tuples(st.just("joins"), st.sampled_from(LABELS)),
    "agrees": st.tuples(st.just("agrees"), who, st.sampled_from(AGREEING), st.booleans()),
    "links": st.tuples(st.just("links"), who, st.sampled_from(CODES), st.integers(1, 3)),
    "unlinks": st.tuples(st.just("unlinks"), who, st.sampled_from(CODES)),
    "renames": st.tuples(st.just("renames"), who, st.sampled_from(LABELS)),
    "reached": st.tuples(st.just("reached"), who, st.sampled_from(REACHES)),
    "leaves": st.tuples(st.just("leaves"), who),
    "merges": st.tuples(st.just("merges"), who, who),
    "answers": st.tuples(st.just("answers"), who, st.sampled_from((True, True, True, False))),
    "asked": st.tuples(st.just("asked to host"), who),
    "hosting": st.tuples(st.just("accepts hosting"), who, st.booleans()),
    "invites": st.tuples(st.just("invites"), st.sampled_from(LABELS)),
    "accepts": st.tuples(st.just("accepts"), st.sampled_from(LABELS)),
    "refuses": st.tuples(st.just("refuses")),
    "pass": st.tuples(st.just("new pass"), who),
    "waits": st.tuples(st.just("waits"), st.sampled_from((1, 31, 400))),
    "offers": st.tuples(st.just("offers"), who, st.sampled_from(("Budgets", "Grants"))),
    "writes": st.tuples(st.just("writes anew"), who, st.sampled_from(("Budgets", "Grants"))),
    "suggests": st.tuples(st.just("suggests"), who, who),
    "says": st.tuples(st.just("says"), who, st.sampled_from((True, True, False))),
    "meets": st.tuples(st.just("meets"), who, st.sampled_from(("met", "not_yet", "will_not"))),
    "outcome": st.tuples(st.just("outcome"), who, st.sampled_from(("helped", "did_not_help"))),
    "apart": st.tuples(st.just("keeps apart"), who, who),
    "never": st.tuples(st.just("never with"), who, st.sampled_from(LABELS)),
    "describes": st.tuples(
        st.just("describes"), st.sampled_from(("association", "employer", "school"))
    ),
}
steps = st.lists(st.one_of(*STEPS.values()), max_size=40)


def steps_of(*names: str) -> st.SearchStrategy[list[tuple[Any, ...]]]:
    """Many steps of few sorts."""
    return st.lists(st.one_of(*(STEPS[name] for name in names)), min_size=10, max_size=40)


class Played(People):
    """Plays steps; those that are refused change nothing.

    :param secrets: says other sessions, people of them, time zones, languages and ways.
    """

    def __init__(self, played: Sequence[tuple[Any, ...]], *, secrets: bool = False) -> None:
        super().__init__()
        self.secrets = secrets
        self.consents: dict[MemberId, set[Consent]] = {}
        self.noted = 0
        for label in LABELS[:2]:
            self.step("joins", label)
        for name, *about in played:
            self.step(name, *about)

    def step(self, name: str, *about: Any) -> None:
        if name == "waits":
            self.waits(about[0])
            self._note(None)
            return
        is_about_one = about and isinstance(about[0], int)
        ids = sorted(self.state.members)
        if is_about_one and not ids:
            return
        member = ids[about[0] % len(ids)] if is_about_one else MemberId(0)
        made = self._command(name, member, ids, about)
        if made is None:
            return
        command, role = made
        if not self.tries(command, role, member if role is Role.MEMBER else MemberId(0)):
            self._note(command)

    def _command(
        self, name: str, member: MemberId, ids: list[MemberId], about: tuple[Any, ...]
    ) -> tuple[c.Command, Role] | None:
        code = (lambda one: OTHER_CODES[one]) if self.secrets else (lambda one: one)
        zone, language = ("Asia/Tokyo", "ja") if self.secrets else ("Europe/Oslo", "es")
        invited = next(iter(sorted(self.state.invitations)), None)
        merge = next((one for one in self.state.merges.values() if one.has(member)), None)
        match name, *about:
            case "joins", label:
                return c.Join(label=label, time_zone=zone, language=language), Role.DOOR
            case "agrees", _, consent, on:
                return c.SetConsent(member=member, consent=consent, on=on), Role.MEMBER
            case "links", _, one, person:
                person = person + 7 if self.secrets else person
                return c.LinkSession(member=member, code=code(one), person=person), Role.DOOR
            case "unlinks", _, one:
                return c.UnlinkSession(member=member, code=code(one)), Role.MEMBER
            case "renames", _, label:
                return (
                    c.ChangeMember(member=member, label=label, language=language, time_zone=zone),
                    Role.MEMBER,
                )
            case "reached", _, reach:
                reach = REACHES[(REACHES.index(reach) + self.secrets) % 3]
                return c.ChangeReach(member=member, reach=reach), Role.MEMBER
            case "leaves", _:
                return c.LeaveCommunity(member=member), Role.MEMBER
            case "merges", _, other:
                return c.ProposeMerge(keeps=member, goes=ids[other % len(ids)]), Role.OWNER
            case "answers", _, yes if merge:
                kind = c.AgreeToMerge if yes else c.DeclineMerge
                return kind(member=member, merge=merge.id), Role.MEMBER
            case "asked to host", _:
                return c.AskHost(member=member), Role.OWNER
            case "accepts hosting", _, yes:
                kind = c.AcceptHosting if yes else c.DeclineHosting
                return kind(member=member), Role.MEMBER
            case "invites", label:
                return c.InvitePeople(people=(c.Invited(label=label),)), Role.OWNER
            case "accepts", label if invited:
                return c.Join(label=label, invitation=invited), Role.DOOR
            case ("refuses",) if invited:
                return c.EndInvitation(invitation=invited, why="refused"), Role.DOOR
            case "new pass", _:
                return c.ReplacePass(member=member, way="mail" if self.secrets else "phone"), (
                    Role.DOOR
                )
            case "offers", _, words:
                return c.AddOffer(member=member, side="offer", words=words), Role.MEMBER
            case "writes anew", _, words if own := offers_of(self.state, member):
                change = c.ChangeOffer(member=member, offer=own[0].id, side="need", words=words)
                return change, Role.MEMBER
            case "suggests", _, other:
                pair = pair_of(member, ids[other % len(ids)])
                own = offers_of(self.state, member)
                offer = own[0].id if own else None
                return c.SuggestMeeting(members=pair, offer=offer), Role.TIME
            case "says", _, yes if found := open_of(self.state, member, self.now_ms):
                return (
                    c.AnswerSuggestion(member=member, suggestion=found[0].id, yes=yes),
                    Role.MEMBER,
                )
            case "meets", _, said if made := introductions_of(self.state, member):
                return (
                    c.AnswerCheckIn(member=member, introduction=made[0].id, said=said),
                    Role.MEMBER,
                )
            case "outcome", _, said if made := introductions_of(self.state, member):
                answer = c.AnswerOutcome(
                    member=member, introduction=made[0].id, outcome=said, tell=True
                )
                return answer, Role.MEMBER
            case "keeps apart", _, other:
                return c.KeepApart(member=member, other=ids[other % len(ids)]), Role.MEMBER
            case "never with", _, label:
                return c.KeepApart(member=member, label=label), Role.MEMBER
            case "describes", kind:
                return c.DescribeCommunity(kind=kind), Role.OWNER
        return None

    def _note(self, command: c.Command | None) -> None:
        """Keep apart what each member said last; what only one of two agreed to is off."""
        if isinstance(command, c.SetConsent):
            change = self.consents[command.member]
            (change.add if command.on else change.discard)(command.consent)
        for entry in self.log[self.noted :]:
            if isinstance(entry.event, MemberLeft):
                went = self.consents.pop(entry.event.member)
                if entry.event.into is not None:
                    self.consents[entry.event.into] &= went
            elif isinstance(entry.event, MemberJoined):
                self.consents[MemberId(entry.seq)] = set()
        self.noted = len(self.log)

    def seen_by_hosts(self) -> object:
        now = quarter_of(self.now_ms)
        lines = [member_line(self.state, one, now) for one in self.state.members.values()]
        agreed = [member_list(self.state, Narrowed(agreed=one), now) for one in CONSENTS]
        return (
            sorted(lines, key=lambda one: one.id),
            agreed,
            today(self.state, Undelivered(), self.now_ms),
        )


def erased_log(log: Sequence[Entry]) -> list[Entry]:
    """A log as it is stored after everything in it that erases."""
    rows = {row[0]: row for row in map(stored, log)}
    for entry in log:
        what = COMMUNITY.erasure([entry.event])
        if what:
            before = [row for row in rows.values() if row[0] < entry.seq]
            asked = [(row[0], row[3], row[7], row[8], row[9]) for row in before]
            for seq, data in erased_rows(what, asked):
                rows[seq] = (*rows[seq][:9], data)
    return [COMMUNITY.codec.loaded(rows[seq]) for seq in sorted(rows)]


@given(steps | steps_of("agrees", "merges", "answers", "joins", "leaves"))
def test_hosts_see_the_consents_that_hold_and_no_other(played: Sequence[tuple[Any, ...]]):
    people = Played(played)
    held = {id: set(one.consents) for id, one in people.state.members.items()}
    assert held == people.consents
    for consent in CONSENTS:
        found = member_list(people.state, Narrowed(agreed=consent), quarter_of(people.now_ms))
        assert {line.id for line in found.lines} == {
            id for id, agreed in people.consents.items() if consent in agreed
        }
        assert found.agreed.get(consent, 0) == len(found.lines)


@given(steps)
def test_hosts_see_nothing_of_sessions_ways_languages_and_passes(
    played: Sequence[tuple[Any, ...]],
):
    assert Played(played).seen_by_hosts() == Played(played, secrets=True).seen_by_hosts()


@given(steps)
def test_a_member_s_page_shows_nothing_of_anybody_else(played: Sequence[tuple[Any, ...]]):
    people = Played(played)
    for member in people.state.members.values():
        others = people.state.members.delete(member.id)
        alone = msgspec.structs.replace(
            people.state,
            members=people.state.members.__class__({member.id: member}),
            invitations=people.state.invitations.__class__(),
        )
        page = partial(me_view, member=member, parts={}, now_ms=people.now_ms, today="2026-12-01")
        assert page(people.state) == page(alone)
        written = msgspec.json.encode(page(people.state)).decode()
        codes = {link.code for one in others.values() for link in one.links}
        assert not any(code in written for code in codes - {link.code for link in member.links})


BOTH_WILLING = [
    ("agrees", 0, "meet", True), ("agrees", 1, "meet", True), ("offers", 0, "Budgets"),
    ("suggests", 0, 1), ("says", 0, True),
]  # fmt: skip
MEETING = (
    "joins", "agrees", "offers", "writes", "suggests", "says", "meets", "outcome", "apart", "never",
    "leaves", "merges", "answers", "waits",
)  # fmt: skip


@given(
    steps
    | steps_of("joins", "links", "unlinks", "renames", "leaves", "merges", "answers")
    | steps_of(*MEETING).map(lambda played: [*BOTH_WILLING, *played])
)
def test_nothing_stays_of_who_has_left_and_the_log_still_tells_the_state(
    played: Sequence[tuple[Any, ...]],
):
    people = Played(played)
    log = erased_log(people.log)
    assert COMMUNITY.fold(log) == COMMUNITY.fold(people.log) == people.state
    authors = {one.seq: one.event.member for one in log if isinstance(one.event, OfferAdded)}
    left = {entry.event.member for entry in log if isinstance(entry.event, MemberLeft)}
    for entry in log:
        about = getattr(entry.event, "member", entry.seq)
        if isinstance(entry.event, OfferChanged):
            about = authors[entry.event.offer]
        if about in left:
            for field in ("label", "language", "time_zone", "code", "words"):
                assert not getattr(entry.event, field, "")
            assert not getattr(entry.event, "person", 0)
    assert not left & set(people_in(people.state))


def people_in(state: Community) -> Iterator[MemberId]:
    """Everybody whom what goes on between members is about."""
    yield from (one.member for one in state.offers.values())
    for one in state.suggestions.values():
        yield from (*one.members, *one.answers, *one.waits_for)
    for one in state.introductions.values():
        yield from (*one.members, one.giver, *one.answers, *one.out, *one.outcomes, *one.told)
    for pair in (*state.suggested, *state.met):
        yield from pair
    for wish in state.apart.values():
        yield from (wish.member, wish.other)


@given(steps)
def test_a_state_is_packed_and_read_again(played: Sequence[tuple[Any, ...]]):
    state = Played(played).state
    assert COMMUNITY.unpack(COMMUNITY.pack(state)) == state
    assert COMMUNITY.row(state).members == len(state.members)
