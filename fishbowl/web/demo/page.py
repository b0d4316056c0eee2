"""The demo: a recorded session with simulated people, played back like any other."""

from flask import Blueprint, Response, render_template, url_for

from fishbowl.web.context import here
from fishbowl.web.demo.recording import recorded_entries, recorded_question
from fishbowl.web.offload.jobs import DemoReplay
from fishbowl.web.summary.replay import tape_response

bp = Blueprint("demo", __name__)


@bp.get("/demo")
def show() -> str:
    """The player; for everybody, since nobody in it is real."""
    return render_template(
        "demo.html",
        question=recorded_question(),
        tape_url=url_for(".frames"),
        back_url=url_for("owner.show"),
    )


@bp.get("/demo.json")
def frames() -> Response:
    """What it is played from; made once, since the recording never changes."""
    last = recorded_entries()[-1]
    done = here().offloads.readers.done(DemoReplay(now_ms=last.at_ms), last.seq)
    return tape_response(done.body)
