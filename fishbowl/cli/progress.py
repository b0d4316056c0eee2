"""Progress of long commands: a bar on a terminal, plain lines elsewhere, nothing when quiet.

It is written to standard error, so that standard output stays what the command promises. Work that
takes less than a second shows nothing. Ctrl+C ends the command with a sentence that says how far
it was and what is kept.

    with progress(quiet=as_json, kept="Nothing was changed.") as report:
        for done, code in enumerate(codes):
            report("Checking logs", done, len(codes))
            ...
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

import click

SHOWN_AFTER_S = 1.0
"""Work that is shorter shows nothing."""
BAR_EVERY_S, LINE_EVERY_S = 0.1, 10.0
EXIT_INTERRUPTED = 130
"""What shells expect of a command that was ended by Ctrl+C."""


class Interrupted(click.ClickException):
    """Ctrl+C ended the work; the message says what is kept."""

    exit_code = EXIT_INTERRUPTED


class Progress:
    """Shows the stages of long work, one after the other. It is a :data:`Report`.

    :param stream: where it is shown.
    :param quiet: show nothing.
    :param now_s: monotonic seconds.
    """

    def __init__(
        self, stream: TextIO, *, quiet: bool = False, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream
        self._quiet = quiet
        self._now_s = now_s
        self._is_terminal = stream.isatty()
        self._what, self._done, self._total = "", 0, 0
        self._began_s = self._shown_s = 0.0
        self._is_shown = False
        self._bar: Any = None

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take note of how far a stage is, and show it if it is time to."""
        now_s = self._now_s()
        if what != self._what:
            self.end()
            self._what, self._began_s, self._is_shown = what, now_s, False
        is_same = self._is_shown and (done, total) == (self._done, self._total)
        self._done, self._total = done, total
        if self._quiet or now_s - self._began_s < SHOWN_AFTER_S:
            return
        every_s = BAR_EVERY_S if self._is_terminal else LINE_EVERY_S
        if is_same or (self._is_shown and now_s - self._shown_s < every_s and done < total):
            return
        self._is_shown, self._shown_s = True, now_s
        if self._is_terminal and total:
            self._draw(now_s)
        elif not self._is_terminal:
            click.echo(f"{what}: {self._so_far(now_s)}", file=self._stream)

    def say(self, sentence: str, *, err: bool = False) -> None:
        """Print a line of the command itself between two states of a bar."""
        if self._bar is not None:
            self._stream.write("\r\033[K")
            self._stream.flush()
        click.echo(sentence, err=err)

    def end(self) -> None:
        """Leave the stage that is shown as it is, on a line of its own."""
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None

    def where(self) -> str:
        """How far the work is, for the sentence after Ctrl+C."""
        if not self._what:
            return "Stopped before anything was done."
        of = f", {self._done:,} of {self._total:,}" if self._total else ""
        return f"Stopped. It was at: {self._what}{of}."

    def _draw(self, now_s: float) -> None:
        if self._bar is None:
            self._bar = click.progressbar(
                length=self._total, label=self._what, show_pos=True, file=self._stream
            )
            # It was begun before it was shown: the time left counts from there.
            self._bar.start -= now_s - self._began_s
        self._bar.length = self._total
        self._bar.update(self._done - self._bar.pos)

    def _so_far(self, now_s: float) -> str:
        done, total = self._done, self._total
        if not total:
            return "going on"
        left_s = (now_s - self._began_s) / done * (total - done) if done else 0
        left = f", about {duration(left_s)} left" if 0 < done < total else ""
        return f"{done:,} of {total:,}{left}"


def duration(seconds: float) -> str:
    """Write a time in words: ``12 s``, ``3 min``, ``1 h 20 min``."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def progress(*, quiet: bool = False, kept: str = "") -> Iterator[Progress]:
    """Show how far the work in here is, and end it with a sentence on Ctrl+C.

    :param quiet: show nothing, as with ``--json``.
    :param kept: what an interruption leaves, and what to do then; a sentence or two.
    :raises Interrupted: Ctrl+C was pressed.
    """
    shown = Progress(sys.stderr, quiet=quiet)
    try:
        yield shown
    except KeyboardInterrupt as error:
        shown.end()
        raise Interrupted(f"{shown.where()} {kept}".strip()) from error
    finally:
        shown.end()
