"""Prints what happens in the session, one line for an event."""

from collections.abc import Callable

from fishbowl.simulation.client import Client
from fishbowl.simulation.clock import running_ms
from fishbowl.simulation.screen_model import LogLineModel

SENTENCES: dict[str, Callable[[LogLineModel], str | None]] = {
    "session.started": lambda line: "The session begins.",
    "session.closed": lambda line: "The session is closed.",
    "clock.paused": lambda line: "Everything stops for a moment.",
    "clock.resumed": lambda line: "On we go.",
    "clock.extended": lambda line: f"More time: {line.minutes} min.",
    "chair.taken": lambda line: f"{line.person} takes chair {line.chair}.",
    "chair.left": lambda line: (
        None if line.why == "closed" else f"{line.person} leaves chair {line.chair}."
    ),
    "call.made": lambda line: f"{line.person} is called to chair {line.chair}.",
    "call.ended": lambda line: {
        "passed": f"{line.person} says: not now.",
        "missed": f"{line.person} does not come.",
    }.get(line.why or ""),
    "room.asked": lambda line: f"{line.person} is asked to make room.",
    "room.offered": lambda line: f"{line.person} offers to make room.",
    "room.offer_withdrawn": lambda line: f"{line.person} does not offer to make room any more.",
    "voice.invited": lambda line: "Who would like the open chair?",
    "phase.begun": lambda line: "The next part begins.",
    "queue.closed": lambda line: "The last minutes: the queue is closed.",
    "point.left": lambda line: f"{line.person} leaves a point in writing.",
    "topic.suggested": lambda line: f"{line.person} suggests: {line.title}",
    "topic.begun": lambda line: f"Topic: {line.title}",
    "vote.opened": lambda line: "The room votes on what comes next.",
    "vote.closed": lambda line: "The vote is over.",
    "thumbs.opened": lambda line: "The room is asked: go on, or move on?",
    "question.put_up": lambda line: f"A question from the room: {line.title}",
    "name.hidden": lambda line: f"A name is hidden: {line.person}.",
    "action.undone": lambda line: "That was a slip; it is undone.",
}
"""The events that are printed, with their sentences; other events are skipped."""


async def narrate(console: Client, say: Callable[[str], None]) -> None:
    """Print new lines of the console's log until cancelled.

    :param say: prints a line.
    """
    told = 0
    while True:
        for line in reversed(console.log.lines):
            if line.seq > told:
                told = line.seq
                sentence = sentence_for(line)
                if sentence is not None:
                    say(f"{_clock(console, line)}  {sentence}")
        await console.until(lambda seen=told: any(line.seq > seen for line in console.log.lines))  # type: ignore[misc]


def sentence_for(line: LogLineModel) -> str | None:
    """The sentence for a line of the log; ``None`` for events that are not printed."""
    teller = SENTENCES.get(line.event)
    return None if teller is None else teller(line)


def _clock(console: Client, line: LogLineModel) -> str:
    """The session clock at a line, as text; all pauses so far are subtracted."""
    seconds = int(running_ms(console.session_clock, line.at_ms)) // 1000
    started = console.session_clock.started_at_ms is not None
    return f"{seconds // 60:2}:{seconds % 60:02}" if started else " " * 5
