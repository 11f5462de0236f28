from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from argon2 import Type, extract_parameters

from resources.sample_ward.load import sample_staff
from server.signed_in import passwords
from shared.actions.sign_in import hash_password, sign_in
from shared.clock import SetClock
from shared.domain.office import Office
from shared.failures import Refusal

from .conftest import MakeJournal


def refusal(journal: object, office: Office, name: str, password: str) -> str:
    with pytest.raises(Refusal) as refused:
        sign_in(journal, office, name, password)  # type: ignore[arg-type]
    assert password not in str(refused.value)
    return refused.value.code


def test_an_officer_signs_in_without_a_network(make_journal: MakeJournal, staffed_office: Office) -> None:
    officer = sample_staff()[0]
    member = sign_in(make_journal("c"), staffed_office, officer.sign_in.upper(), officer.password)
    assert member.id == officer.id


def test_after_five_wrong_tries_even_the_right_password_waits_and_a_restart_does_not_forgive(
    make_journal: MakeJournal, staffed_office: Office, clock: SetClock
) -> None:
    officer = sample_staff()[0]
    journal = make_journal("c")
    codes = [refusal(journal, staffed_office, officer.sign_in, f"sai-{number}") for number in range(5)]
    assert codes == ["sign_in_failed"] * 5
    journal.engine.dispose()
    again = make_journal("c")
    assert refusal(again, staffed_office, officer.sign_in, officer.password) == "locked_out"
    clock.advance(timedelta(minutes=16))
    assert sign_in(again, staffed_office, officer.sign_in, officer.password).id == officer.id


def test_an_unknown_name_is_answered_like_a_wrong_password(make_journal: MakeJournal, staffed_office: Office) -> None:
    assert refusal(make_journal("c"), staffed_office, "ai-do", "gi-do") == "sign_in_failed"


@pytest.mark.parametrize("hashed", [hash_password, passwords.hash_password], ids=["officer", "account"])
def test_each_guess_at_a_password_costs_64_mib_in_three_passes(hashed: Callable[[str], str]) -> None:
    cost = extract_parameters(hashed("mua rào đầu hạ"))
    assert cost.type is Type.ID
    assert cost.memory_cost >= 64 * 1024
    assert cost.time_cost >= 3
