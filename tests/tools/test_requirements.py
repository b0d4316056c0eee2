"""What is installed is pinned with hashes, and the files name no hosts."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.check_wheel import COMPILED
from tools.lock_requirements import FILES, blocks_of, pins, wanted, written

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {name: (ROOT / "requirements" / f"{name}.txt").read_text("utf-8") for name in FILES}
ASKED = [(name, one) for name, file in FILES.items() for one in wanted(file)]


def requirements_of(name: str) -> list[Requirement]:
    """The pinned requirements of a file and of those on which it builds."""
    found: list[Requirement] = []
    while name:
        found += [Requirement(pin) for pin in pins(TEXTS[name])]
        name = FILES[name].base
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_has_one_version_and_hashes(name: str) -> None:
    blocks = blocks_of(TEXTS[name])
    assert blocks
    for block in blocks:
        first, *hashes = (line.strip(" \\") for line in block.splitlines())
        assert re.match(r"[a-z0-9][a-z0-9.-]*==[^=]+", first), first
        assert hashes, f"{first}: make lock"
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes), first


@pytest.mark.parametrize("name", FILES)
def test_no_file_names_a_host_or_an_index(name: str) -> None:
    assert not re.search(r"https?:|--index|--extra|--find-links|@ ", TEXTS[name])


@pytest.mark.parametrize(("name", "asked"), ASKED)
def test_what_is_asked_for_is_pinned_to_a_version_that_will_do(name: str, asked: str) -> None:
    requirement = Requirement(asked)
    found = [
        one for one in requirements_of(name)
        if canonicalize_name(one.name) == canonicalize_name(requirement.name)
    ]  # fmt: skip
    assert found, "make lock"
    for one in found:
        (version,) = [specifier.version for specifier in one.specifier]
        assert version in requirement.specifier, "make lock"


def test_all_files_agree_on_the_versions() -> None:
    versions: dict[tuple[str, str], set[str]] = {}
    for name in FILES:
        for one in requirements_of(name):
            versions.setdefault((one.name, str(one.marker or "")), set()).add(str(one.specifier))
    assert {key: found for key, found in versions.items() if len(found) > 1} == {}


def test_extras_bring_what_they_name_and_a_server_needs_no_tools() -> None:
    names = {name: {Requirement(one).name for one in wanted(file)} for name, file in FILES.items()}
    assert {"zeroconf", "gevent", "pytest", "hatchling"} <= names["test"]
    assert names["run"] == {
        Requirement(one).name
        for one in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
            "dependencies"
        ]
    }


def test_the_pythons_that_are_named_are_those_of_which_the_wheel_is_checked() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [re.fullmatch(r".*:: Python :: (3\.\d+)", one) for one in told["classifiers"]]
    assert [found[1] for found in named if found] == list(COMPILED)


def test_a_lock_is_read_with_its_hashes_and_written_below_the_file_it_builds_on() -> None:
    first = "one==1 ; python_version < '3.12' \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb"
    lock = f"# head\n{first}\ntwo==2\n"
    assert pins(lock) == ["one==1 ; python_version < '3.12'", "two==2"]
    assert blocks_of(lock) == [first, "two==2"]
    _head, *rest = written(FILES["build"], blocks_of(lock)).splitlines()
    assert rest == ["-r run.txt", *first.splitlines(), "two==2"]
