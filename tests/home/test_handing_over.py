import pytest

from fishbowl.domain.session.stream import session_stream
from fishbowl.home.desk import NotJoined
from fishbowl.home.handing_over import TRIES_UNKNOWN
from fishbowl.home.records import SENT, Sent
from tests.home.machines import Cable, Machine, evening, forget, pair
from tests.log.conftest import delete
from tests.log.conftest import evening as going_on
from tests.support.room import OPENED_MS, Room


def how(laptop: Machine) -> dict[str, str]:
    found = laptop.desk.records.all(SENT, Sent).values()
    return {one.key: f"{one.taken.how} {one.taken.code}".strip() for one in found}


def test_a_finished_session_is_home_once_there_is_a_connection(
    laptop: Machine, home: Machine, cable: Cable
):
    pair(laptop, home)
    laptop.holds(evening())
    cable.is_cut = True
    standing = laptop.desk.handing_over.round()
    assert (standing.state, standing.code) == ("unreachable", "no_connection")
    assert laptop.desk.status().waiting == ("WAVE47",)
    cable.is_cut = False
    assert laptop.desk.handing_over.round().state == "waiting"
    assert home.stored() == laptop.stored()
    home.store.check(session_stream("WAVE47"))
    assert home.changed == ["WAVE47"]
    assert laptop.desk.status().waiting == ()
    assert how(laptop) == {"WAVE47": "new"}
    assert [one.code for one in laptop.desk.handing_over.troubles.latest()] == ["no_connection"]
    assert home.noted == ["laptop_joined", "handed_over WAVE47"]


def test_what_is_home_is_not_sent_again(laptop: Machine, home: Machine, cable: Cable):
    pair(laptop, home)
    laptop.holds(evening())
    laptop.desk.handing_over.round()
    cable.posted.clear()
    laptop.desk.handing_over.round()
    assert len(cable.posted) == 1


