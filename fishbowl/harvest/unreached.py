"""What was asked and never reached the bowl: it has its own place in every output."""

from fishbowl.domain.commands import RequestKind
from fishbowl.domain.ids import ItemId, QuestionId
from fishbowl.domain.request_states import OPEN
from fishbowl.harvest.base import Struct, Who
from fishbowl.harvest.model import Summary


class Unreached(Struct, frozen=True, kw_only=True):
    """Words that nobody in the bowl answered: somebody waited with them until the end.

    For what somebody would have brought to a chair, ``kind`` tells what it was, and ``who`` is
    ``None``: who did not get there is not named for it. For a question in writing ``kind`` is
    ``None``, and ``upvotes`` tells how many others would have liked to hear the answer.
    ``item`` is by what the facilitator can leave it out.
    """

    who: Who | None
    words: str
    kind: RequestKind | None
    upvotes: int = 0
    item: ItemId | None = None
    question: QuestionId | None = None


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
        *(
            Unreached(
                who=None, words=request.words, kind=request.kind, item=ItemId(request.request)
            )
            for request in summary.queue
            if request.outcome in OPEN and request.words
        ),
    )
