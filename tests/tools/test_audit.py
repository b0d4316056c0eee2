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
    printed = json.dumps({"vulnerabilities": {"a": {"via": [cause]}, "b": {"via": ["a"]}}})
    assert npm_outcome(printed, "").found == ["a: Prototype pollution (high)"]


def test_a_database_that_does_not_answer_is_said_and_no_finding() -> None:
    for outcome in (
        python_outcome("", "x\nConnectionError: refused\n"),
        npm_outcome('{"error": {}}', ""),
    ):
        assert outcome.no_answer
        assert "NOT AUDITED" in told("requirements/bench.txt", outcome)


def test_nothing_found_is_said_too() -> None:
    assert told("static/package-lock.json", Outcome([])).endswith("no known vulnerabilities.")
