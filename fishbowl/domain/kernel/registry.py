"""Functions by the type that they are for: which folds which event, which decides which command."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, get_type_hints

Function = TypeVar("Function", bound=Callable[..., Any])


class Registry(dict[type, Callable[..., Any]]):
    """Collects functions; each says by the type of one parameter what it is for.

    :param parameter: the name of that parameter.
    :param does: what the functions do, as a word of errors: ``folds``.
    :param done: the same as a participle: ``folded``.
    :param among: what all types are called together: ``events``.
    """

    def __init__(self, parameter: str, *, does: str, done: str, among: str) -> None:
        super().__init__()
        self._parameter, self._does, self._done, self._among = parameter, does, done, among

    def add(self, function: Function) -> Function:
        """Note a function.

        :raises TypeError: another function is for the same type.
        """
        kind = get_type_hints(function)[self._parameter]
        if kind in self:
            raise TypeError(f"{kind.__name__} is {self._done} twice")
        self[kind] = function
        return function

    def check_complete(self, kinds: Iterable[type]) -> None:
        """Check that there is a function for each of these types, and for no other.

        :raises TypeError: one is missing, or is too much.
        """
        declared = frozenset(kinds)
        missing = sorted(kind.__name__ for kind in declared - self.keys())
        if missing:
            raise TypeError(f"nothing {self._does} {', '.join(missing)}")
        stray = sorted(kind.__name__ for kind in self.keys() - declared)
        if stray:
            raise TypeError(f"{', '.join(stray)} is {self._done}, but not among the {self._among}")
