"""What a home answers to laptops. Everything is sealed, or proved by a code; nothing is signed in.

The bodies are MessagePack: :mod:`fishbowl.home.messages`.
"""

import time
from collections.abc import Callable

from flask import Blueprint, Response, abort, request

from fishbowl.home.answers import NotPaired
from fishbowl.web.context import here

bp = Blueprint("home_receiving", __name__)


@bp.post("/home/pair")
def pair() -> Response:
    """Tell what a code has to be proved with; the same to everybody."""
    return _bytes(here().home.receiving.begin())


@bp.post("/home/join")
def join() -> Response:
    """Take a laptop that knows a code."""
    return _answered(here().home.receiving.join)


@bp.post("/home/ask")
def ask() -> Response:
    """Answer a laptop that is paired."""
    return _answered(here().home.answers.answered)


def _answered(answer: Callable[[bytes], bytes]) -> Response:
    context = here()
    try:
        return _bytes(answer(request.get_data()))
    except NotPaired:
        allowed = context.wrong_keys.allows(request.remote_addr, time.monotonic())
        abort(403 if allowed else 429)


def _bytes(content: bytes) -> Response:
    return Response(content, content_type="application/octet-stream")
