"""The terminal tells what is worth telling, in whole sentences."""

import pytest

from fishbowl.domain.session.events import Event
from fishbowl.simulation.narrator import SENTENCES, sentence_for
from fishbowl.simulation.screen_model import LabelModel, LogLineModel


def line(event: str, **fields) -> LogLineModel:
    known = {"person": None, "chair": None, "title": None, "minutes": None, "why": None}
    return LogLineModel(seq=1, at_ms=0, event=event, **{**known, **fields})


ANNA = LabelModel(id=4, name="Anna", no=2, twin=2)


@pytest.mark.parametrize(
    ("happened", "sentence"),
    [
        (line("chair.taken", person=ANNA, chair=3), "Anna (2) takes chair 3."),
        (line("chair.left", person=ANNA, chair=3, why="left"), "Anna (2) leaves chair 3."),
        (line("chair.left", person=ANNA, chair=3, why="closed"), None),
        (line("call.ended", person=ANNA, why="missed"), "Anna (2) does not come."),
        (line("call.ended", person=ANNA, why="passed"), "Anna (2) says: not now."),
        (line("call.ended", person=ANNA, why="withdrawn"), None),
        (line("topic.begun", title="Going home on time"), "Topic: Going home on time"),
        (line("floor.given", person=ANNA), None),
    ],
)
def test_a_line_of_the_log_becomes_a_sentence_or_nothing(happened, sentence):
    assert sentence_for(happened) == sentence


def test_only_events_that_exist_are_told():
    assert set(SENTENCES) <= {kind.name for kind in Event.__subclasses__()}
