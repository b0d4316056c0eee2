"""A visitor with their browser: being known, being greeted, and their own page."""

import re
import secrets
from dataclasses import dataclass, field
from random import Random

from fishbowl.simulation.conference.browser import Answer, Browser, mark_of
from fishbowl.simulation.conference.forms import Form
from fishbowl.simulation.conference.passes import BYTES, make_pass, verifier_of
from fishbowl.simulation.conference.visitors import Visitor

_PROMISE = re.compile(r'action="(/me/promises/[^"]+)"(?:(?!</form>).)*?value="close"', re.DOTALL)


@dataclass(slots=True)
class Guest:
    """A visitor, and what their browser keeps.

    :param written: their pass; empty while they are not known.
    :param mark: that of the installation, which the pass belongs to.
    :param sessions: the codes of the sessions that they were in.
    :param links: of these, those that are on their own page.
    :param passed: whether they have passed a turn.
    :param put_off: the questions that they have read and not answered yet.
    :param draw: what they say when they are asked.
    """

    visitor: Visitor
    browser: Browser
    written: str = field(default="", repr=False)
    mark: str = ""
    sessions: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    passed: bool = False
    put_off: set[str] = field(default_factory=set)
    draw: Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.draw = Random(f"afterwards {self.visitor.seed}")

    @property
    def is_known(self) -> bool:
        """Whether they have a pass."""
        return bool(self.written)

    async def become_known(self, *, code: str = "", invitation: str = "") -> bool:
        """Fill in the form: as somebody who is in a session, or by a letter's invitation.

        :return: whether they are a member.
        """
        visitor = self.visitor
        self.mark = self.mark or mark_of(await self.browser.get(f"/{code}" if code else "/i"))
        written = make_pass(secrets.token_bytes(BYTES))
        reach = "mail" if visitor.address else "other" if visitor.contact else "pass"
        said = {
            "id": secrets.token_urlsafe(16),
            "verifier": verifier_of(written, self.mark),
            "name": visitor.name,
            "language": "en",
            "time_zone": "Europe/Lisbon",
            "reach": reach,
            "contact": visitor.address or visitor.contact,
            "consents": visitor.consents,
        }
        how = {"invitation": invitation} if invitation else {"session": code, "linked": True}
        answer = await self.browser.ask("/members", {**said, **how}, device=visitor.device)
        if answer.ok:
            self.written = written
            if code:
                self.links.add(code)
        return answer.ok

    async def is_greeted(self) -> bool:
        """Show the pass, as a phone does that is greeted by name.

        :return: whether it was known, under this name.
        """
        answer = await self.browser.ask("/m", {"verifier": verifier_of(self.written, self.mark)})
        return answer.ok and answer.json().get("name") == self.visitor.name

    async def link(self, code: str) -> bool:
        """Let the session in which the phone is be on the own page."""
        path = f"/me/sessions/{code}"
        answer = await self._as_member(path, {}, device=self.visitor.device)
        if answer.ok:
            self.links.add(code)
        return answer.ok

    async def turn_switch(self, series: str, what: str) -> bool:
        """Turn a switch of a series on, on the own page.

        :param what: ``rota``: be asked for turns; ``dates``: be invited to every date.
        """
        answer = await self._as_member("/me/series", {"what": f"{series}/{what}", "on": True})
        return answer.ok

    def answer_to_turn(self) -> str:
        """What they press when they are asked for a turn: ``take`` or ``pass``."""
        if self.visitor.passes_turn and not self.passed:
            self.passed = True
            return "pass"
        return "take"

    async def promises(self) -> list[str]:
        """The paths of the open promises on the own page."""
        await self.is_greeted()
        return list(dict.fromkeys(_PROMISE.findall(await self.browser.get("/me"))))

    async def own_page(self, path: str = "/me") -> str:
        """Show the pass, and open an own page.

        :raises SimulationError: it cannot be opened.
        """
        await self.is_greeted()
        return await self.browser.get(path)

    async def send(self, form: Form, press: str = "", **said: str) -> bool:
        """Send a form of an own page by one of its buttons.

        :param said: what is typed or chosen.
        :return: whether it was taken.
        """
        answer = await self.browser.submit(form.action, form.filled(press, **said))
        return answer.ok

    async def keep_promise(self, path: str) -> bool:
        """Say that a promise is kept."""
        answer = await self.browser.submit(path, {"do": "close"})
        return answer.ok

    async def _as_member(self, path: str, body: object, *, device: str = "") -> Answer:
        """Ask, and where the browser is signed out, show the pass and ask again."""
        answer = await self.browser.ask(path, body, device=device)
        if answer.status in (401, 403) and await self.is_greeted():
            return await self.browser.ask(path, body, device=device)
        return answer
