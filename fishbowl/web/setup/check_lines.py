"""What is ready for the room and what is not, as lines with a state, words, and what to do."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from fishbowl.host.addresses import Kind
from fishbowl.host.machine import Storage
from fishbowl.standby.feed import Follower
from fishbowl.web.display.screens import Screen
from fishbowl.web.i18n import gettext as _

State = Literal["good", "care", "bad", "open"]
"""States of a line: good; works, but needs a look; does not work; not known yet."""

LEFT_TO_RIGHT, END = "\u2066", "\u2069"
"""Isolate an address from right-to-left text, which would reorder its parts."""

GIB = 1024**3
FREE_LITTLE_BYTES, FREE_NONE_BYTES = GIB, 100 * 1024**2
SPARE_CONNECTIONS = 200
"""Connections kept free for others than phones: consoles, displays, pages being loaded."""
WIDTH_MIN, HEIGHT_MIN = 1024, 576
"""Below this, in CSS pixels, the wall is set so small that the last row cannot read it."""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about a session's room.

    :param address: the address in the QR, as it is typed; ``kind`` tells what sort it is.
    :param reached: whether a phone has opened it.
    :param people: how many are expected.
    :param connections: how many the machine allows, if that is known.
    :param standbys: the computers that follow this one, the latest first.
    :param letters: whether letters can be sent: ``on``, why the mail server takes none, or empty:
        no mail is set up.
    :param members: how many the community has.
    :param community: its name; empty if it has none.
    :param home: what the home of this laptop is called, and where it is; empty if it has none.
    :param knows_laptop: whether the home has not taken the pairing back.
    :param unknown_proxy: whether requests come through a proxy that the settings do not trust.
    """

    address: str
    kind: Kind
    reached: bool
    screen: Screen | None
    storage: Storage
    connections: int | None
    people: int
    unknown_proxy: bool = False
    standbys: tuple[Follower, ...] = ()
    letters: str = ""
    members: int = 0
    community: str = ""
    home: str = ""
    knows_laptop: bool = True


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to check; ``todo`` is empty where there is nothing to do."""

    name: str
    state: State
    title: str
    said: str
    todo: str = ""


def lines(facts: Facts) -> list[Line]:
    """Check everything that the server can see."""
    checks = (
        _address, _phone, _proxy, _display, _storage, _standby, _home, _letters, _connections,
    )  # fmt: skip
    return [line for check in checks for line in check(facts)]


def _address(facts: Facts) -> Iterator[Line]:
    title = _("The address in the QR")
    address = f"{LEFT_TO_RIGHT}{facts.address}{END}"
    if facts.kind == "loopback":
        yield Line(
            name="address",
            state="bad",
            title=title,
            said=_("%(address)s means this computer and no other.") % {"address": address},
            todo=_("Join the network of the room, then choose another address on this page."),
        )
    elif facts.kind == "virtual":
        yield Line(
            name="address",
            state="care",
            title=title,
            said=_("%(address)s belongs to a tunnel or to something inside this computer.")
            % {"address": address},
            todo=_("Scan it with a phone. If nothing opens, choose another address."),
        )
    else:
        yield Line(name="address", state="good", title=title, said=address)


def _phone(facts: Facts) -> Iterator[Line]:
    title = _("Seen from a phone")
    if facts.reached:
        yield Line(
            name="phone", state="good", title=title, said=_("A phone has opened this address.")
        )
        return
    yield Line(
        name="phone",
        state="open",
        title=title,
        said=_("Not yet. Scan the QR with your phone: this line changes by itself."),
        todo=_(
            "If the phone finds nothing, it is in another network, or the network keeps phones "
            "apart. Try another address, or a hotspot of your own."
        ),
    )


def _proxy(facts: Facts) -> Iterator[Line]:
    if facts.unknown_proxy:
        yield Line(
            name="proxy",
            state="care",
            title=_("A proxy in front of this server"),
            said=_("It is not trusted, so everybody seems to come from the same address."),
            todo=_(
                "If the proxy is yours, start the server with --trusted-proxies 1. Until then one "
                "attacker can slow down everybody who comes in, and this page sees no phones."
            ),
        )


def _display(facts: Facts) -> Iterator[Line]:
    title, screen = _("The wall"), facts.screen
    if screen is None:
        yield Line(
            name="display",
            state="open",
            title=title,
            said=_("The wall is not open yet."),
            todo=_("Open it on the projector, in full screen."),
        )
        return
    size = {
        "width": screen.width,
        "height": screen.height,
        "dots": round(screen.width * screen.ratio),
    }
    said = _("%(width)d by %(height)d, %(dots)d dots across.") % size
    if screen.width < screen.height:
        todo = _("It is in portrait format. Turn the screen, or use full screen.")
    elif screen.width < WIDTH_MIN or screen.height < HEIGHT_MIN:
        todo = _("The last row cannot read this. Use full screen, without zoom.")
    else:
        todo = ""
    yield Line(name="display", state="care" if todo else "good", title=title, said=said, todo=todo)


def _storage(facts: Facts) -> Iterator[Line]:
    title, (writable, free_bytes) = _("Disk space"), facts.storage
    free = _("%(free).1f GB are free.") % {"free": free_bytes / GIB}
    if not writable or free_bytes < FREE_NONE_BYTES:
        yield Line(
            name="storage",
            state="bad",
            title=title,
            said=free if writable else _("The database cannot be written."),
            todo=_("Free some disk space, or start the server with another --db."),
        )
    elif free_bytes < FREE_LITTLE_BYTES:
        todo = _("Enough for today. Free some disk space before the next big event.")
        yield Line(name="storage", state="care", title=title, said=free, todo=todo)
    else:
        yield Line(name="storage", state="good", title=title, said=free)


def _standby(facts: Facts) -> Iterator[Line]:
    """The second computer, if one has followed: most rooms have none."""
    for one in facts.standbys[:1]:
        title, said = _("The second computer"), ""
        numbers = {"address": one.address, "n": one.lag_ms}
        if one.is_away:
            state: State = "care"
            said = _("%(address)s does not answer.") % numbers
        elif one.behind:
            state, said = "care", _("%(address)s is %(n)d ms behind.") % numbers
        else:
            state, said = "good", _("%(address)s has everything; %(n)d ms behind.") % numbers
        todo = _("See on its page whether it follows.") if state == "care" else ""
        yield Line(name="standby", state=state, title=title, said=said, todo=todo)


def _letters(facts: Facts) -> Iterator[Line]:
    """Nothing is said where there is no mail and no member who could wait for it."""
    title = _("Letters")
    if facts.letters == "on":
        yield Line(name="letters", state="good", title=title, said=_("They can be sent."))
    elif facts.letters:
        yield Line(
            name="letters",
            state="care",
            title=title,
            said=_("The mail server takes none just now. They wait and are tried again."),
            todo=_("On the server, “fishbowl mail test” with your address says what is wrong."),
        )
    elif facts.members:
        yield Line(
            name="letters",
            state="open",
            title=title,
            said=_(
                "Not set up: addresses are not confirmed, and nobody gets a new pass by e-mail."
            ),
            todo=_("Name a mail server with --mail-host; the guide to operating says how."),
        )


def _home(facts: Facts) -> Iterator[Line]:
    title = _("Community and home")
    if facts.home and facts.knows_laptop:
        said = _("What ends here is handed over to %(home)s.") % {"home": facts.home}
        yield Line(name="home", state="good", title=title, said=said)
    elif facts.home:
        yield Line(
            name="home",
            state="care",
            title=title,
            said=_("%(home)s does not know this laptop any more.") % {"home": facts.home},
            todo=_("What ends here stays here. Connect the laptop again on the page “Home”."),
        )
    elif facts.community:
        said = _("%(community)s. This computer is its own home.") % {"community": facts.community}
        yield Line(name="home", state="good", title=title, said=said)


def _connections(facts: Facts) -> Iterator[Line]:
    title, most = _("Phones at the same time"), facts.connections
    needed = facts.people + SPARE_CONNECTIONS
    numbers = {"most": most or 0, "people": facts.people, "needed": needed}
    if most is None:
        said = _("This system sets no limit.")
        yield Line(name="connections", state="good", title=title, said=said)
    elif most < needed:
        yield Line(
            name="connections",
            state="bad",
            title=title,
            said=_("This machine allows %(most)d connections; %(people)d people need %(needed)d.")
            % numbers,
            todo=_("Stop the server, run “ulimit -n %(needed)d”, and start it again.") % numbers,
        )
    else:
        said = _("This machine allows %(most)d connections, enough for %(people)d people.")
        yield Line(name="connections", state="good", title=title, said=said % numbers)
