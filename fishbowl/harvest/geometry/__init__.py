"""Geometry of the charts of the summary page, and the figures beside them. Pure functions.

Positions and lengths are percentages of the width, so a chart fits any screen and paper while text
keeps its size. For right-to-left languages x is computed from the right; mirroring with CSS would
mirror the text as well and is lost in print.
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
from fishbowl.harvest.geometry.web import Web, web
from fishbowl.harvest.model import Summary
from fishbowl.harvest.notes import NotePlaces, note_places
from fishbowl.harvest.takeaways import TakeawayPlaces, takeaway_places
from fishbowl.harvest.words import clock, day, due_day, minutes


class Charts(msgspec.Struct, frozen=True, kw_only=True):
    """All charts and figures of the summary page.

    ``day`` is the formatted day of the session, ``corrected_day`` that of the last correction, if
    any. ``timeline`` is ``None`` if there is nothing to draw or the attribution leaves it out.
    ``floor_tracked`` tells that time with the floor counts as talk, ``marked_too_little`` that it
    was marked for too little of the time. ``due_days`` maps due days to formatted ones;
    ``question_times`` are the session clock times at which the questions began.
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
    home: TakeawayPlaces
    due_days: dict[str, str]
    question_times: tuple[str, ...]
    turns: tuple[TurnRow, ...]
    say: tuple[tuple[Words, ...], ...]
    room: Room
    web: Web | None


def charts(
    summary: Summary, *, rtl: bool = False, zone: tzinfo = UTC, proof: bool = False
) -> Charts:
    """Compute all charts of the summary page.

    :param rtl: whether the page is written from right to left.
    :param zone: the time zone of the room, for dates.
    :param proof: for the editor of the summary; see :func:`publishable`.
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
        home=takeaway_places(shown, proof=proof),
        due_days={day: due_day(day) for day in _days(shown)},
        question_times=tuple(clock(one.began_run_ms or 0) for one in shown.session.questions),
        turns=turn_rows(shown),
        say=said(shown),
        room=room(shown),
        web=web(shown.web),
    )


def _days(summary: Summary) -> set[str]:
    """All due days of notes and takeaways."""
    days = {note.due for note in summary.notes} | {one.due for one in summary.takeaways}
    return days - {""}
