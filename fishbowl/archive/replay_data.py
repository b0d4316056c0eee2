"""The data of a replay: frames of the display, with chapters, notes and the names beside them."""

from collections.abc import Sequence
from typing import Any

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.state import Session
from fishbowl.harvest.base import Who
from fishbowl.harvest.geometry.web import Web
from fishbowl.harvest.model import Summary
from fishbowl.harvest.replay import replay_extras
from fishbowl.views.replay import replay_frames
from fishbowl.views.slices import Label


def replay_data(
    entries: Sequence[Entry],
    summary: Summary,
    now_ms: Millis,
    states: Sequence[Session] | None = None,
) -> dict[str, Any]:
    """Make what the player of a replay is given, as its JSON will have it.

    :param summary: of this log, with all names; what may not be told is left out here.
    :param now_ms: session time, for a session that is running.
    :param states: the state after each entry, if they have been folded already.
    """
    found = replay_extras(summary)
    cast = {who.person: _label(who) for who in found.people}
    played = replay_frames(entries, cast, frozenset(summary.omitted), now_ms, states)
    return {
        "length_ms": played.length_ms,
        "parts": played.parts,
        "frames": played.frames,
        "chapters": found.chapters,
        "notes": [
            {
                "at_run_ms": note.at_run_ms,
                "kind": note.kind,
                "words": note.words,
                "person": None if note.who is None else _label(note.who),
                "owner": note.owner,
            }
            for note in found.notes
        ],
        "web": _drawn(found.web),
    }


def _drawn(web: Web | None) -> dict[str, Any] | None:
    """The figure of the conversation web, if there is one that is drawn."""
    if web is None or not web.voices:
        return None
    return {
        "voices": [
            {
                "name": voice.name,
                "side": voice.side,
                **{field: getattr(voice, field) for field in ("cx", "cy", "x", "y", "width")},
            }
            for voice in web.voices
        ],
        "flows": [
            {"path": flow.path, "level": flow.level, "at_run_ms": flow.first_run_ms}
            for flow in web.flows
        ],
    }


def _label(who: Who) -> Label:
    return Label(id=who.person, name=who.name, no=who.no, twin=who.twin)
