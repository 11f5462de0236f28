"""Acting as a member of staff, and unlocking by PIN."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resources.sample_ward.load import sample_staff
from shared.actions.as_officer import as_officer
from shared.actions.sign_in import sign_in
from shared.actions.unlock import TRIES, unlock
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal.journal import Journal
from tests.quick_hash import quick_hash
from tests.staffed import staffed_ward

from .conftest import MakeJournal

OFFICER = sample_staff()[0]


@pytest.fixture(scope="module")
def pin_office(staffed_office: Office) -> Office:
    """An office whose officer has a PIN."""
    (officer,) = staffed_office.staff
    return replace(staffed_office, staff=(replace(officer, pin_hash=quick_hash(OFFICER.pin)),))


def refusal(journal: Journal, office: Office, pin: str) -> str:
    with pytest.raises(Refusal) as refused:
        unlock(journal, office, OFFICER.id, pin)
    assert pin not in str(refused.value)
    return refused.value.code


def wrong_five_times(journal: Journal, office: Office) -> list[str]:
    return [refusal(journal, office, f"99999{number}") for number in range(TRIES)]


@pytest.mark.parametrize(("officer", "role"), [(each.id, each.role) for each in sample_staff()])
def test_an_act_is_done_by_whoever_the_staff_list_lets_do_it(officer: str, role: str) -> None:
    ward = staffed_ward()
    if role == "department":
        assert as_officer(ward, officer, "decide_result") == officer
        return
    with pytest.raises(Refusal, match="phòng chuyên môn"):
        as_officer(ward, officer, "decide_result")


def test_somebody_taken_off_the_staff_list_does_nothing_more() -> None:
    ward = staffed_ward()
    assert as_officer(ward, "staff-1", "receive") == "staff-1"
    without = replace(ward, staff=tuple(each for each in ward.staff if each.id != "staff-1"))
    with pytest.raises(Refusal) as refused:
        as_officer(without, "staff-1", "receive")
    assert refused.value.code == "not_allowed"


def test_the_pin_unlocks_and_forgives_the_wrong_ones_before_it(make_journal: MakeJournal, pin_office: Office) -> None:
    journal = make_journal("c")
    for _ in range(2):
        assert [refusal(journal, pin_office, "000000") for _ in range(TRIES - 1)] == ["wrong_pin"] * (TRIES - 1)
        unlock(journal, pin_office, OFFICER.id, OFFICER.pin)


def test_after_five_wrong_pins_only_the_password_is_taken_and_a_restart_does_not_forgive(
    make_journal: MakeJournal, pin_office: Office
) -> None:
    journal = make_journal("c")
    assert wrong_five_times(journal, pin_office) == ["wrong_pin"] * (TRIES - 1) + ["pin_locked"]
    journal.engine.dispose()
    again = make_journal("c")
    assert refusal(again, pin_office, OFFICER.pin) == "pin_locked"
    sign_in(again, pin_office, OFFICER.sign_in, OFFICER.password)
    unlock(again, pin_office, OFFICER.id, OFFICER.pin)


def test_a_wrong_password_does_not_forgive_wrong_pins(make_journal: MakeJournal, pin_office: Office) -> None:
    journal = make_journal("c")
    wrong_five_times(journal, pin_office)
    with pytest.raises(Refusal):
        sign_in(journal, pin_office, OFFICER.sign_in, "không đúng")
    assert refusal(journal, pin_office, OFFICER.pin) == "pin_locked"


def test_wrong_pins_are_counted_for_each_person_apart(make_journal: MakeJournal, pin_office: Office) -> None:
    journal = make_journal("c")
    other = replace(pin_office.staff[0], id="staff-2", sign_in="mau")
    both = replace(pin_office, staff=(*pin_office.staff, other))
    wrong_five_times(journal, both)
    unlock(journal, both, other.id, OFFICER.pin)


def test_somebody_without_a_pin_uses_the_password(make_journal: MakeJournal, staffed_office: Office) -> None:
    assert refusal(make_journal("c"), staffed_office, "123456") == "pin_not_set"


def test_a_pin_hash_that_is_none_lets_nobody_in(make_journal: MakeJournal, staffed_office: Office) -> None:
    broken = replace(staffed_office, staff=(replace(staffed_office.staff[0], pin_hash="123456"),))
    assert refusal(make_journal("c"), broken, "123456") == "wrong_pin"
