"""Letters with their token, to be committed beside the command that causes them."""

from collections.abc import Iterator, Mapping
from typing import Literal

from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import PutLetter
from fishbowl.services.tokens import Purpose, Tokens

Kind = Literal["invitation", "host", "merge", "offer", "stay"]
PURPOSES: Mapping[Kind, Purpose] = {
    "invitation": "invited",
    "host": "host",
    "merge": "merge",
    "offer": "offer",
    "stay": "stay",
}


def letter(
    tokens: Tokens, kind: Kind, id: str, owner: str, now_ms: int, *, about: int = 0
) -> Iterator[AnyEffect]:
    """Put a letter into the outbox, and let the token of its link be good.

    Whether it is sent depends on how its owner is reached then. The address that ends letters is
    let be good when it is sent, as in every letter.

    :param id: another one for every letter.
    :param owner: ``member/7`` or ``invitation/9``.
    :param about: the number of a merge or an offer; 0 for nothing.
    """
    params: dict[str, int] = {kind: about} if about else {}
    yield PutLetter(id=id, owner=owner, letter=kind, params=params, created_at_ms=now_ms)
    yield tokens.put(id, PURPOSES[kind], owner, about)
