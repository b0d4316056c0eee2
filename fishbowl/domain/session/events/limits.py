"""What a stored event may hold: limits that hold on reading, whoever has written a log.

They are the format's own, at least as wide as those of the commands: a command may allow less some
day, and what it allowed before is read all the same. A limit may be raised here, never lowered.
Texts may be three times as long as a command's: they are normalised after they were measured, and
that makes three characters of some that were one, and never more.
"""

from typing import Annotated

from msgspec import Meta

from fishbowl.domain.session.ids import ChairNo, RunMillis

_MINUTE_MS = 60_000
_DAY_MS = 24 * 60 * _MINUTE_MS
RUN_MAX_MS = 366 * _DAY_MS
"""No session clock runs for more than a year."""
COUNT_MAX = 1_000_000
PHASES_MAX = 24

NameText = Annotated[str, Meta(max_length=240)]
GroupText = Annotated[str, Meta(max_length=72)]
WhereText = Annotated[str, Meta(max_length=120)]
WordsText = Annotated[str, Meta(max_length=840)]
TitleText = Annotated[str, Meta(max_length=420)]
QuestionText = Annotated[str, Meta(max_length=840)]
ParagraphText = Annotated[str, Meta(max_length=3_600)]
CreditText = Annotated[str, Meta(max_length=600)]
AddressText = Annotated[str, Meta(max_length=600)]
CodeText = Annotated[str, Meta(max_length=40)]
KeyText = Annotated[str, Meta(max_length=64)]
"""A pseudonym or a digest."""
DayText = Annotated[str, Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?\Z")]
LinkText = Annotated[str, Meta(max_length=500, pattern=r"^([hH][tT][tT][pP][sS]?://\S+)?\Z")]
_PRINTED = r"^[^\x00-\x1f\x7f]*\Z"
NetworkText = Annotated[str, Meta(max_length=32, pattern=_PRINTED)]
PasswordText = Annotated[str, Meta(max_length=63, pattern=_PRINTED)]
DigitsText = Annotated[str, Meta(pattern=r"^\d{0,12}\Z")]

Chairs = Annotated[int, Meta(ge=2, le=8)]
OpenChairsNo = Annotated[int, Meta(ge=0, le=8)]
ChairNumber = Annotated[ChairNo, Meta(ge=1, le=8)]
DotsNo = Annotated[int, Meta(ge=0, le=8)]
PatienceNo = Annotated[int, Meta(ge=1, le=20)]
PhaseNo = Annotated[int, Meta(ge=0, lt=PHASES_MAX)]
Count = Annotated[int, Meta(ge=0, le=COUNT_MAX)]
Percent = Annotated[int, Meta(ge=0, le=1_000)]
LengthMs = Annotated[int, Meta(ge=0, le=_DAY_MS)]
"""Of a limit, a vote or a topic: a day at most."""
PlannedMs = Annotated[int, Meta(ge=0, le=PHASES_MAX * _DAY_MS)]
"""Of all phases together."""
ShiftMs = Annotated[int, Meta(ge=-PHASES_MAX * _DAY_MS, le=PHASES_MAX * _DAY_MS)]
OnTheClock = Annotated[RunMillis, Meta(ge=0, le=RUN_MAX_MS)]
