"""What a laptop asks its home: pairing, and questions that are encrypted and signed.

Everything that waits for the network is the work of a :class:`Poster`: in a server it is a process
of its own (:mod:`fishbowl.home.poster`), so that looking up a name stops no room.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

import msgspec

from fishbowl.home.envelope import NotOurs, opened, sealed
from fishbowl.home.key_store import KeyStore
from fishbowl.home.messages import (
    PATH,
    PROTOCOL,
    Asked,
    Frame,
    Join,
    Joined,
    Question,
    Salts,
    answer_purpose,
    question_purpose,
    ticket,
)
from fishbowl.home.pairing import Side, WrongCode, key_of, proof
from fishbowl.home.records import Home

T = TypeVar("T", bound=msgspec.Struct)

HERE_ONLY = frozenset({404, 405})


class Unreachable(Exception):
    """Home does not answer.

    :param code: why, such as ``no_connection``, ``no_name``, ``bad_certificate``, ``no_home`` or
        ``says_503``.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotKnown(Exception):
    """Home does not know this laptop (any more)."""


class OtherProtocol(Exception):
    """Home has a version of this program that does not understand this one."""


class Posted(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a request.

    :param status: of the answer; 0 if there is none, and ``problem`` says why, as a code.
    """

    status: int = 0
    body: bytes = b""
    problem: str = ""


class Poster(Protocol):
    """Sends a request with a body, and waits for the answer."""

    def __call__(self, url: str, path: str, body: bytes) -> Posted:
        """Post something.

        :param url: scheme, host and port, without a slash at the end.
        """
        ...


class Asking:
    """Asks the home that is joined.

    :param home: the home that is joined now; ``None`` if there is none.
    """

    def __init__(self, post: Poster, keys: KeyStore, home: Callable[[], Home | None]) -> None:
        self._post, self._keys, self._home = post, keys, home

    def ask(self, what: str, question: Question, kind: type[T], home: Home | None = None) -> T:
        """Ask, and wait for the answer.

        :param what: the kind of the question; see :mod:`fishbowl.home.answers`.
        :param kind: what the answer is.
        :param home: which one is asked; the one that is joined if left out.
        :raises Unreachable: there is no answer.
        :raises NotKnown: there is no home, or it does not know this laptop any more.
        """
        home = home or self._home()
        if home is None:
            raise NotKnown
        own, bound = self._keys.own(), ticket()
        plain = Asked(home.pairing, bound, msgspec.Raw(msgspec.msgpack.encode(question)))
        envelope = sealed(msgspec.msgpack.encode(plain), question_purpose(what), own, home.keys)
        frame = msgspec.msgpack.encode(Frame(own.public.id, what, envelope))
        body = _body(self._post(home.url, f"{PATH}ask", frame))
        try:
            answer = opened(body, answer_purpose(what, bound), own, home.keys)
            return msgspec.msgpack.decode(answer, type=kind)
        except (NotOurs, msgspec.DecodeError) as error:
            raise Unreachable("not_home") from error


def join(
    post: Poster,
    url: str,
    code: str,
    laptop: Side,
    derive: Callable[[str, bytes], bytes] = key_of,
) -> Joined:
    """Pair with a home.

    :param code: as it was typed.
    :param derive: makes the key of a code.
    :raises Unreachable: there is no answer, or not one of a home.
    :raises WrongCode: home does not know this code, or it is over.
    :raises OtherProtocol: home has another version of this program.
    """
    try:
        salts = msgspec.msgpack.decode(_body(post(url, f"{PATH}pair", b"")), type=Salts)
    except msgspec.DecodeError as error:
        raise Unreachable("no_home") from error
    if salts.protocol != PROTOCOL:
        raise OtherProtocol
    for salt in salts.salts:
        key = derive(code, salt)
        asked = Join(laptop=laptop, salt=salt, proof=proof(key, "laptop", laptop))
        posted = post(url, f"{PATH}join", msgspec.msgpack.encode(asked))
        if posted.status == 403:
            continue
        try:
            joined = msgspec.msgpack.decode(_body(posted), type=Joined)
        except msgspec.DecodeError as error:
            raise Unreachable("no_home") from error
        if joined.proof != proof(key, "home", laptop, joined.home):
            raise WrongCode
        return joined
    raise WrongCode


def _body(posted: Posted) -> bytes:
    if posted.problem:
        raise Unreachable(posted.problem)
    if posted.status == 403:
        raise NotKnown
    if posted.status in HERE_ONLY:
        raise Unreachable("no_home")
    if posted.status != 200:
        raise Unreachable(f"says_{posted.status}")
    return posted.body
