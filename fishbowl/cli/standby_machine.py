"""This machine as long as it stands by: it follows, answers on its page, and becomes a server."""

import os
import secrets
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import click
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from fishbowl.access.keys import AccessKeys
from fishbowl.cli.serve import LISTENER
from fishbowl.host.browser import open_page
from fishbowl.host.clock import wall_ms
from fishbowl.host.network import Network
from fishbowl.log import Store
from fishbowl.standby.asking import Asker
from fishbowl.standby.following import Following, Standing
from fishbowl.standby.sealing import Seal
from fishbowl.standby.taking_over import NothingToTakeOver, Takeover, take_over

TIMEOUT_S = 30.0
TELL_S = 0.5
POLL_S = 0.05
ANSWER_S = 2.0
"""Whoever pressed has the answer within this time, or is gone: the server begins without them."""
KEY_VARIABLE = "FISHBOWL_STANDBY_KEY"
PRESS = "t"
"""The key in the terminal that takes over."""

SENTENCES = {
    "connecting": "Connecting.",
    "catching_up": "Catching up: {left} sessions are not here to their ends yet.",
    "in_step": "In step: everything that the server has saved is here.",
    "away": "The server does not answer. Trying again. Switch it off before you press {press} to "
    "take over, or both go on.",
    "wrong_key": "The server does not take the key. Copy it again from its page /standby.",
    "other_version": "The server runs another version of Fishbowl. Install the same one on both.",
    "other_installation": "The server is not the one that was copied here. Use another --db.",
    "taken_over": "Another machine has taken over from the server. Follow that one.",
    "tampered": "What came was changed on the way, and was not taken. Trying again.",
    "not_stored": "What came could not be saved here. Check the disk.",
}


class Machine:
    """This machine as long as it stands by.

    :param address: where other machines find it.
    """

    def __init__(
        self, store: Store, primary: str, seal: Seal, network: Network, address: str
    ) -> None:
        self._network = network
        self._store, self._primary, self._seal, self._address = store, primary, seal, address
        self._following = Following(
            store, Asker(primary, seal, TIMEOUT_S), address, lambda: _mark(store), wall_ms
        )
        self._lock = threading.Lock()
        self._takeover: Takeover | None = None
        self._becoming = threading.Event()
        self._server: BaseWSGIServer | None = None

    def run(self, listener: socket.socket, options: list[str], opens: bool) -> None:
        """Follow and answer until it takes over; then become a server, or end on Ctrl+C."""
        from fishbowl.web.standby.own import Standby, own_app

        key = secrets.token_urlsafe(15)
        app = own_app(
            Standby(
                primary=self._primary,
                standing=lambda: self._following.standing,
                take_over=self.take_over,
                became=self._becoming.set,
                seal=self._seal,
                epoch=self._epoch,
                network=self._network,
            ),
            key,
        )
        self._server = make_server(
            "127.0.0.1", 0, app, threaded=True, fd=listener.fileno(),
            request_handler=_QuietHandler,
        )  # fmt: skip
        serve = partial(self._server.serve_forever, poll_interval=POLL_S)
        for work in (serve, self._following.run, self._tell):
            threading.Thread(target=work, daemon=True).start()
        link = f"http://127.0.0.1:{listener.getsockname()[1]}/o#{key}"
        click.echo(f"This machine follows {self._primary}. Its page is:\n\n  {link}\n")
        click.echo(f"Everything is kept in {self._store.path}.")
        click.echo(f"Press {PRESS} to take over, Ctrl+C to stop.")
        sys.stdout.flush()
        if opens:
            open_page(link)
        _Keys(self._pressed).start()
        try:
            while not self._becoming.wait(TELL_S):
                pass
        except KeyboardInterrupt:
            self._following.stop()
            self._store.close()
            click.echo("Stopped. What was confirmed is here.")
            return
        self._become(listener, options)

    def take_over(self) -> Takeover:
        """Take over, once.

        :raises NothingToTakeOver: nothing was ever stored.
        """
        with self._lock:
            if self._takeover is None:
                self._takeover = take_over(
                    self._following, self._store, self._primary, self._seal, self._address
                )
                assert self._server is not None
                self._server.shutdown()  # who comes from here on waits for the server it becomes
                given_up = threading.Timer(ANSWER_S, self._becoming.set)
                given_up.daemon = True
                given_up.start()
            return self._takeover

    def _pressed(self) -> None:
        try:
            done = self.take_over()
        except NothingToTakeOver:
            click.echo("Nothing is here yet, so there is nothing to go on with.")
            return
        if not done.former_knows:
            click.echo(
                f"{self._primary} was not reached. It is told as soon as it can be. Switch it off: "
                "as long as it runs, both go on."
            )
        elif not done.is_whole:
            click.echo(f"{self._primary} was stopped before everything had come from it.")
        self._becoming.set()

    def _become(self, listener: socket.socket, options: list[str]) -> None:
        """Go on as a server, with the socket that is open: who connects meanwhile waits in it."""
        self._store.close()
        click.echo("This machine has taken over.")
        sys.stdout.flush()
        program = [sys.executable, "-m", "fishbowl", "serve", *options]
        environment = {k: v for k, v in os.environ.items() if k != KEY_VARIABLE}
        if os.name == "nt":
            import subprocess

            listener.close()
            sys.exit(subprocess.call(program, env=environment))
        os.set_inheritable(listener.fileno(), True)
        environment[LISTENER] = str(listener.fileno())
        os.execve(sys.executable, program, environment)

    def _tell(self) -> None:
        """Say in the terminal how following goes, when that changes."""
        said: Standing | None = None
        while not self._becoming.wait(TELL_S):
            now = self._following.standing
            if said is None or now.phase != said.phase:
                click.echo(SENTENCES[now.phase].format(left=now.left, press=PRESS))
                sys.stdout.flush()
                said = now

    def _epoch(self) -> int:
        return self._store.peers().epoch


class _Keys(threading.Thread):
    """Waits for the key in the terminal, where there is one."""

    def __init__(self, pressed: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self._pressed = pressed

    def run(self) -> None:
        """Read keys for ever; Ctrl+C goes to the program as ever."""
        if not sys.stdin.isatty():
            return
        with suppress(EOFError, OSError):
            while True:
                if click.getchar() == PRESS:
                    self._pressed()


class _QuietHandler(WSGIRequestHandler):
    """Writes no line for each request."""

    def log(self, type: str, message: str, *args: object) -> None:
        """Write nothing: a line would name the address of whoever asked."""


def _mark(store: Store) -> str:
    secret = store.known_secret()
    return "" if secret is None else AccessKeys(secret).installation_mark()
