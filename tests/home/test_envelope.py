import pytest

from fishbowl.home.envelope import NotOurs, name_of, opened, sealed
from fishbowl.home.keys import make_keys

LAPTOP, HOME, OTHER = make_keys(), make_keys(), make_keys()


def test_the_receiver_reads_what_the_sender_has_signed():
    envelope = sealed(b"words", "bundle", LAPTOP, HOME.public)
    assert b"words" not in envelope
    assert opened(envelope, "bundle", HOME, LAPTOP.public) == b"words"


def test_the_same_content_gives_the_same_envelope_and_other_content_another():
    first = sealed(b"words", "bundle", LAPTOP, HOME.public)
    assert first == sealed(b"words", "bundle", LAPTOP, HOME.public)
    others = [
        sealed(b"other", "bundle", LAPTOP, HOME.public),
        sealed(b"words", "question", LAPTOP, HOME.public),
        sealed(b"words", "bundle", LAPTOP, OTHER.public),
    ]
    assert len({name_of(one) for one in (first, *others)}) == 4
    assert len({one[1:33] for one in (first, *others)}) == 4


@pytest.mark.parametrize("at", [0, 1, 20, 40, -1])
def test_an_envelope_that_was_changed_is_refused(at):
    envelope = bytearray(sealed(b"words", "bundle", LAPTOP, HOME.public))
    envelope[at] ^= 1
    with pytest.raises(NotOurs):
        opened(bytes(envelope), "bundle", HOME, LAPTOP.public)


def test_an_envelope_is_for_one_purpose_one_receiver_and_of_one_sender():
    envelope = sealed(b"words", "bundle", LAPTOP, HOME.public)
    for purpose, receiver, sender in (
        ("question", HOME, LAPTOP),
        ("bundle", OTHER, LAPTOP),
        ("bundle", HOME, OTHER),
    ):
        with pytest.raises(NotOurs):
            opened(envelope, purpose, receiver, sender.public)


@pytest.mark.parametrize("cut", [0, 1, 32, 33, 60])
def test_an_envelope_that_was_cut_is_refused(cut):
    envelope = sealed(b"words", "bundle", LAPTOP, HOME.public)
    with pytest.raises(NotOurs):
        opened(envelope[:cut], "bundle", HOME, LAPTOP.public)
