"""What a request keeps of the moment in which its turn came."""

import msgspec

from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry, result
from fishbowl.domain.session.model import Request


def now_served(
    request: Request,
    event: e.CallMade | e.ChairTaken | e.RequestRead,
    entry: Entry,
) -> Request:
    """Note when it was, as what, and whom the order has stepped over; the waiting is over."""
    return msgspec.structs.replace(
        request,
        served_seq=entry.seq,
        as_reply=result(event.as_reply),
        passed_now=event.passed_over,
        lead=None,
        snoozed_until_run_ms=None,
    )


def not_served(request: Request, *, counts: bool) -> Request:
    """Let a request wait again whose call came to nothing.

    :param counts: whether those whom the call stepped over were overtaken by it all the same.
    """
    passed = request.passed_over + (request.passed_now if counts else ())
    return msgspec.structs.replace(
        request, served_seq=0, as_reply=False, passed_over=passed, passed_now=()
    )
