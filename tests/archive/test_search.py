"""Finding finished sessions: what is found, in which order, and narrowed to what."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fishbowl.archive.related_sessions import related_sessions
from fishbowl.archive.search import PAGE, search, warm_up
from fishbowl.archive.search_types import Filter
from fishbowl.archive.vocabulary import VocabularyCache
from fishbowl.domain.session import commands as c
from fishbowl.harvest.query import holds, read_query
from fishbowl.harvest.searchable_text import KINDS
from fishbowl.harvest.tokens import stream
from fishbowl.log import Store, open_store
from fishbowl.services.session_log import list_sessions
from tests.archive.finished_sessions import codes, keep, session
from tests.support.room import Room


def test_a_session_is_found_by_all_its_words_wherever_they_are(store: Store, path: Path):
    keep(
        store,
        session("WAVE22", "Who stays?", "Paying volunteers", "Leaving well"),
        session("WAVE33", "Who pays?", "Leaving early"),
    )
    assert codes(search(path, "leaving volunteers")) == ["WAVE22"]
    assert sorted(codes(search(path, "LEÁV"))) == ["WAVE22", "WAVE33"]
    assert codes(search(path, "unteer")) == ["WAVE22"]
    assert codes(search(path, "nothing of that")) == []
    (hit,) = search(path, "volunteers").results
    (place,) = hit.matches
    assert place.words == "Paying volunteers"
    assert [place.words[start:end] for start, end in place.marks] == ["volunteers"]


@pytest.mark.parametrize("typed", ["友", "友達", "達と", "中国", "ランティ"])
def test_characters_are_found_one_by_one_and_in_any_phrase(store: Store, path: Path, typed: str):
    keep(store, session("WAVE22", "友達と中国の話", "ボランティア"), session("WAVE33"))
    assert codes(search(path, typed)) == ["WAVE22"]


def test_titles_come_before_notes_and_the_latest_first_among_equals(store: Store, path: Path):
    noted = Room("Who stays?", code="WAVE55")
    noted.facilitator.starts()
    noted.sends(c.AddNote(kind="insight", words="A lantern helped"))
    noted.sends(c.CloseSession())
    others = [session(f"TIDE{number}", "Who goes?") for number in range(22, 30)]
    keep(store, *others, session("WAVE33", "The lantern"), session("WAVE44", "The lantern"), noted)
    found = search(path, "lantern")
    assert codes(found) == ["WAVE44", "WAVE33", "WAVE55"]
    assert found.kinds == {"question": 2, "insight": 1}


def test_filters_narrow_and_tell_what_each_would_leave(store: Store, path: Path):
    keep(
        store,
        session("WAVE22", "Who stays in the project and why?", "Bread", event="Day One"),
        session("WAVE33", "Wer bleibt und warum ist das so?", "Bread", event="Day Two"),
    )
    found = search(path, "bread", Filter(event="Day Two"))
    assert codes(found) == ["WAVE33"]
    assert found.events == {"Day One": 1, "Day Two": 1}
    assert codes(search(path, "", Filter(language="de"))) == ["WAVE33"]
    assert codes(search(path, "bread", Filter(kind="question"))) == []
    assert search(path, "", Filter(year="1999")).count == 0


def test_the_language_that_was_chosen_goes_before_the_guess(store: Store, path: Path):
    keep(
        store,
        session("WAVE22", "Who stays in the project and why?", language="es"),
        session("WAVE33", "Who stays in the project and why?"),
    )
    assert codes(search(path, "", Filter(language="es"))) == ["WAVE22"]
    assert codes(search(path, "", Filter(language="en"))) == ["WAVE33"]


def test_a_wrong_guess_is_put_right_after_the_end(store: Store, path: Path):
    room = session("WAVE22", "Who stays in the project and why?")
    keep(store, room)
    room.sends(c.SetLanguage(language="nl"))
    keep(store, room)
    assert codes(search(path, "", Filter(language="nl"))) == ["WAVE22"]


def test_readers_find_what_is_published(store: Store, path: Path):
    room = session("WAVE22", "Who stays?")
    keep(store, room, session("WAVE33", "Who goes?"))
    assert search(path, "who", published_only=True).searchable_count == 0
    room.sends(c.PublishSummary())
    keep(store, room)
    assert codes(search(path, "who", published_only=True)) == ["WAVE22"]


@pytest.mark.parametrize(
    "typed",
    ['"', "foo AND", "NEAR(a b", "a* OR -b", "{question} : x", "^x", "🐟", "\u202eabc",
     "x" * 10_000, "'; drop table finds; --", "NOT", "\x00", "%", "_"],
)  # fmt: skip
def test_nothing_that_is_typed_is_an_operator(store: Store, path: Path, typed: str):
    keep(store, session("WAVE22", "Who stays?", "Bread"))
    assert codes(search(path, typed)) == []


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=60,
)
@given(typed=st.text(max_size=80), kind=st.text(max_size=8))
def test_whatever_is_typed_gets_an_answer(store: Store, path: Path, typed: str, kind: str):
    if not list_sessions(store):
        keep(store, session("WAVE22", "Who stays?", "Bread"))
    search(path, typed)
    search(path, typed, Filter(kind=kind, event=kind, year=kind, language=kind))
    related_sessions(path, typed, exclude="")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=40,
)
@given(title=st.text(min_size=1, max_size=60).map(lambda title: f"x{title}"))
def test_a_topic_is_found_by_its_own_title(tmp_path_factory: pytest.TempPathFactory, title: str):
    path = tmp_path_factory.mktemp("archive") / "fishbowl.db"
    with closing(open_store(path)) as store:
        room = session("WAVE22", "Who stays?", title)
        keep(store, room)
        kept = next(iter(room.session.topics.values())).title
        assert codes(search(path, kept)) == ["WAVE22"]


def test_a_topic_finds_earlier_sessions_that_were_about_it(store: Store, path: Path):
    keep(
        store,
        session("WAVE22", "Who stays?", "Paying people who maintain the code"),
        session("WAVE33", "Who goes?", "Paying for lunch"),
    )
    found = related_sessions(path, "How do we pay maintainers and maintain the code?", exclude="X")
    assert [hit.code for hit in found] == []
    found = related_sessions(path, "paying people who maintain", exclude="X")
    assert [hit.code for hit in found] == ["WAVE22"]
    assert related_sessions(path, "paying people who maintain", exclude="WAVE22") == ()
    assert related_sessions(path, "the of", exclude="X") == ()


SAID = (
    "co-operate",
    "taco operates",
    "Bücher",
    "Handbücher",
    "book",
    "books",
    "notebook",
    "友達と",
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=40,
)
@given(
    titles=st.lists(st.lists(st.sampled_from(SAID), min_size=1, max_size=3), max_size=PAGE - 1),
    typed=st.lists(
        st.sampled_from((*SAID, "ook", "ooks", "buch", "perat", '"book"', "達", "o")), max_size=2
    ),
)
def test_what_is_found_is_what_reading_everything_would_find(
    tmp_path_factory: pytest.TempPathFactory, titles: list[list[str]], typed: list[str]
):
    path = tmp_path_factory.mktemp("archive") / "fishbowl.db"
    rooms = {f"WAVE{no}{no}": f"Why {' '.join(words)}" for no, words in enumerate(titles, 2)}
    with closing(open_store(path)) as store:
        keep(store, *(session(code, question) for code, question in rooms.items()))
        words = read_query(" ".join(typed))
        wanted = {
            code
            for code, question in rooms.items()
            if all(holds(stream(question), word) for word in words)
        }
        assert set(codes(search(path, " ".join(typed)))) == wanted


def test_one_typing_error_is_forgiven_where_nothing_is_found_and_it_is_said(
    store: Store, path: Path
):
    keep(store, session("WAVE22", "Who stays?", "A greeting for people"), session("WAVE33"))
    found = search(path, "greating people")
    assert (codes(found), found.misspelled, found.kinds) == (
        ["WAVE22"],
        ("greating",),
        {"topic": 1},
    )
    (place,) = found.results[0].matches
    assert [place.words[start:end] for start, end in place.marks] == ["greeting", "people"]
    assert codes(search(path, "greating", Filter(kind="topic"))) == ["WAVE22"]
    assert search(path, '"greating"').count == 0
    assert search(path, "greating nothing").misspelled == ()
    assert search(path, "people").misspelled == ()


def test_what_is_known_is_not_taken_for_an_error(store: Store, path: Path):
    keep(store, session("WAVE22", "Who stays?", "Grating"), session("WAVE33", "A greeting?"))
    assert codes(search(path, "grating")) == ["WAVE22"]
    assert search(path, "grating greeting").count == 0


def test_readers_are_forgiven_by_what_they_may_read(store: Store, path: Path):
    public = session("WAVE22", "A greeting?")
    public.sends(c.PublishSummary())
    keep(store, public, session("WAVE33", "Grating, greating?"))
    found = search(path, "greating", published_only=True)
    assert (codes(found), found.misspelled) == (["WAVE22"], ("greating",))
    assert codes(search(path, "greating")) == ["WAVE33"]


def test_the_same_words_of_a_session_are_one_place(store: Store, path: Path):
    room = Room("Who stays?", code="WAVE22")
    room.facilitator.starts()
    for words in ("Bread for all", "bread, for ALL!", "Bread for some"):
        room.sends(c.AddNote(kind="action", words=words))
    room.sends(c.AddNote(kind="insight", words="Bread for all"))
    room.sends(c.CloseSession())
    keep(store, room)
    (hit,) = search(path, "bread").results
    assert [(p.kind, p.words, p.times) for p in hit.matches] == [
        ("action", "Bread for all", 3),
        ("action", "Bread for some", 1),
    ]
    assert hit.match_count == 2


def test_a_kind_without_words_lists_who_has_it_and_all_of_it(store: Store, path: Path):
    noted = Room("Who stays?", code="WAVE22")
    noted.facilitator.starts()
    for words in ("Pay for travel", "Ask again in May"):
        noted.sends(c.AddNote(kind="decision", words=words))
    noted.sends(c.CloseSession())
    keep(store, noted, session("WAVE33"))
    everything = search(path, "")
    assert everything.kinds == {"decision": 1}
    assert everything.results[0].matches == ()
    (hit,) = search(path, "", Filter(kind="decision")).results
    assert [place.words for place in hit.matches] == ["Pay for travel", "Ask again in May"]
    assert search(path, "", Filter(kind="decision", year="1999")).count == 0


def test_filters_together_count_what_each_other_value_would_leave(store: Store, path: Path):
    keep(
        store,
        session("WAVE22", "Who stays in the project and why?", "Bread", event="One"),
        session("WAVE33", "Who stays in the project and why?", event="One"),
        session("WAVE44", "Wer bleibt und warum ist das so?", "Bread", event="Two"),
    )
    found = search(path, "bread", Filter(event="One", language="en"))
    assert codes(found) == ["WAVE22"]
    assert found.events == {"One": 1}
    assert found.languages == {"en": 1}
    assert found.kinds == {"topic": 1}
    assert search(path, "o", Filter(kind="nonsense")).count == 0


def test_what_a_catalogue_keeps_follows_every_change_of_the_file(store: Store, path: Path):
    kept = VocabularyCache()
    assert search(path, "", vocabulary_cache=kept).searchable_count == 0
    room = session("WAVE22", "Who stays?", "Notebooks")
    keep(store, room)
    assert codes(search(path, "ebook", vocabulary_cache=kept)) == ["WAVE22"]
    assert search(path, "", published_only=True, vocabulary_cache=kept).searchable_count == 0
    room.sends(c.PublishSummary())
    keep(store, room, shelved=False)
    assert search(path, "ebook", vocabulary_cache=kept).count == 0
    keep(store, room, session("WAVE33", "Who goes?", "Facebooks"))
    warm_up(path, kept)
    assert sorted(codes(search(path, "ebook", vocabulary_cache=kept))) == ["WAVE22", "WAVE33"]
    assert codes(search(path, "", published_only=True, vocabulary_cache=kept)) == ["WAVE22"]


def test_a_search_among_many_ranks_counts_and_turns_pages(store: Store, path: Path):
    rooms = [session(f"WAVE{no + 22}", f"Who stays {no}?", "Bread") for no in range(PAGE + 3)]
    keep(store, *rooms)
    found = search(path, "bread")
    assert (found.count, found.kinds) == (PAGE + 3, {"topic": PAGE + 3})
    assert codes(found) == [room.session.code for room in reversed(rooms)][:PAGE]
    rest = search(path, "bread", first=PAGE)
    assert codes(rest) == [room.session.code for room in reversed(rooms)][PAGE:]
    assert set(found.kinds) <= set(KINDS)
