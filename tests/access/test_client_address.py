"""Addresses as keys of limits, and whom to believe about them."""

from collections.abc import Iterable
from typing import Any

import pytest
from werkzeug.test import create_environ

from fishbowl.access.client_address import limit_key
from fishbowl.access.proxies import Proxies, is_own_origin

SPOOFED = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Host": "talk.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Port": "444",
    "X-Real-IP": "203.0.113.9",
    "Forwarded": "for=203.0.113.9",
}


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2ff:3:4:5:6", "2001:db8:1:200::"),
        ("2001:db8:1:200:ffff::1", "2001:db8:1:200::"),
        ("2001:db8:1:300::1", "2001:db8:1:300::"),
        ("fe80::1%eth0", "fe80::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", ""),
        ("unix", "unix"),
    ],
)
def test_a_customer_with_many_ipv6_addresses_is_one_key(address: str, key: str) -> None:
    assert limit_key(address) == key


def seen_by_the_app(proxies: Proxies, headers: dict[str, str]) -> dict[str, Any]:
    """What an app behind the middleware is told."""
    seen: dict[str, Any] = {}

    def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        seen.update(environ)
        return []

    environ = create_environ("/", "http://127.0.0.1:8080", headers=headers)
    environ["REMOTE_ADDR"] = "192.0.2.50"
    list(proxies.wrapped(app)(environ, None))
    return seen


def test_without_a_proxy_nobody_is_believed_and_nothing_of_it_reaches_a_library() -> None:
    proxies = Proxies()
    seen = seen_by_the_app(proxies, SPOOFED)
    assert (seen["REMOTE_ADDR"], seen["HTTP_HOST"]) == ("192.0.2.50", "127.0.0.1:8080")
    assert seen["wsgi.url_scheme"] == "http"
    assert not [name for name in seen if "FORWARDED" in name or "REAL_IP" in name]
    assert proxies.unknown_seen


def test_behind_one_proxy_its_own_word_counts_and_not_what_it_was_told() -> None:
    proxies = Proxies(1)
    seen = seen_by_the_app(
        proxies,
        {**SPOOFED, "X-Forwarded-For": "198.51.100.1, 203.0.113.9"},
    )
    assert (seen["REMOTE_ADDR"], seen["HTTP_HOST"]) == ("203.0.113.9", "talk.example")
    assert seen["wsgi.url_scheme"] == "https"
    assert not [name for name in seen if name.startswith("HTTP_X_FORWARDED")]
    assert not proxies.unknown_seen


def test_behind_two_the_outer_one_is_asked() -> None:
    headers = {"X-Forwarded-For": "198.51.100.1, 203.0.113.9, 192.0.2.60"}
    assert seen_by_the_app(Proxies(2), headers)["REMOTE_ADDR"] == "203.0.113.9"


@pytest.mark.parametrize(
    ("origin", "host", "public", "own"),
    [
        ("http://10.0.0.5:8080", "10.0.0.5:8080", "", True),
        ("https://TALK.example", "talk.example", "", True),
        ("https://talk.example", "127.0.0.1:8080", "talk.example", True),
        ("https://evil.example", "talk.example", "talk.example", False),
        ("https://talk.example.evil.example", "talk.example", "", False),
        ("null", "talk.example", "", False),
        ("", "talk.example", "", False),
        ("http://[x", "talk.example", "", False),
        ("https://talk.example:444", "talk.example", "", False),
    ],
)
def test_a_page_speaks_for_its_visitor_where_it_comes_from_this_server(
    origin: str, host: str, public: str, own: bool
) -> None:
    assert is_own_origin(origin, host, public) is own


def test_a_refused_page_is_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    proxies = Proxies()
    for _ in range(5):
        proxies.say_refused("https://talk.example\nforged line", "127.0.0.1:8080")
    assert len(caplog.messages) == 1
    assert "Host header" in caplog.messages[0]
    assert "\n" not in caplog.messages[0]
