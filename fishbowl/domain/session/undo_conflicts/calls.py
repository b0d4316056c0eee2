"""Who was called in place of a call that would be put back.

A call that was taken back leaves its place to others. If one of them has stepped over the same
people since, putting the first call back would count for them twice what they waited through once.
"""

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session.model import Part, Request
from fishbowl.domain.session.state import Changes, Session


def called_instead(session: Session, back: Changes, since: int) -> Part | None:
    """Name a request that has been served since, over people whom a call put back has overtaken.

    :param back: the parts that would be put back, with the values they would have.
    :param since: the action by which the calls had come to nothing.
    """
    overtaken = {
        passed
        for value in back.values()
        if isinstance(value, Request)
        for passed in set(value.passed_now) - _overtaken_now(session, value)
    }
    if not overtaken:
        return None
    served = (
        request
        for request in session.requests.values()
        if _last_call(request) > since and Part("request", request.id) not in back
    )
    return next(
        (Part("request", request.id) for request in served if _overtakes(request) & overtaken), None
    )


def _overtaken_now(session: Session, value: Request) -> set[int]:
    request = session.requests.get(value.id)
    return set() if request is None else set(request.passed_now)


def _last_call(request: Request) -> Seq:
    return max(request.served_seq, request.rested_seq)


def _overtakes(request: Request) -> set[int]:
    return {*request.passed_now, *request.passed_over}
