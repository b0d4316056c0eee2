"""The whole program on its hub while letters leave: ``python -m bench.mail_hub DATABASE PORT``.

Measures how long the hub stands at most, by a task that wakes every millisecond: with nothing to
send, while letters go to a slow mail server, and while their process does not answer at all, as
when it waits for a name to be looked up. Prints a JSON object, in milliseconds.
"""

import warnings

warnings.simplefilter("ignore", DeprecationWarning)  # of eventlet, which says it by itself

import eventlet  # noqa: E402

eventlet.monkey_patch()

import json  # noqa: E402
import os  # noqa: E402
import signal  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402

from fishbowl.app import create_app  # noqa: E402
from fishbowl.host.mail_settings import MailSettings  # noqa: E402
from fishbowl.host.settings import Settings  # noqa: E402
from fishbowl.log.effects import AnyEffect  # noqa: E402
from fishbowl.services.letter_effects import letter  # noqa: E402
from fishbowl.web.context import WebContext  # noqa: E402

TICK_S = 0.001
PHASE_S = 3.0
WARM_UP_S = 2.0
LETTERS = 60


def main(db: str, port: int) -> None:
    """Measure, and print what was found."""
    mail = MailSettings(
        host="127.0.0.1", port=port, security="none", sender="bowl@bowl.example", per_minute=6_000
    )
    app = create_app(Settings(db=Path(db), host="127.0.0.1", port=8080, mail=mail))
    context, worker = app.extensions["fishbowl"], app.extensions["fishbowl.letters"]
    eventlet.sleep(WARM_UP_S)
    found = {"quiet": _stalls_ms()}
    _put(context, "slow")
    found["slow"] = _stalls_ms()
    _put(context, "hung")
    eventlet.sleep(0.1)
    pid = worker._process.pid
    os.kill(pid, signal.SIGSTOP)
    found["hung"] = _stalls_ms()
    os.kill(pid, signal.SIGKILL)
    print(json.dumps(found), flush=True)
    os._exit(0)


def _put(context: WebContext, name: str) -> None:
    now_ms = time.time_ns() // 1_000_000
    effects: list[AnyEffect] = []
    for no in range(LETTERS):
        effects += letter(context.tokens, "host", f"{name}-{no}", "member/1", now_ms)
    context.members.log.append({}, effects)


def _stalls_ms() -> dict[str, list[float]]:
    """The longest stall of each tenth of a second: by the clock, and in CPU of this process.

    Other programs on the machine lengthen the first, not the second. A call that blocks the hub
    and does not compute is in the first alone, and takes seconds.
    """
    stalls: dict[str, list[float]] = {"wall": [], "cpu": []}
    ends_s = time.perf_counter() + PHASE_S
    while time.perf_counter() < ends_s:
        wall_s = cpu_s = 0.0
        until_s = time.perf_counter() + 0.1
        while (began_s := time.perf_counter()) < until_s:
            busy_s = time.process_time()
            eventlet.sleep(TICK_S)
            cpu_s = max(cpu_s, time.process_time() - busy_s)
            wall_s = max(wall_s, time.perf_counter() - began_s - TICK_S)
        stalls["wall"].append(wall_s * 1000)
        stalls["cpu"].append(cpu_s * 1000)
    return stalls


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
