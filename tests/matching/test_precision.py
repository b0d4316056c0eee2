"""How many suggestions are right, on judged pairs; ``python -m bench matching`` prints it."""

import pytest

from tests.matching.judged import by_scores, by_shared_words, measure, read

SETS = ("association", "conference")


@pytest.mark.parametrize("name", SETS)
def test_four_of_five_suggestions_are_right(name):
    judged = read(name)
    assert measure(judged, by_scores(judged)).precision >= 0.8


@pytest.mark.parametrize("name", SETS)
def test_two_of_three_right_offers_are_found(name):
    judged = read(name)
    assert measure(judged, by_scores(judged)).found >= 2 / 3


@pytest.mark.parametrize("name", SETS)
def test_suggestions_are_right_far_more_often_than_those_by_shared_words(name):
    judged = read(name)
    baseline = measure(judged, by_shared_words)
    assert measure(judged, by_scores(judged)).precision > 1.5 * baseline.precision


@pytest.mark.parametrize("name", SETS)
def test_every_language_finds_right_offers(name):
    judged = read(name)
    suggest = by_scores(judged)
    for language in ("en", "de", "es", "ja", "ar"):
        needs = [line for line in judged.needs if line.language == language]
        right = [
            need
            for need in needs
            for offer in suggest(judged, need)
            if judged.names[offer.id] in judged.good[need.id]
        ]
        assert len(right) >= len(needs) / 2, language


@pytest.mark.parametrize("name", SETS)
def test_the_pairs_are_judged_and_half_of_the_needs_have_a_misleading_offer(name):
    judged = read(name)
    offers = {judged.names[offer.id] for offer in judged.offers}
    for need in judged.needs:
        good, hard = judged.good[need.id], judged.hard[need.id]
        assert good | hard <= offers
        assert not good & hard
    assert 2 * sum(map(bool, judged.hard.values())) >= len(judged.needs)
