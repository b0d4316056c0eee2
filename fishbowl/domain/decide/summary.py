"""Rules of the summary: a person publishes it, and may put it right before and after."""

from collections.abc import Sequence

from fishbowl.domain import commands as c
from fishbowl.domain import events as e
from fishbowl.domain.clock import clock_state
from fishbowl.domain.decide.given import Given
from fishbowl.domain.decide.wall import erasing_wifi
from fishbowl.domain.errors import AlreadyTrue, Rejected
from fishbowl.domain.ids import ItemId
from fishbowl.domain.looked_at import can_be_passed, is_told
from fishbowl.domain.state import Session
from fishbowl.domain.summary import can_be_left_out, topics_told


def pass_words(session: Session, command: c.PassWords, given: Given) -> Sequence[e.Event]:
    """Let written words stand in the summary; those that do so already are left alone."""
    for item in command.items:
        if not can_be_passed(session, item):
            raise Rejected("item_unknown")
    items = tuple(item for item in dict.fromkeys(command.items) if not is_told(session, item))
    if not items:
        raise AlreadyTrue()
    return [e.WordsPassed(items=items)]


def publish_summary(session: Session, command: c.PublishSummary, given: Given) -> Sequence[e.Event]:
    """Make the summary public once the session is over; a person does that, never time."""
    if clock_state(session.clock) != "closed":
        raise Rejected("summary_not_ready")
    if session.summary.published:
        raise AlreadyTrue()
    return [e.SummaryPublished(looked=True), *erasing_wifi(session)]


def withdraw_summary(
    session: Session, command: c.WithdrawSummary, given: Given
) -> Sequence[e.Event]:
    """Take the summary back; publishing again brings it back under the same link."""
    if not session.summary.published:
        raise AlreadyTrue()
    return [e.SummaryWithdrawn()]


def introduce_summary(
    session: Session, command: c.IntroduceSummary, given: Given
) -> Sequence[e.Event]:
    """Write what stands around the summary; what is not given stays."""
    words = session.summary_words
    before = {field: getattr(words, field) for field in words.__struct_fields__}
    given_now = {field: getattr(command, field) for field in before}
    after = before | {field: text for field, text in given_now.items() if text is not None}
    if after == before:
        raise AlreadyTrue()
    return [e.SummaryIntroduced(**after)]


def hide_from_summary(
    session: Session, command: c.HideFromSummary, given: Given
) -> Sequence[e.Event]:
    """Leave something out of the summary."""
    item = _known(session, command.item)
    if item in session.left_out:
        raise AlreadyTrue()
    return [e.SummaryItemHidden(item=item)]


def show_in_summary(session: Session, command: c.ShowInSummary, given: Given) -> Sequence[e.Event]:
    """Let something stand in the summary again."""
    if _known(session, command.item) not in session.left_out:
        raise AlreadyTrue()
    return [e.SummaryItemShown(item=command.item)]


def move_in_summary(session: Session, command: c.MoveInSummary, given: Given) -> Sequence[e.Event]:
    """Tell a topic earlier or later; the others keep their order."""
    now = tuple(topic.id for topic in topics_told(session))
    if command.topic not in now or command.before not in (None, *now):
        raise Rejected("topic_unknown")
    rest = [topic for topic in now if topic != command.topic]
    place = len(rest) if command.before not in rest else rest.index(command.before)
    order = (*rest[:place], command.topic, *rest[place:])
    if order == now or command.before == command.topic:
        raise AlreadyTrue()
    return [e.SummaryOrdered(topics=order)]


def _known(session: Session, item: ItemId) -> ItemId:
    if not can_be_left_out(session, item):
        raise Rejected("item_unknown")
    return item
