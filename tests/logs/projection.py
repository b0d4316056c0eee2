"""A canonical projection of a folded session, whose names never change.

``fields.json`` froze the names of every struct and field of the state when the first logs were
recorded. The projection reads exactly these, so a field that is added later changes nothing, and
one that is renamed gets a line in :data:`READ`. The hash of a recorded log therefore stays the
same for ever, unless a log really folds to another state.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec

FIELDS: dict[str, list[str]] = json.loads((Path(__file__).parent / "fields.json").read_text())
"""Struct name to its field names, as they were when they were frozen."""

NAMES: dict[str, str] = {}
"""Today's struct name to its frozen one, where a struct was renamed."""

READ: dict[tuple[str, str], Callable[[Any], Any]] = {}
"""(frozen struct, frozen field) to how it is read today, where it is no plain attribute."""

OMITTED = {("Session", "recent")}
"""The last entries for the console's log; the log itself has them."""


def project(value: Any) -> Any:
    """Turn a state into plain values under the frozen names."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, msgspec.Struct) or hasattr(value, "_fields"):
        name = NAMES.get(type(value).__name__, type(value).__name__)
        frozen = FIELDS.get(name)
        if frozen is None:
            raise KeyError(f"{name} is not in fields.json: name what it was, or freeze it")
        return {
            field: project(READ.get((name, field), _attribute(field))(value))
            for field in frozen
            if (name, field) not in OMITTED
        }
    if isinstance(value, Mapping):
        pairs = [[project(key), project(item)] for key, item in value.items()]
        return sorted(pairs, key=lambda pair: canonical(pair[0]))
    if isinstance(value, (frozenset, set)):
        return sorted((project(item) for item in value), key=canonical)
    if isinstance(value, (tuple, list)):
        return [project(item) for item in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(f"a state holds a {type(value).__name__}")


def canonical(value: Any) -> str:
    """Write plain values in one way only."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(state: Any) -> str:
    """Hash the projection of a state."""
    return hashlib.sha256(canonical(project(state)).encode()).hexdigest()


def _attribute(field: str) -> Callable[[Any], Any]:
    return lambda value: getattr(value, field)
