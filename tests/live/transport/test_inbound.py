"""Who sends faster than they may is read later, and nobody else is."""

from fishbowl.live.transport.inbound import PERSON, STAFF, STRANGER, InboundPacing


class Hours:
    """Time that passes only while somebody sleeps, or as a test says."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def pacing(self) -> InboundPacing:
        return InboundPacing(self.sleep, lambda: self.now)


def test_a_burst_is_read_at_once_and_the_rest_at_the_pace() -> None:
    hours = Hours()
    pacing = hours.pacing()
    for _ in range(STRANGER.burst):
        pacing.take("one")
    assert hours.slept == []
    for _ in range(4):
        pacing.take("one")
    assert hours.slept == [1 / STRANGER.per_s] * 4


def test_several_packets_in_one_request_are_several() -> None:
    hours = Hours()
    hours.pacing().take("one", packets=STRANGER.burst + 2)
    assert hours.slept == [2 / STRANGER.per_s]


def test_one_who_floods_slows_nobody_else() -> None:
    hours = Hours()
    pacing = hours.pacing()
    for _ in range(STRANGER.burst + 5):
        pacing.take("one")
    before = list(hours.slept)
    pacing.take("another")
    assert hours.slept == before


def test_who_is_known_is_read_faster_and_has_a_full_burst() -> None:
    hours = Hours()
    pacing = hours.pacing()
    for _ in range(STRANGER.burst):
        pacing.take("one")
    for pace in (PERSON, STAFF):
        assert pacing.is_trusted("one") == (pace is STAFF)
        pacing.trust("one", pace)
        pacing.trust("one", pace)  # being trusted twice gives nothing twice
        for _ in range(pace.burst):
            pacing.take("one")
        assert hours.slept == []


def test_who_is_sent_back_to_the_door_is_a_stranger_again() -> None:
    hours = Hours()
    pacing = hours.pacing()
    pacing.trust("one", PERSON)
    pacing.trust("one", STRANGER)
    for _ in range(STRANGER.burst + 1):
        pacing.take("one")
    assert len(hours.slept) == 1


def test_who_has_gone_is_forgotten() -> None:
    hours = Hours()
    pacing = hours.pacing()
    pacing.trust("one", STAFF)
    pacing.forget("one")
    assert not pacing.is_trusted("one")
