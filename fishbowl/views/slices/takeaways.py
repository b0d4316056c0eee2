"""Shapes of what people write when they look back: takeaways, and answers of the debrief."""

from typing import Literal

from fishbowl.domain.session.commands import DebriefStage, TakeawayKind
from fishbowl.domain.session.model import WordsState
from fishbowl.domain.session.rules.summary.open_items import ItemKind
from fishbowl.views.slices.shared import Label, Slice


class LookingBackSlice(Slice, frozen=True, kw_only=True):
    """What the room is asked for now.

    ``taking``: phones offer to keep a takeaway; ``shared`` counts those that are not private.
    ``stage`` of the debrief is open, and ``answered`` people have answered in it. ``bringing``:
    phones ask what one brings back from elsewhere, and so many ``tellers`` have signed up.
    """

    taking: bool
    shared: int
    stage: DebriefStage | None
    answered: int
    bringing: bool = False
    tellers: int = 0


class RoundSlice(Slice, frozen=True, kw_only=True):
    """The round in which people tell what they bring back, for its planning.

    ``still`` have to tell, and ``missing`` of them are not in the queue yet. ``minutes`` each have
    in the time that is planned; ``origins`` are the places that they come from, in their order.
    """

    open: bool
    still: int
    missing: int
    minutes: int
    origins: tuple[str, ...]


class QuoteView(Slice, frozen=True, kw_only=True):
    """Somebody's words on the wall; ``by`` is ``None`` where the attribution names nobody."""

    id: int
    words: str
    by: Label | None
    kind: TakeawayKind = "take"
    origin: str = ""


class QuotesSlice(Slice, frozen=True, kw_only=True):
    """What was put up, the latest first: takeaways, and answers of the stage that is open."""

    takeaways: tuple[QuoteView, ...]
    answers: tuple[QuoteView, ...]


class ConsoleTakeaway(Slice, frozen=True, kw_only=True):
    """A takeaway that somebody shares; what is private is on no console.

    ``words`` are as others are told it; ``into`` is the takeaway in whose place it is told.
    """

    id: int
    kind: TakeawayKind
    words: str
    by: Label
    due: str
    state: WordsState
    into: int | None = None
    origin: str = ""


class ConsoleTakeawaysSlice(Slice, frozen=True, kw_only=True):
    """Shared takeaways as they came: of many the first, those that wait before others.

    ``more`` counts the rest, under ``takeaways``.
    """

    takeaways: tuple[ConsoleTakeaway, ...]
    more: dict[str, int]


class ConsoleAnswer(Slice, frozen=True, kw_only=True):
    """An answer of the debrief."""

    id: int
    stage: DebriefStage
    words: str
    by: Label
    state: WordsState


class ConsoleAnswersSlice(Slice, frozen=True, kw_only=True):
    """Answers as they came; ``next`` is the stage that comes after the open one.

    Of the many of a stage the first are sent, those that wait before others; ``more`` counts the
    rest by stage.
    """

    answers: tuple[ConsoleAnswer, ...]
    next: DebriefStage | None
    more: dict[str, int]


class WrittenView(Slice, frozen=True, kw_only=True):
    """A point that was left in writing, or what somebody waited with until the end."""

    id: int
    kind: Literal["point", "request"]
    words: str
    by: Label


class UnseenSlice(Slice, frozen=True, kw_only=True):
    """Written words that nobody has looked at yet, and that therefore are not in the summary.

    ``takeaways`` and ``answers`` are named by their ids: they are listed elsewhere.
    """

    takeaways: tuple[int, ...]
    answers: tuple[int, ...]
    written: tuple[WrittenView, ...]


class OpenItemView(Slice, frozen=True, kw_only=True):
    """Something that stays open until somebody closes it; ``end`` tells how it went."""

    id: int
    kind: ItemKind
    words: str
    by: Label | None
    owner: str
    due: str
    closed: bool
    end: str


class OpenItemsSlice(Slice, frozen=True, kw_only=True):
    """What this session leaves open, what is due first, and at the end what of it is closed."""

    items: tuple[OpenItemView, ...]


class MyTakeaway(Slice, frozen=True, kw_only=True):
    """What this person keeps. ``closed`` tells that a commitment is done, ``end`` how it went.

    ``edited`` are the words in which others are told it, if they are not one's own.
    """

    id: int
    kind: TakeawayKind
    words: str
    shared: bool
    due: str
    state: WordsState
    closed: bool
    end: str
    edited: str = ""
    origin: str = ""


class MyAnswer(Slice, frozen=True, kw_only=True):
    """What this person answered in the debrief."""

    id: int
    stage: DebriefStage
    words: str
    state: WordsState
