"""An address that leads to one server, and later to another: a name that both announce."""

import contextlib
import socket
import threading


class Forwarder:
    """Forwards connections to a port of this machine, until it is told another one."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._lines: set[socket.socket] = set()
        threading.Thread(target=self._accept, daemon=True).start()

    def lead_to(self, port: int) -> None:
        """Lead everybody elsewhere from now on; what is open is cut."""
        self.port = port
        for line in list(self._lines):
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()
        self.lead_to(0)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        with (
            contextlib.suppress(OSError),
            line,
            socket.create_connection(("127.0.0.1", self.port)) as to_server,
        ):
            both = {line, to_server}
            self._lines |= both
            try:
                back = threading.Thread(target=_pump, args=(to_server, line), daemon=True)
                back.start()
                _pump(line, to_server)
                back.join()
            finally:
                self._lines -= both


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)
