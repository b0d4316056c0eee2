"""Notes: what is written down while the others talk."""

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.commands.notes import NoteKind
from fishbowl.domain.session.ids import NoteId, PersonId, TopicId
from fishbowl.domain.session.model.base import Struct


class Note(Struct, frozen=True, kw_only=True):
    """A line under a topic. ``person`` in the room does it, or ``owner`` elsewhere; or nobody."""

    id: NoteId
    kind: NoteKind
    words: str
    at_ms: Millis
    topic: TopicId | None = None
    person: PersonId | None = None
    owner: str = ""
    due: str = ""
    link: str = ""
