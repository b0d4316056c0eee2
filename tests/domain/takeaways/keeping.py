"""Keeping takeaways, and what others see of them."""

from fishbowl.domain.session import commands as c
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from tests.support.phone import Phone
from tests.support.room import Room
from tests.views.reading import NOWHERE, sent

WORDS = "Two people hold every key."


def keeps(phone: Phone, words: str = WORDS, **how: object) -> None:
    phone.sends(c.KeepTakeaway(**{"kind": "take", "words": words, **how}))  # type: ignore[arg-type]


def elsewhere(room: Room) -> str:
    """Everything that anybody but Amira is shown."""
    faces = [view(room.session, NOWHERE) for view in (phone_view, display_view, console_view)]
    return " ".join(map(sent, [*faces, me_slice(room.session, room.person("Kofi"))]))
