"""Finds whom a question goes to, and answers that it finds, in a thread: live rooms do not wait.

What a line is about is worked out once and kept until the next question, with nothing of lines that
are not there any more.
"""

from collections.abc import Callable, Sequence
from typing import Any

from fishbowl.domain.community.model import KeptAnswer, Member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis
from fishbowl.matching.asking import Whom, kept_answers, whom_to_ask
from fishbowl.matching.words import significant

RunInThread = Callable[..., Any]
Kept = dict[tuple[str, str], Sequence[str]]


class Asking:
    """Looks for the members, and the answers, that are nearest to a question.

    :param run_in_thread: calls a function that may take long.
    """

    def __init__(self, run_in_thread: RunInThread) -> None:
        self._run_in_thread = run_in_thread
        self._of_lines: Kept = {}
        self._of_answers: Kept = {}

    def whom(self, community: Community, asker: Member, question: str, now_ms: Millis) -> Whom:
        """Find members; see :func:`~fishbowl.matching.asking.whom_to_ask`."""
        words = _Words(self._of_lines)
        found: Whom = self._run_in_thread(whom_to_ask, community, asker, question, now_ms, words)
        self._of_lines = words.used
        return found

    def answers(self, community: Community, question: str, language: str) -> list[KeptAnswer]:
        """Find answers; see :func:`~fishbowl.matching.asking.kept_answers`."""
        words = _Words(self._of_answers)
        found: list[KeptAnswer] = self._run_in_thread(
            kept_answers, community, question, language, words
        )
        self._of_answers = words.used
        return found


class _Words:
    """Tells what texts are about, as :func:`~fishbowl.matching.words.significant` does.

    :param known: what was told before; ``used`` has what was asked for this time.
    """

    def __init__(self, known: Kept) -> None:
        self._known = known
        self.used: Kept = {}

    def __call__(self, text: str, language: str) -> Sequence[str]:
        key = (text, language)
        words = self._known.get(key)
        if words is None:
            words = significant(text, language)
        self.used[key] = words
        return words
