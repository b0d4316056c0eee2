"""How long commands show how far they are, and how they end on Ctrl+C."""

import io

import pytest

from fishbowl.cli.progress import Interrupted, Progress, duration, progress


class Stream(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


class Watch:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.s = 0.0

    def __call__(self) -> float:
        return self.s


def worked(seconds: int, *, terminal: bool, quiet: bool = False) -> str:
    stream, watch = Stream(terminal=terminal), Watch()
    shown = Progress(stream, quiet=quiet, now_s=watch)
    for second in range(seconds + 1):
        watch.s = float(second)
        shown("Checking logs", second, seconds)
    shown.end()
    return stream.getvalue()


def test_elsewhere_than_on_a_terminal_there_are_plain_lines_with_the_time_left():
    lines = worked(60, terminal=False).splitlines()
    assert lines[0] == "Checking logs: 1 of 60, about 59 s left"
    assert lines[-1] == "Checking logs: 60 of 60"
    assert 5 <= len(lines) <= 8
    assert not any("\r" in line or "\033" in line for line in lines)


def test_on_a_terminal_there_is_one_line_that_is_drawn_again():
    shown = worked(60, terminal=True)
    assert shown.count("\n") == 1
    assert "60/60" in shown
    assert "Checking logs" in shown


@pytest.mark.parametrize("terminal", [True, False])
def test_short_work_and_quiet_work_show_nothing(terminal: bool):
    assert worked(60, terminal=terminal, quiet=True) == ""
    stream, watch = Stream(terminal=terminal), Watch()
    shown = Progress(stream, now_s=watch)
    watch.s = 0.5
    shown("Checking logs", 1, 1)
    shown.end()
    assert stream.getvalue() == ""


def test_every_stage_is_shown_by_itself():
    stream, watch = Stream(terminal=False), Watch()
    shown = Progress(stream, now_s=watch)
    for what in ("Checking files", "Writing sessions"):
        shown(what, 0, 2)
        watch.s += 2
        shown(what, 1, 2)
    assert stream.getvalue().splitlines() == [
        "Checking files: 1 of 2, about 2 s left",
        "Writing sessions: 1 of 2, about 2 s left",
    ]


def test_ctrl_c_ends_with_a_sentence_that_says_how_far_it_was_and_what_is_kept():
    def work() -> None:
        with progress(kept="Nothing was changed.") as report:
            report("Checking logs", 3, 1_000)
            raise KeyboardInterrupt

    with pytest.raises(Interrupted) as ended:
        work()
    assert ended.value.exit_code == 130
    assert ended.value.message == (
        "Stopped. It was at: Checking logs, 3 of 1,000. Nothing was changed."
    )


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 s"), (75, "75 s"), (200, "3 min"), (4_800, "1 h 20 min")]
)
def test_times_are_written_in_words(seconds: float, words: str):
    assert duration(seconds) == words
