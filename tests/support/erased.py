"""A log as if everybody in it had been forgotten."""

from msgspec.structs import replace

from fishbowl.domain.session.events import Event


def erased(event: Event) -> Event:
    """The event with a person's name and words overwritten."""
    return replace(event, **dict.fromkeys(event.erasable, ""))
