"""A browser without scripts: it opens pages, keeps cookies, and posts forms and JSON."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import aiohttp
import msgspec

from fishbowl.simulation.client import SimulationError, cookie_jar

TRIES = 20
RETRY_S = 0.5
BUSY = frozenset({429, 503})
"""Statuses after which the same is asked again."""
DEVICE = "X-Fishbowl-Device"
_MARK = re.compile(r'data-installation="([0-9a-f]{8})"')


class Answer(NamedTuple):
    """What a server answered.

    :param location: where it leads to, if elsewhere.
    """

    status: int
    body: str
    location: str = ""

    @property
    def ok(self) -> bool:
        """Whether it was done."""
        return self.status < 400

    def json(self) -> dict[str, Any]:
        """The object that it holds; empty if it holds none."""
        try:
            found = msgspec.json.decode(self.body)
        except msgspec.DecodeError:
            return {}
        return found if isinstance(found, dict) else {}


class Browser:
    """One person's browser.

    :param url: the server, as ``http://host:port``.
    :param lines: the connections, which all browsers share.
    """

    def __init__(self, url: str, lines: aiohttp.BaseConnector) -> None:
        self.url = url
        self.jar = cookie_jar()
        self._lines = lines

    async def get(self, path: str) -> str:
        """Open a page.

        :raises SimulationError: it cannot be opened.
        """
        answer = await self._send("GET", path)
        if not answer.ok:
            raise SimulationError(f"{path} was answered with {answer.status}.")
        return answer.body

    async def submit(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Send a form. A redirect is not followed."""
        return await self._send("POST", path, data=dict(fields))

    async def press(self, path: str, fields: Mapping[str, str]) -> str:
        """Send a form that has to be accepted.

        :return: where it leads to.
        :raises SimulationError: it was not accepted.
        """
        answer = await self.submit(path, fields)
        if not answer.ok:
            raise SimulationError(f"The form of {path} was answered with {answer.status}.")
        return answer.location

    async def follow(self, path: str) -> str:
        """Open an address that leads elsewhere.

        :return: where it leads to; empty if it is a page of its own.
        """
        return (await self._send("GET", path)).location

    async def upload(self, path: str, name: str, file: bytes) -> str:
        """Send a form with a file that has to be accepted.

        :param name: of the file; its field is called ``file``.
        :return: the page that answers it.
        :raises SimulationError: it was not accepted.
        """
        form = aiohttp.FormData()
        form.add_field("file", file, filename=name)
        answer = await self._send("POST", path, data=form)
        if not answer.ok:
            raise SimulationError(f"The file for {path} was answered with {answer.status}.")
        return answer.body

    async def ask(self, path: str, body: object, *, device: str = "") -> Answer:
        """Post JSON, as a script of a page does.

        :param device: the phone's secret, for pages that ask which phone it is.
        """
        headers = {DEVICE: device} if device else {}
        return await self._send("POST", path, json=body, headers=headers)

    async def _send(
        self, method: str, path: str, *, headers: Mapping[str, str] | None = None, **sent: Any
    ) -> Answer:
        """Send a request; what is lost on the way, or comes too fast, is sent again.

        :raises SimulationError: the server cannot be reached.
        """
        about = {"Accept": "text/html,application/json", **(headers or {})}
        if method != "GET":
            about["Origin"] = self.url
        for _ in range(TRIES):
            try:
                async with (
                    aiohttp.ClientSession(
                        cookie_jar=self.jar, connector=self._lines, connector_owner=False
                    ) as http,
                    http.request(
                        method, f"{self.url}{path}", headers=about, allow_redirects=False, **sent
                    ) as said,
                ):
                    answer = Answer(
                        said.status, await said.text(), said.headers.get("Location", "")
                    )
            except (aiohttp.ClientError, OSError, TimeoutError):
                await asyncio.sleep(RETRY_S)
                continue
            if answer.status not in BUSY:
                return answer
            await asyncio.sleep(RETRY_S)
        raise SimulationError(f"The server does not answer {path}.")


def mark_of(page: str) -> str:
    """The mark of the installation that made a page.

    :raises SimulationError: it has none.
    """
    found = _MARK.search(page)
    if found is None:
        raise SimulationError("A page does not say of which installation it is.")
    return found[1]
