"""Deliveries by post: who is invited and when again, what goes back, what two machines say differently."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from shared.clock import HO_CHI_MINH
from shared.domain import delivery
from shared.domain.delivery import (
    AttemptOutcome,
    ComeBack,
    Deliver,
    Delivery,
    GiveUp,
    HandToPost,
    Prepare,
    Track,
    TryToDeliver,
    Withdraw,
)
from shared.domain.fact import Fact
from shared.failures import Refusal
from tests.domain.stories import START, Story

POST = "buu-dien-mau"
PREPARE = Prepare(
    id="delivery-1",
    dossier="dossier-1",
    dossier_code="H99.99.01-261123-1002",
    content="result",
    scope="commune",
    addressee={"name": "Nguyễn Thị Mẫu", "address": "Số 1, Đường Mẫu", "phone": "", "recipients": []},
    tracking="RP473124829VN",
)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=HO_CHI_MINH)
WEDNESDAY = datetime(2026, 11, 25, 0, 0, tzinfo=HO_CHI_MINH)
HANDED = HandToPost(POST, "handover-1", WEDNESDAY, MONDAY)
SIGNED = Deliver(POST, "addressee", "identity_card", "Nguyễn Thị Mẫu", "000000000001")


@pytest.fixture
def way() -> Story:
    return Story(delivery.decide, delivery.evolve)


@pytest.fixture
def posted(way: Story) -> Story:
    way.do(PREPARE)
    way.do(HANDED)
    return way


def tried(outcome: AttemptOutcome, at: datetime = START, again_from: datetime | None = WEDNESDAY) -> TryToDeliver:
    return TryToDeliver(POST, outcome, at, again_from)


def refused(way: Story, command: delivery.Command) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        way.do(command)
    return refusal.value


def test_a_delivery_goes_from_the_office_to_the_post_to_the_addressee(way: Story) -> None:
    assert way.do(PREPARE).state == "prepared"
    assert way.do(HANDED).state == "with_post"
    done = way.do(SIGNED)
    assert (done.state, done.recipient, done.identity_paper) == ("delivered", "addressee", "identity_card")


def test_nobody_is_named_outside_the_personal_record(way: Story) -> None:
    (prepared,) = delivery.decide(None, PREPARE)
    way.do(PREPARE)
    way.do(HANDED)
    (delivered,) = delivery.decide(way.state, SIGNED)
    for fact in (prepared, delivered):
        assert "Nguyễn" not in repr(fact.data)
        assert "000000000001" not in repr(fact.data)
        assert "Đường" not in repr(fact.data)


@pytest.mark.parametrize("lacking", ["name", "address"])
def test_what_has_no_name_or_address_is_not_sent(way: Story, lacking: str) -> None:
    assert refused(way, replace(PREPARE, addressee={**PREPARE.addressee, lacking: "  "})).code == "words_missing"


def test_the_same_result_is_not_sent_twice_at_once(way: Story) -> None:
    first = way.do(PREPARE)
    again = replace(PREPARE, id="delivery-2", others=(first,))
    with pytest.raises(Refusal) as refusal:
        delivery.decide(None, again)
    assert refusal.value.code == "already_prepared"
    assert delivery.decide(None, replace(again, content="apology"))


def test_a_mistake_is_withdrawn_until_the_post_has_it(way: Story) -> None:
    way.do(PREPARE)
    assert way.do(Withdraw()).state == "withdrawn"
    other = Story(delivery.decide, delivery.evolve)
    other.do(PREPARE)
    other.do(HANDED)
    assert refused(other, Withdraw()).code == "with_post_already"


def test_only_the_point_that_has_it_delivers_it(way: Story) -> None:
    way.do(PREPARE)
    assert refused(way, SIGNED).code == "not_with_this_post"
    way.do(HANDED)
    assert refused(way, replace(SIGNED, post="buu-dien-khac")).code == "not_with_this_post"


@pytest.mark.parametrize(
    ("lacking", "command"),
    [
        ("name", replace(SIGNED, name=" ")),
        ("number", replace(SIGNED, paper_number="")),
        ("authorisation", replace(SIGNED, recipient="authorised")),
    ],
)
def test_without_name_number_and_authorisation_nothing_is_delivered(
    posted: Story, lacking: str, command: Deliver
) -> None:
    assert refused(posted, command).code == "words_missing", lacking


def test_a_second_invitation_too_soon_is_refused_with_the_day_from_which_it_counts(posted: Story) -> None:
    posted.do(tried("absent"))
    refusal = refused(posted, tried("absent", WEDNESDAY - timedelta(seconds=1)))
    assert refusal.code == "too_soon"
    assert "25/11/2026" in refusal.sentence.vi
    assert "25/11/2026" in refusal.sentence.en


def test_after_two_invitations_it_may_go_back_and_not_before(posted: Story) -> None:
    posted.do(tried("absent"))
    assert refused(posted, GiveUp(POST, 2)).code == "attempts_missing"
    posted.do(tried("invited", WEDNESDAY, WEDNESDAY))
    posted.lamport = 5000
    assert posted.do(tried("absent", WEDNESDAY)).invitations == 2
    assert posted.do(GiveUp(POST, 2)).state == "going_back"


def test_two_invitations_written_on_machines_apart_count_once_when_they_were_too_close(posted: Story) -> None:
    for _ in range(2):
        posted.happens(
            Fact(
                "delivery-1",
                "delivery.attempted",
                {"post": POST, "outcome": "absent", "again_from": WEDNESDAY.isoformat()},
            )
        )
    state: Delivery = posted.state
    assert (len(state.attempts), state.invitations) == (2, 1)
    assert not state.may_go_back(2)


@pytest.mark.parametrize("outcome", ["refused", "wrong_address"])
def test_who_refuses_or_cannot_be_found_is_not_invited_again(posted: Story, outcome: AttemptOutcome) -> None:
    posted.do(tried("absent"))
    posted.do(tried(outcome))
    assert posted.do(GiveUp(POST, 2)).state == "going_back"


def test_what_is_going_back_is_not_tried_again_but_still_given_to_who_comes_for_it(posted: Story) -> None:
    posted.do(tried("refused"))
    posted.do(GiveUp(POST, 2))
    assert refused(posted, tried("absent")).code == "going_back"
    assert refused(posted, GiveUp(POST, 2)).code == "going_back"
    assert posted.do(SIGNED).state == "delivered"


@pytest.mark.parametrize("end", [SIGNED, ComeBack("handover-2")])
def test_after_its_end_nothing_more_happens(posted: Story, end: delivery.Command) -> None:
    posted.do(end)
    for command in (SIGNED, Track("RP100000017VN"), tried("absent"), ComeBack("handover-3")):
        assert refused(posted, command).code == "delivery_over"


def test_delivered_on_one_machine_and_back_on_another_names_both_persons(posted: Story) -> None:
    posted.do(SIGNED)
    state = posted.happens(Fact("delivery-1", "delivery.came_back", {"handover": "handover-2"}))
    assert state.state == "delivered"
    assert [each.code for each in state.conflicts] == ["back_after_delivery"]
    assert state.conflicts[0].parties == ("staff-1", "staff-1")


def test_what_the_post_took_is_with_it_though_another_machine_withdrew_it(way: Story) -> None:
    way.do(PREPARE)
    way.do(Withdraw())
    (handed,) = delivery.decide(delivery.evolve(None, _as_recorded()), HANDED)
    state = way.happens(handed)
    assert state.state == "with_post"
    assert [each.code for each in state.conflicts] == ["posted_and_withdrawn"]


def _as_recorded() -> object:
    from tests.domain.stories import record

    (prepared,) = delivery.decide(None, PREPARE)
    return record(prepared, 1)


def test_a_result_travels_as_its_dossier_and_a_letter_by_itself(way: Story) -> None:
    result = way.do(PREPARE)
    assert not result.may_be_sent_to(POST)
    letter = Story(delivery.decide, delivery.evolve).do(replace(PREPARE, content="supplement_request"))
    assert letter.may_be_sent_to(POST)


def test_a_letter_is_held_by_the_citizen_when_it_was_delivered(way: Story) -> None:
    way.do(replace(PREPARE, content="supplement_request"))
    way.do(HANDED)
    assert way.do(SIGNED).holder_kind == "citizen"
