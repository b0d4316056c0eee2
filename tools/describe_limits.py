"""Writes the numbers and short lists that the faces share with the rules from the Python constants.

``python tools/describe_limits.py`` writes ``static/src/shared/limits.js``; with ``--check`` it only
tells whether what is there is up to date. No number is written here: each is taken from the module
that declares it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from types import ModuleType

from fishbowl.access import recovery_words
from fishbowl.domain.community import ids as community
from fishbowl.domain.session.commands import base, lifecycle, notes, people, summary, wall
from fishbowl.domain.session.decide import votes
from fishbowl.domain.session.nudges import talk
from fishbowl.domain.session.rules.floor import equity
from fishbowl.domain.session.rules.lifecycle import deadlines
from fishbowl.domain.session.rules.people import waiting_room
from fishbowl.live import protocol, signal_counts
from fishbowl.views import console_lists
from fishbowl.web import errors
from fishbowl.web.community.membership import contact

ROOT = Path(__file__).resolve().parent.parent
LIMITS = ROOT / "static" / "src" / "shared" / "limits.js"

SHARED: tuple[tuple[ModuleType, dict[str, str]], ...] = (
    (
        base,
        {
            "NAME_MAX": "letters of a person's name",
            "WORDS_MAX": "letters of what somebody says in writing",
            "QUESTION_MAX": "letters of the question of a session",
            "TITLE_MAX": "letters of the title of a topic, a part or an event",
            "GROUP_MAX": "letters of the name of a group",
            "WHERE_MAX": "letters of where somebody sits",
            "ADDRESS_MAX": "letters of the web address that phones open",
            "CHAIRS_MIN": "chairs of a bowl",
            "CHAIRS_MAX": "chairs of a bowl",
            "OPEN_CHAIRS_MAX": "chairs that are kept open",
            "MINUTES_MAX": "minutes of a part, a topic or a turn",
        },
    ),
    (notes, {"LINK_MAX": "letters of the link of a note"}),
    (community, {"CONSENTS": "what a member can agree to, in the order of every page"}),
    (contact, {"CONTACT_MAX": "letters of an address, or of whatever else reaches somebody"}),
    (
        lifecycle,
        {
            "EXPECTED_MAX": "people who are expected",
            "LAST_MINUTES_MAX": "minutes before the end in which the queue is closed",
        },
    ),
    (
        summary,
        {
            "PARAGRAPH_MAX": "letters of the opening and the closing of a summary",
            "CREDIT_MAX": "letters of the line about who made it",
        },
    ),
    (
        wall,
        {
            "NETWORK_MAX": "letters of the name of a Wi-Fi",
            "PASSWORD_MAX": "letters of its password",
        },
    ),
    (people, {"LIST_MAX": "people of one list"}),
    (waiting_room, {"PEOPLE_MAX": "people of one session"}),
    (votes, {"CODE_DIGITS": "digits of the code of a vote"}),
    (recovery_words, {"TYPED_MAX": "letters in which three recovery words are typed"}),
    (deadlines, {"CALL_HOLD_MS": "how long a chair is held for who is called"}),
    (talk, {"NUDGED_MS": "how long a sign to finish is new"}),
    (signal_counts, {"REACTION_MS": "how long a reaction is counted"}),
    (protocol, {"CONSOLE_MESSAGE_MAX_BYTES": "bytes of one message of a console"}),
    (console_lists, {"LISTED": "items of a list that are sent at once"}),
    (errors, {"LOOK_AGAIN_S": "when to ask again for a code that was not looked up"}),
    (
        equity,
        {
            "BELOW": "parts of the median talk below which a voice is marked",
            "ABOVE": "parts of the median talk above which a voice is marked",
            "VOICES_TO_COMPARE": "voices below which none is marked",
        },
    ),
)
"""Modules, and what of them the faces know: the names, and what each number counts."""


def main() -> None:
    """Write the file, or check it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if stale")
    check = parser.parse_args().check
    wanted = limits_module()
    if LIMITS.is_file() and LIMITS.read_text() == wanted:
        return
    if check:
        sys.exit(f"{LIMITS.relative_to(ROOT)} is stale: run python tools/describe_limits.py")
    LIMITS.write_text(wanted)


def limits_module() -> str:
    """Make the text of ``limits.js``."""
    head = (
        "/** Made by tools/describe_limits.py from the Python constants; edits here are lost. */\n"
    )
    return "\n".join([head, *(_group(module, names) for module, names in SHARED)])


def _group(module: ModuleType, names: dict[str, str]) -> str:
    path = module.__name__.replace(".", "/") + ".py"
    lines = [
        f"export const {name} = {_value(getattr(module, name))}; // {what}"
        for name, what in names.items()
    ]
    return "\n".join([f"// {path}", *lines, ""])


def _value(value: int | float | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        listed = ", ".join(f'"{one}"' for one in value)
        return f"/** @type {{const}} */ ([{listed}])"
    return f"{value:_}" if isinstance(value, int) else repr(value)


if __name__ == "__main__":
    main()
