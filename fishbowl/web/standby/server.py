"""A server that is followed: its sealed answers, the owner's page, and where it goes on.

The key of a standby is shown to the owner alone. It is typed on the other machine, and stands in no
address and in no log.
"""

import time
from contextlib import nullcontext
from typing import TypeVar

import msgspec
from flask import Blueprint, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from fishbowl.access.turns import TURN
from fishbowl.standby.asking import PATH, answered
from fishbowl.standby.messages import Ask, Fence, Hello, Question
from fishbowl.standby.sealing import NotOurs
from fishbowl.web.context import here
from fishbowl.web.sign_in.identity import need_owner

bp = Blueprint("standby", __name__)

Q = TypeVar("Q", bound=Question)
_FOLLOWED = frozenset({"phone.show", "display.show", "console.show", "owner.show", "runner.show"})
"""Pages that lead on to the machine that has taken over."""


@bp.get("/standby")
def show() -> str:
    """How a second machine follows, and how it does."""
    need_owner()
    context = here()
    return render_template(
        "standby.html",
        key=context.standby.key,
        command=f"fishbowl standby {context.network.base()}",
        followers=context.standby.followers(),
        successor=context.standby.turn.successor,
    )


@bp.post("/standby/hello")
def hello() -> Response:
    """Let a standby begin to follow."""
    question = _opened(Hello, "hello")
    return _sealed(here().standby.hello(question), "hello", question)


@bp.post("/standby/next")
def next_batch() -> Response:
    """Take what a standby confirms, and give it what is new, as soon as there is something."""
    question = _opened(Ask, "next")
    waiting = request.environ.get(TURN) or nullcontext()
    return _sealed(here().standby.next(question, waiting), "next", question)


@bp.post("/standby/fence")
def fence() -> Response:
    """Hear that another machine has taken over, or say whether one has."""
    question = _opened(Fence, "fence")
    return _sealed(here().standby.fence(question), "fence", question)


@bp.before_app_request
def lead_on() -> AnyResponse | None:
    """After a takeover lead everybody who asks for a page to where it goes on."""
    successor = here().standby.turn.successor
    if successor and request.endpoint in _FOLLOWED:
        return redirect(f"{successor}{request.path}", 303)
    return None


def _opened(kind: type[Q], what: str) -> Q:
    """Open a question.

    :raises werkzeug.exceptions.Forbidden: it was not sealed with the key of this installation.
    """
    context = here()
    try:
        return context.standby.seal.open(request.get_data(), kind, f"{PATH}{what}")
    except NotOurs:
        allowed = context.wrong_keys.allows(request.remote_addr, time.monotonic())
        abort(403 if allowed else 429)


def _sealed(answer: msgspec.Struct, what: str, question: Question) -> Response:
    content = answered(answer, here().standby.seal, what, question)
    return Response(content, content_type="application/octet-stream")
