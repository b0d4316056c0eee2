"""A home on a real file, laptops that hand wishes over to it, and passes in browsers."""

import hashlib
from pathlib import Path

from fishbowl.access.passes import hash_of, verifier_at
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Member
from fishbowl.domain.session.commands import JoinSession
from fishbowl.home.bundles import Header
from fishbowl.home.envelope import sealed
from fishbowl.home.granting import Granting
from fishbowl.home.key_store import KeyStore
from fishbowl.home.keys import make_keys
from fishbowl.home.messages import Taken
from fishbowl.home.records import TAKEN, HomeRecords, Laptop, TakenIn
from fishbowl.home.wishes import PURPOSE, AnyWish, ConsentWish, JoinWish, LinkWish, encode
from tests.support.passes import pass_of, verifier_of
from tests.support.served import CODE, NEW
from tests.support.served_community import KEY, ServedCommunity

HOME_MARK = "3f2a9c01"


class Browser:
    """A browser that holds a pass of the home."""

    def __init__(self, number: int) -> None:
        self.hash = hash_of(verifier_of(pass_of(number.to_bytes(20)), HOME_MARK))

    def shows(self, mark: str) -> str:
        """What it shows a laptop."""
        return verifier_at(self.hash, mark)


class HomeScene(ServedCommunity):
    """A home with its writers, in which a session with three people was held."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.start()
        self.records = HomeRecords(self.service.log)
        self.keys = KeyStore(self.records, (KEY,))
        self.granting = Granting(
            self.members, self.service, self.contacts, self.tokens,
            self.records, self.keys, self.clock,
        )  # fmt: skip
        assert self.service.submit(self.envelope(NEW)).ok
        for no in range(3):
            assert self.service.submit(self.envelope(JoinSession(name=f"P{no}"), key=f"k{no}")).ok
        session = self.service.session(CODE)
        assert session is not None
        self.people = sorted(session.people)

    def all(self) -> dict[MemberId, Member]:
        """Everybody who is a member."""
        return dict(self.members.community.members)


class LaptopScene:
    """A laptop that is paired with a home."""

    def __init__(self, home: HomeScene, mark: str = "a0b1c2d3") -> None:
        self.home, self.own = home, make_keys()
        self.laptop = Laptop(
            keys=self.own.public, name="Field laptop", mark=mark, pairing=b"p",
            joined_at_ms=0, seen_at_ms=0,
        )  # fmt: skip

    def hands(self, wish: AnyWish) -> Taken:
        """Hand a wish over."""
        content = sealed(encode(wish), PURPOSE, self.own, self.home.keys.own().public)
        header = Header(
            version=1, kind="wish", key=wish.id, position=0,
            sha256=hashlib.sha256(content).digest(),
        )  # fmt: skip
        return self.home.granting.take(self.laptop, header, content)

    def hands_session(self) -> None:
        """Hand the session over: home has noted that it came from here."""
        taken = TakenIn(
            laptop=self.laptop.id, kind="session", key=CODE, taken=Taken(how="new", at_ms=0)
        )
        self.home.records.put(TAKEN, f"{self.laptop.id}-session", taken)

    def joins(
        self, browser: Browser, id: str = "joining-1", at_ms: int = 1, **said: object
    ) -> JoinWish:
        """What somebody who wants to be known wishes here."""
        fields = {"label": "Amira", **said}
        return JoinWish(id=id, at_ms=at_ms, pass_hash=browser.hash, **fields)  # type: ignore[arg-type]

    def links(self, browser: Browser, id: str, at_ms: int, **said: object) -> LinkWish:
        """What a member wishes who is a person of the session."""
        fields = {"code": CODE, "person": self.home.people[0], **said}
        verifier = browser.shows(self.laptop.mark)
        return LinkWish(id=id, at_ms=at_ms, verifier=verifier, **fields)  # type: ignore[arg-type]

    def agrees(self, browser: Browser, id: str, at_ms: int, **said: object) -> ConsentWish:
        """What a member wishes who agrees to something."""
        fields = {"consent": "meet", "on": True, **said}
        verifier = browser.shows(self.laptop.mark)
        return ConsentWish(id=id, at_ms=at_ms, verifier=verifier, **fields)  # type: ignore[arg-type]
