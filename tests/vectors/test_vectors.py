"""Cases of rules that Python and JavaScript both know; the faces run the same files.

``static/testing/vectors.test.js`` is the other half.
"""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fishbowl.access.passes import hash_of, read_hash, verifier_at
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.commands import MarkRecordingStart, Phase
from fishbowl.domain.session.model import Clock, Run, Settings
from fishbowl.domain.session.rules.floor.equity import Talk, Voice, equity
from fishbowl.domain.session.rules.lifecycle.hours import check_open
from fishbowl.domain.session.rules.queue.estimate import pace
from fishbowl.domain.session.rules.run import over_ms
from fishbowl.harvest import FORMATS, publishable
from fishbowl.harvest.exports import refusal
from tests.harvest.stories import forty_minutes
from tests.support.passes import pass_of, verifier_of
from tests.support.room import Room
from tests.vectors import next_in_line

Case = dict[str, Any]


def cases(name: str) -> Any:
    return json.loads(Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8"))


def each(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases(name), ids=lambda case: case["what"])


@each("equity")
def test_equity(case: Case) -> None:
    facilitator_ms, facilitator_since = case["facilitator"]
    voices = tuple(
        Voice(
            person=voice["id"],
            turns=1,
            closed_ms=voice["talk"],
            since_run_ms=voice["since"],
            longest_ms=voice["longest"],
            first=voice["first"],
        )
        for voice in case["voices"]
    )
    found = equity(
        Talk(
            tracked=case["tracked"],
            voices=voices,
            read=0,
            facilitator_ms=facilitator_ms,
            facilitator_since_run_ms=facilitator_since,
        ),
        case["at"],
    )
    assert found.talk_ms == case["total"]
    assert found.gini == pytest.approx(case["gini"])
    assert max(found.shares.values(), default=0) == pytest.approx(case["loudest_share"])
    assert (found.longest, found.longest_ms) == (case["longest"], case["longest_ms"])
    assert found.first_timers == case["first_timers"]
    assert (list(found.below), list(found.above)) == (case["below"], case["above"])


@each("lateness")
def test_lateness(case: Case) -> None:
    started = None if case["index"] < 0 else Millis(0)
    session = msgspec.structs.replace(
        Room().session,
        clock=Clock(planned_ms=case["planned"], started_at_ms=started),
        run=Run(
            phases=tuple(Phase(kind="bowl", planned_ms=ms) for ms in case["phases"]),
            index=case["index"],
            began=tuple(case["began"]),
        ),
    )
    assert over_ms(session, case["at"]) == case["late"]


@each("hours")
def test_hours(case: Case) -> None:
    settings = msgspec.structs.replace(
        Room().session.settings, opens_at_ms=case["opens"], closes_at_ms=case["closes"]
    )
    assert _access_keys(settings, case["at"]) == case["doors"]


def _access_keys(settings: Settings, now_ms: Millis) -> str:
    try:
        check_open(settings, now_ms)
    except Rejected as rejected:
        return {"doors_not_open": "early", "doors_closed": "late"}[rejected.code]
    return "open"


@each("wait")
def test_the_pace_that_waits_are_told_by(case: Case) -> None:
    room = Room(chairs=case["chairs"], open_chairs=case["open"])
    room.facilitator.starts()
    for no, minutes in enumerate(case["turns_min"]):
        room.facilitator.seats(f"Somebody {no}")
        room.wait(minutes=minutes)
        room.facilitator.frees(f"Somebody {no}")
    room.facilitator.seats(*(f"Who stays {no}" for no in range(case["seated"])))
    found = pace(room.session)
    assert (None if found is None else msgspec.to_builtins(found)) == case["pace"]


@pytest.mark.parametrize(
    ("scene", "case"),
    list(zip(next_in_line.SCENES, cases("next_in_line"), strict=True)),
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_next_in_line(scene: Any, case: Case) -> None:
    assert next_in_line.played(scene) == case


@pytest.mark.parametrize("attribution", cases("attribution"))
def test_attribution(attribution: Any) -> None:
    case = cases("attribution")[attribution]
    summary = publishable(forty_minutes(attribution=attribution).summary)
    files = {format for format in FORMATS if refusal(summary, format) is None}
    assert files | {"html"} == set(case["exports"])
    room = Room(attribution=attribution)
    assert _is_allowed(room, MarkRecordingStart()) == case["recorded"]
    assert (room.session.settings.attribution == "opt_in") == case["people_choose"]


@each("passes")
def test_a_pass_and_what_a_server_is_shown_of_it(case: Case) -> None:
    written = pass_of(bytes.fromhex(case["bytes"]))
    assert written == case["pass"]
    assert verifier_of(written, case["installation"]) == case["verifier"]
    hash = hash_of(case["verifier"])
    assert read_hash(case["hash"]) == hash
    assert verifier_at(hash, case["laptop"]) == case["at_laptop"]


def _is_allowed(room: Room, command: Any) -> bool:
    try:
        room.facilitator.sends(command)
    except Rejected:
        return False
    return True
