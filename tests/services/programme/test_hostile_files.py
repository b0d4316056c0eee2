"""Whatever is uploaded, reading ends in lines that a series takes, or in a reason."""

import base64
import zlib
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fishbowl.domain.kernel.errors import AlreadyTrue
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.commands import ProgrammeLine
from fishbowl.services.programme import BadProgramme, pack, read_programme, unpack
from tests.domain.series.dsl import Desk
from tests.services.programme.files import CALENDAR, TABLE, frab, grid, session, talk

ZONES = st.sampled_from(["UTC", "Europe/Berlin", "Pacific/Apia", "America/St_Johns"])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
TIMES = st.datetimes().map(lambda when: when.isoformat()) | st.sampled_from(
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-11-28", "24:00", ""]
)


def taken(data: bytes, zone: str) -> None:
    """A series takes what was read; the page gives the same lines back."""
    try:
        found = read_programme(data, ZoneInfo(zone))
    except BadProgramme:
        return
    assert unpack(pack(found.lines)) == found.lines
    desk = Desk()
    desk.host(c.ImportProgramme(lines=found.lines))
    before = desk.series
    try:
        desk.host(c.ImportProgramme(lines=found.lines))
    except AlreadyTrue:
        assert desk.series == before
        return
    raise AssertionError("the same programme changed something")


def mangled(whole: bytes) -> st.SearchStrategy[bytes]:
    """A file that was cut, or in which some bytes are others."""
    spans = st.tuples(st.integers(0, len(whole)), st.integers(0, 40), st.binary(max_size=12))
    return spans.map(lambda cut: whole[: cut[0]] + cut[2] + whole[cut[0] + cut[1] :])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode), ZONES)
@example(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:99999999T999999\r\nEND:VEVENT", "UTC")
@example(b"[{}, 3]", "UTC")
def test_any_bytes(data: bytes, zone: str) -> None:
    taken(data, zone)


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(
        mangled(frab(talk())),
        mangled(grid(("Library", [session()]))),
        mangled(CALENDAR.encode()),
        mangled(TABLE.encode()),
    ),
    ZONES,
)
def test_files_that_were_cut_or_changed(data: bytes, zone: str) -> None:
    taken(data, zone)


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(st.sampled_from(sorted(talk())), VALUES | TIMES, max_size=4),
    st.dictionaries(st.sampled_from(sorted(session())), VALUES | TIMES, max_size=4),
    ZONES,
)
@example({"date": "0001-01-01T00:00:00+14:00"}, {"startsAt": "9999-12-31T23:59:59-12:00"}, "UTC")
def test_fields_of_any_value(
    of_talk: dict[str, Any], of_session: dict[str, Any], zone: str
) -> None:
    taken(frab(talk(**of_talk), talk(guid="other")), zone)
    taken(grid(("Library", [session(**of_session), session(id="other")])), zone)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda b: b.hex()))
def test_lines_that_were_not_written_here_are_refused(text: str) -> None:
    try:
        lines = unpack(text)
    except BadProgramme:
        return
    assert all(isinstance(one, ProgrammeLine) for one in lines)


def test_lines_that_unfold_to_very_much_are_refused() -> None:
    bomb = base64.b64encode(zlib.compress(b"\x00" * 50_000_000)).decode()
    with pytest.raises(BadProgramme):
        unpack(bomb)


@pytest.mark.parametrize("start", ['{"schedule": {"conference": {"days": ', "", '{"sessions": '])
def test_json_that_is_very_deep_is_refused(start: str) -> None:
    with pytest.raises(BadProgramme):
        read_programme((start + "[" * 50_000).encode(), ZoneInfo("UTC"))
