"""Where people sat is for the evening only: nothing that is made afterwards tells it."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.harvest import FORMATS, export
from fishbowl.harvest.summary import summarise
from tests.support.room import Room


@pytest.mark.parametrize("format", FORMATS)
def test_no_file_tells_where_somebody_sat(format: str):
    room = Room()
    room.facilitator.starts()
    (amira,) = room.asks("Amira")
    amira.sends(c.SayWhere(words="row 5, left"))
    room.facilitator.calls("Amira", chair=1)
    amira.is_on_the_chair()
    room.wait(minutes=3)
    room.facilitator.closes()
    text = export(summarise(room.log, room.now_ms), format)
    assert "Amira" in text or format in ("vtt", "chapters", "ics")  # these name nobody
    assert "row 5" not in text
