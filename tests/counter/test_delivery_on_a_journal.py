"""Results and letters by post between two counters with journals of their own: the office's and the post's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counter.ports import Count, ReceptionForm
from counter.ports.delivery import DeliveryCard, DeliveryForm, DeliveryOffer, HandingForm
from counter.wiring.office import JournalCounterOffice
from shared.failures import Refusal
from tests.counter.counters import (
    APPLICANT,
    STAFF,
    askable,
    counter_at,
    everything_to,
    hand_over,
    procedure_of_a_department,
    reception_form,
    written,
)
from tests.documents.reading import text_of

POST = "buu-dien-mau"
BY_POST: ReceptionForm = replace(
    reception_form(procedure_of_a_department()),
    channel="post",
    return_way="post",
    return_address="Số 5, Ngõ Chim Khách, Phường Mẫu",
)
SIGNED = HandingForm("addressee", "identity_card", APPLICANT.name, "000000 777333")


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path, sign_in="thu") as counter:
        yield counter


@pytest.fixture
def post(qapp: QApplication, tmp_path: Path) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path, 2, sign_in="buutu") as counter:
        yield counter


def result_at_the_counter(office: JournalCounterOffice) -> str:
    dossier = office.receive(BY_POST).id
    hand_over(office, dossier, "thu", "tuphap")
    office.officer = STAFF["tuphap"]
    office.mark_result_ready(dossier, "granted")
    hand_over(office, dossier, "tuphap", "thu")
    office.officer = STAFF["thu"]
    return dossier


def form_of(offer: DeliveryOffer) -> DeliveryForm:
    return DeliveryForm(
        dossier=offer.dossier,
        content=offer.content,
        scope="commune",
        name=offer.name,
        address=offer.address,
        phone=offer.phone,
        recipients=offer.recipients,
        tracking="rp 473124829 vn",
        fee_vnd=offer.fee_open_vnd,
    )


def test_a_result_goes_out_and_comes_to_the_addressee(office: JournalCounterOffice, post: JournalCounterOffice) -> None:
    dossier = result_at_the_counter(office)
    (waiting,) = office.delivery_lists().to_send
    offer = office.find_delivery(waiting.code)
    assert isinstance(offer, DeliveryOffer)
    assert (offer.name, offer.address) == (APPLICANT.name, BY_POST.return_address)
    made = office.prepare_delivery(form_of(offer))
    assert (made.state, made.tracking) == ("prepared", "RP473124829VN")
    offered = office.offer(POST, (dossier,))
    everything_to(office, post)
    post.accept(offered.id, Count(), None)
    (row,) = post.delivery_lists().with_post
    assert (row.addressee_name, row.address, row.late) == (APPLICANT.name, BY_POST.return_address, False)
    card = post.find_delivery("RP473124829VN")
    assert isinstance(card, DeliveryCard)
    assert card.may_deliver
    assert APPLICANT.name in text_of(post.delivery_paper(row.id, copy=False))
    assert post.hand_delivery(row.id, SIGNED).code == waiting.code
    assert post.delivery_lists().with_post == ()
    everything_to(post, office)
    assert office.find_dossier(waiting.code).stage == "returned"
    (done,) = office.delivery_lists().done
    assert office.delivery_card(done.id).received_by == APPLICANT.name


def test_what_the_addressee_refuses_comes_back_and_waits_at_the_counter(
    office: JournalCounterOffice, post: JournalCounterOffice
) -> None:
    dossier = result_at_the_counter(office)
    made = office.prepare_delivery(form_of(office.offer_delivery(dossier, "result")))
    offered = office.offer(POST, (dossier,))
    everything_to(office, post)
    post.accept(offered.id, Count(), None)
    assert post.note_attempt(made.id, "refused").may_give_up
    assert post.give_up_delivery(made.id).state == "going_back"
    back = post.offer("one_stop", (dossier,))
    everything_to(post, office)
    office.accept(back.id, Count(), None)
    lists = office.delivery_lists()
    assert [each.id for each in lists.back] == [made.id]
    assert lists.to_send == lists.with_post == ()
    assert office.find_dossier(made.code).stage == "result_at_counter"
    again = office.prepare_delivery(form_of(office.offer_delivery(dossier, "result")))
    assert office.delivery_lists().back == ()
    assert again.id != made.id


def test_a_request_for_a_supplement_to_who_applied_by_post_is_a_letter_to_send(
    office: JournalCounterOffice, post: JournalCounterOffice
) -> None:
    dossier = office.receive(BY_POST).id
    office.request_supplement(dossier, askable(procedure_of_a_department())[:1], "Bản chụp mờ")
    (waiting,) = office.delivery_lists().to_send
    assert waiting.content == "supplement_request"
    made = office.prepare_delivery(form_of(office.offer_delivery(dossier, "supplement_request")))
    assert office.delivery_lists().to_send == ()
    offered = office.offer(POST, (), (("delivery", made.id),))
    everything_to(office, post)
    post.accept(offered.id, Count(), None)
    (row,) = post.delivery_lists().with_post
    post.hand_delivery(row.id, SIGNED)
    everything_to(post, office)
    assert office.delivery_card(made.id).row.state == "delivered"
    assert office.find_dossier(made.code).stage == "awaiting_supplement"


def test_a_letter_given_to_the_applicant_at_the_counter_needs_no_post(office: JournalCounterOffice) -> None:
    dossier = office.receive(BY_POST).id
    office.request_supplement(dossier, askable(procedure_of_a_department())[:1], "Bản chụp mờ")
    (waiting,) = office.delivery_lists().to_send
    office.give_letter(dossier, waiting.content)
    assert office.delivery_lists().to_send == ()
    assert "Trao tay phiếu cho người nộp" in [each.words.vi for each in office.dossier_page(dossier).timeline]
    with pytest.raises(Refusal) as refused:
        office.give_letter(dossier, waiting.content)
    assert refused.value.code == "nothing_to_send"


def test_a_reception_point_sees_its_own_letters_and_the_office_those_of_the_others(
    office: JournalCounterOffice,
) -> None:
    lacking, ids = askable(procedure_of_a_department())[:1], {}
    for member in ("thu", "benthu"):
        office.officer = STAFF[member]
        ids[member] = office.receive(BY_POST).id
        office.request_supplement(ids[member], lacking, "Bản chụp mờ")
    there = ids["benthu"]
    for member in ("thu", "benthu"):
        office.officer = STAFF[member]
        assert [each.dossier for each in office.delivery_lists().to_send] == [ids[member]]
    made = office.prepare_delivery(form_of(office.offer_delivery(there, "supplement_request")))
    assert [each.id for each in office.delivery_lists().prepared] == [made.id]


def test_only_the_post_delivers_and_only_what_it_has(office: JournalCounterOffice, post: JournalCounterOffice) -> None:
    dossier = result_at_the_counter(office)
    made = office.prepare_delivery(form_of(office.offer_delivery(dossier, "result")))
    for deed in (lambda: office.hand_delivery(made.id, SIGNED), lambda: office.note_attempt(made.id, "absent")):
        with pytest.raises(Refusal) as refused:
            deed()
        assert refused.value.code == "not_allowed"
    everything_to(office, post)
    with pytest.raises(Refusal) as refused:
        post.hand_delivery(made.id, SIGNED)
    assert refused.value.code == "not_with_this_post"
    assert not post.delivery_card(made.id).may_deliver


def test_the_page_of_the_dossier_tells_the_delivery_and_names_nobody_in_its_events(
    office: JournalCounterOffice,
) -> None:
    dossier = result_at_the_counter(office)
    office.prepare_delivery(form_of(office.offer_delivery(dossier, "result")))
    page = office.dossier_page(dossier)
    assert [each.state for each in page.mail] == ["prepared"]
    assert "Lập phiếu chuyển phát" in [each.words.vi for each in page.timeline]
    for event in written(office):
        for word in ("Chim", "0900777333", "777333"):
            assert word.encode() not in event.body, event.kind
