"""What the crowd reads is what the server sends."""

import msgspec
import pytest

from fishbowl.domain.session.commands import Phase
from fishbowl.simulation import desk, screen_model
from fishbowl.views import room_slices, slices
from fishbowl.web.console import roster

PAIRS = [
    (screen_model.LabelModel, slices.Label),
    (screen_model.SessionModel, slices.SessionSlice),
    (screen_model.PhaseModel, Phase),
    (screen_model.RunModel, slices.RunSlice),
    (screen_model.ClockModel, slices.ClockSlice),
    (screen_model.ChairModel, slices.ChairView),
    (screen_model.BowlModel, slices.BowlSlice),
    (screen_model.TopicModel, slices.TopicView),
    (screen_model.TopicModel, slices.ConsoleTopic),
    (screen_model.TopicsModel, slices.TopicsSlice),
    (screen_model.TopicsModel, slices.ConsoleTopicsSlice),
    (screen_model.CountModel, room_slices.TopicDots),
    (screen_model.VoteModel, room_slices.VoteSlice),
    (screen_model.ThumbsModel, room_slices.ThumbsSlice),
    (screen_model.QuestionModel, room_slices.QuestionView),
    (screen_model.QuestionModel, room_slices.ConsoleQuestion),
    (screen_model.QuestionsModel, room_slices.QuestionsSlice),
    (screen_model.QuestionsModel, room_slices.ConsoleQuestionsSlice),
    (screen_model.QueueModel, slices.PhoneQueueSlice),
    (screen_model.MyTurnModel, slices.MyTurn),
    (screen_model.MyRequestModel, slices.MyRequest),
    (screen_model.MeModel, slices.MeSlice),
    (screen_model.QueueItemModel, slices.QueueItem),
    (screen_model.CallModel, slices.CallView),
    (screen_model.WaitingModel, slices.ConsoleQueueSlice),
    (screen_model.NextActionModel, slices.NextSlice),
    (screen_model.ActionModel, slices.ActionSlice),
    (screen_model.LogLineModel, slices.LogLine),
    (screen_model.LogModel, slices.LogSlice),
    (screen_model.WrittenModel, slices.ConsoleTakeaway),
    (screen_model.WrittenModel, slices.ConsoleAnswer),
    (screen_model.LookingBackModel, slices.LookingBackSlice),
    (screen_model.RoundModel, slices.RoundSlice),
    (screen_model.TakeawaysModel, slices.ConsoleTakeawaysSlice),
    (screen_model.AnswersModel, slices.ConsoleAnswersSlice),
    (screen_model.UnseenModel, slices.UnseenSlice),
    (screen_model.WrittenItemModel, slices.WrittenView),
    (screen_model.FiguresModel, slices.FiguresSlice),
    (desk.RosterLineModel, roster.RosterLine),
    (desk.RosterModel, roster.Roster),
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
        and issubclass(kind, screen_model.ScreenModel)
        and kind is not screen_model.ScreenModel
    }
    assert kinds == {read for read, _ in PAIRS}


def test_unknown_fields_are_passed_over():
    label = slices.Label(id=7, name="Anna", no=3, twin=2)
    sent = {**msgspec.to_builtins(label), "pronouns": "she"}
    assert str(msgspec.convert(sent, screen_model.LabelModel)) == "Anna (2)"


def test_somebody_without_a_name_is_a_numbered_guest():
    assert str(screen_model.LabelModel(id=7, name="", no=3)) == "Guest 3"
    assert str(screen_model.LabelModel(id=7, name="Noor", no=3)) == "Noor"
