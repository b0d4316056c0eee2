"""What the form of a new session holds, and what is wrong with it, in words."""

import re
import secrets
from collections.abc import Mapping

import msgspec

from fishbowl.domain.commands import (
    CHAIRS_MAX,
    CHAIRS_MIN,
    MINUTES_MAX,
    TITLE_MAX,
    Attribution,
    CreateSession,
)
from fishbowl.domain.words import clean
from fishbowl.web.i18n import gettext as _

QUESTION_SHOWN = 140
"""A longer question cannot be read from the last row."""

_CODE = re.compile(r"^[A-Z]{2,12}[2-9]{2,8}$")
_ID = re.compile(r"^[A-Za-z0-9_-]{8,64}$")


class SetupForm(msgspec.Struct, frozen=True, kw_only=True):
    """The fields as they were typed, so that they can be shown again."""

    code: str
    id: str
    question: str = ""
    event: str = ""
    chairs: str = "5"
    minutes: str = "45"
    seat_minutes: str = "8"
    attribution: str = "named"

    def with_code(self, code: str, command_id: str) -> "SetupForm":
        """The same form under another code, as another command."""
        return msgspec.structs.replace(self, code=code, id=command_id)


def read(posted: Mapping[str, str]) -> SetupForm:
    """Read a posted form; a code that is not ours comes back empty, to be drawn again."""
    known = {name: posted[name][:2000] for name in SetupForm.__struct_fields__ if posted.get(name)}
    form = SetupForm(**{"code": "", "id": "", **known})
    if not _ID.match(form.id):
        form = form.with_code(form.code, secrets.token_urlsafe(16))
    return form if _CODE.match(form.code) else form.with_code("", form.id)


def checked(form: SetupForm) -> tuple[CreateSession | None, dict[str, str]]:
    """Make the command of a form.

    :return: the command, or ``None`` and what is wrong, by field.
    """
    question, event = clean(form.question), clean(form.event)
    problems: dict[str, str] = {}
    if not question:
        problems["question"] = _("The room needs a question to gather around.")
    elif len(question) > QUESTION_SHOWN:
        problems["question"] = _(
            "Please keep it to %(most)d characters, so that the last row can read it."
        ) % {"most": QUESTION_SHOWN}
    if len(event) > TITLE_MAX:
        problems["event"] = _("Please keep it to %(most)d characters.") % {"most": TITLE_MAX}
    chairs = _number(form.chairs, CHAIRS_MIN, CHAIRS_MAX, "chairs", problems)
    minutes = _number(form.minutes, 1, MINUTES_MAX, "minutes", problems)
    seat_minutes = _number(form.seat_minutes, 1, MINUTES_MAX, "seat_minutes", problems)
    attribution: Attribution = "named" if form.attribution == "named" else "chatham_house"
    if form.attribution not in ("named", "chatham_house"):
        problems["attribution"] = _("Please choose one of the two.")
    if problems:
        return None, problems
    return CreateSession(
        code=form.code,
        question=question,
        event=event,
        chair_count=chairs,
        minutes=minutes,
        seat_limit_minutes=seat_minutes,
        attribution=attribution,
    ), {}


def not_saved() -> str:
    """Say that the database refused, and what is safe."""
    return _("This could not be saved just now. What you wrote is still here; please try again.")


def _number(text: str, least: int, most: int, field: str, problems: dict[str, str]) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdigit()) or not least <= int(text[:9]) <= most:
        problems[field] = _("A number from %(least)d to %(most)d, please.") % {
            "least": least,
            "most": most,
        }
        return least
    return int(text)
