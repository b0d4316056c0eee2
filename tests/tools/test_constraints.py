"""The pinned versions are those of what the project asks for, and name no hosts."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.pin_constraints import pins

ROOT = Path(__file__).resolve().parents[2]
LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINS = dict(line.split("==") for line in LINES if not line.startswith("#"))
TOLD = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = TOLD["project"]["optional-dependencies"]
REQUIREMENTS = [
    *TOLD["project"]["dependencies"],
    *(one for extra in EXTRAS.values() for one in extra if not one.startswith("fishbowl[")),
    *TOLD["build-system"]["requires"],
]


def test_every_line_is_a_name_and_a_version() -> None:
    pinned = [line for line in LINES if not line.startswith("#")]
    assert list(PINS) == sorted(PINS)
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line) for line in pinned)


@pytest.mark.parametrize("asked", REQUIREMENTS)
def test_what_is_asked_for_is_pinned_to_a_version_that_will_do(asked: str) -> None:
    requirement = Requirement(asked)
    assert PINS[canonicalize_name(requirement.name)] in requirement.specifier, "make constraints"


def test_pins_are_read_from_what_pip_prints() -> None:
    printed = (
        "ast_serialize==0.13.1\nPyJWT==2.9\nBabel==2.19.0\npip==26\ncertifi==2026.1\n"
        "zope.event==6.2\n"
    )
    assert pins(printed) == [
        "ast-serialize==0.13.1", "babel==2.19.0", "pyjwt==2.9", "zope-event==6.2",
    ]  # fmt: skip
