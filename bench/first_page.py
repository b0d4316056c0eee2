"""The phone's first page: what it weighs on the wire, and in how many requests it comes.

Counted is what the page itself names and a browser fetches before the first tap: the document,
its styles and its scripts, with what these import at their beginning, and so on. What a script
imports later, when somebody taps, is not. The font is apart, for text is there without it.
"""

import re
from urllib.parse import urljoin

import requests

from bench.result import Result, row
from bench.servers import fishbowl

HOLD_BYTES = 50_000
HOLD_REQUESTS = 3
WITHOUT_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
TAG = re.compile(r"<(?:link|script|img)\b[^>]*>")
FETCHED = re.compile(r"""rel="?(?:stylesheet|modulepreload)|<script|<img""")
ADDRESS = re.compile(r"""\b(?:href|src)="([^"]+)\"""")
IMPORTED = re.compile(r"""(?:^|[;}\s])(?:import|export)\b[^"'();]*["'](\.[^"']+\.js)["']""")
"""A static import of a module beside; ``import(`` is one that waits for a tap."""


async def measure(size: int, rounds: int) -> list[Result]:
    """Weigh it; bytes do not change from round to round, so once is enough."""
    with fishbowl() as server:
        assert server.harness is not None
        code = server.harness.create_session(question="What makes people stay?")
        weights = list(_weights(f"{server.url}/{code}").values())
    return [
        row("first_page.bytes", size, [sum(weights)], "B", hold={"median": HOLD_BYTES}),
        row("first_page.requests", size, [len(weights)], "", hold={"median": HOLD_REQUESTS}),
    ]


def _weights(url: str) -> dict[str, int]:
    """What is fetched for a page, each address once, and the bytes that came over the wire."""
    page, weight = _fetched(url)
    weights = {url: weight}
    waiting = [urljoin(url, path) for path in assets(page)]
    while waiting:
        address = waiting.pop()
        if address not in weights:
            text, weights[address] = _fetched(address)
            waiting += [urljoin(address, path) for path in imports(text)]
    return weights


def imports(script: str) -> list[str]:
    """The modules that a script needs before it runs."""
    return [found[1] for found in IMPORTED.finditer(script)]


def assets(page: str) -> list[str]:
    """The addresses that a browser asks for because the page names them, each once."""
    tags = (tag for tag in TAG.findall(WITHOUT_SCRIPT.sub("", page)) if FETCHED.search(tag))
    addresses = (found[1] for tag in tags if (found := ADDRESS.search(tag)))
    return list(dict.fromkeys(one for one in addresses if not one.startswith("data:")))


def _fetched(url: str) -> tuple[str, int]:
    """A text, and the bytes of its body as they came over the wire."""
    with requests.get(url, headers={"Accept-Encoding": "gzip, br"}, stream=True, timeout=60) as got:
        got.raise_for_status()
        weight = len(got.raw.read(decode_content=False))
    return requests.get(url, headers={"Accept-Encoding": "identity"}, timeout=60).text, weight
