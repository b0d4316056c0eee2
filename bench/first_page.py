"""The phone's first page: what it weighs on the wire, and in how many requests it comes.

Counted is what the page itself names and a browser fetches before the first tap: the document,
its styles and its scripts. The font is apart, for text is there without it.
"""

import re

import requests

from bench.result import Result, row
from bench.servers import fishbowl

HOLD_BYTES = 50_000
HOLD_REQUESTS = 3
WITHOUT_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
TAG = re.compile(r"<(?:link|script|img)\b[^>]*>")
FETCHED = re.compile(r"""rel="?(?:stylesheet|modulepreload)|<script|<img""")
ADDRESS = re.compile(r"""\b(?:href|src)="([^"]+)\"""")


async def measure(size: int, rounds: int) -> list[Result]:
    """Weigh it; bytes do not change from round to round, so once is enough."""
    with fishbowl() as server:
        assert server.harness is not None
        code = server.harness.create_session(question="What makes people stay?")
        page, weight = _fetched(f"{server.url}/{code}")
        found = assets(page)
        weights = [weight, *(_fetched(f"{server.url}{path}")[1] for path in found)]
    return [
        row("first_page.bytes", size, [sum(weights)], "B", hold={"median": HOLD_BYTES}),
        row("first_page.requests", size, [len(weights)], "", hold={"median": HOLD_REQUESTS}),
    ]


def assets(page: str) -> list[str]:
    """The addresses that a browser asks for because the page names them, each once."""
    tags = (tag for tag in TAG.findall(WITHOUT_SCRIPT.sub("", page)) if FETCHED.search(tag))
    addresses = (found[1] for tag in tags if (found := ADDRESS.search(tag)))
    return list(dict.fromkeys(one for one in addresses if not one.startswith("data:")))


def _fetched(url: str) -> tuple[str, int]:
    """A text, and the bytes of its body as they came over the wire."""
    with requests.get(url, headers={"Accept-Encoding": "gzip, br"}, stream=True, timeout=60) as got:
        got.raise_for_status()
        body = got.raw.read(decode_content=False)
        weight = len(body)
        if "html" not in got.headers["Content-Type"]:
            return "", weight
    return requests.get(url, headers={"Accept-Encoding": "identity"}, timeout=60).text, weight
