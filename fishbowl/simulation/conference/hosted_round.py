"""A pairing round as its host works on it: found at once, looked at, changed, and asked."""

from fishbowl.simulation.client import SimulationError
from fishbowl.simulation.conference.browser import Browser
from fishbowl.simulation.conference.forms import Form, forms, links

PAGE = "/community/rounds"


class HostedRound:
    """A round, opened by its host.

    :param browser: the host's.
    :param path: of its page.
    """

    def __init__(self, browser: Browser, path: str) -> None:
        self._browser = browser
        self.path = path

    async def pairs(self) -> list[Form]:
        """The proposed pairs, as the forms by which each can be pinned, in their order."""
        found = await self._forms()
        return [one for one in found if one.has("pin") and one.fields.get("a")]

    async def press(self, do: str, *, pair: Form | None = None) -> bool:
        """Press a button of the page, of one of its pairs or of the whole round.

        :return: whether it was done.
        """
        said = {} if pair is None else {name: pair.fields[name] for name in ("a", "b")}
        answer = await self._browser.submit(self.path, {**said, "do": do})
        return answer.ok

    async def _forms(self) -> list[Form]:
        return forms(await self._browser.get(self.path), self.path, at=self.path)


async def begin_round(browser: Browser, name: str, kind: str, *, weeks: int) -> HostedRound | None:
    """Let the pairs of a new round be found, where the list of members leads to rounds.

    :param kind: ``seasoned`` or ``across``.
    :return: ``None`` if it leads to none: the community does not use them.
    :raises SimulationError: its page has no form for it.
    """
    if PAGE not in links(await browser.get("/community/members"), PAGE):
        return None
    form = next(
        (one for one in forms(await browser.get(PAGE), PAGE, at=PAGE) if "weeks" in one.fields),
        None,
    )
    if form is None:
        raise SimulationError("No round can be begun.")
    place = await browser.press(PAGE, form.filled(name=name, kind=kind, weeks=str(weeks)))
    return HostedRound(browser, place.partition("?")[0])
