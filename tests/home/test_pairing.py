import pytest

from fishbowl.home.asking import NotKnown, Posted, Unreachable, join
from fishbowl.home.keys import make_keys
from fishbowl.home.pairing import TRIES, Codes, Side, WrongCode, key_of, may_reach, proof


def side(name="laptop"):
    return Side(make_keys().public, "mark", name)


def test_a_code_is_used_up_by_who_knows_it_however_it_is_typed():
    codes = Codes()
    code, _ = codes.new()
    (salt,) = codes.salts()
    laptop = side()
    key = key_of(f" {code.lower()} ", salt)
    assert codes.use(salt, proof(key, "laptop", laptop), laptop) == key
    with pytest.raises(WrongCode):
        codes.use(salt, proof(key, "laptop", laptop), laptop)


def test_a_proof_is_of_the_keys_that_were_shown():
    codes = Codes()
    code, _ = codes.new()
    (salt,) = codes.salts()
    shown = proof(key_of(code, salt), "laptop", side())
    with pytest.raises(WrongCode):
        codes.use(salt, shown, side("laptop"))


def test_wrong_attempts_end_a_code():
    codes = Codes()
    code, _ = codes.new()
    (salt,) = codes.salts()
    laptop = side()
    for _ in range(TRIES):
        with pytest.raises(WrongCode):
            codes.use(salt, b"guess", laptop)
    with pytest.raises(WrongCode):
        codes.use(salt, proof(key_of(code, salt), "laptop", laptop), laptop)


def test_a_code_is_over_after_ten_minutes():
    now_s = 0.0
    codes = Codes(lambda: now_s)
    codes.new()
    now_s = 599.0
    assert len(codes.salts()) == 1
    now_s = 601.0
    assert codes.salts() == []


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://bowl.example", True),
        ("http://bowl.example", False),
        ("http://8.8.8.8", False),
        ("http://10.0.0.7:8080", True),
        ("http://[::1]:8080", True),
        ("http://fishbowl.local", True),
    ],
)
def test_a_home_elsewhere_is_reached_by_https_only(url, may):
    assert may_reach(url) is may


@pytest.mark.parametrize(
    ("posted", "error"),
    [
        (Posted(problem="no_connection"), Unreachable),
        (Posted(status=404), Unreachable),
        (Posted(status=500), Unreachable),
        (Posted(status=200, body=b"<!doctype html>"), Unreachable),
        (Posted(status=403), NotKnown),
    ],
)
def test_what_is_no_answer_of_a_home_is_told_apart(posted, error):
    with pytest.raises(error):
        join(lambda url, path, body: posted, "https://bowl.example", "WORD 4719", side())
