"""How much one device may do: coming back changes nothing, and no stranger slows a hall."""

import time

from fishbowl.domain.kernel.roles import Role
from fishbowl.live.presence import Connection
from fishbowl.live.rate_limits import (
    COMMANDS,
    FORGETTING,
    SIGNALS,
    UNKNOWN_ADDRESS,
    UNKNOWN_DEVICE,
    UNKNOWN_WAIT_S,
    RateLimits,
)
from tests.live.conftest import Room
from tests.support.face import Face

HALL = "192.0.2.1"


def phone(key: str, address: str = HALL) -> Connection:
    return Connection(code="WAVE47", face="phone", key=key, role=Role.ATTENDEE, address=address)


def budgets(now_s: float = 0.0) -> RateLimits:
    return RateLimits(lambda: now_s)


def test_who_has_joined_has_a_budget_of_their_own_wherever_they_come_from() -> None:
    kept = budgets()
    most, _ = COMMANDS["phone"]
    for _ in range(most):
        assert kept.command(phone("amira"), is_known=True) == 0
    assert kept.command(phone("amira"), is_known=True) is None
    assert kept.command(phone("amira", "198.51.100.9"), is_known=True) is None
    assert kept.command(phone("kofi"), is_known=True) == 0


def test_unknown_devices_share_what_their_address_has_and_are_served_in_turn() -> None:
    kept = budgets()
    most, refill_s = UNKNOWN_ADDRESS
    waits = [kept.command(phone(f"new {number}"), is_known=False) for number in range(most + 10)]
    assert waits[:most] == [0] * most
    assert waits[most:] == [(n + 1) * refill_s / most for n in range(10)]
    assert kept.command(phone("elsewhere", "198.51.100.9"), is_known=False) == 0
    assert kept.command(phone("amira"), is_known=True) == 0, "who is in feels nothing of it"


def test_nobody_waits_longer_than_a_quarter_of_a_minute() -> None:
    kept = budgets()
    most, refill_s = UNKNOWN_ADDRESS
    in_line = int(UNKNOWN_WAIT_S * most / refill_s)
    found = [kept.command(phone(f"new {n}"), is_known=False) for n in range(most + in_line + 5)]
    assert found[-1] is None
    assert all(wait is not None and wait <= UNKNOWN_WAIT_S for wait in found[: most + in_line])


def test_one_unknown_device_tries_a_few_times_and_no_more() -> None:
    kept = budgets()
    most, _ = UNKNOWN_DEVICE
    tries = [kept.command(phone("new"), is_known=False) for _ in range(most + 1)]
    assert tries == [0] * most + [None]


def test_a_thousand_phones_that_join_in_one_minute_wait_for_nobody() -> None:
    now_s = 0.0
    kept = RateLimits(lambda: now_s)
    for number in range(1_000):
        now_s = number * 0.06
        assert kept.command(phone(f"honest {number}"), is_known=False) == 0


def test_pages_of_one_sign_in_share_a_budget_and_others_do_not() -> None:
    kept = budgets()
    console, other = (
        Connection(code="WAVE47", face="console", role=role, sign_in=sign_in, address=HALL)
        for role, sign_in in ((Role.FACILITATOR, b"one"), (Role.CO_FACILITATOR, b"other"))
    )
    most, _ = COMMANDS["console"]
    for _ in range(most):
        assert kept.command(console, is_known=True) == 0
    assert kept.command(console, is_known=True) is None
    assert kept.command(other, is_known=True) == 0


def test_signals_and_deletions_have_limits_too() -> None:
    kept = budgets()
    assert [kept.signal(phone("amira")) for _ in range(SIGNALS[0] + 1)] == [
        *[True] * SIGNALS[0],
        False,
    ]
    deleted = [kept.forgetting(phone(f"one {n}")) for n in range(FORGETTING[0] + 1)]
    assert deleted == [*[True] * FORGETTING[0], False]


def test_coming_back_gives_no_new_budget(room: Room) -> None:
    """Commands get through as the budget says, however often the line is opened anew."""
    most, refill_s = COMMANDS["phone"]
    device, began_s, through = room.phone("Amira").device, time.monotonic(), 1
    for _ in range(3):
        with Face(room.server, room.code, "phone", device).connect() as again:
            answers = [again.command("ask_for_chair") for _ in range(most)]
            through += sum(
                answer["ok"] or answer["error"]["code"] != "too_fast" for answer in answers
            )
    took_s = time.monotonic() - began_s
    assert most <= through <= most + 1 + took_s * most / refill_s
