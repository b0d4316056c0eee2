"""Chapters for a recording: the topics as WebVTT, and as a plain list.

A recording goes on while the session’s clock stands, so chapters are instants, not session clock.
They count from where somebody marked the start of the recording; without a mark, from the start
of the session.
"""

from collections.abc import Iterator, Sequence

import msgspec

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.words import clean
from fishbowl.harvest.model import Summary
from fishbowl.harvest.plan import instant_of
from fishbowl.harvest.words import _, clock

REFUSED_WITH = "topic_times"
"""What must not be left out if chapters are to be made."""


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the recording."""

    from_ms: int
    to_ms: int
    title: str


def refused_words() -> str:
    """Why there are no chapters."""
    return _(
        "Chapters would say when something was said. "
        "Under the Chatham House rule that stays in the room, so there are none."
    )


def chapters(summary: Summary, offset_ms: int = 0) -> tuple[Chapter, ...]:
    """Lay the topics out on the first recording; without any, the questions of the session.

    :param offset_ms: how much later everything is in the file: what stands before the recording.
    """
    started = summary.session.started_at_ms
    if started is None or REFUSED_WITH in summary.left_out:
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
    """Write chapters for a video player; where they are refused, the file says why.

    Where there is nothing to be played, it still says whose chapters they would be.
    """
    parts = ["WEBVTT"]
    found = chapters(summary, offset_ms)
    if REFUSED_WITH in summary.left_out:
        parts.append(f"NOTE\n{refused_words()}")
    elif not found:
        parts.append(f"NOTE\n{_cue(clean(summary.session.question))}")
    parts += [
        f"{number}\n{_stamp(one.from_ms)} --> {_stamp(one.to_ms)}\n{_cue(one.title)}"
        for number, one in enumerate(found, start=1)
    ]
    return "\n\n".join(parts) + "\n"


def to_chapter_list(summary: Summary, offset_ms: int = 0) -> str:
    """Write a line a chapter, as video sites read it from a description; the first is at 0:00."""
    if REFUSED_WITH in summary.left_out:
        return refused_words() + "\n"
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
    """Keep somebody’s words from being read as markup of a cue, or as its end."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
