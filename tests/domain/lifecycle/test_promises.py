"""What people read before they join stays so: what becomes of names, and sessions for under-18s."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import AlreadyTrue, Given, Rejected, decide
from fishbowl.domain.session.state import Session
from tests.domain.lifecycle.test_planning import plan
from tests.support.refusals import refused
from tests.support.room import OPENED_MS, Room

DAY_MS = 24 * 60 * 60_000
END_OF_TERM = OPENED_MS + 60 * DAY_MS
NEW = Given(now_ms=OPENED_MS, role=Role.FACILITATOR)


def pupils(**changes: Any) -> c.PlanSession:
    """A plan for under-18s."""
    promised = {"under_18": True, "attribution": "chatham_house", "keep_until_ms": END_OF_TERM}
    return plan(**{**promised, **changes})


def test_a_session_for_under_18s_names_nobody_and_ends_on_a_date():
    room = Room(under_18=True, attribution="chatham_house", keep_until_ms=END_OF_TERM)
    settings = room.session.settings
    assert (settings.under_18, settings.attribution) == (True, "chatham_house")
    assert settings.keep_until_ms == END_OF_TERM


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"attribution": "named"}, "under_18_names"),
        ({"attribution": "opt_in"}, "under_18_names"),
        ({"keep_until_ms": 0}, "under_18_date"),
    ],
)
def test_what_would_name_or_keep_under_18s_is_refused(changes: dict[str, Any], code: str):
    room = Room()
    with refused(room, code):
        room.facilitator.sends(pupils(**changes))
    fields = {"under_18": True, "attribution": "chatham_house", "keep_until_ms": END_OF_TERM}
    with pytest.raises(Rejected) as refusal:
        decide(None, c.CreateSession(code="WAVE47", question="Why?", **{**fields, **changes}), NEW)
    assert refusal.value.code == code


def test_the_date_of_under_18s_can_be_another_one_but_not_none():
    room = Room(under_18=True, attribution="chatham_house", keep_until_ms=END_OF_TERM)
    with refused(room, "under_18_date"):
        room.facilitator.sends(c.ChangeSettings(keep_until_ms=0))
    room.facilitator.sends(c.ChangeSettings(keep_until_ms=END_OF_TERM - DAY_MS))
    assert room.session.settings.keep_until_ms == END_OF_TERM - DAY_MS


def test_before_anybody_joins_it_can_be_switched_on_and_off():
    room = Room()
    room.facilitator.sends(pupils())
    room.facilitator.sends(plan())
    assert not room.session.settings.under_18
    room.facilitator.sends(c.UndoAction(action=room.session.actions[-1].id))
    assert room.session.settings.under_18


@pytest.mark.parametrize(
    ("before", "after"), [(plan(question="Why?"), pupils()), (pupils(), plan())]
)
def test_once_somebody_has_joined_it_is_fixed(before: c.PlanSession, after: c.PlanSession):
    room = Room()
    room.facilitator.sends(before)
    room.joins("Amira")
    with refused(room, "promise_given", count=1):
        room.facilitator.sends(after)


@pytest.mark.parametrize("promised", [pupils(), plan(attribution="chatham_house")])
def test_a_promise_under_which_somebody_joined_cannot_be_undone(promised: c.PlanSession):
    room = Room()
    room.facilitator.sends(promised)
    changed = room.session.actions[-1].id
    room.joins("Amira")
    with refused(room, "promise_given", count=1):
        room.facilitator.sends(c.UndoAction(action=changed))


def test_other_settings_are_undone_also_when_somebody_has_joined():
    room = Room()
    room.facilitator.sends(plan(question="Why?"))
    changed = room.session.actions[-1].id
    room.joins("Amira")
    room.facilitator.sends(c.UndoAction(action=changed))
    assert room.session.settings.question != "Why?"


STEPS = st.one_of(
    st.builds(
        plan,
        under_18=st.booleans(),
        attribution=st.sampled_from(("named", "opt_in", "chatham_house")),
        keep_until_ms=st.sampled_from((0, END_OF_TERM)),
        question=st.sampled_from(("Why?", "How?")),
    ),
    st.builds(c.ChangeSettings, keep_until_ms=st.sampled_from((0, END_OF_TERM + DAY_MS))),
    st.builds(c.UndoAction, action=st.integers(1, 12)),
    st.just("somebody joins"),
)


@given(st.lists(STEPS, max_size=12))
def test_no_order_of_plans_and_undos_breaks_what_was_promised(steps: list[Any]):
    room = Room()
    promised = None
    for no, step in enumerate(steps):
        if step == "somebody joins":
            room.joins(f"Somebody {no}")
            promised = promised or promise_of(room.session)
            continue
        try:
            room.facilitator.sends(step)
        except (Rejected, AlreadyTrue):
            continue
        assert promised in (None, promise_of(room.session))
        settings = room.session.settings
        if settings.under_18:
            assert settings.attribution == "chatham_house"
            assert settings.keep_until_ms


def promise_of(session: Session) -> tuple[str, bool]:
    """What people have read."""
    return session.settings.attribution, session.settings.under_18
