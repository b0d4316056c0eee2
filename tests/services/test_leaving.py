"""Who leaves takes everything along that was kept of them, in one commit, and it stays gone."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from fishbowl.access.keys import AccessKeys
from fishbowl.access.passes import Passes, put_pass
from fishbowl.access.sign_ins import MEMBER, SignIns
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import InvitationId, MemberId, invitation_owner, member_owner
from fishbowl.domain.community.stream import COMMUNITY, COMMUNITY_STREAM
from fishbowl.domain.kernel.roles import Role
from fishbowl.log import open_store
from fishbowl.log.people_effects import PutLetter, SettleLetter
from fishbowl.services.community_parts import end_sign_ins
from fishbowl.services.community_rows import drop_strangers
from fishbowl.services.contacts import Contacts
from fishbowl.services.reapply_erasures import reapply
from tests.support.served import Failing
from tests.support.served_community import KEY, ServedCommunity

VERIFIER = "v" * 43
OTHER = "w" * 43
ADDRESS = "amira@example.org"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[ServedCommunity]:
    (tmp_path / "now").mkdir()
    place = ServedCommunity(tmp_path / "now" / "fishbowl.db")
    place.start()
    yield place
    place.service.stop()


@pytest.fixture
def sign_ins(place: ServedCommunity) -> SignIns:
    keys = AccessKeys(place.service.log.secret())
    made = SignIns(place.service.log, keys, place.clock.now_ms)
    place.members.subscribe(partial(end_sign_ins, made))
    return made


def letter(place: ServedCommunity, owner: str, id: str = "letter-1") -> PutLetter:
    return PutLetter(id=id, owner=owner, letter="stay", created_at_ms=place.clock.now_ms())


def amira(place: ServedCommunity, verifier: str = VERIFIER) -> MemberId:
    """A member with everything that can be kept of one."""
    member = place.joins("Amira Quispe")
    owner = member_owner(member)
    effects = [
        place.contacts.put(owner, "mail", ADDRESS, confirmed_at_ms=1),
        put_pass(member, verifier, place.clock.now_ms()),
        letter(place, owner),
        place.tokens.put("letter-1", "stay", owner),
    ]
    assert place.asks(c.ChangeReach(member=member, reach="mail"), member, beside=effects).ok
    return member


def kept(place: ServedCommunity, owner: str = "") -> dict[str, int]:
    """How many rows there are of somebody."""
    counts = {
        table: place.store._reader.execute(f"select count(*) from {table}").fetchone()[0]
        for table in ("contacts", "passes", "letter_tokens", "outbox", "sign_ins")
    }
    return {table: count for table, count in counts.items() if count}


def copy_of(place: ServedCommunity, folder: Path) -> Path:
    """A copy of the database as it is now."""
    old = folder / "then" / "fishbowl.db"
    old.parent.mkdir()
    place.store._writer.execute("pragma wal_checkpoint(truncate)")
    shutil.copy(place.store.path, old)
    return old


def bytes_of(path: Path) -> bytes:
    files = path.parent.glob(f"{path.name}*")
    return b"".join(file.read_bytes() for file in files if not file.name.endswith("-key"))


@pytest.mark.parametrize("how", ["leaves", "removed", "forgotten"])
def test_everything_of_a_member_goes_with_them(place: ServedCommunity, sign_ins: SignIns, how: str):
    member = amira(place)
    token = sign_ins.enter({}, MEMBER, "", member)
    cookies = {sign_ins.cookie(MEMBER): token}
    assert kept(place) == {
        "contacts": 1, "passes": 1, "letter_tokens": 1, "outbox": 1, "sign_ins": 1,
    }  # fmt: skip
    if how == "leaves":
        place.asks(c.LeaveCommunity(member=member), member)
    elif how == "removed":
        place.asks(c.RemoveMember(member=member), role=Role.OWNER)
    else:
        place.asks(c.AskToStay(member=member), role=Role.TIME)
        place.wait(31 * 24 * 60 * 60)
        place.asks(c.ForgetMember(member=member), role=Role.TIME)
    assert kept(place) == {}
    assert sign_ins.member(cookies) is None, "live connections are closed at once as well"
    assert Passes(place.service.log).member_of(VERIFIER) is None
    assert member not in place.members.community.members


def test_if_the_disk_fails_they_are_a_member_with_everything(place: ServedCommunity):
    member = amira(place)
    before = kept(place)
    healthy = place.store._writer
    place.store._writer = Failing(healthy, "delete from outbox")
    assert not place.asks(c.LeaveCommunity(member=member), member).ok
    place.store._writer = healthy
    assert kept(place) == before
    assert member in place.members.community.members


def test_a_letter_that_is_being_sent_at_this_moment_is_settled_without_error(
    place: ServedCommunity,
):
    member, now_ms = amira(place), place.clock.now_ms()
    (claimed,) = place.service.log.claim_letters(now_ms, now_ms + 60_000, 10)
    place.asks(c.LeaveCommunity(member=member), member)
    for settled in (
        SettleLetter(id=claimed.id, sent_at_ms=now_ms),
        SettleLetter(id=claimed.id, due_at_ms=now_ms, problem="refused"),
    ):
        place.service.log.append({}, [settled])
    assert place.service.log.letters() == []


def test_the_name_leaves_the_file_and_the_others_stay(place: ServedCommunity):
    member = amira(place)
    place.joins("Tomasz")
    place.asks(c.LeaveCommunity(member=member), member)
    place.store.tidy()
    assert b"Quispe" not in bytes_of(place.store.path)
    place.service.log.check(COMMUNITY_STREAM)
    assert COMMUNITY.fold(place.members.entries("")) == place.members.community
    assert [one.label for one in place.members.community.members.values()] == ["Tomasz"]


def test_an_erasure_reads_the_entries_that_it_lists_and_no_other(place: ServedCommunity):
    place.joins("Tomasz")
    member = amira(place)
    place.store._writer.execute("update entries set data = '{' where seq = 1")
    assert place.asks(c.LeaveCommunity(member=member), member).ok


def test_last_weeks_copy_has_neither_name_nor_address(place: ServedCommunity, tmp_path: Path):
    member = amira(place)
    place.asks(c.InvitePeople(people=(c.Invited(label="Olga Ölmez"),)), role=Role.OWNER)
    invitation = place.members.community.seq
    sealed = place.contacts.put(invitation_owner(InvitationId(invitation)), "mail", "olga@a.org")
    place.service.log.append({}, [sealed])
    place.joins("Tomasz")
    old = copy_of(place, tmp_path)
    place.asks(
        c.ChangeMember(member=member, label="Quispe", language="de", time_zone="UTC"), member
    )
    place.asks(c.LeaveCommunity(member=member), member)
    place.asks(c.EndInvitation(invitation=InvitationId(invitation), why="refused"))
    place.asks(c.Join(label="Since then"))

    listed = place.store.erasures.path
    with closing(open_store(old, erasures=listed)) as store:
        assert b"Quispe" in bytes_of(old)
        assert reapply(store, place.clock.now_ms()).erasures == 2
        assert not reapply(store, place.clock.now_ms()), "a second time does nothing"
        drop_strangers(store)
        state = store.folded(COMMUNITY_STREAM)
        assert [one.label for one in state.members.values()] == ["Tomasz"]
        assert [one.is_refused for one in state.invitations.values()] == [True]
        assert store.contacts() == store.letters() == store.passes_of(member) == []
        assert Contacts(store, (KEY,)).is_refused("Olga@a.org")
        assert COMMUNITY.fold(store.entries(COMMUNITY_STREAM)) == state
        store.check(COMMUNITY_STREAM)
    held = bytes_of(old)
    for word in (b"Quispe", sealed.sealed, ADDRESS.encode()):
        assert word not in held


def test_a_pass_that_was_replaced_opens_nothing_in_last_weeks_copy(
    place: ServedCommunity, tmp_path: Path
):
    member, tomasz = amira(place), place.joins("Tomasz")
    place.service.log.append({}, [put_pass(tomasz, OTHER, 1)])
    old = copy_of(place, tmp_path)
    new = put_pass(member, "n" * 43, place.clock.now_ms())
    place.asks(c.ReplacePass(member=member, way="phone"), beside=[new])
    with closing(open_store(old, erasures=place.store.erasures.path)) as store:
        assert Passes(store).member_of(VERIFIER) == member
        reapply(store, place.clock.now_ms())
        assert Passes(store).member_of(VERIFIER) is None
        assert Passes(store).member_of(OTHER) == tomasz
        assert [one.label for one in store.folded(COMMUNITY_STREAM).members.values()] == [
            "Amira Quispe",
            "Tomasz",
        ]
        store.append({}, [put_pass(member, "m" * 43, 2)])
        assert not reapply(store, place.clock.now_ms()), "a second time does nothing"
        assert Passes(store).member_of("m" * 43) == member, "the pass made since then is good"


def test_rows_of_somebody_who_is_no_member_are_dropped_at_a_start(place: ServedCommunity):
    tomasz = place.joins("Tomasz")
    mine = put_pass(tomasz, OTHER, 1)
    place.service.log.append(
        {},
        [
            place.contacts.put("member/77", "mail", ADDRESS),
            place.contacts.put("invitation/78", "mail", ADDRESS),
            put_pass(77, VERIFIER, 1),
            letter(place, "member/77"),
            place.tokens.put("letter-1", "stay", "member/77"),
            mine,
        ],
    )
    drop_strangers(place.service.log)
    assert kept(place) == {"passes": 1}
    assert Passes(place.service.log).member_of(OTHER) == tomasz


def test_where_the_community_cannot_be_read_nothing_is_dropped(place: ServedCommunity):
    amira(place)
    before = kept(place)
    place.store._writer.execute("update entries set data = '{' where seq = 1")
    drop_strangers(place.service.log)
    assert kept(place) == before


def test_who_merges_keeps_the_passes_of_both(place: ServedCommunity, sign_ins: SignIns):
    goes, keeps = amira(place), place.joins("Amira")
    cookies = {sign_ins.cookie(MEMBER): sign_ins.enter({}, MEMBER, "", goes)}
    place.asks(c.ProposeMerge(keeps=keeps, goes=goes), role=Role.OWNER)
    merge = place.members.community.seq
    place.asks(c.AgreeToMerge(member=keeps, merge=merge), keeps)
    assert place.asks(c.AgreeToMerge(member=goes, merge=merge), goes).ok
    assert Passes(place.service.log).member_of(VERIFIER) == keeps
    assert sign_ins.member(cookies) is None
    assert kept(place) == {"passes": 1}


def test_a_new_pass_ends_the_old_ones_and_who_is_signed_in(
    place: ServedCommunity, sign_ins: SignIns
):
    member = amira(place)
    cookies = {sign_ins.cookie(MEMBER): sign_ins.enter({}, MEMBER, "", member)}
    new = put_pass(member, OTHER, place.clock.now_ms())
    place.asks(c.ReplacePass(member=member, way="phone"), beside=[new])
    passes = Passes(place.service.log)
    assert (passes.member_of(VERIFIER), passes.member_of(OTHER)) == (None, member)
    assert sign_ins.member(cookies) is None


def test_a_pass_is_one_members(place: ServedCommunity):
    amira(place)
    taken = put_pass(99, VERIFIER, 1)
    outcome = place.asks(c.Join(label="Somebody else"), beside=[taken])
    assert (outcome.ok, outcome.code) == (False, "pass_taken")
    assert len(place.members.community.members) == 1


def test_another_address_ends_what_went_to_the_old_one(place: ServedCommunity):
    member = amira(place)
    confirm = place.tokens.put("letter-2", "confirm", member_owner(member))
    new = place.contacts.put(member_owner(member), "mail", "new@example.org")
    place.asks(c.ChangeReach(member=member, reach="mail"), member, beside=[new, confirm])
    assert place.contacts.of(member_owner(member)).value == "new@example.org"
    assert place.contacts.owners("new@example.org") == [], "it is not confirmed"
    assert kept(place) == {"contacts": 1, "passes": 1, "letter_tokens": 1}
    place.asks(c.ChangeReach(member=member, reach="pass"), member)
    assert kept(place) == {"passes": 1}


def test_who_accepts_an_invitation_is_reached_at_the_address_that_it_came_to(
    place: ServedCommunity,
):
    place.asks(c.InvitePeople(people=(c.Invited(label="Olga"),) * 2), role=Role.OWNER)
    accepted, other = place.members.community.invitations
    effects = [
        place.contacts.put(invitation_owner(one), "mail", address)
        for one, address in ((accepted, "olga@example.org"), (other, "ola@example.org"))
    ]
    place.service.log.append({}, effects)
    member = place.joins("Olga", reach="mail", invitation=accepted)
    assert place.contacts.of(member_owner(member)).value == "olga@example.org"
    assert place.contacts.owners("OLGA@EXAMPLE.ORG") == [member_owner(member)]
    place.joins("Ola", reach="pass", invitation=other)
    assert kept(place) == {"contacts": 1}
