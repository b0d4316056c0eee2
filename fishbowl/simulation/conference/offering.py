"""People write down what they can give and what they look for, and some let others read it."""

from fishbowl.simulation.conference.forms import forms
from fishbowl.simulation.conference.guest import Guest

PAGE = "/me/offers"


async def write_down(guest: Guest) -> tuple[int, int]:
    """Write down everything, one form each, and then share it or keep it to oneself.

    :return: how many offers and needs were kept.
    """
    manner = guest.visitor.manner
    gives = [("offer", one.offer, one.topic) for one in manner.gives]
    looks = [("need", one.need, one.topic) for one in manner.looks_for]
    kept = {"offer": 0, "need": 0}
    page = await guest.own_page(PAGE) if gives or looks else ""
    for side, words, topic in (*gives, *looks):
        form = next((one for one in forms(page, PAGE) if "words" in one.fields), None)
        if form is None:
            break
        said = {"side": side, "words": words, "topic": "other", "topic_own": topic}
        kept[side] += await guest.send(form, **said)
        page = await guest.browser.get(PAGE)
    if manner.shares:
        for form in forms(page, f"{PAGE}/"):
            if form.has(manner.shares):
                await guest.send(form, manner.shares)
    return kept["offer"], kept["need"]
