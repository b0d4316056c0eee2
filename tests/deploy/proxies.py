"""Starts a recipe for a proxy on loopback, and looks at the server through it."""

import contextlib
import json
import socket
import ssl
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from websocket import create_connection

from tests.deploy.page import ROOT

NAME = "talk.example.org"
STARTED_S = 20
CERTIFICATE, KEY = "fullchain.pem", "privkey.pem"


class Proxy(NamedTuple):
    """A proxy with its recipe.

    ``adapted`` writes the recipe for a trial into a folder, given the ports of the server, of https
    and of http, and returns the file; ``options`` are those with which the program runs it in the
    foreground.
    """

    program: str
    recipe: str
    version: str
    adapted: Callable[[Path, int, int, int], Path]
    options: Callable[[Path, Path], list[str]]


def certificate(home: Path) -> None:
    """Make a certificate for the name of the recipes, which signs itself."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
         "-keyout", KEY, "-out", CERTIFICATE],
        cwd=home, check=True, capture_output=True,
    )  # fmt: skip


def https_problems(home: Path, port: int, proxy: subprocess.Popen[bytes]) -> list[str]:
    """Look at the server as a browser does; return what is wrong, in words."""
    try:
        head, body = _get(home, port, "/healthz", proxy)
    except OSError as error:
        return [f"no answer by https: {error}"]
    problems = []
    if json.loads(body)["host"] != f"{NAME}:{port}":
        problems.append(f"the server is asked as {json.loads(body)['host']}")
    if "strict-transport-security: max-age=" not in head.lower():
        problems.append("the server does not know that the browser came by https")
    opened = _websocket(home, port)
    return problems if opened.startswith("0{") else [*problems, f"no WebSocket: {opened[:80]}"]


def _get(home: Path, port: int, path: str, proxy: subprocess.Popen[bytes]) -> tuple[str, str]:
    """Fetch a page once the proxy answers.

    :raises OSError: it does not, or has ended.
    """
    request = f"GET {path} HTTP/1.1\r\nHost: {NAME}:{port}\r\nConnection: close\r\n\r\n"
    until = time.monotonic() + STARTED_S
    while True:
        try:
            with _connected(home, port) as line:
                line.sendall(request.encode())
                answer = b"".join(iter(lambda: line.recv(65_536), b"")).decode()
            head, _, body = answer.partition("\r\n\r\n")
            return head, body[body.index("{") : body.rindex("}") + 1]
        except (OSError, ValueError) as error:
            if time.monotonic() > until or proxy.poll() is not None:
                raise OSError(error) from error
            with contextlib.suppress(subprocess.TimeoutExpired):
                proxy.wait(0.1)  # it is asked again, unless it has ended


def _websocket(home: Path, port: int) -> str:
    """Open a live connection from a page of the server, and return its first message."""
    address = f"wss://{NAME}:{port}/socket.io/?EIO=4&transport=websocket"
    try:
        live = create_connection(
            address, socket=_connected(home, port), origin=f"https://{NAME}:{port}"
        )
        first = str(live.recv())
        live.close()
        return first
    except Exception as error:
        return repr(error)


def _connected(home: Path, port: int) -> ssl.SSLSocket:
    trusting = ssl.create_default_context(cafile=str(home / CERTIFICATE))
    plain = socket.create_connection(("127.0.0.1", port), STARTED_S)
    return trusting.wrap_socket(plain, server_hostname=NAME)


def _caddy(home: Path, server: int, https: int, http: int) -> Path:
    recipe = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    site = f"https://{NAME}:{https} {{\n\tbind 127.0.0.1\n\ttls {home / CERTIFICATE} {home / KEY}"
    recipe = recipe.replace(f"\n{NAME} {{", f"\n{site}").replace(
        "127.0.0.1:8080", f"127.0.0.1:{server}"
    )
    options = f"{{\n\tadmin off\n\tauto_https disable_redirects\n\thttp_port {http}\n}}\n"
    config = home / "Caddyfile"
    config.write_text(options + recipe)
    return config


def _nginx(home: Path, server: int, https: int, http: int) -> Path:
    recipe = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for written, tried in (
        ("127.0.0.1:8080", f"127.0.0.1:{server}"),
        ("    listen [::]:80;\n", ""),
        ("    listen [::]:443 ssl;\n", ""),
        ("listen 80;", f"listen 127.0.0.1:{http};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{https} ssl;"),
        ("/etc/ssl/fishbowl/", f"{home}/"),
    ):
        recipe = recipe.replace(written, tried)
    temporary = "".join(f"{kind}_temp_path {home}/{kind};\n" for kind in
                        ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))  # fmt: skip
    config = home / "nginx.conf"
    config.write_text(
        f"daemon off;\npid {home}/nginx.pid;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}{recipe}}}\n"
    )
    return config


CADDY = Proxy(
    "caddy", "Caddyfile", "version", _caddy,
    lambda config, home: ["run", "--adapter", "caddyfile", "--config", str(config)],
)  # fmt: skip
NGINX = Proxy(
    "nginx", "nginx.conf", "-v", _nginx,
    lambda config, home: ["-p", str(home), "-e", "stderr", "-c", str(config)],
)  # fmt: skip
