"""The form of a new session: its fields, their values, and errors in words."""

import re
import secrets
from collections.abc import Callable, Mapping
from typing import Any, get_args

import msgspec

from fishbowl.domain.kernel.words import clean
from fishbowl.domain.session.commands import (
    CHAIRS_MAX,
    CHAIRS_MIN,
    EXPECTED_MAX,
    MINUTES_MAX,
    TITLE_MAX,
    TOPICS_MAX,
    Attribution,
    KeptWords,
    Phase,
    RoomWifi,
)
from fishbowl.domain.session.formats import FORMATS, MINUTE_MS, Format
from fishbowl.harvest.guessed_language import KNOWN_LANGUAGES
from fishbowl.web.i18n import gettext as _
from fishbowl.web.numbers import read_number
from fishbowl.web.setup import retention, under_18
from fishbowl.web.setup import wifi as setup_wifi
from fishbowl.web.setup.instants import read_instant, zone_of
from fishbowl.web.setup.wifi import WifiFields

QUESTION_SHOWN = 140
"""A longer question cannot be read from the last row."""

TEXT_MAX = 4_000

PhasesOf = Callable[[Format], tuple[Phase, ...]]

_CODE = re.compile(r"^[A-Z]{2,12}[2-9]{2,8}$")
_TIMES = ("starts", "opens", "closes")
_ID = re.compile(r"^[A-Za-z0-9_-]{8,64}$")

_ATTRIBUTIONS: dict[str, Attribution] = {
    attribution: attribution for attribution in get_args(Attribution)
}


def whole_minutes(phase: Phase) -> int:
    """The minutes of a phase as a field shows them."""
    return max(1, round(phase.planned_ms / MINUTE_MS))


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
    under_18: str = ""
    term_end: str = ""
    expected: str = ""
    starts: str = ""
    opens: str = ""
    closes: str = ""
    keep: str = ""
    term: str = retention.DEFAULT_TERM
    everything: str = ""
    zone: str = ""
    language: str = ""
    topics: str = ""
    like: str = ""
    parts: tuple[str, ...] = ()
    wifi: WifiFields = WifiFields()

    @property
    def chosen(self) -> Format:
        """The format that was chosen; the first one, if that is not known."""
        return FORMATS.get(self.format) or next(iter(FORMATS.values()))

    def filled(self) -> "SetupForm":
        """The same form; empty fields have the values of the format."""
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


def read(posted: Mapping[str, str], phases_of: PhasesOf) -> SetupForm:
    """Read a posted form; a code that is not ours comes back empty, to be drawn again.

    :param phases_of: the phases with which the page has offered a format.
    """
    texts = [name for name in SetupForm.__struct_fields__ if name not in ("parts", "wifi")]
    known = {name: posted[name][:TEXT_MAX] for name in texts if posted.get(name)}
    form = SetupForm(
        **{"code": "", "id": "", **known, "term": retention.posted_term(known)},
        parts=_parts(posted, known.get("format"), phases_of),
        wifi=setup_wifi.read(posted, TEXT_MAX),
    )
    if form.usual:  # without a script the fields cannot follow the format
        form = msgspec.structs.replace(form, chairs="", minutes="", seat_minutes="")
    form = form.filled()
    if not _ID.match(form.id):
        form = form.with_code(form.code, secrets.token_urlsafe(16))
    return form if _CODE.match(form.code) else form.with_code("", form.id)


