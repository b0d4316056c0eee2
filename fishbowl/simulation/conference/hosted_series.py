"""A series as its host works on it: beginning it, its programme, and the sheets on its doors."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape

from fishbowl.simulation.client import SimulationError
from fishbowl.simulation.conference.browser import Browser
from fishbowl.simulation.conference.programme import ZONE, Talk

_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
_PROGRAMME_FORM = re.compile(r"<form[^>]*/programme/take.*?</form>", re.DOTALL)
_COME = re.compile(r'href="(/series/[^"/]+/come/[^"/.]+)"')


@dataclass(slots=True)
class HostedSeries:
    """A series, opened by its host.

    :param browser: the host's.
    """

    browser: Browser
    id: str
    slug: str

    @property
    def path(self) -> str:
        """The page for everybody."""
        return f"/series/{self.slug}"

    @property
    def desk(self) -> str:
        """The host's own page of it."""
        return f"/hosts/series/{self.id}"

    async def take_programme(self, talks: Iterable[Talk]) -> None:
        """Take the programme from a table: the page shows it first, and one press takes it.

        :raises SimulationError: it was not taken.
        """
        page = await self.browser.upload(
            f"{self.desk}/programme/look", "programme.csv", _csv(talks)
        )
        form = _PROGRAMME_FORM.search(page)
        if form is None:
            raise SimulationError("The programme was not read.")
        hidden = {name: unescape(value) for name, value in _HIDDEN.findall(form[0])}
        await self.browser.press(f"{self.desk}/programme/take", hidden)

    async def plan(self, talk: Talk) -> None:
        """Plan a date on its own, with a format of its own."""
        fields = {**_fields(talk), "format": talk.format}
        await self.browser.press(f"{self.desk}/plan", fields)

    async def open_day(self, on: date) -> None:
        """Let every session of a day be there, by one press."""
        await self.browser.press(f"{self.desk}/programme/open", {"day": on.isoformat()})

    def door(self, talk: Talk) -> str:
        """The address on the sheet at the door of a room."""
        return f"{self.path}/room/{talk.room.lower()}"


async def begin_series(
    browser: Browser, slug: str, about: Mapping[str, str], sentence: Mapping[str, str]
) -> HostedSeries:
    """Begin a public series.

    :param about: the fields of its settings, without those of its address.
    :param sentence: when it comes again; empty: each date is planned on its own.
    :raises SimulationError: it was not begun.
    """
    place = await browser.press("/hosts/series/new", {**about, **sentence, "zone": ZONE})
    id = place.rpartition("/")[2]
    usual = {"time_zone": ZONE, "is_public": "1", "welcomes": "1", "notice_days": "14"}
    settings = {**usual, **about, "slug": slug}
    await browser.press(f"/hosts/series/{id}/settings", settings)
    return HostedSeries(browser, id, slug)


async def says_they_come(browser: Browser, path: str, name: str) -> bool:
    """Press *I come* on the page of a series, as anybody who found it.

    :param path: of the page.
    :return: whether a first name was taken.
    """
    found = _COME.search(await browser.get(path))
    if found is None:
        return False
    answer = await browser.submit(found[1], {"name": name})
    return answer.ok


def _csv(talks: Iterable[Talk]) -> bytes:
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(("id", "day", "start", "minutes", "title", "room"))
    for talk in talks:
        fields = _fields(talk)
        table.writerow((f"{talk.room} {fields['on']} {fields['at']}", *fields.values()))
    return text.getvalue().encode()


def _fields(talk: Talk) -> dict[str, str]:
    return {
        "on": talk.starts.date().isoformat(),
        "at": talk.starts.strftime("%H:%M"),
        "minutes": str(talk.minutes),
        "title": talk.material.question,
        "room": talk.room,
    }
