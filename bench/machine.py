"""What a process costs, read from the machine itself."""

import os
import resource
from pathlib import Path

SERVER_CORES = {0}
EVERYTHING = os.sched_getaffinity(0)
NANO = 1e-9
FILES_WANTED = 20_000


def client_cores() -> set[int]:
    """The cores of the client: all but the server's, where there is more than one."""
    return EVERYTHING - SERVER_CORES or EVERYTHING


def raise_limits() -> None:
    """Allow this process, and those it starts, as many open connections as the machine permits."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES_WANTED if hard == resource.RLIM_INFINITY else min(hard, FILES_WANTED)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def cpu_s(pid: int) -> float:
    """CPU seconds of a process so far, all threads, with what the kernel did for it."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        total += int((task / "schedstat").read_text().split()[0])
    return total * NANO


def memory_bytes(pid: int) -> int:
    """Memory of a process that is in RAM now."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize()
