"""Two members of a community on a site who are suggested to each other, and what they do."""

from typing import Any

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, OfferId, SuggestionId, pair_of
from fishbowl.domain.community.model import Introduction
from fishbowl.domain.community.rules.due import due
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.kernel.roles import Role
from tests.web.community.conftest import POST, Circle

MEET = frozenset({"meet"})
NEED, OFFER = "Somebody who answers first patches", "An hour a month for a first contribution"
SECRET = "Words that were never shared"


class Two:
    """Ingrid looks for what Amira gives; both agreed to meet, and have confirmed addresses."""

    def __init__(self, circle: Circle, *, is_shared: bool = True, is_named: bool = True) -> None:
        self.circle, self.site = circle, circle.site
        self.ingrid = circle.joins("Ingrid Solberg", mail="ingrid@example.org", consents=MEET)
        self.amira = circle.joins("Amira Benali", mail="amira@example.org", consents=MEET)
        need = self.offers(self.ingrid, side="need", words=NEED)
        words = OFFER if is_shared else SECRET
        offer = self.offers(
            self.amira, side="offer", words=words, is_shared=is_shared, is_named=is_named
        )
        self.suggestion = self.suggests(self.ingrid, self.amira, offer=offer, need=need)

    def asks(self, member: MemberId, command: c.Command) -> Any:
        return self.circle.asks(command, Role.MEMBER, member)

    def offers(self, member: MemberId, **fields: Any) -> OfferId:
        return OfferId(self.asks(member, c.AddOffer(member=member, **fields)).seq or 0)

    def suggests(self, one: MemberId, other: MemberId, **fields: Any) -> SuggestionId:
        command = c.SuggestMeeting(members=pair_of(one, other), reasons=("offer_need",), **fields)
        return SuggestionId(self.circle.asks(command, Role.TIME).seq or 0)

    def sees(self, member: MemberId, path: str = "/me") -> str:
        answer = self.circle.browser(member).get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return str(answer.text)

    def leads(self, member: MemberId, path: str) -> str:
        answer = self.circle.browser(member).get(path)
        assert answer.status_code == 302, (path, answer.status_code)
        return str(answer.headers["Location"])

    def sends(self, member: MemberId, path: str, **form: Any) -> str:
        """Send a form, and say where it leads."""
        answer = self.circle.browser(member).post(path, data=form, **POST)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["Location"])

    def says(self, member: MemberId, do: str) -> str:
        return self.sends(member, f"/me/suggestions/{self.suggestion}", do=do)

    def meet(self) -> Introduction:
        for one in (self.ingrid, self.amira):
            self.says(one, "yes")
        return self.pair

    @property
    def pair(self) -> Introduction:
        (found,) = self.circle.state.introductions.values()
        return found

    @property
    def page(self) -> str:
        return f"/me/people/{self.pair.id}"

    def waits(self, days: float) -> None:
        """Time passes, and does what is due."""
        self.site.clock.wait(days * DAY_MS / 1000)
        for id, command in list(due(self.circle.state, self.site.clock.now_ms())):
            assert self.site.members.ask(command, role=Role.TIME, command_id=id).ok

    def letters(self, member: MemberId) -> list[str]:
        return self.circle.letters(f"member/{member}")

    def token(self, member: MemberId, letter: str) -> str:
        rows = self.site.service.log.letters(f"member/{member}")
        found = next(one for one in rows if one.letter == letter)
        return self.site.tokens.make(found.id, letter)  # type: ignore[arg-type]

    def opens(self, token: str, do: str = "") -> tuple[int, Any]:
        """Post what a letter's page posts."""
        body = {"token": token, **({"do": do} if do else {})}
        answer = self.site.visitor().post("/t", json=body, **POST)
        return answer.status_code, answer.get_json()
