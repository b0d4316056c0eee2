import json
from xml.etree import ElementTree

import pytest

from bench import plots
from bench.result import judge, row, write


@pytest.fixture
def short(monkeypatch):
    monkeypatch.setattr(judge, "short", True)


def test_a_run_fails_by_a_time_a_ratio_or_bytes():
    assert row("ack", 1, [200.0], "ms", hold={"median": 150}).fails
    assert row("fanout", 1, [20.0], "us", ratios={"floor": 2.1}, hold={"floor": 2.0}).fails
    assert row("page", 1, [60_000], "B", hold={"median": 50_000}).fails
    assert not row("page", 1, [50_000], "B", hold={"median": 50_000}).fails


@pytest.mark.usefixtures("short")
def test_a_short_run_shows_a_time_that_does_not_hold_but_does_not_fail_by_it():
    slow = row("ack", 1, [200.0], "ms", hold={"median": 150})
    assert not slow.holds
    assert not slow.fails
    assert row("page", 1, [60_000], "B", hold={"median": 50_000}).fails


@pytest.mark.usefixtures("short")
def test_a_short_run_gives_ratios_some_room_and_no_more():
    hold = {"floor": 2.0}
    assert not row("fanout", 1, [20.0], "us", ratios={"floor": 2.4}, hold=hold).fails
    assert row("fanout", 1, [20.0], "us", ratios={"floor": 2.6}, hold=hold).fails
    rate = {"node_socketio": 0.7}
    least = {"node_socketio": 0.85}
    assert not row("join", 1, [900.0], "1/s", ratios=rate, hold=least, at_least=True).fails
    rate = {"node_socketio": 0.6}
    assert row("join", 1, [900.0], "1/s", ratios=rate, hold=least, at_least=True).fails


def test_what_is_written_has_the_agreed_fields(tmp_path):
    write([row("ack", 1, [200.0], "ms", hold={"median": 150})], tmp_path / "results.json")
    (found,) = json.loads((tmp_path / "results.json").read_text())
    fields = {"name", "size", "median", "p95", "unit", "ratios", "hold", "goal", "holds"}
    assert set(found) == fields
    assert found["holds"] is False


def test_the_picture_is_well_formed_and_says_in_words_what_it_shows(tmp_path):
    rows = [row("growth.call.people", size, [size / 2], "us") for size in (100, 5_000)]
    plots.draw(rows, tmp_path / "growth.svg")
    picture = ElementTree.parse(tmp_path / "growth.svg").getroot()
    said = picture.findtext("{http://www.w3.org/2000/svg}desc")
    assert said is not None
    assert "a call 50 µs at 100, 2,500 µs at 5,000" in said
