"""What the crowd reads is what the server sends."""

import msgspec
import pytest

from fishbowl.domain.session.commands import Phase
from fishbowl.simulation import desk, screen_model
from fishbowl.views import room_slices, slices
from fishbowl.web.console import roster

PAIRS = [
    (screen_model.LabelSeen, slices.Label),
    (screen_model.SessionSeen, slices.SessionSlice),
    (screen_model.PhaseSeen, Phase),
    (screen_model.RunSeen, slices.RunSlice),
    (screen_model.ClockSeen, slices.ClockSlice),
    (screen_model.ChairSeen, slices.ChairView),
    (screen_model.BowlSeen, slices.BowlSlice),
    (screen_model.TopicSeen, slices.TopicView),
    (screen_model.TopicSeen, slices.ConsoleTopic),
    (screen_model.TopicsSeen, slices.TopicsSlice),
    (screen_model.TopicsSeen, slices.ConsoleTopicsSlice),
    (screen_model.CountSeen, room_slices.TopicDots),
    (screen_model.VoteSeen, room_slices.VoteSlice),
    (screen_model.ThumbsSeen, room_slices.ThumbsSlice),
    (screen_model.QuestionSeen, room_slices.QuestionView),
    (screen_model.QuestionSeen, room_slices.ConsoleQuestion),
    (screen_model.QuestionsSeen, room_slices.QuestionsSlice),
    (screen_model.QuestionsSeen, room_slices.ConsoleQuestionsSlice),
    (screen_model.QueueSeen, slices.PhoneQueueSlice),
    (screen_model.MyTurnSeen, slices.MyTurn),
    (screen_model.MyRequestSeen, slices.MyRequest),
    (screen_model.MeSeen, slices.MeSlice),
    (screen_model.ItemSeen, slices.QueueItem),
    (screen_model.CallSeen, slices.CallView),
    (screen_model.WaitingSeen, slices.ConsoleQueueSlice),
    (screen_model.NextSeen, slices.NextSlice),
    (screen_model.ActionSeen, slices.ActionSlice),
    (screen_model.LineSeen, slices.LogLine),
    (screen_model.LogSeen, slices.LogSlice),
    (screen_model.WrittenSeen, slices.ConsoleTakeaway),
    (screen_model.WrittenSeen, slices.ConsoleAnswer),
    (screen_model.LookingBackSeen, slices.LookingBackSlice),
    (screen_model.TakeawaysSeen, slices.ConsoleTakeawaysSlice),
    (screen_model.AnswersSeen, slices.ConsoleAnswersSlice),
    (screen_model.UnseenSeen, slices.UnseenSlice),
    (screen_model.OneSeen, slices.WrittenView),
    (screen_model.FiguresSeen, slices.FiguresSlice),
    (desk.RosterLineSeen, roster.RosterLine),
    (desk.RosterSeen, roster.Roster),
]


@pytest.mark.parametrize(("read", "sent"), PAIRS, ids=lambda kind: kind.__name__)
def test_every_field_that_is_read_is_sent(read, sent):
    assert set(read.__struct_fields__) <= set(sent.__struct_fields__)


def test_everything_that_is_read_is_held_to_what_is_sent():
    kinds = {
        kind
        for module in (screen_model, desk)
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, screen_model.Seen)
        and kind is not screen_model.Seen
    }
    assert kinds == {read for read, _ in PAIRS}


def test_unknown_fields_are_passed_over():
    label = slices.Label(id=7, name="Anna", no=3, twin=2)
    sent = {**msgspec.to_builtins(label), "pronouns": "she"}
    assert str(msgspec.convert(sent, screen_model.LabelSeen)) == "Anna (2)"


def test_somebody_without_a_name_is_a_numbered_guest():
    assert str(screen_model.LabelSeen(id=7, name="", no=3)) == "Guest 3"
    assert str(screen_model.LabelSeen(id=7, name="Noor", no=3)) == "Noor"
