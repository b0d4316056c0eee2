"""A phone's line to the server that can be cut, as in a lift: nothing gets through, both ways."""

import contextlib
import selectors
import socket
import threading

from tests.support.server import Server, free_port


class Lift:
    """Forwards connections to a server on a port of its own."""

    def __init__(self, server: Server) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._server = server
        self._moving = threading.Event()
        self._stopped = threading.Event()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Go into the lift: what is open breaks, what is tried fails."""
        self._moving.set()
        for line in list(self._open):
            self._close(line)

    def mend(self) -> None:
        """Come out of the lift."""
        self._moving.clear()

    def stop(self) -> None:
        """End all lines."""
        self._stopped.set()
        self.cut()
        self._close(self._listener)

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                phone, _ = self._listener.accept()
            except OSError:
                return
            if self._moving.is_set():
                phone.close()
                continue
            threading.Thread(target=self._forward, args=(phone,), daemon=True).start()

    def _forward(self, phone: socket.socket) -> None:
        try:
            server = socket.create_connection(("127.0.0.1", self._server.port))
        except OSError:
            phone.close()
            return
        other = {phone: server, server: phone}
        self._open |= other.keys()
        with selectors.DefaultSelector() as ready:
            try:
                for line in other:
                    ready.register(line, selectors.EVENT_READ)
                while True:
                    for key, _ in ready.select():
                        line = key.fileobj
                        assert isinstance(line, socket.socket)
                        data = line.recv(65_536)
                        if not data:
                            return
                        other[line].sendall(data)
            except (OSError, ValueError):
                return
            finally:
                for line in other:
                    self._open.discard(line)
                    self._close(line)

    @staticmethod
    def _close(line: socket.socket) -> None:
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
        line.close()
