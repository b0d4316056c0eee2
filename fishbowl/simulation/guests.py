"""People without a phone: they are visible in the room, and the facilitator acts for them."""

from fishbowl.simulation.desk import Desk

LEAST_S, MOST_S = 120.0, 300.0
"""How long they stay on a chair, in seconds of session time."""


def add_guest(desk: Desk, person: int) -> None:
    """Start the task of a person without a phone."""
    desk.guests.append(desk.background.create_task(_attend(desk, person)))


async def _attend(desk: Desk, person: int) -> None:
    """Walk up when called, sit, and get up after a while or when asked to make room."""
    console = desk.console

    def is_called() -> bool:
        return any(call.person.id == person for call in console.waiting.calls)

    def turn() -> int | None:
        return next((c.turn for c in desk.seated() if c.person and c.person.id == person), None)

    def is_asked() -> bool:
        chair = next((c for c in desk.seated() if c.person and c.person.id == person), None)
        return chair is None or chair.asked

    while turn() is None:
        await console.until(lambda: is_called() or turn() is not None)
        if turn() is None:
            await desk.delay(6, 16)
            desk.hall.walk_up(person)
            await console.until(lambda: not is_called())
    desk.hall.sit(person)
    await console.until(desk.is_running)
    await console.until(is_asked, desk.draw.uniform(LEAST_S, MOST_S) * desk.tempo)
    await desk.delay(4, 12)
    desk.hall.get_up(person)
