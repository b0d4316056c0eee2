"""What a home answers to laptops that are paired with it: a registry of kinds of questions.

To add a question (say ``along``): declare ``class Along(Question, frozen=True, kw_only=True)`` and
the struct of its answer, and call ``answers.add("along", Along, answer)`` on the :class:`Answers`
of the server, where ``answer(laptop, question)`` gives the answer. The laptop asks
``asking.ask("along", Along(...), AlongAnswer)``. Both are encrypted and signed; a laptop whose
pairing was taken back gets no answer.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from fishbowl.home.envelope import NotOurs, opened, sealed
from fishbowl.home.key_store import KeyStore
from fishbowl.home.messages import Asked, Frame, Question, answer_purpose, question_purpose
from fishbowl.home.records import HomeRecords, Laptop

Q = TypeVar("Q", bound=Question)


class NotPaired(Exception):
    """No laptop that is paired has asked this."""


class Answers:
    """Opens questions of laptops, and seals the answers.

    :param seen: is told that a laptop has asked.
    """

    def __init__(
        self, records: HomeRecords, keys: KeyStore, seen: Callable[[Laptop], None]
    ) -> None:
        self._records, self._keys, self._seen = records, keys, seen
        self._kinds: dict[str, tuple[type[Question], Callable[[Laptop, Any], msgspec.Struct]]] = {}

    def add(
        self, what: str, question: type[Q], answer: Callable[[Laptop, Q], msgspec.Struct]
    ) -> None:
        """Let laptops ask something.

        :param what: names the kind of question.
        :param answer: gives the answer.
        """
        self._kinds[what] = (question, answer)

    def answered(self, body: bytes) -> bytes:
        """Answer what a laptop sent.

        :raises NotPaired: it is not paired, its pairing was taken back, or it is not its question.
        :raises StoreError: the database cannot be used.
        """
        try:
            frame = msgspec.msgpack.decode(body, type=Frame)
        except msgspec.DecodeError as error:
            raise NotPaired from error
        laptop = self._records.laptop(frame.laptop)
        kind = self._kinds.get(frame.what)
        if laptop is None or not laptop.is_paired or kind is None:
            raise NotPaired
        own = self._keys.own()
        try:
            plain = opened(frame.envelope, question_purpose(frame.what), own, laptop.keys)
            asked = msgspec.msgpack.decode(plain, type=Asked)
            question = msgspec.msgpack.decode(asked.question, type=kind[0])
        except (NotOurs, msgspec.DecodeError) as error:
            raise NotPaired from error
        if asked.pairing != laptop.pairing:
            raise NotPaired
        self._seen(laptop)
        answer = msgspec.msgpack.encode(kind[1](laptop, question))
        return sealed(answer, answer_purpose(frame.what, asked.ticket), own, laptop.keys)
