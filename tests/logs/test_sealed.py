"""The log is sealed: a rule that changes does not change what an old log folds to."""

import sys
from collections.abc import Iterator
from functools import cache
from threading import get_ident
from types import FunctionType
from typing import Any

import pytest

from fishbowl.domain.session.evolve import fold
from tests.logs.projection import digest
from tests.logs.recorded import entries, expected, name_of, recorded_logs

KERNEL = ("confusables", "errors", "ids", "lookalikes", "roles")
SESSION = (
    "clock", "commands", "events", "evolve", "ids", "indexes", "intervals", "model", "state",
    "upcast",
)  # fmt: skip
OPEN_TO_A_FOLD = (
    *(f"fishbowl.domain.kernel.{name}" for name in KERNEL),
    *(f"fishbowl.domain.session.{name}" for name in SESSION),
)
"""What a fold consists of; everything else in the domain is a rule."""

NUMBERS = {
    "REPLIES_IN_ROW": 1,
    "REPLIES": (),
    "PATIENCE": 1,
    "MINUTE_MS": 30_000,
    "THINK_MS": 5_000,
    "THINK_SHARE": 2,
    "VOTABLE": (),
    "SAT_MS": 1,
    "MOST": 0.9,
    "CALL_HOLD_MS": 1,
    "WALK_MS": 1,
    "RESULT_MS": 1,
    "AT_WORK": (),
    "HELPERS": (),
}
"""Numbers and tables of rules, and what a later release might make of them."""


def test_a_changed_number_of_a_rule_changes_no_recorded_log(monkeypatch: pytest.MonkeyPatch):
    changed = {name: _changed(monkeypatch, name, value) for name, value in NUMBERS.items()}
    assert all(changed.values()), changed
    assert _folded() == _recorded()


def test_no_fold_of_a_recorded_log_calls_a_rule(monkeypatch: pytest.MonkeyPatch):
    called: set[str] = set()
    rules = {id(rule): _watched(rule, called) for rule in _rules()}
    for module in _modules():
        for name, value in vars(module).copy().items():
            if id(value) in rules:
                monkeypatch.setattr(module, name, rules[id(value)])
    assert _folded() == _recorded()
    assert not called


def _changed(monkeypatch: pytest.MonkeyPatch, name: str, value: Any) -> int:
    """Change a number wherever a module has it; frozen copies for old logs stay."""
    places = [module for module in _modules() if name in vars(module) and not _is_frozen(module)]
    for module in places:
        monkeypatch.setattr(module, name, value)
    return len(places)


def _watched(rule: Any, called: set[str]) -> Any:
    here = get_ident()  # servers of other tests may still work in threads of their own

    def watched(*args: Any, **kwargs: Any) -> Any:
        if get_ident() == here:
            called.add(f"{rule.__module__}.{rule.__qualname__}")
        return rule(*args, **kwargs)

    return watched


def _rules() -> Iterator[Any]:
    for module in _modules():
        if not module.__name__.startswith(OPEN_TO_A_FOLD):
            for value in vars(module).values():
                if isinstance(value, FunctionType) and value.__module__ == module.__name__:
                    yield value


def _modules() -> list[Any]:
    found = {name: module for name, module in sys.modules.items() if module is not None}
    return [module for name, module in found.items() if name.startswith("fishbowl.domain")]


def _is_frozen(module: Any) -> bool:
    return str(module.__name__).startswith("fishbowl.domain.session.upcast")


def _folded() -> dict[str, str]:
    return {name_of(path): digest(fold(entries(path))) for path in recorded_logs()}


@cache
def _recorded() -> dict[str, str]:
    """The last expected hash of every recorded log."""
    return {name: hashes[max(hashes, key=int)] for name, hashes in expected().items()}
