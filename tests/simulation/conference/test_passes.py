"""A simulated browser makes and shows passes as a real one does."""

from fishbowl.simulation.conference.passes import make_pass, pass_link, verifier_of
from tests.vectors.test_vectors import Case, each


@each("passes")
def test_a_pass_is_written_and_shown_as_in_a_browser(case: Case):
    written = make_pass(bytes.fromhex(case["bytes"]))
    assert written == case["pass"]
    assert verifier_of(written, case["installation"]) == case["verifier"]


def test_the_pass_is_behind_the_fragment_of_its_link():
    assert pass_link("http://127.0.0.1:1", "0000-1111", "3f2a9c01").partition("#")[2] == (
        "0000-1111.3f2a9c01"
    )
