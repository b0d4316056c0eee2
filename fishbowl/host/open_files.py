"""The limit on open files (RLIMIT_NOFILE), and with it on connections."""

from collections.abc import Iterable

WANTED = 65_536
"""The wanted limit; if the hard limit is lower, that is used."""
TRIED = (WANTED, 20_480, 10_240, 4_096)
"""Limits to try where the hard limit is reported as infinite and is not (macOS)."""
RESERVE = 64
"""Descriptors reserved for database, journals, backups and page requests."""


def raise_limit() -> int | None:
    """Raise the soft limit as far as possible.

    :return: the new limit; ``None`` if there is none.
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
    """The current soft limit; ``None`` if there is none or the system has no such limit."""
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
