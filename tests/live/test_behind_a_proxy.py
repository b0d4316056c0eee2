"""A proxy in front is believed only where the settings say so; a wrong Host is explained."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from tests.support.server import Server

PAGE = "https://talk.example"
POLL = "/socket.io/?EIO=4&transport=polling"


def polled(server: Server, **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.get(f"{server.url}{POLL}", headers=named, timeout=30).status_code


@pytest.mark.parametrize("async_mode", ["eventlet", "threading"])
def test_nobody_is_believed_unless_the_settings_say_so(
    start_server: Callable[..., Server], tmp_path: Path, async_mode: str
) -> None:
    errors = tmp_path / "errors"
    server = start_server(async_mode=async_mode, errors=errors)
    assert polled(server, Origin=server.url) == 200
    for _ in range(3):
        assert (
            polled(server, Origin=PAGE, X_Forwarded_Host="talk.example", X_Forwarded_Proto="https")
            == 400
        )
    server.stop()
    said = errors.read_text()
    assert said.count("Host header") == 1
    assert said.count("\n") == 1


def test_a_trusted_proxy_tells_what_the_browser_is_at(start_server: Callable[..., Server]) -> None:
    server = start_server(options=["--trusted-proxies", "1"])
    assert polled(server, Origin=PAGE) == 400
    assert polled(server, Origin=PAGE, X_Forwarded_Host="talk.example") == 200
    assert polled(server, Origin=PAGE, X_Forwarded_Host="talk.example, 127.0.0.1") == 400
    healthy = requests.get(
        f"{server.url}/healthz", headers={"X-Forwarded-Host": "talk.example"}, timeout=30
    )
    assert healthy.json()["host"] == "talk.example"


def test_a_public_address_lets_its_pages_in_whatever_the_host(
    start_server: Callable[..., Server],
) -> None:
    server = start_server(options=["--public-url", PAGE])
    assert polled(server, Origin=PAGE) == 200
    assert polled(server, Origin=PAGE, Host="127.0.0.1:1") == 200
    assert polled(server, Origin="https://evil.example") == 400


def test_the_check_says_that_a_proxy_is_not_trusted(start_server: Callable[..., Server]) -> None:
    server = start_server()
    code = server.create_session()
    with requests.Session() as browser:
        browser.headers["Cookie"] = server.owner_cookie()
        lines = browser.get(f"{server.url}/{code}/check.json", timeout=30).json()["lines"]
        assert "proxy" not in [line["name"] for line in lines]
        browser.get(f"{server.url}/{code}", headers={"X-Forwarded-For": "192.0.2.9"}, timeout=30)
        lines = browser.get(f"{server.url}/{code}/check.json", timeout=30).json()["lines"]
        (line,) = [line for line in lines if line["name"] == "proxy"]
        assert "--trusted-proxies" in line["todo"]
        page = browser.get(f"{server.url}/{code}/check", timeout=30).text
        assert f'data-asked-as="127.0.0.1:{server.port}"' in page
    assert "192.0.2.9" not in json.dumps(lines)