@pytest.mark.parametrize("gets_through", range(5))
def test_a_hand_over_that_was_cut_goes_on_where_it_was(
    laptop: Machine, home: Machine, cable: Cable, gets_through: int, monkeypatch
):
    monkeypatch.setattr("fishbowl.home.handing_over.PART_BYTES", 300)
    pair(laptop, home)
    laptop.holds(evening())
    cable.cut_after = gets_through
    assert laptop.desk.handing_over.round().state == "unreachable"
    before, cable.cut_after = len(cable.posted), -1
    laptop.desk.handing_over.round()
    assert home.stored() == laptop.stored()
    (one,) = laptop.desk.sessions.waiting()
    parts = -(-len(laptop.envelope(one)) // 300)
    again = len(cable.posted) - before
    sent_before = max(0, gets_through - 1)
    assert again == 1 + (parts - sent_before) + 1 + 1  # has, the other parts, take, and a greeting


def test_an_answer_that_was_lost_changes_nothing_twice(
    laptop: Machine, home: Machine, cable: Cable
):
    pair(laptop, home)
    laptop.holds(evening())
    cable.loses_answers = True
    for _ in range(4):
        assert laptop.desk.handing_over.round().state == "unreachable"
    cable.loses_answers = False
    laptop.desk.handing_over.round()
    assert home.stored() == laptop.stored()
    assert home.changed == ["WAVE47"]


def test_who_is_forgotten_at_the_laptop_afterwards_is_forgotten_at_home(
    laptop: Machine, home: Machine
):
    pair(laptop, home)
    room = evening()
    laptop.holds(room)
    laptop.desk.handing_over.round()
    assert "unspeakable" in repr(home.stored())
    forget(room, "Rafael Ölmez")
    laptop.holds(room)
    laptop.desk.handing_over.round()
    assert how(laptop) == {"WAVE47": "longer"}
    assert "unspeakable" not in repr(home.stored())
    assert home.stored() == laptop.stored()
    home.store.check(session_stream("WAVE47"))
    assert [line.code for line in home.store.erasure_lines()] == ["WAVE47"]


def test_what_home_has_changed_since_stays_and_erasures_are_taken_over(
    laptop: Machine, home: Machine
):
    pair(laptop, home)
    room, at_home = evening(), evening()
    laptop.holds(room)
    laptop.desk.handing_over.round()
    forget(at_home, "Amira Benali")
    home.holds(at_home)
    forget(room, "Rafael Ölmez")
    laptop.holds(room)
    laptop.desk.handing_over.round()
    assert how(laptop) == {"WAVE47": "kept"}
    there = repr(home.stored())
    assert "unspeakable" not in there
    assert "Unmistakable" not in there
    assert len(home.stored()) == len(at_home.log) + 1
    home.store.check(session_stream("WAVE47"))


def test_a_session_that_home_has_deleted_stays_deleted(laptop: Machine, home: Machine):
    pair(laptop, home)
    room = evening()
    laptop.holds(room)
    laptop.desk.handing_over.round()
    delete(home.store)
    forget(room, "Rafael Ölmez")
    laptop.holds(room)
    laptop.desk.handing_over.round()
    assert how(laptop) == {"WAVE47": "deleted"}
    assert home.stored() == []


def test_one_session_that_is_refused_holds_up_no_other(laptop: Machine, home: Machine):
    pair(laptop, home)
    taken = evening("TUNE88")
    others = Room("Another question", code="TUNE88").log
    home.store.append({session_stream("TUNE88"): others}, [])
    laptop.holds(taken, "TUNE88")
    laptop.holds(evening())
    laptop.desk.handing_over.round()
    assert how(laptop) == {"TUNE88": "refused code_taken", "WAVE47": "new"}
    assert len(home.stored("TUNE88")) == 1


def test_what_breaks_home_is_refused_and_holds_up_no_other(laptop: Machine, home: Machine):
    pair(laptop, home)
    taken = home.desk.kinds._takes["session"]

    def breaks(asking, header, content):
        if header.key == "WAVE47":
            raise ValueError("nobody thought of that")
        return taken(asking, header, content)

    home.desk.kinds.add("session", breaks)
    laptop.holds(evening("TUNE88"), "TUNE88")
    laptop.holds(evening())
    laptop.desk.handing_over.round()
    assert how(laptop) == {"TUNE88": "new", "WAVE47": "refused broken"}
    home.desk.kinds.add("session", taken)
    assert laptop.desk.push().state == "waiting"
    assert how(laptop) == {"TUNE88": "new", "WAVE47": "new"}


def test_a_session_that_changes_at_home_meanwhile_is_compared_again(laptop: Machine, home: Machine):
    pair(laptop, home)
    room, at_home = evening(), evening()
    laptop.holds(room)
    laptop.desk.handing_over.round()
    forget(at_home, "Amira Benali")
    forget(room, "Rafael Ölmez")
    laptop.holds(room)
    check = home.desk.receiving.kinds._takes["session"].__self__
    checked = check._check

    def changes_meanwhile(path):
        check._check = checked
        home.holds(at_home)
        return checked(path)

    check._check = changes_meanwhile
    laptop.desk.handing_over.round()
    assert how(laptop) == {"WAVE47": "kept"}
    assert "unspeakable" not in repr(home.stored())
    home.store.check(session_stream("WAVE47"))


def test_sessions_that_ended_before_it_joined_stay_unless_asked_for(laptop: Machine, home: Machine):
    laptop.holds(evening())
    laptop.now_ms += 1
    pair(laptop, home, earlier=False)
    laptop.desk.handing_over.round()
    assert home.stored() == []
    pair(laptop, home, earlier=True)
    laptop.desk.handing_over.round()
    assert home.stored() == laptop.stored()


def test_names_of_those_under_18_stay_here_until_they_are_forgotten(laptop: Machine, home: Machine):
    pair(laptop, home)
    room = evening(attribution="chatham_house", under_18=True, keep_until_ms=OPENED_MS + 86_400_000)
    laptop.holds(room)
    laptop.desk.handing_over.round()
    assert home.stored() == []
    assert laptop.desk.status().staying == ("WAVE47",)
    room.wait(minutes=24 * 60)
    laptop.holds(room)
    laptop.desk.handing_over.round()
    assert home.stored() == laptop.stored()
    assert laptop.desk.status().staying == ()


def test_a_session_that_goes_on_stays_here(laptop: Machine, home: Machine):
    pair(laptop, home)
    laptop.holds(going_on())
    laptop.desk.handing_over.round()
    assert home.stored() == []


def test_a_pairing_that_home_took_back_takes_nothing_and_tells(
    laptop: Machine, home: Machine, cable: Cable
):
    pair(laptop, home)
    (known,) = home.desk.receiving.laptops()
    assert home.desk.receiving.take_back(known.id)
    laptop.holds(evening())
    for _ in range(TRIES_UNKNOWN + 2):
        standing = laptop.desk.handing_over.round()
    assert (standing.state, standing.tries) == ("unknown", TRIES_UNKNOWN)
    assert home.stored() == []
    assert laptop.desk.status().state == "unknown"
    pair(laptop, home)
    laptop.desk.handing_over.round()
    assert home.stored() == laptop.stored()
    assert home.desk.receiving.laptops()[0].is_paired


def test_what_was_sent_under_an_earlier_pairing_is_not_taken_again(
    laptop: Machine, home: Machine, cable: Cable
):
    pair(laptop, home)
    bodies: list[bytes] = []
    ask = home.desk.receiving.answers.answered

    def recorded(body: bytes) -> bytes:
        bodies.append(body)
        return ask(body)

    home.desk.receiving.answers.answered = recorded
    assert laptop.desk.leave()
    assert home.noted[-1] == "laptop_left"
    home.desk.receiving.answers.answered = ask
    pair(laptop, home)
    (leave,) = bodies
    assert cable(home.desk._mark, "/home/ask", leave).status == 403
    assert home.desk.receiving.laptops()[0].is_paired


def test_a_wrong_code_and_a_home_elsewhere_without_https_change_nothing(
    laptop: Machine, home: Machine
):
    home.desk.receiving.codes.new()
    for url, code, why in (
        ("https://bowl.example", "WRONG 1234", "wrong_code"),
        ("http://bowl.example", "WRONG 1234", "needs_https"),
        ("what is this", "WRONG 1234", "bad_address"),
    ):
        with pytest.raises(NotJoined) as error:
            laptop.desk.join(url, code)
        assert error.value.code == why
    assert laptop.desk.home() is None
    assert home.desk.receiving.laptops() == []


def test_an_installation_is_no_home_of_its_own(home: Machine, cable: Cable):
    home.desk._post = cable
    code, _ = home.desk.receiving.codes.new()
    with pytest.raises(NotJoined) as error:
        home.desk.join("https://bowl.example", code)
    assert error.value.code == "own_address"
    assert home.desk.home() is None
    assert home.desk.receiving.laptops() == []


def test_a_database_without_its_key_cannot_speak_for_the_laptop(tmp_path, laptop, home, cable):
    pair(laptop, home)
    sealed = laptop.desk.records.sealed_keys()
    own = laptop.desk.keys.own()
    assert own.sign not in sealed
    assert own.seal not in sealed


def test_nothing_but_the_home_reads_or_makes_what_passes(
    laptop: Machine, home: Machine, cable: Cable
):
    pair(laptop, home)
    laptop.holds(evening())
    seen: list[bytes] = []
    post = cable.__call__

    def listening(url, path, body):
        seen.append(body)
        posted = post(url, path, body)
        seen.append(posted.body)
        return posted

    laptop.desk.asking._post = listening
    laptop.desk.handing_over.round()
    assert home.stored() == laptop.stored()
    assert not any(b"WAVE" in one or b"Rafael" in one for one in seen)
