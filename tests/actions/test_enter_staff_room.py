"""Staff come behind the kiosk's screens by the office's PIN, and a guesser does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.actions.enter_staff_room import LOCKED_FOR, TRIES, enter_staff_room
from shared.clock import SetClock
from shared.domain.office import KioskRules, Office
from shared.failures import Refusal
from shared.journal.journal import Journal
from tests.quick_hash import quick_hash

from .conftest import MakeJournal

PIN = "2468"


@pytest.fixture(scope="session")
def guarded_office(office: Office) -> Office:
    return replace(office, kiosks=KioskRules(pin_hash=quick_hash(PIN)))


def refused(journal: Journal, office: Office, pin: str) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        enter_staff_room(journal, office, pin)
    assert pin not in str(refusal.value)
    return refusal.value


def test_the_right_pin_lets_in_again_and_again(journal: Journal, guarded_office: Office) -> None:
    for _ in range(TRIES + 1):
        enter_staff_room(journal, guarded_office, PIN)


def test_a_wrong_pin_says_how_many_tries_are_left(journal: Journal, guarded_office: Office) -> None:
    first, second = (refused(journal, guarded_office, "1357") for _ in range(2))
    assert (first.code, second.code) == ("wrong_pin", "wrong_pin")
    assert "4" in first.sentence.vi
    assert "3" in second.sentence.en


def test_the_fifth_wrong_try_locks_for_a_minute_and_a_restart_does_not_forgive(
    make_journal: MakeJournal, guarded_office: Office, clock: SetClock
) -> None:
    journal = make_journal("k")
    codes = [refused(journal, guarded_office, "1357").code for _ in range(TRIES)]
    assert codes == ["wrong_pin"] * 4 + ["pin_locked"]
    journal.engine.dispose()
    again = make_journal("k")
    assert refused(again, guarded_office, PIN).code == "pin_locked"
    clock.advance(LOCKED_FOR - timedelta(seconds=1))
    assert refused(again, guarded_office, PIN).code == "pin_locked"
    clock.advance(timedelta(seconds=1))
    enter_staff_room(again, guarded_office, PIN)


def test_waiting_between_the_tries_does_not_forgive_them(
    journal: Journal, guarded_office: Office, clock: SetClock
) -> None:
    codes = []
    for _ in range(TRIES):
        codes.append(refused(journal, guarded_office, "1357").code)
        clock.advance(timedelta(hours=1))
    assert codes[-1] == "pin_locked"


def test_the_right_pin_forgives_the_wrong_ones(journal: Journal, guarded_office: Office) -> None:
    for _ in range(2):
        for _ in range(TRIES - 1):
            assert refused(journal, guarded_office, "1357").code == "wrong_pin"
        enter_staff_room(journal, guarded_office, PIN)


def test_without_a_pin_nobody_comes_in(journal: Journal, office: Office) -> None:
    assert refused(journal, office, "0000").code == "pin_not_set"


def test_a_damaged_hash_lets_nobody_in(journal: Journal, office: Office) -> None:
    broken = replace(office, kiosks=KioskRules(pin_hash="$argon2id$nonsense"))
    assert refused(journal, broken, PIN).code == "wrong_pin"
