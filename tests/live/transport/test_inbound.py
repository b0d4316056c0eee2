"""Who sends faster than they may is read later, and nobody else is."""

from fishbowl.live.transport.inbound import PERSON, STAFF, STRANGER, InboundRateLimit


class Hours:
    """Time that passes only while somebody sleeps, or as a test says."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def inbound_limit(self) -> InboundRateLimit:
        return InboundRateLimit(self.sleep, lambda: self.now)


def test_a_burst_is_read_at_once_and_the_rest_at_the_pace() -> None:
    hours = Hours()
    inbound_limit = hours.inbound_limit()
    for _ in range(STRANGER.burst):
        inbound_limit.take("one")
    assert hours.slept == []
    for _ in range(4):
        inbound_limit.take("one")
    assert hours.slept == [1 / STRANGER.per_s] * 4


def test_several_packets_in_one_request_are_several() -> None:
    hours = Hours()
    hours.inbound_limit().take("one", packets=STRANGER.burst + 2)
    assert hours.slept == [2 / STRANGER.per_s]


def test_one_who_floods_slows_nobody_else() -> None:
    hours = Hours()
    inbound_limit = hours.inbound_limit()
    for _ in range(STRANGER.burst + 5):
        inbound_limit.take("one")
    before = list(hours.slept)
    inbound_limit.take("another")
    assert hours.slept == before


def test_who_is_known_is_read_faster_and_has_a_full_burst() -> None:
    hours = Hours()
    inbound_limit = hours.inbound_limit()
    for _ in range(STRANGER.burst):
        inbound_limit.take("one")
    for rate in (PERSON, STAFF):
        assert inbound_limit.is_trusted("one") == (rate is STAFF)
        inbound_limit.trust("one", rate)
        inbound_limit.trust("one", rate)  # being trusted twice gives nothing twice
        for _ in range(rate.burst):
            inbound_limit.take("one")
        assert hours.slept == []


def test_who_is_sent_back_to_the_door_is_a_stranger_again() -> None:
    hours = Hours()
    inbound_limit = hours.inbound_limit()
    inbound_limit.trust("one", PERSON)
    inbound_limit.trust("one", STRANGER)
    for _ in range(STRANGER.burst + 1):
        inbound_limit.take("one")
    assert len(hours.slept) == 1


def test_who_has_gone_is_forgotten() -> None:
    hours = Hours()
    inbound_limit = hours.inbound_limit()
    inbound_limit.trust("one", STAFF)
    inbound_limit.forget("one")
    assert not inbound_limit.is_trusted("one")
