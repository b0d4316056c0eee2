"""How signals come together and fade, without a server."""

from fishbowl.live.signal_counts import REACTION_MS, WISH_MS, SignalCounter


def test_reactions_fade_after_ten_seconds():
    counter = SignalCounter()
    counter.add("WAVE47", "amira", "agree", 0)
    counter.add("WAVE47", "amira", "agree", 4_000)
    assert counter.counts("WAVE47", 5_000) == {"agree": 2}
    assert counter.counts("WAVE47", REACTION_MS) == {"agree": 1}
    assert counter.counts("WAVE47", REACTION_MS + 4_000) == {}


def test_a_wish_lasts_a_minute_from_its_last_repetition():
    counter = SignalCounter()
    counter.add("WAVE47", "amira", "slower", 0)
    counter.add("WAVE47", "kofi", "slower", 0)
    counter.add("WAVE47", "amira", "slower", 30_000)
    assert counter.counts("WAVE47", WISH_MS - 1) == {"slower": 2}
    assert counter.counts("WAVE47", WISH_MS) == {"slower": 1}


def test_totals_are_taken_once_and_count_a_wish_once_a_person():
    counter = SignalCounter()
    for at_ms in (0, 1_000, 2_000):
        counter.add("WAVE47", "amira", "thanks", at_ms)
        counter.add("WAVE47", "amira", "microphone", at_ms)
    assert counter.take_totals("WAVE47") == {"thanks": 3, "microphone": 1}
    assert counter.take_totals("WAVE47") == {}


def test_rooms_do_not_hear_each_other():
    counter = SignalCounter()
    counter.add("WAVE47", "amira", "agree", 0)
    assert counter.counts("TIDE12", 0) == {}
    counter.drop("WAVE47")
    assert counter.counts("WAVE47", 0) == {}
