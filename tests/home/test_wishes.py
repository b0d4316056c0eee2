"""Wishes of laptops: in any order, however often they arrive, and from nobody else."""

from collections import deque
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.domain.community import commands as c
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import ForgetPerson
from fishbowl.home.wishes import AnyWish
from fishbowl.log.people_effects import RefuseAddress
from tests.home.scene import Browser, HomeScene, LaptopScene
from tests.support.served import CODE

ADDRESS = "amira@example.org"
_passes = count(1)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HomeScene]:
    scene = HomeScene(tmp_path_factory.mktemp("home") / "home.db")
    yield scene
    scene.service.stop()


@pytest.fixture
def laptop(home: HomeScene) -> LaptopScene:
    return LaptopScene(home)


def new_browser() -> Browser:
    return Browser(next(_passes))


def member(home: HomeScene, browser: Browser) -> Any:
    """The member whose pass a browser holds; ``None`` if it opens nothing."""
    found = home.service.log.find_pass(browser.hash)
    return None if found is None else home.members.community.members.get(found.member)


def test_who_joined_at_a_laptop_is_a_member_at_home_whose_pass_opens_their_page(home, laptop):
    browser = new_browser()
    wish = laptop.joins(
        browser, "joining-by-mail", language="de", time_zone="Europe/Berlin",
        reach="mail", contact=ADDRESS, consents=("meet",),
    )  # fmt: skip
    assert laptop.hands(wish).how == "new"
    mine = member(home, browser)
    assert (mine.label, mine.language, mine.time_zone) == ("Amira", "de", "Europe/Berlin")
    assert (mine.reach, mine.consents) == ("mail", {"meet"})
    owner = f"member/{mine.id}"
    assert home.contacts.of(owner).value == ADDRESS
    assert [one.letter for one in home.service.log.letters(owner)] == ["confirm"]
    before = len(home.all())
    assert laptop.hands(wish).how == "same"
    assert len(home.all()) == before
    assert len(home.service.log.letters(owner)) == 1


def test_an_address_that_wants_no_letters_is_left_out_and_nobody_is_lost(home, laptop):
    owner = "invitation/999999"
    home.service.log.append({}, [home.contacts.put(owner, "mail", "no@example.org")])
    home.service.log.append({}, [RefuseAddress(owner=owner)])
    for no, address in enumerate(("no@example.org", "no address")):
        browser = new_browser()
        wish = laptop.joins(browser, f"refused-{no}", reach="mail", contact=address)
        assert laptop.hands(wish).how == "new"
        assert member(home, browser).reach == "pass"


def test_who_has_left_is_not_made_a_member_again_by_what_arrives_late(home, laptop):
    browser = new_browser()
    wish = laptop.joins(browser, "joining-and-leaving")
    laptop.hands(wish)
    left = member(home, browser).id
    command = c.LeaveCommunity(member=left)
    assert home.members.ask(command, role=Role.MEMBER, member=left).ok
    assert laptop.hands(wish).how == "same"
    assert member(home, browser) is None
    late = laptop.agrees(browser, "agreeing-late", 5, join=wish.id)
    assert (laptop.hands(late).how, laptop.hands(late).code) == ("refused", "pass_unknown")


def test_a_laptop_says_nothing_for_members_whose_pass_it_was_not_shown(home, laptop):
    browser = new_browser()
    laptop.hands(laptop.joins(browser, "joining-unseen"))
    other = LaptopScene(home, mark="00000001")
    wish = other.agrees(browser, "agreeing-unseen", 5)
    forged = type(wish)(
        id=wish.id, at_ms=wish.at_ms, verifier=browser.shows("a0b1c2d3"), consent="meet", on=True
    )
    assert other.hands(forged).code == "pass_unknown"
    assert member(home, browser).consents == frozenset()


