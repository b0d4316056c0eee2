"""Requests for every route of the server: with the fields of its own forms, whole or spoilt."""

import json
import random
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from tests.fuzz.frames import RESERVED
from tests.fuzz.values import broken, noise, odd_text, odd_value
from tests.web.conftest import Site

FORMATS = ("md", "html", "json", "csv", "zip", "vtt", "ics", "txt", "svg")
ROLES = ("runner", "note_taker", "co_facilitator", "facilitator")
ARGUMENTS = (
    "q", "code", "like", "order", "people", "table", "offset", "first", "lang", "theme", "event",
    "year", "kind", "language", "voices", "page", "t", "sid", "EIO", "transport", "j", "b64",
)  # fmt: skip
JSON_FIELDS = ("key", "words", "name", "width", "height", "ratio", "code", "end", "typed")
HEADERS = (
    "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cookie", "Expect", "Host",
    "If-Modified-Since", "If-None-Match", "Origin", "Range", "Referer", "Transfer-Encoding",
    "Content-Length", "Content-Type", "Upgrade", "User-Agent", "X-Fishbowl-Device",
    "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
)  # fmt: skip
FORM, JSON, PARTS = (
    "application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=b",
)  # fmt: skip


def routes_of_the_server(folder: Path) -> tuple[tuple[str, str], ...]:
    """Every method and rule of the url_map, and the transport's own path."""
    site = Site(folder / "routes.db")
    try:
        rules = {
            (method, rule.rule)
            for rule in site.app.url_map.iter_rules()
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        }
    finally:
        site.service.stop()
    return (*sorted(rules), ("GET", "/socket.io/"), ("POST", "/socket.io/"))


class Fields(HTMLParser):
    """Reads the fields of the forms of a page, with the values that they begin with."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a field that has a name."""
        given = dict(attrs)
        if tag in ("input", "select", "textarea", "button", "option") and given.get("name"):
            self.found[str(given["name"])] = given.get("value") or ""


class Requests:
    """Draws requests.

    :param routes: methods and rules.
    :param code: gives the code of a session that may come to harm.
    :param cookies: what may be sent as a ``Cookie``.
    :param fields: the forms' fields, by the rule of their page.
    """

    def __init__(
        self,
        routes: tuple[tuple[str, str], ...],
        host: str,
        code: Callable[[], str],
        cookies: Callable[[], tuple[str, ...]],
    ) -> None:
        self._routes, self._host, self._code, self._cookies = routes, host, code, cookies
        self.fields: dict[str, dict[str, str]] = {}

    def any_request(self, draw: random.Random) -> bytes:
        """Draw the bytes of a request; a tenth of them is broken, and a few are noise."""
        if draw.random() < 0.02:
            return noise(draw)
        method, rule = draw.choice(self._routes)
        if draw.random() < 0.03:
            method = draw.choice(("PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "GE T", "get", ""))
        headers = {"Host": self._host, "Connection": "close", "Origin": f"http://{self._host}"}
        if draw.random() < 0.7:
            headers["Cookie"] = draw.choice(self._cookies())
        body = b""
        if method == "POST" or draw.random() < 0.05:
            headers["Content-Type"], body = self._body(draw, rule)
            headers["Content-Length"] = str(len(body))
        for _ in range(draw.choice((0, 0, 0, 1, 3))):
            headers[draw.choice(HEADERS)] = odd_text(draw)[:9_000].replace("\n", " ")
        head = [f"{method} {self._path(draw, rule)} HTTP/1.1"]
        head += [f"{name}: {value}" for name, value in headers.items()]
        whole = "\r\n".join([*head, "", ""]).encode("utf-8", "surrogatepass") + body
        return broken(draw, whole) if draw.random() < 0.1 else whole

    def _path(self, draw: random.Random, rule: str) -> str:
        def fill(found: re.Match[str]) -> str:
            name = found[1].partition(":")[2] or found[1]
            if draw.random() < 0.15:
                return quote(odd_text(draw)[:3_000].encode("utf-8", "surrogatepass"), safe="")
            likely = {
                "code": self._code(),
                "role": draw.choice(ROLES),
                "format": draw.choice(FORMATS),
                "slug": f"{self._code()}-{draw.randrange(10**9)}",
                "name": draw.choice(("phone.js", "favicon.svg", "..", "x.css")),
            }
            return likely.get(name, str(draw.randrange(60)))

        path = re.sub(r"<([^>]+)>", fill, rule)
        if draw.random() < 0.4:
            names = draw.sample(ARGUMENTS, draw.randrange(1, 4))
            values = [odd_text(draw)[:3_000].encode("utf-8", "surrogatepass") for _ in names]
            path += "?" + urlencode(list(zip(names, values, strict=True)))
            path += draw.choice(("", "", "&%ff=%fe", "\xff", "&q=%", ";;&&=="))
        return path

    def _body(self, draw: random.Random, rule: str) -> tuple[str, bytes]:
        """Draw a body and its type, which sometimes is another one's."""
        if rule == "/socket.io/":
            packets = (f"42{draw.choice(RESERVED)}" for _ in range(draw.choice((1, 3, 40))))
            return "text/plain", "\x1e".join(packets).encode()
        kind, fields = draw.choice((FORM, FORM, JSON, PARTS)), self._some_fields(draw, rule)
        if kind == JSON:
            body = json.dumps(fields if draw.random() < 0.8 else odd_value(draw)).encode()
        elif kind == FORM:
            pairs = [(name.encode("utf-8", "surrogatepass"), _as_bytes(value))
                     for name, value in fields.items()]  # fmt: skip
            body = urlencode(pairs + pairs[: draw.randrange(2)]).encode()
        else:
            body = b"".join(
                b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
                % (name.encode("utf-8", "surrogatepass"),
                   draw.choice((b"", b'; filename="x"', b'; filename="\xff"')), _as_bytes(value))
                for name, value in fields.items()
            ) + draw.choice((b"--b--\r\n", b"", b"--b"))  # fmt: skip
        if draw.random() < 0.1:
            body = broken(draw, body)
        if draw.random() < 0.05:
            kind = draw.choice((FORM, JSON, PARTS, "text/plain; charset=utf-99", "x", ";"))
        return kind, body

    def _some_fields(self, draw: random.Random, rule: str) -> dict[str, Any]:
        own = self.fields.get(rule) or dict.fromkeys(JSON_FIELDS, "1")
        fields: dict[str, Any] = {name: value for name, value in own.items() if draw.random() < 0.9}
        if "typed" in fields and draw.random() < 0.3:
            fields["typed"] = self._code()
        for _ in range(draw.choice((0, 1, 2, 8))):
            name = draw.choice([*own, odd_text(draw)[:60]])
            fields[name] = odd_value(draw) if draw.random() < 0.5 else odd_text(draw)
        return fields


def _as_bytes(value: Any) -> bytes:
    text = value if isinstance(value, str) else json.dumps(value)
    return text.encode("utf-8", "surrogatepass")
