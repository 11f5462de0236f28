"""A consignment note from the post point to the register: what may be done to it, and what its fold makes of facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shared.domain import consignment
from shared.domain.consignment import Consignment, GiveBack, Make, Register, Withdraw
from shared.domain.dossier_state import GivenDocument
from shared.domain.fact import Data, Fact, Recorded, fold
from shared.failures import Refusal

MADE_AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
MAKE = Make(
    id="note-1",
    number="PG-261123-01001",
    purpose="application",
    post="buu-dien-mau",
    procedure="1.004884",
    procedure_name="Thủ tục",
    field="Hộ tịch",
    documents=(GivenDocument("Tờ khai", 1, 0),),
    sets=1,
    return_way="post",
    fee_vnd=8000,
    applicant={"name": "Nguyễn Thị Mẫu", "address": "Số 1, Phường Mẫu"},
    receipt=("01AB-26E", "0000021"),
)
TO_OFFICE = {"giver": "buu-dien-mau", "receiver": "one_stop", "giver_kind": "post", "receiver_kind": "one_stop"}
TO_SATELLITE = {**TO_OFFICE, "receiver": "diem-tiep-nhan", "receiver_kind": "satellite"}
BACK = {"giver": "one_stop", "receiver": "buu-dien-mau", "giver_kind": "one_stop", "receiver_kind": "post"}


def recorded(at: int, kind: str, data: Data, actor: str = "staff-9") -> Recorded:
    when = MADE_AT + timedelta(minutes=at)
    return Recorded("note-1", f"consignment.{kind}", data, None, actor, "device", when, (at, "device", 1, at))


def begun(command: Make = MAKE) -> Recorded:
    (fact,) = consignment.decide(None, command)
    return recorded(0, "made", fact.data)


def after(*facts: Recorded) -> Consignment:
    found = fold(consignment.evolve, (begun(), *facts))
    assert found is not None
    return found


def sent(at: int, handover: str = "h1", sides: Data = TO_OFFICE) -> Recorded:
    return recorded(at, "sent", {"handover": handover, **sides})


def taken(at: int, handover: str = "h1", sides: Data = TO_OFFICE, actor: str = "staff-1") -> Recorded:
    return recorded(at, "taken", {"handover": handover, **sides}, actor)


def entered(at: int, code: str = "H99-1", actor: str = "staff-1") -> Recorded:
    return recorded(at, "registered", {"dossier": f"d-{code}", "code": code}, actor)


def test_the_second_signature_submits_it_and_nothing_earlier_does() -> None:
    assert after().submitted_at is None
    assert after(sent(5)).state == "in_transit"
    assert after(sent(5)).submitted_at is None
    found = after(sent(5), taken(30))
    assert (found.state, found.submitted_at, found.submitted_in) == ("submitted", MADE_AT + timedelta(minutes=30), "h1")


def test_a_reception_point_of_the_office_is_the_office_too() -> None:
    found = after(sent(5, sides=TO_SATELLITE), taken(30, sides=TO_SATELLITE))
    assert (found.state, found.holder_kind) == ("submitted", "satellite")


def test_what_the_office_hands_on_to_its_reception_point_stays_submitted_at_the_first_signature() -> None:
    onwards = {**TO_SATELLITE, "giver": "one_stop", "giver_kind": "one_stop"}
    found = after(sent(5), taken(30), sent(40, "h2", onwards), taken(50, "h2", onwards))
    assert found.submitted_at == MADE_AT + timedelta(minutes=30)


def test_what_the_office_gives_back_unentered_was_not_submitted() -> None:
    found = after(sent(5), taken(30), sent(40, "h2", BACK), taken(50, "h2", BACK))
    assert (found.state, found.submitted_at, found.refused_for) == ("refused", None, "other")
    assert consignment.decide(found, GiveBack("buu-dien-mau"))[0].kind == "consignment.given_back"


@pytest.mark.parametrize(("why", "state"), [("incomplete", "refused"), ("missing", "made"), ("cancelled", "made")])
def test_what_was_not_taken_is_with_the_post(why: str, state: str) -> None:
    found = after(sent(5), recorded(30, "not_taken", {"handover": "h1", "why": why}))
    assert (found.state, found.holder) == (state, "buu-dien-mau")


def test_a_settled_difference_submits_what_was_at_the_office_all_along() -> None:
    not_taken = recorded(30, "not_taken", {"handover": "h1", "why": "missing"})
    moved = {"handover": "h1", "from": "buu-dien-mau", "to": "one_stop", "to_kind": "one_stop"}
    found = after(sent(5), not_taken, recorded(60, "moved", moved))
    assert found.submitted_at == MADE_AT + timedelta(minutes=60)


def test_entered_twice_names_both_codes_and_both_persons() -> None:
    found = after(sent(5), taken(30), entered(31, "H99-1", "staff-1"), entered(32, "H99-2", "staff-2"))
    (conflict,) = found.conflicts
    assert found.registered_code == "H99-1"
    assert "H99-1" in conflict.vi
    assert "H99-2" in conflict.vi
    assert conflict.parties == ("staff-1", "staff-2")


def test_the_same_entry_heard_twice_is_one() -> None:
    assert after(sent(5), taken(30), entered(31), entered(32)).conflicts == ()


def test_ended_at_the_post_while_it_is_entered_at_the_office_is_a_conflict() -> None:
    found = after(sent(5), taken(30), entered(31), recorded(40, "withdrawn", {}))
    assert [each.code for each in found.conflicts] == ["ended_at_office"]
    assert found.state == "registered"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"applicant": {"name": " ", "address": "x"}}, "no_applicant"),
        ({"applicant": {"name": "x"}}, "no_address"),
        ({"documents": ()}, "no_documents"),
        ({"sets": 0}, "no_sets"),
        ({"fee_vnd": -1}, "no_amount"),
        ({"fee_vnd": 0}, "receipt_for_nothing"),
        ({"receipt": None}, "no_receipt"),
        ({"purpose": "supplement"}, "no_dossier"),
    ],
)
def test_what_is_not_whole_is_not_made(change: dict[str, object], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        consignment.decide(None, replace(MAKE, **change))  # type: ignore[arg-type]  # the names of `Make`
    assert refused.value.code == code


def test_the_person_stands_apart_from_what_everybody_may_read() -> None:
    (fact,) = consignment.decide(None, MAKE)
    assert fact.personal == MAKE.applicant
    assert "Nguyễn Thị Mẫu" not in repr(fact.data)


@pytest.mark.parametrize("command", [Withdraw("buu-dien-mau"), GiveBack("buu-dien-mau")])
@pytest.mark.parametrize("facts", [(sent(5),), (sent(5), taken(30)), (sent(5), taken(30), entered(31))])
def test_only_who_has_the_papers_ends_it(command: Withdraw | GiveBack, facts: tuple[Recorded, ...]) -> None:
    with pytest.raises(Refusal):
        consignment.decide(after(*facts), command)
    assert consignment.decide(after(), command)[0].data == {}


def test_it_is_entered_once_and_only_when_the_office_has_signed() -> None:
    command = Register("d-1", "H99-1")
    with pytest.raises(Refusal, match="chưa được ký nhận"):
        consignment.decide(after(sent(5)), command)
    assert consignment.decide(after(sent(5), taken(30)), command) == (
        Fact("note-1", "consignment.registered", {"dossier": "d-1", "code": "H99-1"}),
    )
    with pytest.raises(Refusal, match="đã vào sổ"):
        consignment.decide(after(sent(5), taken(30), entered(31)), command)


def test_nothing_goes_on_that_is_over() -> None:
    assert not after(sent(5), taken(30), entered(31)).may_be_sent_to("buu-dien-mau")
    assert not after(recorded(5, "withdrawn", {})).may_be_sent_to("one_stop")
    assert after().may_be_sent_to("one_stop")


@pytest.mark.parametrize("receipt", [["x"], "x", ["a", "b"], [1, 2, 3], {}, 7])
def test_a_receipt_that_cannot_be_read_begins_nothing(receipt: object) -> None:
    spoilt = replace(begun(), data={**begun().data, "receipt": receipt})
    assert fold(consignment.evolve, (spoilt, sent(5))) is None
