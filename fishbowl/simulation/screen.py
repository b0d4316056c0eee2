"""The newest view slices of a page, decoded when they are read."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from fishbowl.live.protocol import ViewMessage
from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.screen_model import (
    ActionModel,
    AnswersModel,
    BowlModel,
    ClockModel,
    FiguresModel,
    LogModel,
    LookingBackModel,
    MeModel,
    QuestionsModel,
    QueueModel,
    RoundModel,
    RunModel,
    ScreenModel,
    SessionModel,
    TakeawaysModel,
    ThumbsModel,
    TopicsModel,
    UnseenModel,
    VoteModel,
    WaitingModel,
)

S = TypeVar("S", bound=ScreenModel)


class Screen:
    """Keeps the newest slice of each name, and lets tasks wait for changes.

    :param clock: is set from the time in every message.
    """

    def __init__(self, clock: SessionClock) -> None:
        self.clock = clock
        self._slices: dict[str, tuple[int, Any]] = {}
        self._read: dict[str, ScreenModel] = {}
        self._changed = asyncio.Event()
        self._failure: BaseException | None = None

    def has_slices(self) -> bool:
        """Whether any slice has been received."""
        return bool(self._slices)

    def slice(self, name: str, kind: type[S]) -> S:
        """The newest slice of a name, decoded once."""
        found = self._read.get(name)
        if not isinstance(found, kind):
            found = msgspec.convert(self._slices[name][1], kind)
            self._read[name] = found
        return found

    @property
    def session(self) -> SessionModel:
        """The frame of the session."""
        return self.slice("session", SessionModel)

    @property
    def session_clock(self) -> ClockModel:
        """The session clock."""
        return self.slice("clock", ClockModel)

    @property
    def run(self) -> RunModel:
        """The run of show."""
        return self.slice("run", RunModel)

    @property
    def bowl(self) -> BowlModel:
        """The chairs."""
        return self.slice("bowl", BowlModel)

    @property
    def topics(self) -> TopicsModel:
        """The topics."""
        return self.slice("topics", TopicsModel)

    @property
    def vote(self) -> VoteModel:
        """The last vote."""
        return self.slice("vote", VoteModel)

    @property
    def thumbs(self) -> ThumbsModel:
        """What the room is asked about the current topic."""
        return self.slice("thumbs", ThumbsModel)

    @property
    def questions(self) -> QuestionsModel:
        """The questions to the bowl."""
        return self.slice("questions", QuestionsModel)

    @property
    def looking_back(self) -> LookingBackModel:
        """What the room is asked for when it looks back."""
        return self.slice("looking_back", LookingBackModel)

    @property
    def takeaways(self) -> TakeawaysModel:
        """On a console: what people share."""
        return self.slice("takeaways", TakeawaysModel)

    @property
    def answers(self) -> AnswersModel:
        """On a console: the answers of the debrief."""
        return self.slice("answers", AnswersModel)

    @property
    def round(self) -> RoundModel:
        """On a console: who tells what they bring back."""
        return self.slice("round", RoundModel)

    @property
    def unseen(self) -> UnseenModel:
        """On a console: what nobody has looked at."""
        return self.slice("unseen", UnseenModel)

    @property
    def me(self) -> MeModel:
        """On a phone: its own person."""
        return self.slice("me", MeModel)

    @property
    def queue(self) -> QueueModel:
        """On a phone: who waits."""
        return self.slice("queue", QueueModel)

    @property
    def waiting(self) -> WaitingModel:
        """On a console: who waits, and who is on the way."""
        return self.slice("queue", WaitingModel)

    @property
    def action(self) -> ActionModel:
        """On a console: the one next action."""
        return self.slice("action", ActionModel)

    @property
    def log(self) -> LogModel:
        """On a console: what happened lately."""
        return self.slice("log", LogModel)

    @property
    def figures(self) -> FiguresModel:
        """On a console: the figures."""
        return self.slice("figures", FiguresModel)

    def running_s(self) -> float:
        """How long the session clock has run, in seconds."""
        return self.clock.running_ms(self.session_clock) / 1000

    async def until(self, condition: Callable[[], bool], seconds: float | None = None) -> bool:
        """Wait until a condition is true; it is checked after every message.

        :param seconds: the timeout in session time.
        :return: whether it is true.
        """
        loop = asyncio.get_running_loop()
        end = None if seconds is None else loop.time() + self.clock.wall_s(seconds)
        while not condition():
            self.check()
            left = None if end is None else end - loop.time()
            if left is not None and left <= 0:
                return False
            try:
                # Not wait_for: before Python 3.12 it can swallow a cancellation.
                async with asyncio.timeout(left):
                    await self._changed.wait()
            except TimeoutError:
                return condition()
        return True

    def receive(self, sent: Any) -> None:
        """Apply a ``view`` message; slices older than the known ones are ignored."""
        message = msgspec.convert(sent, ViewMessage)
        self.clock.hear(message.now_ms, message.rate)
        if message.whole:
            self._slices.clear()
            self._read.clear()
        for name, slice in message.slices.items():
            known = self._slices.get(name)
            if known is None or message.version >= known[0]:
                self._slices[name] = (message.version, slice)
                self._read.pop(name, None)
        self.notify()

    def notify(self) -> None:
        """Make all waiting tasks check their conditions."""
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    def fail(self, error: BaseException) -> None:
        """Note that the connection has failed for good; waiting tasks raise the error."""
        self._failure = error
        self.notify()

    def check(self) -> None:
        """Raise the error that was given to :meth:`fail`, if any."""
        if self._failure is not None:
            raise self._failure
