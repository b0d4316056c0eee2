"""Rules of the summary: a person publishes it, and may put it right before and after."""

from collections.abc import Sequence

from msgspec.structs import replace

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.notes import due_day, note_changed_to
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.decide.takeaways import changed_to
from fishbowl.domain.session.decide.wall import erasing_wifi
from fishbowl.domain.session.ids import ItemId, NoteId, PersonId, TakeawayId
from fishbowl.domain.session.rules.summary.contents import can_be_left_out, topics_told
from fishbowl.domain.session.rules.summary.looked_at import can_be_passed, is_told
from fishbowl.domain.session.rules.summary.open_items import items
from fishbowl.domain.session.state import Session


@decides
def pass_words(session: Session, command: c.PassWords, given: Given) -> Sequence[e.Event]:
    """Let written words stand in the summary; those that do so already are left alone."""
    for item in command.items:
        if not can_be_passed(session, item):
            raise Rejected("item_unknown")
    items = tuple(item for item in dict.fromkeys(command.items) if not is_told(session, item))
    if not items:
        raise AlreadyTrue()
    return [e.WordsPassed(items=items)]


@decides
def publish_summary(session: Session, command: c.PublishSummary, given: Given) -> Sequence[e.Event]:
    """Make the summary public once the session is over; a person does that, never time."""
    if clock_state(session.clock) != "closed":
        raise Rejected("summary_not_ready")
    if session.summary.published:
        raise AlreadyTrue()
    return [e.SummaryPublished(looked=True), *erasing_wifi(session)]


@decides
def withdraw_summary(
    session: Session, command: c.WithdrawSummary, given: Given
) -> Sequence[e.Event]:
    """Take the summary back; publishing again brings it back under the same link."""
    if not session.summary.published:
        raise AlreadyTrue()
    return [e.SummaryWithdrawn()]


@decides
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


@decides
def hide_from_summary(
    session: Session, command: c.HideFromSummary, given: Given
) -> Sequence[e.Event]:
    """Leave something out of the summary."""
    item = _known(session, command.item)
    if item in session.left_out:
        raise AlreadyTrue()
    return [e.SummaryItemHidden(item=item)]


@decides
def show_in_summary(session: Session, command: c.ShowInSummary, given: Given) -> Sequence[e.Event]:
    """Let something stand in the summary again."""
    if _known(session, command.item) not in session.left_out:
        raise AlreadyTrue()
    return [e.SummaryItemShown(item=command.item)]


@decides
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


@decides
def close_item(session: Session, command: c.CloseItem, given: Given) -> Sequence[e.Event]:
    """Close something; the word about it may be put otherwise later."""
    person = _whose(session, command.item, given)
    end = session.items.get(command.item)
    if end is not None and end.words == command.words:
        raise AlreadyTrue()
    return [e.ItemClosed(item=command.item, person=person, words=command.words)]


@decides
def reopen_item(session: Session, command: c.ReopenItem, given: Given) -> Sequence[e.Event]:
    """Open it again."""
    person = _whose(session, command.item, given)
    if command.item not in session.items:
        raise AlreadyTrue()
    return [e.ItemReopened(item=command.item, person=person)]


@decides
def move_item(session: Session, command: c.MoveItem, given: Given) -> Sequence[e.Event]:
    """Move it to another day, also when the summary is published: only the day changes."""
    due = due_day(command.due)
    if not due:
        raise Rejected("bad_date")
    takeaway = session.takeaways.get(TakeawayId(command.item))
    note = session.notes.get(NoteId(command.item))
    if takeaway is not None and takeaway.kind == "will" and takeaway.words:
        if takeaway.due == due:
            raise AlreadyTrue()
        return [changed_to(replace(takeaway, due=due))]
    if note is not None and note.kind == "action":
        if note.due == due:
            raise AlreadyTrue()
        return [note_changed_to(replace(note, due=due))]
    raise Rejected("item_unknown")


def _whose(session: Session, item: Seq, given: Given) -> PersonId | None:
    """Whose an item is; a private commitment is there for its own person alone."""
    takeaway = session.takeaways.get(TakeawayId(item))
    if given.role is Role.ATTENDEE and takeaway is not None and takeaway.kind == "will":
        return takeaway.person
    found = next((one for one in items(session) if one.id == item), None)
    if found is None:
        raise Rejected("item_unknown")
    return found.person


@decides
def credit_me(session: Session, command: c.CreditMe, given: Given) -> Sequence[e.Event]:
    """Let a person choose to be named; the choice can be taken back at any time."""
    person = given.sender
    if session.settings.attribution != "opt_in":
        raise Rejected("names_settled")
    if command.on == (person in session.credits):
        raise AlreadyTrue()
    return [e.PersonCredited(person=person, on=command.on)]


@decides
def mark_recording_start(
    session: Session, command: c.MarkRecordingStart, given: Given
) -> Sequence[e.Event]:
    """Note that a recording starts, and let the room know; under Chatham House there is none."""
    if session.settings.attribution == "chatham_house":
        raise Rejected("not_recorded")
    if session.recording.goes_on:
        raise AlreadyTrue()
    return [e.RecordingMarked()]


@decides
def mark_recording_stop(
    session: Session, command: c.MarkRecordingStop, given: Given
) -> Sequence[e.Event]:
    """Note that the recording has ended."""
    if not session.recording.goes_on:
        raise AlreadyTrue()
    return [e.RecordingEnded()]
