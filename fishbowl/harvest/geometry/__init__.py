"""Pure geometry: where the summary page draws what, and the figures beside it.

Positions and lengths are percent of the width, so a chart fits a wall, a phone and paper, and
letters keep their size. Where a language is written from the right, x is computed from the
right: mirrored pictures are lost in print and mirror their letters.
"""

from datetime import UTC, tzinfo

import msgspec

from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.geometry.portrait import Portrait, portrait
from fishbowl.harvest.geometry.room import Room, room
from fishbowl.harvest.geometry.rows import TopicRow, TurnRow, topic_rows, turn_rows
from fishbowl.harvest.geometry.said import Words, said
from fishbowl.harvest.geometry.timeline import Timeline, timeline
from fishbowl.harvest.geometry.times import PersonTime, times
from fishbowl.harvest.geometry.voices import Voices, voices
from fishbowl.harvest.model import Summary
from fishbowl.harvest.notes import NotePlaces, note_places
from fishbowl.harvest.takeaways import TakenHome, taken_home
from fishbowl.harvest.words import clock, day, due_day, minutes


class Charts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is drawn, and what is written beside it.

    ``day`` is the day of the session in words, ``corrected_day`` that of the last correction, if
    any. ``timeline`` is ``None`` where there is nothing to draw, or where the attribution refuses
    it. ``floor_tracked`` tells that time with the floor counts as talk, ``marked_too_little`` that
    it was marked and does not count. ``due_days`` are those of the notes, in words;
    ``question_times`` are when each question of the session began.
    """

    day: str
    corrected_day: str
    actual_minutes: int
    planned_minutes: int
    floor_tracked: bool
    marked_too_little: bool
    portrait: Portrait
    timeline: Timeline | None
    voices: Voices
    times: tuple[PersonTime, ...]
    topics: tuple[TopicRow, ...]
    notes: NotePlaces
    home: TakenHome
    due_days: dict[str, str]
    question_times: tuple[str, ...]
    turns: tuple[TurnRow, ...]
    say: tuple[tuple[Words, ...], ...]
    room: Room


def charts(
    summary: Summary, *, rtl: bool = False, zone: tzinfo = UTC, proof: bool = False
) -> Charts:
    """Work out every drawing of the summary page.

    :param rtl: whether the page is written from the right.
    :param zone: where the room was, for the day.
    :param proof: for who puts it right, see :func:`publishable`.
    """
    shown = publishable(summary, proof=proof)
    began = shown.session.started_at_ms or shown.session.created_at_ms
    corrected = shown.edition.corrected_at_ms
    return Charts(
        day=day(began, zone),
        corrected_day=day(corrected, zone) if corrected else "",
        actual_minutes=minutes(shown.session.actual_ms),
        planned_minutes=minutes(shown.session.planned_ms),
        floor_tracked=shown.figures.by_floor,
        marked_too_little=shown.figures.marked_too_little,
        portrait=portrait(shown),
        timeline=timeline(shown, rtl=rtl),
        voices=voices(shown, rtl=rtl),
        times=times(shown, rtl=rtl),
        topics=topic_rows(shown),
        notes=note_places(shown),
        home=taken_home(shown, proof=proof),
        due_days={day: due_day(day) for day in _days(shown)},
        question_times=tuple(clock(one.began_run_ms or 0) for one in shown.session.questions),
        turns=turn_rows(shown),
        say=said(shown),
        room=room(shown),
    )


def _days(summary: Summary) -> set[str]:
    """Every day by when somebody will have done something."""
    days = {note.due for note in summary.notes} | {one.due for one in summary.takeaways}
    return days - {""}
