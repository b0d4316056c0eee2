"""How many files and connections this process may have open at the same time."""

from collections.abc import Iterable

WANTED = 65_536
"""More than the phones of any hall; a machine that allows fewer gives as many as it does."""
TRIED = (WANTED, 20_480, 10_240, 4_096)
"""What is asked for where a machine says that there is no limit and yet has one (macOS)."""
RESERVE = 64
"""Descriptors that connections leave alone: the database, its log, a backup, what pages read."""


def raise_limit() -> int | None:
    """Allow as many open files as the machine does, and tell how many that are.

    :return: the limit; ``None`` where the machine has none.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for wanted in _worth_trying(soft, hard, resource.RLIM_INFINITY):
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (ValueError, OSError):
            continue
        break
    return limit()


def limit() -> int | None:
    """How many files this process may have open; ``None`` where the machine does not say."""
    try:
        import resource
    except ImportError:
        return None
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return None if soft == resource.RLIM_INFINITY else soft


def connections_max() -> int | None:
    """The highest descriptor that a connection may have, so that a reserve is kept."""
    most = limit()
    return None if most is None else max(most - RESERVE, most // 2)


def _worth_trying(soft: int, hard: int, infinity: int) -> Iterable[int]:
    if soft == infinity:
        return ()
    tried = TRIED if hard == infinity else (min(hard, WANTED), *TRIED)
    return [one for one in tried if one > soft and (hard == infinity or one <= hard)]
