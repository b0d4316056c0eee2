"""What a stored event may hold: the limits of the commands, so that they hold on reading as well.

A log may come from a file that somebody else has written. Texts may be three times as long as a
command's: they are normalised after they were measured, and that can lengthen them.
"""

from typing import Annotated

from msgspec import Meta

from fishbowl.domain.commands.base import (
    ADDRESS_MAX,
    CHAIRS_MAX,
    CHAIRS_MIN,
    GROUP_MAX,
    MINUTES_MAX,
    NAME_MAX,
    PATIENCE_MAX,
    QUESTION_MAX,
    TITLE_MAX,
    WHERE_MAX,
    WORDS_MAX,
)
from fishbowl.domain.commands.notes import LINK_MAX
from fishbowl.domain.commands.phases import PHASE_MAX_MS, PHASES_MAX
from fishbowl.domain.commands.summary import CREDIT_MAX, PARAGRAPH_MAX
from fishbowl.domain.commands.wall import NETWORK_MAX, PASSWORD_MAX
from fishbowl.domain.ids import ChairNo, RunMillis

LONGER = 3
"""NFC makes three characters of some that were one, and never more."""
_MINUTE_MS = 60_000
RUN_MAX_MS = 366 * 24 * 60 * _MINUTE_MS
"""No session clock runs for more than a year."""
COUNT_MAX = 1_000_000

NameText = Annotated[str, Meta(max_length=LONGER * NAME_MAX)]
GroupText = Annotated[str, Meta(max_length=LONGER * GROUP_MAX)]
WhereText = Annotated[str, Meta(max_length=LONGER * WHERE_MAX)]
WordsText = Annotated[str, Meta(max_length=LONGER * WORDS_MAX)]
TitleText = Annotated[str, Meta(max_length=LONGER * TITLE_MAX)]
QuestionText = Annotated[str, Meta(max_length=LONGER * QUESTION_MAX)]
ParagraphText = Annotated[str, Meta(max_length=LONGER * PARAGRAPH_MAX)]
CreditText = Annotated[str, Meta(max_length=LONGER * CREDIT_MAX)]
AddressText = Annotated[str, Meta(max_length=LONGER * ADDRESS_MAX)]
CodeText = Annotated[str, Meta(max_length=40)]
KeyText = Annotated[str, Meta(max_length=64)]
"""A pseudonym or a digest."""
DayText = Annotated[str, Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?\Z")]
LinkText = Annotated[str, Meta(max_length=LINK_MAX, pattern=r"^([hH][tT][tT][pP][sS]?://\S+)?\Z")]
_PRINTED = r"^[^\x00-\x1f\x7f]*\Z"
NetworkText = Annotated[str, Meta(max_length=NETWORK_MAX, pattern=_PRINTED)]
PasswordText = Annotated[str, Meta(max_length=PASSWORD_MAX, pattern=_PRINTED)]
DigitsText = Annotated[str, Meta(pattern=r"^\d{0,12}\Z")]

Chairs = Annotated[int, Meta(ge=CHAIRS_MIN, le=CHAIRS_MAX)]
OpenChairsNo = Annotated[int, Meta(ge=0, le=CHAIRS_MAX)]
ChairNumber = Annotated[ChairNo, Meta(ge=1, le=CHAIRS_MAX)]
DotsNo = Annotated[int, Meta(ge=0, le=CHAIRS_MAX)]
PatienceNo = Annotated[int, Meta(ge=1, le=PATIENCE_MAX)]
PhaseNo = Annotated[int, Meta(ge=0, lt=PHASES_MAX)]
Count = Annotated[int, Meta(ge=0, le=COUNT_MAX)]
Percent = Annotated[int, Meta(ge=0, le=1_000)]
LengthMs = Annotated[int, Meta(ge=0, le=MINUTES_MAX * _MINUTE_MS)]
"""Of a limit, a vote or a topic: a day at most."""
PlannedMs = Annotated[int, Meta(ge=0, le=PHASES_MAX * PHASE_MAX_MS)]
"""Of all phases together."""
ShiftMs = Annotated[int, Meta(ge=-PHASES_MAX * PHASE_MAX_MS, le=PHASES_MAX * PHASE_MAX_MS)]
OnTheClock = Annotated[RunMillis, Meta(ge=0, le=RUN_MAX_MS)]
