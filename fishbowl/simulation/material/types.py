"""The types of the material."""

from dataclasses import dataclass

from fishbowl.domain.session.commands import RequestKind


@dataclass(frozen=True, slots=True)
class Thread:
    """A topic, with contributions by kind."""

    title: str
    points: tuple[str, ...]
    replies: tuple[str, ...]
    questions: tuple[str, ...]

    def words(self, kind: RequestKind) -> tuple[str, ...]:
        """The contributions for a kind of request."""
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
        """The thread of a topic; ``None`` if the topic is not in the material."""
        return next((thread for thread in self.threads if thread.title == title), None)
