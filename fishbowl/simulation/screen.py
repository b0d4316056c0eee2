"""What a page shows: the newest slices, read when somebody looks."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from fishbowl.live.protocol import ViewMessage
from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.screen_model import (
    ActionSeen,
    AnswersSeen,
    BowlSeen,
    ClockSeen,
    FiguresSeen,
    LogSeen,
    LookingBackSeen,
    MeSeen,
    QuestionsSeen,
    QueueSeen,
    RunSeen,
    Seen,
    SessionSeen,
    TakeawaysSeen,
    ThumbsSeen,
    TopicsSeen,
    UnseenSeen,
    VoteSeen,
    WaitingSeen,
)

S = TypeVar("S", bound=Seen)


class Screen:
    """Keeps slices as the product's own pages do, and lets people watch them.

    :param clock: learns session time from every message.
    """

    def __init__(self, clock: SessionClock) -> None:
        self.clock = clock
        self._slices: dict[str, tuple[int, Any]] = {}
        self._read: dict[str, Seen] = {}
        self._changed = asyncio.Event()
        self._failure: BaseException | None = None

    def is_on(self) -> bool:
        """Whether there is anything to see yet."""
        return bool(self._slices)

    def slice(self, name: str, kind: type[S]) -> S:
        """Read a slice as it was sent last."""
        found = self._read.get(name)
        if not isinstance(found, kind):
            found = msgspec.convert(self._slices[name][1], kind)
            self._read[name] = found
        return found

    @property
    def session(self) -> SessionSeen:
        """The frame of the session."""
        return self.slice("session", SessionSeen)

    @property
    def session_clock(self) -> ClockSeen:
        """The session clock."""
        return self.slice("clock", ClockSeen)

    @property
    def run(self) -> RunSeen:
        """The run of show."""
        return self.slice("run", RunSeen)

    @property
    def bowl(self) -> BowlSeen:
        """The chairs."""
        return self.slice("bowl", BowlSeen)

    @property
    def topics(self) -> TopicsSeen:
        """The topics."""
        return self.slice("topics", TopicsSeen)

    @property
    def vote(self) -> VoteSeen:
        """The last vote."""
        return self.slice("vote", VoteSeen)

    @property
    def thumbs(self) -> ThumbsSeen:
        """What the room is asked about the current topic."""
        return self.slice("thumbs", ThumbsSeen)

    @property
    def questions(self) -> QuestionsSeen:
        """The questions to the bowl."""
        return self.slice("questions", QuestionsSeen)

    @property
    def looking_back(self) -> LookingBackSeen:
        """What the room is asked for when it looks back."""
        return self.slice("looking_back", LookingBackSeen)

    @property
    def takeaways(self) -> TakeawaysSeen:
        """On a console: what people share."""
        return self.slice("takeaways", TakeawaysSeen)

    @property
    def answers(self) -> AnswersSeen:
        """On a console: the answers of the debrief."""
        return self.slice("answers", AnswersSeen)

    @property
    def unseen(self) -> UnseenSeen:
        """On a console: what nobody has looked at."""
        return self.slice("unseen", UnseenSeen)

    @property
    def me(self) -> MeSeen:
        """On a phone: its own person."""
        return self.slice("me", MeSeen)

    @property
    def queue(self) -> QueueSeen:
        """On a phone: who waits."""
        return self.slice("queue", QueueSeen)

    @property
    def waiting(self) -> WaitingSeen:
        """On a console: who waits, and who is on the way."""
        return self.slice("queue", WaitingSeen)

    @property
    def action(self) -> ActionSeen:
        """On a console: the one next action."""
        return self.slice("action", ActionSeen)

    @property
    def log(self) -> LogSeen:
        """On a console: what happened lately."""
        return self.slice("log", LogSeen)

    @property
    def figures(self) -> FiguresSeen:
        """On a console: the figures."""
        return self.slice("figures", FiguresSeen)

    def running_s(self) -> float:
        """How long the session clock has run, in seconds."""
        return self.clock.running_ms(self.session_clock) / 1000

    async def until(self, condition: Callable[[], bool], seconds: float | None = None) -> bool:
        """Watch until something is so.

        :param seconds: for how long at most, in session time.
        :return: whether it is so.
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

    def see(self, sent: Any) -> None:
        """Take a ``view`` message in; slices that are older than what is known are passed over."""
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
        self.wake()

    def wake(self) -> None:
        """Let everybody who watches look again."""
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    def fail(self, error: BaseException) -> None:
        """Let everybody who watches know that nothing will come any more."""
        self._failure = error
        self.wake()

    def check(self) -> None:
        """Raise what :meth:`fail` was told, if it was."""
        if self._failure is not None:
            raise self._failure
