"""The types that the faces are checked against are those that the server sends."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from fishbowl.views.runner import runner_view
from fishbowl.views.stage import stage_view
from tests.support.room import Room

TOOL = Path(__file__).parents[2] / "tools" / "describe_wire.py"
LINKS = Links(join_url="http://192.0.2.2:8080/WAVE47", join_text="192.0.2.2:8080/wave47")


def test_the_generated_types_are_up_to_date():
    done = subprocess.run([sys.executable, TOOL, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("face", ["phone", "console", "display", "runner", "stage"])
def test_each_face_is_sent_the_slices_that_its_type_names(face):
    session = Room().session
    views = {
        "phone": phone_view(session, LINKS) | {"me": me_slice(session, PersonId(1))},
        "console": console_view(session, LINKS),
        "display": display_view(session, LINKS),
        "runner": runner_view(session, LINKS),
        "stage": stage_view(session, LINKS),
    }
    named = runpy.run_path(str(TOOL))["FACE_SLICES"][face]
    assert {name: type(part) for name, part in views[face].items()} == named
