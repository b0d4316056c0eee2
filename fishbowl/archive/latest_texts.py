"""What was said in the latest sessions, to tell rare words from common ones."""

from pathlib import Path

from fishbowl.log.archived_sessions import opened


def latest_texts(path: Path, at_most: int) -> tuple[str, ...]:
    """The searchable texts of the latest sessions.

    :raises StoreError: the index has to be rebuilt first.
    """
    with opened(path) as connection:
        rows = connection.execute(
            "select words from finds join finished_sessions using (session_id)"
            " order by ended_at_ms desc, session_id desc limit ?",
            (at_most,),
        )
        return tuple(words for (words,) in rows)
