"""Entries as release 0.1.0 wrote them: without what a rule came to."""

import msgspec

from fishbowl.domain.session.events import Entry


def older(entry: Entry) -> Entry:
    """An entry that leaves to its reader what was decided."""
    fields = msgspec.structs.fields(type(entry.event))
    left_out = {field.name: msgspec.UNSET for field in fields if field.default is msgspec.UNSET}
    event = msgspec.structs.replace(entry.event, **left_out)
    return msgspec.structs.replace(entry, event=event)
