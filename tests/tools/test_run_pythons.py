"""``make test-pythons`` tests the Pythons that the package declares."""

import sys
import tomllib
from pathlib import Path

from packaging.specifiers import SpecifierSet

from tools.run_pythons import TESTS, find_python, locked_versions, versions

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_every_listed_python_is_one_that_the_package_requires() -> None:
    listed = versions(PROJECT["classifiers"])
    assert listed
    assert all(version in SpecifierSet(PROJECT["requires-python"]) for version in listed)
    assert versions(["Programming Language :: Python :: 3", "Topic :: Internet"]) == []


def test_an_interpreter_is_found_by_its_version_and_a_missing_one_is_not() -> None:
    here = ".".join(map(str, sys.version_info[:2]))
    assert find_python(here) is not None
    assert find_python("3.99") is None


def test_all_versions_are_locked_ones() -> None:
    assert any(line.startswith("msgspec==") for line in locked_versions())
    assert any(line.startswith("pytest==") for line in locked_versions())


def test_the_tests_that_are_run_exist() -> None:
    assert all((ROOT / path).is_dir() for path in TESTS)
