"""Three members of whom one asks the community."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import AskId, MemberId
from fishbowl.domain.kernel.roles import Role
from tests.web.community.circle import Browser, confirmed
from tests.web.conftest import Site

ANSWER = "We changed the locks before we were tired."
WORDS = "How do we hand over a key without a meeting?"


def agrees(browser: Browser, consent: str = "answer") -> MemberId:
    browser.posts("/me/consents", consent=consent, on=True)
    return browser.member.id


def offers(site: Site, member: MemberId, words: str, **fields: object) -> None:
    command = c.AddOffer(member=member, side="offer", words=words, **{"is_shared": True, **fields})  # type: ignore[arg-type]
    assert site.members.ask(command, role=Role.MEMBER, member=member).ok


class Three:
    """Amira asks; Jonas offers something and has an address; Mei agreed to be asked."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.amira = Browser(site)
        self.amira.joins("Amira Benali")
        self.jonas = confirmed(site, 2, "jonas@example.org", name="Jonas Weber")
        agrees(self.jonas)
        offers(site, self.jonas.member.id, "A checklist for handing over a key", is_named=True)
        self.mei = Browser(site, 3)
        self.mei.joins("Mei-Lin Chen")
        agrees(self.mei)

    def asks(self, words: str = WORDS) -> AskId:
        answer = self.amira.sends("/ask/community", words=words)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/me#asks")
        return max(self.site.members.community.asks)
