"""Compiles each route once in a process: every site of the tests has the same ones."""

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule

_compile: Callable[..., Callable[..., Any]] = Rule._compile_builder
_compiled: dict[tuple[object, ...], Callable[..., Any]] = {}


def _once(rule: Rule, append_unknown: bool = True) -> Callable[..., Any]:
    """What builds the addresses of a route; it looks up the converters in the rule it is given."""
    key = (rule.rule, rule.subdomain, rule.host, repr(rule.defaults), append_unknown)
    if key not in _compiled:
        _compiled[key] = _compile(rule, append_unknown)
    return _compiled[key]


def compile_once() -> None:
    """Let Werkzeug keep what it compiles: half of the work of making a site."""
    Rule._compile_builder = _once  # type: ignore[method-assign, assignment]
