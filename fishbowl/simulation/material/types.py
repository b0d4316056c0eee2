"""The shape of the material."""

from dataclasses import dataclass

from fishbowl.domain.session.commands import RequestKind


@dataclass(frozen=True, slots=True)
class Thread:
    """A topic, and what people would like to say under it, by kind."""

    title: str
    points: tuple[str, ...]
    replies: tuple[str, ...]
    questions: tuple[str, ...]

    def words(self, kind: RequestKind) -> tuple[str, ...]:
        """What people would bring as this kind of contribution."""
        match kind:
            case "new_point" | "read_aloud":
                return self.points
            case "reply":
                return self.replies
            case "question":
                return self.questions


@dataclass(frozen=True, slots=True)
class Material:
    """A question, the event it is asked at, and its threads; the first one opens the talk."""

    question: str
    event: str
    threads: tuple[Thread, ...]

    def thread(self, title: str | None) -> Thread | None:
        """Find the thread of a topic; ``None`` for one that somebody else has thought of."""
        return next((thread for thread in self.threads if thread.title == title), None)
