"""The summary is put right: words around it, what is left out, the order of its topics."""

import pytest

from fishbowl.domain.kernel.ids import ItemId, TopicId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import AlreadyTrue
from fishbowl.domain.session.events import TopicAdded
from fishbowl.domain.session.rules.summary.contents import topics_told
from tests.support.refusals import refused
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    """A session that is over, in which three topics were on the table."""
    room = Room()
    room.facilitator.starts()
    for title in ("Pay", "Trust", "Keys"):
        room.facilitator.begins_topic(title)
        room.wait(60)
    room.facilitator.sends(c.CloseSession())
    return room


def topics(room: Room) -> dict[str, TopicId]:
    return {topic.title: topic.id for topic in room.session.topics.values()}


def told(room: Room) -> list[str]:
    return [topic.title for topic in topics_told(room.session)]


def test_words_stand_around_it_and_each_changes_alone(room: Room):
    room.facilitator.sends(c.IntroduceSummary(opening="In short.", credit="Thanks, Mei-Lin"))
    room.facilitator.sends(c.IntroduceSummary(closing="To be continued."))
    words = room.session.summary_words
    assert (words.opening, words.closing, words.credit) == (
        "In short.",
        "To be continued.",
        "Thanks, Mei-Lin",
    )
    room.facilitator.sends(c.IntroduceSummary(opening=""))
    assert room.session.summary_words.opening == ""
    with pytest.raises(AlreadyTrue):
        room.sends(c.IntroduceSummary(opening=""))


def test_the_language_can_be_said_after_the_end_and_left_to_a_guess_again(room: Room):
    room.facilitator.sends(c.SetLanguage(language="de"))
    assert room.session.settings.language == "de"
    with pytest.raises(AlreadyTrue):
        room.sends(c.SetLanguage(language="de"))
    room.facilitator.sends(c.SetLanguage(language=""))
    assert room.session.settings.language == ""


def test_what_is_left_out_comes_back(room: Room):
    trust = ItemId(topics(room)["Trust"])
    room.facilitator.sends(c.HideFromSummary(item=trust))
    assert trust in room.session.left_out
    with pytest.raises(AlreadyTrue):
        room.sends(c.HideFromSummary(item=trust))
    room.facilitator.sends(c.ShowInSummary(item=trust))
    assert trust not in room.session.left_out
    with pytest.raises(AlreadyTrue):
        room.sends(c.ShowInSummary(item=trust))


def test_only_what_the_summary_tells_can_be_left_out(room: Room):
    started = next(entry.seq for entry in room.log if not isinstance(entry.event, TopicAdded))
    for item in (started, 9_999):
        for kind in (c.HideFromSummary, c.ShowInSummary):
            with refused(room, "item_unknown"):
                room.sends(kind(item=ItemId(item)))


def test_topics_are_told_in_the_chosen_order(room: Room):
    known = topics(room)
    assert told(room) == ["Pay", "Trust", "Keys"]
    room.facilitator.sends(c.MoveInSummary(topic=known["Keys"], before=known["Pay"]))
    assert told(room) == ["Keys", "Pay", "Trust"]
    room.facilitator.sends(c.MoveInSummary(topic=known["Keys"]))
    assert told(room) == ["Pay", "Trust", "Keys"]
    for nothing_new in (known["Pay"], known["Trust"]):
        with pytest.raises(AlreadyTrue):
            room.sends(c.MoveInSummary(topic=known["Pay"], before=nothing_new))
    with refused(room, "topic_unknown"):
        room.sends(c.MoveInSummary(topic=TopicId(9_999)))
    with refused(room, "topic_unknown"):
        room.sends(c.MoveInSummary(topic=known["Pay"], before=TopicId(9_999)))


def test_each_correction_is_taken_back_by_undo(room: Room):
    known = topics(room)
    for command in (
        c.IntroduceSummary(opening="In short."),
        c.HideFromSummary(item=ItemId(known["Pay"])),
        c.MoveInSummary(topic=known["Keys"], before=known["Pay"]),
    ):
        before = room.session
        room.facilitator.sends(command)
        room.facilitator.sends(c.UndoAction(action=room.session.actions[-1].id))
        assert room.session.summary_words == before.summary_words
        assert room.session.left_out == before.left_out
        assert told(room) == ["Pay", "Trust", "Keys"]
