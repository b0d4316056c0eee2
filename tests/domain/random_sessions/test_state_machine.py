"""Random sessions by hypothesis: every promise holds after every command."""

import pytest
from hypothesis import HealthCheck, settings

from tests.domain.random_sessions.random_session import RandomSession

TestRandomSession = pytest.mark.filterwarnings("default")(RandomSession.TestCase)
TestRandomSession.settings = settings(
    max_examples=60,
    stateful_step_count=50,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
