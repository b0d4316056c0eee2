"""People who are stuck ask the community, and thank whoever answers."""

from random import Random
from urllib.parse import quote

from fishbowl.simulation.conference.forms import forms
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.material.giving import Subject

PAGE = "/ask/community"


def question_of(subjects: tuple[Subject, ...], guest: Guest) -> str:
    """What somebody asks: about something that they cannot give themselves."""
    others = [one for one in subjects if one not in guest.visitor.manner.gives]
    return Random(guest.visitor.seed).choice(others).question


async def ask_community(guest: Guest, words: str) -> bool:
    """Look whether anything is found, and put the question to members.

    :return: whether it went to somebody.
    """
    await guest.own_page(f"/ask?q={quote(words)}")
    at = f"{PAGE}?q={quote(words)}"
    for form in forms(await guest.browser.get(at), PAGE, at=PAGE):
        if "words" in form.fields:
            return await guest.send(form, words=words)
    return False
