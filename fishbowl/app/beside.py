"""What other processes of the same user know of a running server, and how they reach it."""

import logging
from collections.abc import Callable
from functools import partial

from fishbowl.host.local_socket import Handler, LocalSocket, socket_path
from fishbowl.host.settings import Settings
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.writer import Service

log = logging.getLogger(__name__)


def about(settings: Settings, local: LocalSocket | None = None) -> dict[str, str]:
    """What others are told about this server who would use its database."""
    return {
        "url": settings.public_url or f"http://127.0.0.1:{settings.port}",
        "socket": "" if local is None else str(local.path),
    }


def listen_locally(
    service: Service,
    spawn: Callable[..., object],
    handlers: dict[str, Handler],
    supervisor: Supervisor,
) -> LocalSocket | None:
    """Let commands of the same user reach this server; ``None`` where the system cannot."""
    path = socket_path(service.path)
    if path is None:
        return None
    try:
        local = LocalSocket(path, handlers, supervisor)
    except OSError as error:
        log.warning("commands beside this server have to wait until it is stopped: %s", error)
        return None
    spawn(supervisor.supervised(local.turns, partial(local.run, spawn)))
    return local
