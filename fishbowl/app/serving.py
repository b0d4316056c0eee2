"""Serving the application, and its end."""

import socket
from threading import Event

from flask import Flask

from fishbowl.access.staff import has_key
from fishbowl.archive.archivist import Archivist
from fishbowl.host.local_socket import LocalSocket
from fishbowl.host.open_files import connections_max
from fishbowl.host.settings import Settings
from fishbowl.integrations.mail.worker import OutboxWorker
from fishbowl.live.transport.server import LiveServer
from fishbowl.services.writer import Service
from fishbowl.web.community.hosts.long_lists import list_bytes
from fishbowl.web.context import WebContext

FINISH_S = 5.0
"""Whoever is connected is told that the server stops after so long at most, saved or not."""


def owner_link(app: Flask, settings: Settings) -> str:
    """The link that signs the owner in on this computer; the start page once it has been used."""
    sign_ins = app.extensions["fishbowl"].sign_ins
    here = f"http://127.0.0.1:{settings.port}/"
    return here if sign_ins.owner_key_is_used else f"{here}o#{sign_ins.owner_key()}"


def serve_app(app: Flask, listener: socket.socket) -> None:
    """Serve until the process ends."""
    context: WebContext = app.extensions["fishbowl"]
    live: LiveServer = app.extensions["fishbowl.live"]
    live.serve(
        listener,
        connections_max(),
        lambda environ: has_key(context.sign_ins, environ),
        lambda environ: list_bytes(context, environ),
    )


def stop_app(app: Flask) -> None:
    """Let the writer finish what waits, say goodbye to everybody, and close the file."""
    live: LiveServer = app.extensions["fishbowl.live"]
    local: LocalSocket | None = app.extensions["fishbowl.local"]
    archivist: Archivist = app.extensions["fishbowl.archivist"]
    service: Service = app.extensions["fishbowl.service"]
    letters: OutboxWorker | None = app.extensions["fishbowl.letters"]
    if local is not None:
        local.close()
    app.extensions["fishbowl.live.handlers"].stop()
    finished = Event()

    def finish() -> None:
        try:
            archivist.stop()
            if letters is not None:
                letters.stop()
            app.extensions["fishbowl.home"].handing_over.stop()
        finally:
            try:
                service.stop()
            finally:
                finished.set()

    live.spawn(finish)
    finished.wait(FINISH_S)
    live.say_goodbye()
    finished.wait()
    for offload in app.extensions["fishbowl.offloads"]:
        offload.stop()
    if app.extensions["fishbowl.lan_name"] is not None:
        app.extensions["fishbowl.lan_name"].stop()
