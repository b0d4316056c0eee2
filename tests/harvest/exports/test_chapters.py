"""Chapters for a recording: instants, counted from where somebody said that it starts."""

import re

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.harvest import export, refusal
from fishbowl.harvest.exports.chapters import chapters
from tests.harvest.ring_story import the_whole_room
from tests.support.room import Room

MINUTE = 60_000
STAMP = r"(\d\d):([0-5]\d):([0-5]\d)\.(\d{3})"


def cues(text: str) -> list[tuple[int, int, str]]:
    """Read a WebVTT file by the letter of its grammar: blocks apart by empty lines.

    :return: from and to in milliseconds, and the text of every cue.
    """
    assert text.endswith("\n")
    header, *blocks = text.rstrip("\n").split("\n\n")
    assert header == "WEBVTT"
    found = []
    for block in blocks:
        lines = block.split("\n")
        if lines[0].startswith("NOTE"):
            assert "-->" not in block
            continue
        number, times, words = lines  # a line more, and the cue would say something else
        assert number == str(len(found) + 1)
        match = re.fullmatch(f"{STAMP} --> {STAMP}", times)
        assert match, times
        numbers = [int(part) for part in match.groups()]
        began, ended = _ms(*numbers[:4]), _ms(*numbers[4:])
        assert began < ended
        assert words.strip()
        assert "-->" not in words
        assert not re.search(r"<|&(?!amp;|lt;|gt;)", words)
        found.append((began, ended, words))
    return found


def _ms(hours: int, minutes: int, seconds: int, rest: int) -> int:
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def test_chapters_count_from_the_mark_and_go_on_while_the_clock_stands():
    """The recording starts in minute 6; the clocks stand from 15 to 20, under the first topic."""
    found = chapters(the_whole_room().summary)
    assert [(one.from_ms // MINUTE, one.to_ms // MINUTE, one.title) for one in found] == [
        (3, 18, "Who gets to say no?"),
        (18, 28, "When does paying people break the gift?"),
    ]


def test_without_a_mark_they_count_from_the_start_of_the_session():
    room = Room()
    room.wait(minutes=3)
    room.facilitator.starts()
    room.wait(minutes=2)
    room.facilitator.begins_topic("Pay")
    room.wait(minutes=4)
    room.facilitator.closes()
    (pay,) = chapters(room.summary)
    assert (pay.from_ms, pay.to_ms) == (2 * MINUTE, 6 * MINUTE)


def test_where_nothing_happened_the_file_still_says_whose_it_is():
    text = export(Room("Who stays --> home?").summary, "vtt")
    assert cues(text) == []
    assert "Who stays" in text


def test_a_mark_that_was_taken_back_is_none():
    room = Room()
    room.facilitator.starts()
    room.wait(minutes=1)
    room.sends(c.MarkRecordingStart())
    room.facilitator.undoes_last()
    assert room.summary.recordings == ()


def test_what_was_not_recorded_is_no_chapter():
    room = Room()
    room.facilitator.starts()
    room.facilitator.begins_topic("Before")
    room.wait(minutes=5)
    room.facilitator.begins_topic("On air")
    room.wait(minutes=1)
    room.sends(c.MarkRecordingStart())
    room.wait(minutes=3)
    room.sends(c.MarkRecordingStop())
    room.wait(minutes=3)
    room.facilitator.begins_topic("After")
    room.wait(minutes=3)
    room.facilitator.closes()
    (only,) = chapters(room.summary)
    assert (only.title, only.from_ms, only.to_ms) == ("On air", 0, 3 * MINUTE)


def test_a_session_without_topics_is_one_chapter():
    room = Room("What makes people stay?")
    room.facilitator.starts()
    room.wait(minutes=5)
    room.facilitator.closes()
    assert cues(export(room.summary, "vtt")) == [(0, 5 * MINUTE, "What makes people stay?")]


def test_before_the_start_there_are_none_and_the_files_are_whole():
    assert cues(export(Room().summary, "vtt")) == []
    assert export(Room().summary, "chapters") == "0:00 Beginning\n"


@pytest.mark.parametrize("offset_ms", [0, 90_000, -4 * MINUTE, -60 * MINUTE])
def test_an_offset_moves_them_and_nothing_begins_before_the_file(offset_ms: int):
    summary = the_whole_room().summary
    plain = cues(export(summary, "vtt"))
    moved = cues(export(summary, "vtt", offset_ms=offset_ms))
    assert moved == [
        (max(0, began + offset_ms), ended + offset_ms, words)
        for began, ended, words in plain
        if ended + offset_ms > 0
    ]


def test_the_plain_list_begins_at_nought():
    assert export(the_whole_room().summary, "chapters").splitlines() == [
        "0:00 Beginning",
        "3:00 Who gets to say no?",
        "18:00 When does paying people break the gift?",
    ]


@pytest.mark.parametrize("format", ["vtt", "chapters"])
def test_under_chatham_house_they_are_refused_and_the_file_says_why(format: str):
    summary = the_whole_room(attribution="chatham_house").summary
    words = refusal(summary, format)
    assert words is not None
    assert "Chatham House" in words
    text = export(summary, format)
    assert words in text
    assert "say no" not in text
    if format == "vtt":
        assert cues(text) == []


def test_nothing_is_refused_to_those_who_are_named():
    summary = the_whole_room().summary
    assert refusal(summary, "vtt") is None
    assert refusal(the_whole_room(attribution="chatham_house").summary, "md") is None
