"""What the form of a new session holds, and what is wrong with it, in words."""

import re
import secrets
from collections.abc import Mapping
from typing import get_args

import msgspec

from fishbowl.domain.commands import (
    CHAIRS_MAX,
    CHAIRS_MIN,
    MINUTES_MAX,
    TITLE_MAX,
    Attribution,
    CreateSession,
    Phase,
)
from fishbowl.domain.formats import FORMATS, MINUTE_MS, Format
from fishbowl.domain.words import clean
from fishbowl.web.i18n import gettext as _

QUESTION_SHOWN = 140
"""A longer question cannot be read from the last row."""

_CODE = re.compile(r"^[A-Z]{2,12}[2-9]{2,8}$")
_ID = re.compile(r"^[A-Za-z0-9_-]{8,64}$")

_ATTRIBUTIONS: dict[str, Attribution] = {
    attribution: attribution for attribution in get_args(Attribution)
}


class SetupForm(msgspec.Struct, frozen=True, kw_only=True):
    """The fields as they were typed, so that they can be shown again."""

    code: str
    id: str
    question: str = ""
    event: str = ""
    format: str = "open"
    usual: str = ""
    chairs: str = ""
    minutes: str = ""
    seat_minutes: str = ""
    attribution: str = "named"
    parts: tuple[str, ...] = ()

    @property
    def chosen(self) -> Format:
        """The format that was chosen; the first one, if that is not known."""
        return FORMATS.get(self.format) or next(iter(FORMATS.values()))

    def filled(self) -> "SetupForm":
        """The same form, what is empty as the format has it."""
        form = self.chosen
        return msgspec.structs.replace(
            self,
            chairs=self.chairs or str(form.chairs.count),
            minutes=self.minutes or str(form.planned_ms // MINUTE_MS),
            seat_minutes=self.seat_minutes or str(form.seat_minutes),
        )

    def with_code(self, code: str, command_id: str) -> "SetupForm":
        """The same form under another code, as another command."""
        return msgspec.structs.replace(self, code=code, id=command_id)


def read(posted: Mapping[str, str]) -> SetupForm:
    """Read a posted form; a code that is not ours comes back empty, to be drawn again."""
    texts = [name for name in SetupForm.__struct_fields__ if name != "parts"]
    known = {name: posted[name][:2000] for name in texts if posted.get(name)}
    form = SetupForm(**{"code": "", "id": "", **known}, parts=_parts(posted, known.get("format")))
    if form.usual:  # without a script the knobs cannot follow the format
        form = msgspec.structs.replace(form, chairs="", minutes="", seat_minutes="")
    form = form.filled()
    if not _ID.match(form.id):
        form = form.with_code(form.code, secrets.token_urlsafe(16))
    return form if _CODE.match(form.code) else form.with_code("", form.id)


def _parts(posted: Mapping[str, str], format: str | None) -> tuple[str, ...]:
    """The minutes of the phases of the chosen format, where somebody has changed them."""
    phases = FORMATS[format].phases if format in FORMATS else ()
    minutes = tuple(posted.get(f"part-{format}-{no}", "")[:20] for no in range(len(phases)))
    usual = tuple(str(phase.planned_ms // MINUTE_MS) for phase in phases)
    return minutes if any(minutes) and minutes != usual else ()


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
    if form.format not in FORMATS:
        problems["format"] = _("Please choose one of these.")
    parts = [_number(text, 1, MINUTES_MAX, "parts", problems) for text in form.parts]
    seat_minutes = _number(form.seat_minutes, 1, MINUTES_MAX, "seat_minutes", problems)
    attribution = _ATTRIBUTIONS.get(form.attribution, "chatham_house")
    if form.attribution not in _ATTRIBUTIONS:
        problems["attribution"] = _("Please choose one of these.")
    if problems:
        return None, problems
    return CreateSession(
        code=form.code,
        question=question,
        event=event,
        format=form.format,
        phases=_planned(form.chosen, parts),
        chair_count=chairs,
        minutes=minutes,
        seat_limit_minutes=seat_minutes,
        attribution=attribution,
    ), {}


def _planned(form: Format, minutes: list[int]) -> tuple[Phase, ...]:
    """The phases with the minutes that were typed; none, if they are to follow the length."""
    return tuple(
        msgspec.structs.replace(phase, planned_ms=typed * MINUTE_MS)
        for phase, typed in zip(form.phases, minutes, strict=False)
    )


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
