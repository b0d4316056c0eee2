"""Requests and questions that never reached the bowl; every output has a section for them."""

from collections.abc import Iterator

from fishbowl.domain.kernel.ids import ItemId, QuestionId
from fishbowl.domain.session.commands import RequestKind
from fishbowl.domain.session.model.request_states import OPEN
from fishbowl.harvest.base import Struct, Who
from fishbowl.harvest.model import Summary


class Unreached(Struct, frozen=True, kw_only=True):
    """The words of a request or question that was still open at the end.

    For a request, ``kind`` is its kind, and ``who`` is ``None``: people who did not reach the bowl
    are not named for it. For a written question ``kind`` is ``None``, and ``upvotes`` counts its
    upvotes. ``item`` is the id by which it can be left out of the summary. ``added`` is what the
    person wrote about it afterwards; such a text names its author as points do. ``unseen`` items
    have not been reviewed; only a proof has them.
    """

    who: Who | None
    words: str
    kind: RequestKind | None
    upvotes: int = 0
    item: ItemId | None = None
    question: QuestionId | None = None
    added: str = ""
    unseen: bool = False


def unreached(summary: Summary) -> tuple[Unreached, ...]:
    """List the questions that were up and not answered, then the requests with words.

    Questions with most upvotes come first. Erased and withdrawn words are left out.
    """
    open_questions = sorted(
        (question for question in summary.questions if question.outcome == "open"),
        key=lambda question: (-question.upvotes, question.question),
    )
    return (
        *(
            Unreached(
                who=question.who,
                words=question.words,
                kind=None,
                upvotes=question.upvotes,
                item=ItemId(question.question),
                question=question.question,
            )
            for question in open_questions
        ),
        *_waited(summary),
    )


def _waited(summary: Summary) -> Iterator[Unreached]:
    """The words of open requests, and what their authors wrote afterwards."""
    since = [point for point in summary.points if point.afterwards]
    for request in summary.queue:
        if request.outcome not in OPEN:
            continue
        said = [point for point in since if point.request == request.request]
        if request.words and not said:
            item = ItemId(request.request)
            yield Unreached(
                who=None,
                words=request.words,
                kind=request.kind,
                item=item,
                unseen=request.unseen,
            )
        for point in said:
            yield Unreached(
                who=point.who,
                words=request.words or point.words,
                kind=request.kind,
                item=None if point.point is None else ItemId(point.point),
                added=point.words if request.words else "",
                unseen=point.unseen,
            )
    told = {request.request for request in summary.queue}
    for point in since:
        if point.request not in told:
            yield Unreached(
                who=point.who,
                words=point.words,
                kind=None,
                item=None if point.point is None else ItemId(point.point),
                unseen=point.unseen,
            )
