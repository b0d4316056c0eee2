"""A member looks at their own page, and answers what is asked there."""

import re

from fishbowl.simulation.conference.answering import (
    answer_to_check_in,
    answer_to_meeting,
    answer_to_outcome,
    answer_to_question,
)
from fishbowl.simulation.conference.forms import Form, form_with, forms, links
from fishbowl.simulation.conference.guest import Guest

SUGGESTIONS, PEOPLE, ASKS = "/me/suggestions/", "/me/people/", "/me/asks/"
ROUNDS = "/me/rounds/"
_QUESTION = r'<b dir="auto">([^<]*)</b>(?:(?!<b dir).)*?action="{action}"'


async def say_work(guest: Guest) -> bool:
    """Say for how long they are in the field and where they work, if they do."""
    manner = guest.visitor.manner
    if not manner.organisation:
        return False
    found = forms(await guest.own_page(), "/me/facts")
    said = {"years": manner.years, "organisation": manner.organisation}
    return bool(found) and await guest.send(found[0], **said)


async def tick_topics(guest: Guest) -> bool:
    """Tick something that they spoke on, if they agreed to be asked about it."""
    if not guest.visitor.manner.answers:
        return False
    for form in forms(await guest.own_page(), "/me/topics/"):
        if topics := form.choices.get("topic"):
            return await guest.send(form, topic=guest.draw.choice(topics))
    return False


async def answer_everything(guest: Guest) -> None:
    """Answer what is asked on the own page: who to meet, whether they met, what others ask."""
    page = await guest.own_page()
    for path in links(page, SUGGESTIONS):
        await _answer_suggestion(guest, path)
    for form in forms(page, ROUNDS):
        await _answer_about(guest, form)
    for path in links(page, PEOPLE):
        for form in forms(await guest.browser.get(path), path, at=path):
            await _answer_about(guest, form)
    for form in forms(page, ASKS):
        if form.has("answer"):
            await _answer_question(guest, form, page)


async def say_thanks(guest: Guest) -> int:
    """Thank for every answer that came; say for how many."""
    found = forms(await guest.own_page(), ASKS)
    thanks = [one for one in found if "/thanks/" in one.action]
    return sum([await guest.send(one) for one in thanks])


async def drop_out(guest: Guest) -> bool:
    """Have no further part in a pairing round."""
    form = form_with(await guest.own_page(), ROUNDS, "out")
    return form is not None and await guest.send(form, "out")


async def say_something_is_wrong(guest: Guest) -> bool:
    """End an introduction and never be brought together with them again."""
    for path in links(await guest.own_page(), PEOPLE):
        wrong = f"{path.removesuffix('/')}/wrong"
        form = form_with(await guest.browser.get(wrong), PEOPLE, "wrong", at=wrong)
        if form is not None:
            other = form.fields.get("other") or form.choices["other"][0]
            return await guest.send(form, "wrong", other=other)
    return False


async def leave(guest: Guest) -> bool:
    """Leave the community; everything of theirs is deleted."""
    await guest.is_greeted()
    found = forms(await guest.browser.get("/me/leave"), "/me/leave", at="/me/leave")
    if not found or not await guest.send(found[0]):
        return False
    guest.written = ""
    return True


async def _answer_suggestion(guest: Guest, path: str) -> None:
    form = form_with(await guest.browser.get(path), path, "yes", at=path)
    press = answer_to_meeting(guest) if form is not None else ""
    if form is not None and press:
        await guest.send(form, press)


async def _answer_about(guest: Guest, form: Form) -> None:
    if form.has("yes"):
        press = answer_to_meeting(guest)
    elif form.has("met"):
        press = answer_to_check_in(guest, form.action)
    elif form.has("tried"):
        press = answer_to_outcome(guest)
    else:
        return
    if press and form.has(press):
        await guest.send(form, press)


async def _answer_question(guest: Guest, form: Form, page: str) -> None:
    found = re.search(_QUESTION.format(action=re.escape(form.action)), page, re.DOTALL)
    said = answer_to_question(guest, "" if found is None else found[1])
    if not said:
        return
    may = {name: "on" for name in ("keep", "named") if said.get(name)}
    await guest.send(form, said["do"], words=said.get("words", ""), **may)
