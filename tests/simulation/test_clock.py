"""Session time on the crowd's side is counted as the domain counts it."""

from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.session import clock as domain
from fishbowl.domain.session.model import Clock
from fishbowl.simulation.clock import LEAST_S, SessionClock, running_ms
from fishbowl.simulation.screen_model import ClockModel

instants = st.integers(0, 10_000_000)


@given(
    started=st.none() | instants,
    paused_at=st.none() | instants,
    closed_at=st.none() | instants,
    paused=instants,
    now=instants,
)
def test_the_session_clock_shows_what_the_domain_says(started, paused_at, closed_at, paused, now):
    fields = {
        "planned_ms": 60_000,
        "started_at_ms": started,
        "paused_at_ms": paused_at,
        "paused_ms": paused,
        "closed_at_ms": closed_at,
    }
    real = Clock(**fields)
    seen = ClockModel(state=domain.clock_state(real), **fields)
    assert running_ms(seen, now) == domain.running_ms(real, now)


def test_delays_are_session_time():
    clock = SessionClock()
    clock.hear(1_000_000, 10.0)
    assert clock.wall_s(30) == 3.0


def test_nobody_is_faster_than_a_hand():
    clock = SessionClock()
    clock.hear(1_000_000, 60.0)
    assert clock.wall_s(0.5) == LEAST_S


def test_time_goes_on_from_what_was_heard():
    clock = SessionClock()
    clock.hear(1_000_000, 10.0)
    assert clock.now_ms() >= 1_000_000
