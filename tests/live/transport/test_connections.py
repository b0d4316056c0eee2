"""The table of connections: what takes too long is cut, what is complete is not counted."""

import socket
from collections.abc import Iterator

import pytest

from fishbowl.live.transport import connections as module
from fishbowl.live.transport.connections import DEADLINES_S, Connections

Pair = tuple[socket.socket, socket.socket]
LATER_S = 1e9


class Lines:
    """Pairs of connected sockets: the server's end, and the other one."""

    def __init__(self) -> None:
        self.pairs: list[Pair] = []

    def open(self) -> Pair:
        pair = socket.socketpair()
        self.pairs.append(pair)
        pair[1].setblocking(False)
        return pair


@pytest.fixture
def lines() -> Iterator[Lines]:
    lines = Lines()
    yield lines
    for pair in lines.pairs:
        for sock in pair:
            sock.close()


def is_cut(pair: Pair) -> bool:
    """Whether the other end has been told that the connection is over."""
    try:
        return pair[1].recv(1) == b""
    except BlockingIOError:
        return False


@pytest.mark.parametrize("phase", DEADLINES_S)
def test_whatever_takes_too_long_is_cut_and_nothing_before(
    lines: Lines, phase: module.Phase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module.time, "monotonic", lambda: 100.0)
    table, pair = Connections(), lines.open()
    assert table.opened(pair[0], "address")
    assert table.enters(pair[0], phase)
    assert table.cut_overdue(100 + DEADLINES_S[phase] - 0.1) == 0
    assert not is_cut(pair)
    assert table.cut_overdue(100 + DEADLINES_S[phase]) == 1
    assert is_cut(pair)
    assert not table.enters(pair[0], "answer"), "what was cut is not answered"
    assert table.cut_overdue(LATER_S) == 0


def test_what_is_connected_for_good_has_no_deadline(lines: Lines) -> None:
    table, pair = Connections(), lines.open()
    table.opened(pair[0], "address")
    table.left(pair[0])
    assert table.cut_overdue(LATER_S) == 0
    assert table.enters(pair[0], "answer")
    assert not is_cut(pair)


def test_each_phase_has_a_time_of_its_own(lines: Lines, monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = 0.0
    monkeypatch.setattr(module.time, "monotonic", lambda: now_s)
    table, pair = Connections(), lines.open()
    table.opened(pair[0], "address")
    for phase in ("answer", "idle", "answer", "idle"):
        now_s += 9
        assert table.cut_overdue(now_s) == 0
        assert table.enters(pair[0], phase)  # type: ignore[arg-type]


def test_one_address_has_so_many_incomplete_requests_and_the_first_gives_way(
    lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "UNFINISHED_MAX", 3)
    table = Connections()
    other = lines.open()
    table.opened(other[0], "another address")
    pairs = [lines.open() for _ in range(5)]
    for pair in pairs:
        assert table.opened(pair[0], "address")
    assert [is_cut(pair) for pair in pairs] == [True, True, False, False, False]
    assert not is_cut(other)


def test_a_hall_behind_one_address_is_not_counted_once_its_requests_are_there(
    lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "UNFINISHED_MAX", 3)
    table = Connections()
    pairs = [lines.open() for _ in range(30)]
    for pair in pairs:
        table.opened(pair[0], "address")
        table.enters(pair[0], "answer")
    assert not any(is_cut(pair) for pair in pairs)


def test_where_the_machine_is_full_the_idle_give_way_to_who_comes(
    lines: Lines, caplog: pytest.LogCaptureFixture
) -> None:
    busy, idle, half, new = (lines.open() for _ in range(4))
    table = Connections(files_max=max(new[0].fileno() - 1, 1))
    for pair, phase in ((busy, "answer"), (idle, "idle"), (half, "request")):
        table.opened(pair[0], "address")
        table.enters(pair[0], phase)  # type: ignore[arg-type]
    assert table.opened(new[0], "address")
    assert (is_cut(half), is_cut(idle), is_cut(busy)) == (True, False, False)
    table.left(new[0])
    assert table.opened(new[0], "address")
    assert is_cut(idle)
    table.left(new[0])
    assert not table.opened(new[0], "address"), "there is nobody left who could give way"
    table.give_way = lambda: True
    assert table.opened(new[0], "address")
    assert len([text for text in caplog.messages if "no more connections" in text]) == 1


def test_a_descriptor_that_is_used_again_is_another_connection(lines: Lines) -> None:
    table, first = Connections(), lines.open()
    table.opened(first[0], "address")
    table.enters(first[0], "idle")
    table.opened(first[0], "another address")  # the first one's end was never told
    assert table.count() == {"request": 1, "body": 0, "answer": 0, "idle": 0}
    table.left(first[0])
    assert sum(table.count().values()) == 0
