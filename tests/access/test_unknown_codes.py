"""Guessing codes is slow, and never in the way of who types a right one."""

import pytest

from fishbowl.access import unknown_codes
from fishbowl.access.codes import DIGITS, LONG_DIGITS, LONG_WORDS
from fishbowl.access.unknown_codes import BURST, REFILL_S, TooManyCodes, UnknownCodes

HALL, ELSEWHERE = "192.0.2.7", "198.51.100.9"
YEAR_S = 365 * 24 * 60 * 60


class Tries:
    """Somebody who asks for codes; the sessions that there are, and a clock."""

    def __init__(self, *sessions: str) -> None:
        self.now_s = 1_000.0
        self.sessions = set(sessions)
        self.looked_up: list[str] = []
        self.limit = UnknownCodes(lambda: self.now_s)

    def ask(self, code: str, address: str = HALL, *, belongs: bool = False) -> str:
        def find(code: str) -> str | None:
            self.looked_up.append(code)
            return code if code in self.sessions else None

        try:
            return self.limit.look_up(address, code, find, lambda: belongs) or "unknown"
        except TooManyCodes:
            return "too many"

    def guess(self, count: int, address: str = HALL) -> list[str]:
        return [self.ask(f"GUESS{number}", address) for number in range(count)]


def test_after_a_burst_of_wrong_codes_none_is_looked_up() -> None:
    tries = Tries("WAVE47")
    assert tries.guess(100) == ["unknown"] * BURST + ["too many"] * (100 - BURST)
    assert len(tries.looked_up) == BURST
    assert tries.ask("WAVE47") == "too many"
    assert tries.ask("WAVE47", ELSEWHERE) == "WAVE47"


def test_a_hall_behind_one_address_is_answered_while_somebody_in_it_guesses() -> None:
    tries = Tries("WAVE47")
    assert tries.ask("WAVE47") == "WAVE47"
    tries.guess(1_000)
    assert [tries.ask("WAVE47") for _ in range(1_000)] == ["WAVE47"] * 1_000


def test_right_codes_cost_nothing() -> None:
    codes = [f"WAVE{number}" for number in range(100)]
    tries = Tries(*codes)
    assert [tries.ask(code) for code in codes] == codes
    assert tries.ask("WAVE100") == "unknown"


def test_the_same_wrong_code_costs_once() -> None:
    """A display that was opened too early asks every few seconds."""
    tries = Tries()
    assert {tries.ask("WAVE47") for _ in range(500)} == {"unknown"}
    tries.guess(100)
    tries.sessions.add("WAVE47")
    assert tries.ask("WAVE47") == "WAVE47"


def test_who_is_signed_in_there_is_answered_always() -> None:
    tries = Tries("WAVE47")
    tries.guess(100)
    assert tries.ask("WAVE47", belongs=True) == "WAVE47"


def test_tries_come_back_one_by_one() -> None:
    tries = Tries()
    tries.guess(100)
    each_s = REFILL_S / BURST
    with pytest.raises(TooManyCodes) as refused:
        tries.limit.look_up(HALL, "WAVE48", lambda code: None, lambda: False)
    assert 0 < refused.value.wait_s <= each_s
    tries.now_s += each_s + 1
    assert [tries.ask("WAVE48"), tries.ask("WAVE49")] == ["unknown", "too many"]


def test_a_customer_with_many_ipv6_addresses_is_one() -> None:
    tries = Tries()
    for number in range(200):
        tries.ask(f"GUESS{number}", f"2001:db8:0:{number:x}::{number:x}")
    assert len(tries.looked_up) == BURST


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unknown_codes, "KNOWN_MAX", 50)
    tries = Tries()
    for number in range(1_000):
        tries.ask("WAVE47", f"10.0.{number // 250}.{number % 250}")
    assert len(tries.limit._known) == 50


def test_trying_all_long_codes_takes_centuries_from_one_address_and_years_from_a_thousand() -> None:
    codes = len(LONG_WORDS) ** 2 * len(DIGITS) ** LONG_DIGITS
    a_year = BURST * YEAR_S / REFILL_S
    assert codes / a_year > 1_000
    assert codes / (1_000 * a_year) > 1
