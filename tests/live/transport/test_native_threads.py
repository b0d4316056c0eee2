"""The OS threads for the log: their results arrive, however late the hub looks."""

import subprocess
import sys

MANY_RESULTS = """
import warnings
warnings.filterwarnings("ignore")
import eventlet
eventlet.monkey_patch()
from eventlet import patcher
from fishbowl.live.transport.native_threads import _EventletThread
from fishbowl.host.supervisor import Supervisor

native = patcher.original("time")
thread = _EventletThread("log", Supervisor())
pool = [eventlet.spawn(thread.call, int, text) for text in map(str, range(2_000))]
waiting = eventlet.spawn(lambda: [one.wait() for one in pool])
eventlet.sleep(0)
ends_s = native.monotonic() + 20
while len(thread._done) < len(pool) and native.monotonic() < ends_s:
    native.sleep(0.001)  # the hub stands still, so nobody reads the bell
print(len(thread._done), sum(waiting.wait()))
"""

FAILED_HANDOVER = """
import warnings
warnings.filterwarnings("ignore")
import eventlet
eventlet.monkey_patch()
from fishbowl.live.transport.native_threads import _EventletThread
from fishbowl.host.supervisor import Supervisor

class Gone:
    def send(self, result):
        raise RuntimeError("nobody waits")

thread = _EventletThread("log", Supervisor())
thread._calls.put((int, ("1",), {}, Gone()))
print(thread.call(int, "2"))
"""


def run(program: str) -> str:
    """Run it in a process of its own: it is patched for good."""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    return ran.stdout.strip()


def test_thousands_of_results_at_once_are_all_handed_over() -> None:
    assert run(MANY_RESULTS) == f"2000 {sum(range(2_000))}"


def test_a_result_that_cannot_be_handed_over_keeps_no_other() -> None:
    assert run(FAILED_HANDOVER) == "2"
