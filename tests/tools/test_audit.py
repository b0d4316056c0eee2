"""An audit tells what was found, and never takes silence for a good answer."""

import json

from tools.audit import Outcome, npm_outcome, python_outcome, told


def test_findings_name_the_package_and_what_fixes_it() -> None:
    printed = json.dumps(
        {"dependencies": [
            {"name": "flask", "version": "3.1.3", "vulns": []},
            {"name": "jinja2", "version": "3.0",
             "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1"]}]},
        ]}
    )  # fmt: skip
    assert python_outcome(printed, "").found == ["jinja2 3.0: PYSEC-1, fixed in 3.1"]


def test_npm_findings_are_told_once_for_their_cause() -> None:
    cause = {"title": "Prototype pollution", "severity": "high"}
    packages = {"a": {"via": [cause]}, "b": {"via": ["a"]}}
    counts = {"dependencies": {"total": 7}}
    outcome = npm_outcome(json.dumps({"vulnerabilities": packages, "metadata": counts}), "")
    assert outcome == Outcome(7, ["a: Prototype pollution (high)"])


def test_a_database_that_does_not_answer_is_said_and_no_finding() -> None:
    silent = python_outcome("", "x\nConnectionError: refused\n"), npm_outcome('{"error": {}}', "")
    for outcome in silent:
        assert not outcome.found
        assert "NOT AUDITED" in told("requirements", outcome)
        assert "no known vulnerabilities" not in told("requirements", outcome)


def test_packages_that_a_mirror_does_not_know_are_not_taken_for_safe() -> None:
    known = {"name": "flask", "version": "3.1.3", "vulns": []}
    unknown = {"name": "jinja2", "skip_reason": "not found"}
    outcome = python_outcome(json.dumps({"dependencies": [known, unknown]}), "")
    assert told("requirements", outcome).splitlines() == [
        "requirements: no known vulnerabilities in 1 packages.",
        "requirements: NOT AUDITED, the database did not answer: 1 of 2 packages are unknown to it",
    ]
