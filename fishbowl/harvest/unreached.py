"""What was asked and never reached the bowl: it has its own place in every output."""

from collections.abc import Iterator

from fishbowl.domain.session.commands import RequestKind
from fishbowl.domain.session.ids import ItemId, QuestionId
from fishbowl.domain.session.model.request_states import OPEN
from fishbowl.harvest.base import Struct, Who
from fishbowl.harvest.model import Summary


class Unreached(Struct, frozen=True, kw_only=True):
    """Words that nobody in the bowl answered: somebody waited with them until the end.

    For what somebody would have brought to a chair, ``kind`` tells what it was, and ``who`` is
    ``None``: who did not get there is not named for it. For a question in writing ``kind`` is
    ``None``, and ``upvotes`` tells how many others would have liked to hear the answer.
    ``item`` is by what the facilitator can leave it out.
    ``added`` is what somebody put in writing afterwards; they sign it as they sign a point.
    ``unseen``: nobody has looked at it, only a proof tells it.
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
    """List the questions that were up and not taken up, then what people waited with.

    Most wanted first; then as they came. Whose words were removed, or taken back, is not here.
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
    """What people waited with until the end, and what they have said of it since."""
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
