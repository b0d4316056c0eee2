"""What people answer when they are asked something, by letter or on their own page."""

from collections.abc import Mapping
from typing import Any

from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.material.giving import answer_to

EVERYBODY: dict[str, str] = {
    "confirm": "confirm",
    "host": "accept",
    "merge": "agree",
    "swap": "agree",
    "offer": "keep",
}
"""What everybody presses who answers at all, by what a letter is for."""


def answer_to_letter(guest: Guest, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What somebody posts for the letter that they have opened.

    :param asked: what the page told of it.
    :return: empty if they read it and leave it alone.
    """
    purpose, heading = str(asked.get("purpose", "")), str(asked.get("heading", ""))
    match purpose:
        case "confirm" if not guest.visitor.confirms:
            return {}
        case "turn":
            return {"do": guest.answer_to_turn()}
        case "suggestion" | "pair":
            press = answer_to_meeting(guest)
        case "check_in":
            press = answer_to_check_in(guest, heading)
        case "outcome":
            press = answer_to_outcome(guest)
        case "promise":
            press = guest.draw.choice(("done", "done", "week", ""))
        case "ask":
            return answer_to_question(guest, str(asked.get("text", "")))
        case _:
            press = EVERYBODY.get(purpose, "")
    return {"do": press} if press else {}


def answer_to_meeting(guest: Guest) -> str:
    """Whether they want to meet somebody: ``yes``, ``no``, or nothing."""
    if guest.visitor.manner.is_silent:
        return ""
    return "yes" if guest.visitor.manner.wants_to_meet(guest.draw) else "no"


def answer_to_check_in(guest: Guest, heading: str) -> str:
    """Whether they met; who is late answers only when they are asked a second time.

    :param heading: what they are asked.
    """
    manner = guest.visitor.manner
    if manner.is_silent:
        return ""
    if manner.is_late and heading not in guest.put_off:
        guest.put_off.add(heading)
        return ""
    guest.put_off.discard(heading)
    return manner.check_in(guest.draw)


def answer_to_outcome(guest: Guest) -> str:
    """Whether it helped."""
    manner = guest.visitor.manner
    if manner.is_silent:
        return ""
    outcome = manner.outcome(guest.draw)
    return "helped_tell" if outcome == "helped" and manner.tells else outcome


def answer_to_question(guest: Guest, words: str) -> dict[str, Any]:
    """What they answer to the question of another member, and what may become of it."""
    draw = guest.draw
    if guest.visitor.manner.is_silent:
        return {}
    if draw.random() < 0.2:
        return {"do": "pass"}
    said = answer_to(words)
    return {
        "do": "answer",
        "words": said,
        "keep": draw.random() < 0.7,
        "named": draw.random() < 0.5,
    }
