"""Commands beside a server: who may write a database, this process or the server that uses it."""

from pathlib import Path
from typing import Any, NamedTuple

from fishbowl.host.local_socket import NoLocalSocket, ask
from fishbowl.host.long_work import Report, ignored
from fishbowl.log import InUse, Store, StoreError, open_store

COULD_NOT = "The running server could not do it"


class RunningServer(NamedTuple):
    """The server that uses a database, and its local socket."""

    path: Path
    socket: Path

    def ask(
        self, do: str, body: bytes = b"", *, could_not: str = COULD_NOT, **header: Any
    ) -> dict[str, Any]:
        """Ask it to do something.

        :param do: the request, as the server's handlers name it.
        :param could_not: what an error says before the server's reason.
        :return: its answer.
        :raises StoreError: it does not answer, or could not do it.
        """
        try:
            answer = ask(self.socket, do, body, **header)
        except NoLocalSocket as error:
            raise StoreError(f"The running server does not answer: {error}.") from error
        if not answer.get("ok"):
            raise StoreError(f"{could_not}: {answer.get('error')}")
        return answer


def store_or_server(
    db: Path, *, report: Report = ignored, makes: bool = False
) -> Store | RunningServer:
    """Open a database for writing, or find the server that uses it.

    :param report: is told how far a change of its tables is.
    :param makes: whether a database that is not there is made.
    :raises StoreError: there is none, or it cannot be used.
    """
    if not makes:
        open_store(db, readonly=True).close()
    try:
        return open_store(db, holder={}, report=report)
    except InUse as error:
        socket = "" if error.holder is None else error.holder.about.get("socket", "")
        if not socket:
            raise
        reading = open_store(db, readonly=True)
        reading.close()
        return RunningServer(reading.path, Path(socket))
