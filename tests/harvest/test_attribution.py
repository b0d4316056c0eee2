"""What may leave a session whose members agreed that nobody's name does."""

from fishbowl.harvest import FORMATS, charts, export, publishable
from tests.harvest.stories import ARRIVALS, STARTERS, forty_minutes

NAMES = {*STARTERS, *(name for _, name, _ in ARRIVALS), "Listener"}


def test_a_named_session_leaves_nothing_out():
    summary = forty_minutes().summary
    assert publishable(summary) is summary


def test_chatham_house_leaves_no_people_no_turns_and_no_times():
    summary = publishable(forty_minutes(attribution="chatham_house").summary)
    assert (summary.people, summary.turns, summary.queue) == ((), (), ())
    assert all(topic.spans == () and topic.seated == () for topic in summary.topics)
    assert set(summary.left_out) == {"people", "turns", "chairs", "queue", "topic_times", "owners"}


def test_chatham_house_keeps_topics_and_totals():
    whole = forty_minutes(attribution="chatham_house").summary
    summary = publishable(whole)
    assert summary.figures == whole.figures
    assert [(t.title, t.talked_ms) for t in summary.topics] == [
        (t.title, t.talked_ms) for t in whole.topics
    ]


def test_publishing_twice_changes_nothing():
    summary = publishable(forty_minutes(attribution="chatham_house").summary)
    assert publishable(summary) == summary


def test_no_chatham_house_export_holds_a_name():
    summary = forty_minutes(attribution="chatham_house").summary
    for format in FORMATS:
        text = export(summary, format)
        assert text
        assert not [name for name in NAMES if name in text], format


def test_the_drawings_make_it_publishable_themselves():
    drawn = charts(forty_minutes(attribution="chatham_house").summary)
    assert drawn.timeline is None
    assert drawn.portrait.petals == ()
    assert drawn.portrait.voices == 15
    assert (drawn.times, drawn.turns) == ((), ())
    assert drawn.voices.longest_share is None
    assert not [name for name in NAMES if name in repr(drawn)]