def test_nobody_is_linked_to_a_session_of_another_laptop_or_to_somebody_forgotten(home):
    held, other = LaptopScene(home, mark="00000011"), LaptopScene(home, mark="00000012")
    held.hands_session()
    browser = new_browser()
    held.hands(held.joins(browser, "joining-to-link"))
    assert other.hands(other.links(browser, "linking-1", 5)).code == "not_yet"
    forgotten = home.people[2]
    home.service.submit(home.envelope(ForgetPerson(person=forgotten)))
    assert held.hands(held.links(browser, "linking-2", 5, person=forgotten)).code == "not_here"
    assert member(home, browser).links == ()
    assert held.hands(held.links(browser, "linking-3", 6)).how == "new"
    assert [(one.code, one.person) for one in member(home, browser).links] == [
        (CODE, home.people[0])
    ]


def test_what_a_member_has_changed_at_home_since_holds(home, laptop):
    browser = new_browser()
    laptop.hands(laptop.joins(browser, "joining-to-agree"))
    mine, wished_ms = member(home, browser).id, home.clock.now_ms()
    home.wait(minutes=60)
    command = c.SetConsent(member=mine, consent="meet", on=True)
    assert home.members.ask(command, role=Role.MEMBER, member=mine).ok
    older = laptop.agrees(browser, "agreeing-before", wished_ms, on=False)
    assert laptop.hands(older).how == "same"
    assert member(home, browser).consents == {"meet"}
    home.wait(minutes=60)
    newer = laptop.agrees(browser, "agreeing-after", home.clock.now_ms(), on=False)
    assert laptop.hands(newer).how == "new"
    assert member(home, browser).consents == frozenset()


def test_a_wish_that_another_laptop_has_signed_changes_nothing(home, laptop):
    laptop.own = LaptopScene(home).own
    before = len(home.all())
    assert laptop.hands(laptop.joins(new_browser(), "joining-forged")).code == "broken"
    assert len(home.all()) == before


# Any order, any repetition

wish_steps = st.lists(
    st.one_of(
        st.tuples(st.just("links"), st.integers(0, 1), st.booleans()),
        st.tuples(
            st.just("agrees"), st.integers(0, 1), st.sampled_from(("meet", "turn")), st.booleans()
        ),
    ),
    min_size=4,
    max_size=9,
)


def wished(laptop: LaptopScene, browsers: list[Browser], steps: list[Any]) -> list[AnyWish]:
    """The wishes of an evening in the order in which they were made."""
    made: list[AnyWish] = [
        laptop.joins(one, f"join-{no:04}-{laptop.laptop.mark}", label=f"M{no}")
        for no, one in enumerate(browsers)
    ]
    for at, (kind, who, *rest) in enumerate(steps, 2):
        id, join = f"wish-{at:04}-{laptop.laptop.mark}", made[who].id
        if kind == "links":
            (on,) = rest
            person = laptop.home.people[who]
            made.append(laptop.links(browsers[who], id, at, join=join, on=on, person=person))
        else:
            consent, on = rest
            made.append(laptop.agrees(browsers[who], id, at, join=join, consent=consent, on=on))
    return made


def ends(laptop: LaptopScene, order: list[AnyWish], session_after: int) -> None:
    """Hand everything over in an order; what is not yet possible waits behind the others."""
    waiting, tries = deque(order), 0
    while waiting:
        if tries == session_after:
            laptop.hands_session()
        tries += 1
        wish = waiting.popleft()
        if laptop.hands(wish).code == "not_yet":
            waiting.append(wish)
        assert tries < 400, "something waits for ever"


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_wishes_end_the_same_in_any_order_and_however_often_they_arrive(
    home: HomeScene, data: st.DataObject
):
    steps = data.draw(wish_steps)
    found = []
    for shuffled in (False, True):
        laptop = LaptopScene(home, mark=f"{next(_passes):08x}")
        browsers = [new_browser(), new_browser()]
        made = wished(laptop, browsers, steps)
        order = made
        if shuffled:
            again = data.draw(st.lists(st.sampled_from(made), max_size=6))
            order = data.draw(st.permutations([*made, *again]))
        ends(laptop, order, data.draw(st.integers(0, 10)) if shuffled else 0)
        found.append(
            [
                (one.label, one.consents, {(link.code, link.person) for link in one.links})
                for one in (member(home, browser) for browser in browsers)
            ]
        )
    assert found[0] == found[1]
