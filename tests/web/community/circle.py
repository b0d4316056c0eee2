"""A site with members: who joins by which way, what they post, and what was put into the outbox."""

from typing import Any

from flask.testing import FlaskClient

from fishbowl.access.sign_ins import MEMBER
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import JoinSession
from fishbowl.log.people_records import Letter
from tests.support.passes import pass_of, verifier_of
from tests.web.conftest import ORIGIN, Site

DEVICE = "device-of-amira-0001"
ADDRESS = "amira@example.org"


class Browser:
    """A browser that may hold a pass."""

    def __init__(self, site: Site, number: int = 1, client: FlaskClient | None = None) -> None:
        self.site = site
        self.client = client or site.visitor()
        self.written = pass_of(number.to_bytes(20))
        self.verifier = verifier_of(self.written, site.access_keys.installation_mark())

    def posts(self, path: str, device: str = "", **body: Any) -> Any:
        """Post JSON from a page of the server."""
        headers = {"Origin": ORIGIN, **({"X-Fishbowl-Device": device} if device else {})}
        return self.client.post(path, json=body, headers=headers)

    def sends(self, path: str, **fields: Any) -> Any:
        """Send a form of a page of the server."""
        return self.client.post(path, data=fields, headers={"Origin": ORIGIN})

    def sees(self, path: str = "/me") -> str:
        """Open a page that is there."""
        answer = self.client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text

    def joins(self, name: str = "Amira", **fields: Any) -> Any:
        """Be known, by the invitation for everybody unless ``fields`` say otherwise."""
        device = fields.pop("device", "")
        generation = self.site.members.community.invitation_generation
        known = {
            "id": f"joining-of-{self.verifier[:20]}",
            "verifier": self.verifier,
            "name": name,
            "invitation": self.site.access_keys.invitation_key(generation),
        }
        return self.posts("/members", device, **{**known, **fields})

    def enters(self) -> Any:
        """Show the pass at the door."""
        return self.posts("/m", verifier=self.verifier)

    @property
    def member(self) -> Member:
        """Whose pass this browser holds."""
        found = self.site.context.passes.member_of(self.verifier)
        assert found is not None
        return self.site.members.community.members[MemberId(found)]

    @property
    def owner(self) -> str:
        """What contacts and letters call them."""
        return f"member/{self.member.id}"

    @property
    def is_signed_in(self) -> bool:
        """Whether the page opens."""
        return self.client.get("/me").status_code == 200


def letters(site: Site, owner: str = "") -> list[Letter]:
    """What is in the outbox, the latest first."""
    return site.members.log.letters(owner)


def token_of(site: Site, letter: str, purpose: str, owner: str = "") -> str:
    """The token in the last letter of a kind."""
    found = next(one for one in letters(site, owner) if one.letter == letter)
    return site.tokens.make(found.id, purpose)  # type: ignore[arg-type]


def confirmed(site: Site, number: int = 1, address: str = ADDRESS, **fields: Any) -> Browser:
    """A member who has confirmed their address."""
    browser = Browser(site, number)
    assert browser.joins(reach="mail", contact=address, **fields).status_code == 201
    token = token_of(site, "confirm", "confirm", browser.owner)
    assert browser.posts("/t", token=token, do="confirm").status_code == 200
    return browser


def comes(site: Site, code: str, name: str = "Amira", device: str = DEVICE) -> int:
    """Let a phone come into a session; the number of its person."""
    assert site.sends(code, JoinSession(name=name), Role.ATTENDEE, device).ok
    session = site.service.session(code)
    assert session is not None
    return session.person_of_key[site.access_keys.person_key(code, device)]


def cookie_of(site: Site) -> str:
    """The name of a member's cookie."""
    return site.sign_ins.cookie(MEMBER)
