"""Chapters for a recording: the topics as WebVTT, and as a plain list.

A recording continues during pauses of the session clock, so chapters are computed in session time.
They are relative to the marked start of the recording; without a mark, to the start of the session.
"""

from collections.abc import Iterator, Sequence

import msgspec

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.words import clean
from fishbowl.harvest.model import Summary
from fishbowl.harvest.plan import instant_of
from fishbowl.harvest.words import _, clock

REQUIRED_PART = "topic_times"
"""If the attribution leaves this part out, there are no chapters."""


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """A chapter of the recording, in milliseconds from its start."""

    from_ms: int
    to_ms: int
    title: str


def refusal_reason() -> str:
    """Why there are no chapters."""
    return _(
        "Chapters would say when something was said. "
        "Under the Chatham House rule that stays in the room, so there are none."
    )


def chapters(summary: Summary, offset_ms: int = 0) -> tuple[Chapter, ...]:
    """The topics as chapters of the first recording; without topics, the session's questions.

    :param offset_ms: is added to all times: the length of what precedes the recording in a video.
    """
    started = summary.session.started_at_ms
    if started is None or REQUIRED_PART in summary.left_out:
        return ()
    ended = instant_of(started, summary.pauses, summary.session.actual_ms)
    began, until = started, ended
    if summary.recordings:
        first = summary.recordings[0]
        began, until = first.began_at_ms, first.ended_at_ms or ended
    spans: list[tuple[int, int, str]] = sorted(
        (span.from_run_ms, span.to_run_ms, topic.title)
        for topic in summary.topics
        for span in topic.spans
    ) or [
        (one.began_run_ms or 0, (one.began_run_ms or 0) + one.lasted_ms, one.question)
        for one in summary.session.questions
    ]
    return tuple(
        Chapter(
            from_ms=max(at, began) - began + offset_ms,
            to_ms=min(to, until) - began + offset_ms,
            title=clean(title) or _("A topic whose words were deleted"),
        )
        for at, to, title in _instants(summary, started, spans)
        if min(to, until) - max(at, began) > 0 and min(to, until) - began + offset_ms > 0
    )


def _instants(
    summary: Summary, started: Millis, spans: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    for from_run_ms, to_run_ms, title in spans:
        at = instant_of(started, summary.pauses, from_run_ms)
        yield at, instant_of(started, summary.pauses, to_run_ms), title


def to_vtt(summary: Summary, offset_ms: int = 0) -> str:
    """Write chapters as WebVTT.

    If the attribution allows none, a note gives the reason; if there are none, a note has the
    question of the session.
    """
    parts = ["WEBVTT"]
    found = chapters(summary, offset_ms)
    if REQUIRED_PART in summary.left_out:
        parts.append(f"NOTE\n{refusal_reason()}")
    elif not found:
        parts.append(f"NOTE\n{_cue(clean(summary.session.question))}")
    parts += [
        f"{number}\n{_stamp(one.from_ms)} --> {_stamp(one.to_ms)}\n{_cue(one.title)}"
        for number, one in enumerate(found, start=1)
    ]
    return "\n\n".join(parts) + "\n"


def to_chapter_list(summary: Summary, offset_ms: int = 0) -> str:
    """Write a line for each chapter, as video sites read it; the first is at 0:00."""
    if REQUIRED_PART in summary.left_out:
        return refusal_reason() + "\n"
    found = chapters(summary, offset_ms)
    lines = [f"{clock(max(0, one.from_ms))} {one.title}" for one in found]
    if not lines or not lines[0].startswith("0:00 "):
        lines.insert(0, f"0:00 {_('Beginning')}")
    return "\n".join(lines) + "\n"


def _stamp(ms: int) -> str:
    seconds, rest = divmod(max(0, ms), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"


def _cue(text: str) -> str:
    """Escape a text for a cue."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
