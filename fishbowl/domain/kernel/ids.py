"""How things are named inside a session.

Everything is named by the ``seq`` of the log entry that created it, so the domain needs no
randomness and ids stay small on the wire. Chairs are numbered from 1, as the furniture is.
"""

from typing import NewType

Seq = NewType("Seq", int)
"""A place in a session's log, from 1. Also the id of whatever that entry created."""

PersonId = NewType("PersonId", int)
RequestId = NewType("RequestId", int)
CallId = NewType("CallId", int)
TurnId = NewType("TurnId", int)
TopicId = NewType("TopicId", int)
VoteId = NewType("VoteId", int)
ThumbsId = NewType("ThumbsId", int)
QuestionId = NewType("QuestionId", int)
PointId = NewType("PointId", int)
NoteId = NewType("NoteId", int)
ItemId = NewType("ItemId", int)
"""Any of the above that the summary tells."""
OpenItemId = NewType("OpenItemId", Seq)
"""What stays open until somebody closes it: a note, a question or a commitment."""
TakeawayId = NewType("TakeawayId", int)
AnswerId = NewType("AnswerId", int)
ActionId = NewType("ActionId", int)
ChairNo = NewType("ChairNo", int)
"""The number on the chair, from 1."""

Millis = NewType("Millis", int)
"""Session time: milliseconds since 1970, UTC."""

RunMillis = NewType("RunMillis", int)
"""Milliseconds that the session clock has run: since the start, pauses not counted."""
