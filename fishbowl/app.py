"""All wiring, in one function that can be read."""

import gc
import socket
from threading import Event

from flask import Flask

from fishbowl.access.keys import Doors
from fishbowl.access.proxies import Proxies
from fishbowl.access.staff import has_key
from fishbowl.archive import Archive
from fishbowl.archivist import Archivist
from fishbowl.clock import Clock, SystemClock
from fishbowl.host.open_files import connections_max
from fishbowl.host.private_files import private_database
from fishbowl.languages import Languages
from fishbowl.live.fanout import FanOut
from fishbowl.live.farewell import say_goodbye
from fishbowl.live.gather import Gatherer
from fishbowl.live.handlers import LiveDoor
from fishbowl.live.links import LinkMaker
from fishbowl.live.presence import Presence
from fishbowl.live.server import LiveServer, apart
from fishbowl.live.timekeeper import Timekeeper
from fishbowl.live.totals import SignalTotals
from fishbowl.machine import Machine
from fishbowl.network import Network
from fishbowl.service import Service
from fishbowl.settings import Settings
from fishbowl.storage import open_store
from fishbowl.web import add_web
from fishbowl.web.assets import DIST, load_assets
from fishbowl.web.context import Offloads, WebContext
from fishbowl.web.events import Events
from fishbowl.web.offload import Offload

FINISH_S = 5.0
"""Whoever is connected is told that the server stops after so long at most, saved or not."""


def create_app(settings: Settings, clock: Clock | None = None) -> Flask:
    """Build the application: file, rules, live door and pages.

    :param clock: session time; the machine's own if left out.
    :raises StoreError: the database cannot be used; in one sentence.
    """
    clock = clock or SystemClock()
    with private_database(settings.db):
        store = open_store(settings.db)
    doors = Doors(store.secret())
    service = Service(store, clock)
    presence = Presence()
    network = Network(settings.host, settings.port, settings.public_url)
    links = LinkMaker(doors, network)

    app = Flask("fishbowl", static_folder=None)
    proxies = Proxies(settings.trusted_proxies)
    live = LiveServer(app, settings.async_mode, proxies, network.public_host())
    socketio = live.socketio
    gatherer = Gatherer()
    fanout = FanOut(socketio, clock, presence, links, gatherer, service.session)
    totals = SignalTotals(service, gatherer, socketio.start_background_task)
    timekeeper = Timekeeper(service, clock, socketio.start_background_task)
    events = Events(service, clock)
    live_door = LiveDoor(live, service, doors, presence, fanout, gatherer, clock)
    archive = Archive(settings.db, apart(settings.async_mode))
    archivist = Archivist(settings.db, apart(settings.async_mode), archive.get_ready)
    offloads = [Offload(settings.db, apart(settings.async_mode)) for _ in range(2)]
    add_web(
        app,
        WebContext(
            service=service,
            doors=doors,
            assets=load_assets(),
            languages=Languages(DIST),
            network=network,
            presence=presence,
            events=events,
            clock=clock,
            machine=Machine(settings.db),
            archive=archive,
            proxies=proxies,
            offloads=Offloads(staff=offloads[0], readers=offloads[1]),
        ),
    )

    service.subscribe(fanout.on_change)
    service.subscribe(timekeeper.on_change)
    service.subscribe(totals.on_change)
    service.subscribe(live_door.on_change)
    service.subscribe(events.on_change)
    service.subscribe(archivist.on_change)
    for offload in offloads:
        service.subscribe(offload.on_change)
    app.extensions["fishbowl.service"] = service
    app.extensions["fishbowl.archivist"] = archivist
    app.extensions["fishbowl.live"] = live
    app.extensions["fishbowl.live_door"] = live_door
    app.extensions["fishbowl.offloads"] = offloads
    service.start()
    fanout.start()
    timekeeper.start()
    archivist.start()
    # Thousands of small long-lived objects a phone: collect rarely, and never what start-up made.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    return app


def owner_link(app: Flask, settings: Settings) -> str:
    """The link that signs the owner in on this computer."""
    context: WebContext = app.extensions["fishbowl"]
    return f"http://127.0.0.1:{settings.port}/o#{context.doors.owner_key()}"


def serve_app(app: Flask, listener: socket.socket) -> None:
    """Serve until the process ends."""
    context: WebContext = app.extensions["fishbowl"]
    live: LiveServer = app.extensions["fishbowl.live"]
    live.serve(listener, connections_max(), lambda environ: has_key(context.doors, environ))


def stop_app(app: Flask) -> None:
    """Let the writer finish what waits, say goodbye to everybody, and close the file."""
    live: LiveServer = app.extensions["fishbowl.live"]
    service: Service = app.extensions["fishbowl.service"]
    archivist: Archivist = app.extensions["fishbowl.archivist"]
    app.extensions["fishbowl.live_door"].stop()
    finished = Event()

    def finish() -> None:
        service.stop()
        finished.set()

    live.socketio.start_background_task(finish)
    finished.wait(FINISH_S)
    say_goodbye(live)
    finished.wait()
    for offload in app.extensions["fishbowl.offloads"]:
        offload.stop()
    archivist.stop()
