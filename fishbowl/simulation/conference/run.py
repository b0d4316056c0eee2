"""Runs a conference, and tells at its end what became of it."""

from random import Random

import aiohttp

from fishbowl.simulation.clock import SessionClock
from fishbowl.simulation.conference.browser import Browser
from fishbowl.simulation.conference.conference import Conference, ConferenceOptions
from fishbowl.simulation.conference.daytime import Daytime
from fishbowl.simulation.conference.ending import tell_figures, write_looks
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.organiser import Organiser
from fishbowl.simulation.conference.programme import NAME, draw_programme
from fishbowl.simulation.conference.telling import Telling
from fishbowl.simulation.conference.visitors import draw_visitors

SPEAKERS = 2
"""So many people a room are invited by letter before the first day."""
CONNECTIONS_MAX = 40
"""Page requests at the same time."""


async def hold_conference(options: ConferenceOptions, telling: Telling) -> None:
    """Hold a conference from its first letter to its last session.

    :raises ExceptionGroup: a task of the simulation failed.
    """
    draw = Random(f"conference {options.seed}")
    days = draw_programme(options.rooms, options.first, options.minutes, draw)
    visitors = draw_visitors(options.people, min(options.people, SPEAKERS * options.rooms), draw)
    clock = SessionClock()
    telling.clock = clock
    async with (
        aiohttp.TCPConnector(limit=CONNECTIONS_MAX) as lines,
        Daytime(options.clock, clock) as daytime,
    ):
        guests = [Guest(one, Browser(options.url, lines)) for one in visitors]
        organiser = Organiser(Browser(options.url, lines), options.key)
        conference = Conference(options, daytime, organiser, telling, guests)
        sessions = sum(len(slot) for day in days for slot in day.slots)
        telling.title(
            f"{NAME}: {len(days)} days, {sessions} sessions in {options.rooms} rooms, "
            f"{options.people} people."
        )
        telling.line(f"The wall of each session is at {options.url}/CODE/display.")
        await conference.run(days)
        tell_figures(conference)
        write_looks(conference)
