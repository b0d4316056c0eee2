"""A real session with a room full of phones, set up over the wire as any other."""

import secrets
from typing import Any

import msgspec

from bench.phones import Crowd, Phone, connect, connect_all
from bench.servers import Running

WAITING = 40
"""People who wait for a chair while others are called."""


class Stage(msgspec.Struct, kw_only=True):
    """A session that runs, and everybody who looks at it."""

    server: Running
    code: str
    crowd: Crowd
    console: Phone
    phones: list[Phone]

    def next_action(self) -> dict[str, Any]:
        """What Space would do now."""
        found: dict[str, Any] = self.console.slices["action"]["next"]
        return found

    def turns(self) -> list[int]:
        """The turns of who sits, as far as the console has been shown them."""
        chairs = self.console.slices.get("bowl", {}).get("chairs", ())
        return [chair["turn"] for chair in chairs if chair.get("turn")]

    def close(self) -> None:
        """Everybody hangs up."""
        for phone in [self.console, *self.phones]:
            phone.close()


def greeting(code: str, face: str = "phone") -> dict[str, Any]:
    """What a face says when it connects; every phone is another device, and takes differences.

    The console of a measurement reads its slices, and is sent whole ones.
    """
    device = secrets.token_urlsafe(18) if face == "phone" else ""
    return {"code": code, "face": face, "device": device, "differences": face == "phone"}


async def open_stage(
    server: Running, phones: int, *, waiting: int = WAITING, expected: int | None = None
) -> Stage:
    """Fill a room: so many phones come in, some wait, and the session runs.

    :param phones: how many connect and join under a name.
    :param waiting: how many of them ask for a chair.
    :param expected: how many people the facilitator has said there will be.
    """
    assert server.harness is not None
    code = server.harness.create_session(
        question="What makes people stay?", minutes="120", expected=str(expected or "")
    )
    crowd, desk = Crowd(), Crowd()
    console = await connect(
        desk, server.url, greeting(code, "console"), server.cookie, keeps_views=True
    )
    opened = await connect_all(crowd, server.url, [greeting(code) for _ in range(phones)])
    for number, phone in enumerate(opened):
        await phone.done("join_session", name=f"Person {number}")
    for chair in range(1, 5):
        await console.done("seat_walk_up", chair=chair, name=f"Starter {chair}")
    await console.done("start_session")
    for phone in opened[:waiting]:
        await phone.done("ask_for_chair")
    return Stage(server=server, code=code, crowd=crowd, console=console, phones=opened)
