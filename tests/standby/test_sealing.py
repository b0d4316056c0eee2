"""Messages between two machines: nobody else can read, change or send them again."""

import msgspec
import pytest

from fishbowl.log.copies import Head
from fishbowl.standby.sealing import NotOurs, Seal


def test_a_sealed_message_opens_only_for_its_purpose_and_with_its_key() -> None:
    seal, other = Seal("the key"), Seal("another key")
    head = Head("session", "WAVE47", 3, b"\x01")
    sealed = seal.close(head, "/standby/hello", b"ticket")
    assert seal.open(sealed, Head, "/standby/hello", b"ticket") == head
    assert b"WAVE47" not in sealed
    for wrong in (
        lambda: other.open(sealed, Head, "/standby/hello", b"ticket"),
        lambda: seal.open(sealed, Head, "/standby/next", b"ticket"),
        lambda: seal.open(sealed, Head, "/standby/hello", b"another"),
        lambda: seal.open(sealed[:-1], Head, "/standby/hello", b"ticket"),
        lambda: seal.open(b"", Head, "/standby/hello", b"ticket"),
        lambda: seal.open(msgspec.msgpack.encode(head), Head, "/standby/hello", b"ticket"),
    ):
        with pytest.raises(NotOurs):
            wrong()
