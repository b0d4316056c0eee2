"""Looking for takeovers ends with the server, and reports no failure of a log that was closed."""

from pathlib import Path
from threading import Event, Thread

from fishbowl.access.keys import AccessKeys
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import directly
from fishbowl.log import open_store
from fishbowl.services.writer import Service
from fishbowl.standby.primary import Primary
from tests.support.face import PATIENCE_S
from tests.support.hand_clock import HandClock


def test_a_look_that_meets_the_closed_log_is_no_failure(tmp_path: Path) -> None:
    store, supervisor = open_store(tmp_path / "talks.db"), Supervisor()
    service = Service(store, HandClock(), supervisor=supervisor)
    primary = Primary(service, AccessKeys(store.secret()), directly, supervisor)
    looked, closed = Event(), Event()

    def watch() -> None:
        primary.turn.watch(primary.seal, lambda: "", sleep)

    def sleep(_: float) -> None:
        looked.set()
        assert closed.wait(PATIENCE_S)

    task = Thread(target=watch, daemon=True)
    task.start()
    assert looked.wait(PATIENCE_S)
    service.stop()
    closed.set()
    task.join(PATIENCE_S)
    assert not task.is_alive()
    assert supervisor.failures() == {}
