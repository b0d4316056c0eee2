"""A command or an event that does not declare what is needed fails where it is loaded."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import ClassVar, get_args

import pytest

from fishbowl.domain.kernel.ids import ChairNo, RequestId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.commands.senders import ATTENDEES, FACILITATORS, Owner, Scope, Senders
from fishbowl.domain.session.decide import registry as decisions
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.evolve import registry as folds
from fishbowl.domain.session.state import Changes, Session


def test_a_command_that_does_not_say_who_may_send_it_fails() -> None:
    with pytest.raises(TypeError, match="Undeclared does not declare who may send it"):

        class Undeclared(c.Command, frozen=True, kw_only=True):
            pass


def test_a_command_about_ones_own_that_does_not_say_whose_it_is_fails() -> None:
    with pytest.raises(TypeError, match="Nobodys does not declare the field"):

        class Nobodys(c.Command, frozen=True, kw_only=True):
            senders: ClassVar[Senders] = ATTENDEES
            request: RequestId


def test_a_field_that_a_command_does_not_have_cannot_tell_whose_it_is() -> None:
    with pytest.raises(TypeError, match="Misnamed does not declare the field"):

        class Misnamed(c.Command, frozen=True, kw_only=True):
            senders: ClassVar[Senders] = ATTENDEES
            whose: ClassVar[Owner] = "turn"
            request: RequestId


def test_a_field_of_what_belongs_to_nobody_cannot_tell_whose_a_command_is() -> None:
    with pytest.raises(TypeError, match=r"Misplaced\.chair is no id of what belongs to somebody"):

        class Misplaced(c.Command, frozen=True, kw_only=True):
            senders: ClassVar[Senders] = ATTENDEES
            whose: ClassVar[Owner] = "chair"
            chair: ChairNo


def test_who_sends_a_command_about_anybody_needs_no_owner() -> None:
    class Anybodys(c.Command, frozen=True, kw_only=True):
        senders: ClassVar[Senders] = FACILITATORS
        request: RequestId

    assert Anybodys.whose is None
    assert Anybodys.senders[Role.FACILITATOR] is Scope.ANY


def test_a_command_is_decided_once() -> None:
    def again(session: Session, command: c.LockDoor, given: Given) -> Sequence[e.Event]:
        return []

    with pytest.raises(TypeError, match="LockDoor is decided twice"):
        decisions.decides(again)


def test_an_event_is_folded_once() -> None:
    def again(session: Session, event: e.DoorLocked, entry: e.Entry) -> Changes:
        return {}

    with pytest.raises(TypeError, match="DoorLocked is folded twice"):
        folds.folds(again)


def test_what_nobody_decides_or_folds_is_named() -> None:
    with pytest.raises(TypeError, match="nothing decides CreateSession"):
        decisions.check_complete([c.CreateSession, c.LockDoor])
    with pytest.raises(TypeError, match="nothing folds SessionCreated"):
        folds.check_complete([e.DoorLocked, e.SessionCreated])


def test_what_is_decided_or_folded_and_not_declared_is_named() -> None:
    with pytest.raises(TypeError, match=r"LockDoor.* is decided, but not among the commands"):
        decisions.check_complete(kind for kind in decisions.DECIDERS if kind is not c.LockDoor)
    with pytest.raises(TypeError, match=r"DoorLocked.* is folded, but not among the events"):
        folds.check_complete(kind for kind in folds.FOLDS if kind is not e.DoorLocked)


def test_each_command_is_in_the_union_that_the_wire_reads() -> None:
    assert set(decisions.DECIDERS) | {c.CreateSession} == set(get_args(c.AnyCommand))


@pytest.mark.parametrize(("package", "declared"), [(c, c.COMMANDS), (e, e.EVENT_TYPES.values())])
def test_every_module_of_commands_and_events_is_read_with_its_package(
    package: ModuleType, declared: Iterable[type]
) -> None:
    found = set()
    for module in iter_modules(package.__path__, f"{package.__name__}."):
        kinds = vars(import_module(module.name)).values()
        found |= {kind for kind in kinds if isinstance(kind, type)}
    base = (c.Command, e.Event)
    assert {kind for kind in found if issubclass(kind, base) and kind not in base} == set(declared)


@pytest.mark.parametrize(("undo", "fields"), [
    ("by_role", {}), ("always", {}), ("by_role", {"undo_by": "somebody"}),
    ("never", {"undo_by": "facilitators"}), ("final", {"undo_by": "facilitator"}),
])  # fmt: skip
def test_an_event_says_who_may_undo_it_if_anybody_can(undo: str, fields: dict[str, str]) -> None:
    declared = {"name": "chair.polished", "undo": undo, **fields}
    with pytest.raises(TypeError, match="ChairPolished does not declare who may undo it"):
        type(e.Event)("ChairPolished", (e.Event,), declared, frozen=True, kw_only=True)


@pytest.mark.parametrize("fields", [
    {"erasable": ("words",)}, {"names": ("words",)}, {"erasable": ("words",), "words_of": "chair"},
    {"words_of": "itself"},
])  # fmt: skip
def test_an_event_with_words_says_what_they_are_of(fields: dict[str, object]) -> None:
    declared = {
        "name": "chair.polished", "undo": "never", "__annotations__": {"words": str}, **fields,
    }  # fmt: skip
    with pytest.raises(TypeError, match="ChairPolished does not declare what its words are of"):
        type(e.Event)("ChairPolished", (e.Event,), declared, frozen=True, kw_only=True)


def test_an_event_takes_back_what_one_of_its_fields_names() -> None:
    declared = {"name": "chair.polished", "undo": "never", "takes_back": "chair"}
    with pytest.raises(TypeError, match="ChairPolished takes back what it does not name"):
        type(e.Event)("ChairPolished", (e.Event,), declared, frozen=True, kw_only=True)


BETWEEN_SUBJECTS = {c.UndoAction, e.ActionUndone}
"""Undo is about all subjects, and has a module of its own where it is decided and folded."""


def test_what_is_done_with_a_command_or_event_is_in_the_folder_of_its_subject() -> None:
    for kind, function in (*decisions.DECIDERS.items(), *folds.FOLDS.items()):
        if kind not in BETWEEN_SUBJECTS:
            assert subject(function.__module__) == subject(kind.__module__), kind


def subject(module: str) -> str:
    """The subject of a module: its place below a layer of the session."""
    return module.removeprefix("fishbowl.domain.session.").split(".")[1]