def _parts(posted: Mapping[str, str], format: str | None, phases_of: PhasesOf) -> tuple[str, ...]:
    """The minutes of the phases of the chosen format, where somebody has changed them."""
    phases = phases_of(FORMATS[format]) if format in FORMATS else ()
    minutes = tuple(posted.get(f"part-{format}-{no}", "")[:20] for no in range(len(phases)))
    usual = tuple(str(whole_minutes(phase)) for phase in phases)
    return minutes if any(minutes) and minutes != usual else ()


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A form without faults, as values."""

    question: str
    event: str
    format: str
    chairs: int
    minutes: int
    seat_minutes: int
    attribution: Attribution
    under_18: bool
    expected_people: int
    parts: list[int]
    starts_at_ms: int
    opens_at_ms: int
    closes_at_ms: int
    keep_until_ms: int
    keeps: KeptWords
    language: str
    topics: tuple[str, ...]
    wifi: RoomWifi


def checked(form: SetupForm, now_ms: int) -> tuple[Checked | None, dict[str, str]]:
    """Read the values of a form.

    :param now_ms: session time; names are kept from here, or from the planned start.
    :return: the values, or ``None`` and what is wrong, by field.
    """
    question, event = clean(form.question), clean(form.event)
    problems = setup_wifi.problems(form.wifi)
    if not question:
        problems["question"] = _("Enter a question.")
    elif len(question) > QUESTION_SHOWN:
        problems["question"] = _(
            "At most %(most)d characters, so that the last row can read it."
        ) % {"most": QUESTION_SHOWN}
    if len(event) > TITLE_MAX:
        problems["event"] = _("At most %(most)d characters.") % {"most": TITLE_MAX}
    chairs = _number(form.chairs, CHAIRS_MIN, CHAIRS_MAX, "chairs", problems)
    minutes = _number(form.minutes, 1, MINUTES_MAX, "minutes", problems)
    if form.format not in FORMATS:
        problems["format"] = _("Please choose one of these.")
    parts = [_number(text, 1, MINUTES_MAX, "parts", problems) for text in form.parts]
    seat_minutes = _number(form.seat_minutes, 1, MINUTES_MAX, "seat_minutes", problems)
    attribution = _ATTRIBUTIONS.get(form.attribution, "chatham_house")
    if form.attribution not in _ATTRIBUTIONS:
        problems["attribution"] = _("Please choose one of these.")
    expected = 0
    if form.expected.strip():
        expected = _number(form.expected, 1, EXPECTED_MAX, "expected", problems)
    starts, opens, closes = (_instant(form, field, problems) for field in _TIMES)
    zone, keeps = zone_of(form.zone), retention.keeps(form.everything)
    if form.under_18:
        attribution = "chatham_house"
        keep = under_18.keep_until_ms(form.term_end, zone, problems)
    else:
        keep = retention.keep_until_ms(form.term, form.keep, starts or now_ms, zone, problems)
    topics = tuple(filter(None, (clean(line) for line in form.topics.splitlines())))
    if len(topics) > TOPICS_MAX or any(len(title) > TITLE_MAX for title in topics):
        problems["topics"] = _(
            "At most %(most)d topics, each of at most %(length)d characters."
        ) % {"most": TOPICS_MAX, "length": TITLE_MAX}
    if problems:
        return None, problems
    return Checked(
        question=question,
        event=event,
        format=form.format,
        chairs=chairs,
        minutes=minutes,
        seat_minutes=seat_minutes,
        attribution=attribution,
        under_18=bool(form.under_18),
        expected_people=expected,
        parts=parts,
        starts_at_ms=starts,
        opens_at_ms=opens,
        closes_at_ms=closes,
        keep_until_ms=keep,
        keeps=keeps,
        language=form.language if form.language in KNOWN_LANGUAGES else "",
        topics=topics,
        wifi=form.wifi.wanted,
    ), {}


def refusal(code: str, params: Mapping[str, Any]) -> dict[str, str]:
    """Say, beside the field that it is about, why the rules refused what was asked for."""
    hours = {
        "closes_before": ("closes", _("The doors close before they open.")),
        "closes_at_ms": ("closes", _("That time has passed. Choose a later one.")),
        "keep_until_ms": ("keep", _("That date has passed. Choose a later one.")),
    }
    match code:
        case "bad_hours":
            field, said = hours[str(params["field"])]
            return {field: said}
        case "promise_given":
            return {"attribution": promise_given()}
        case "bad_size":
            chairs = {"chairs": _("At least one chair is for talking: take more chairs.")}
            return setup_wifi.refusal(params) or chairs
        case "already_begun" | "session_closed":
            return {"form": _("The session has begun, so nothing was changed here.")}
    return {
        "form": _(
            "This could not be saved just now. What you wrote is still here; please try again."
        )
    }


def zone_name(form: SetupForm) -> str:
    """The time zone of the browser by its name; empty if it is not known here."""
    return "" if zone_of(form.zone) is None else form.zone


def promise_given() -> str:
    """Say why what was promised about names stays."""
    return _("Somebody has already joined under this rule about names, so it cannot be changed.")


def _instant(form: SetupForm, field: str, problems: dict[str, str]) -> int:
    found = read_instant(getattr(form, field), zone_of(form.zone))
    if found is None:
        problems[field] = _("Enter a date and a time, or leave both empty.")
    return found or 0


def _number(text: str, least: int, most: int, field: str, problems: dict[str, str]) -> int:
    number = read_number(text.strip())
    if number is None or not least <= number <= most:
        problems[field] = _("Enter a number from %(least)d to %(most)d.") % {
            "least": least,
            "most": most,
        }
        return least
    return number
