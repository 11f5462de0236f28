"""Every method of the counter's ports and every role: who may is what the one table says, and nothing else decides."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from counter.ports import (
    Applicant,
    Count,
    FeeForm,
    GuidanceForm,
    Officer,
    Settling,
    StopForm,
    attachments,
    calendar,
    consign,
    custody,
    deadlines,
    deciding,
    delivery,
    dossiers,
    fees,
    forms,
    handover,
    lead,
    people,
    post_day,
    queue,
    reception,
    results,
    steps,
)
from counter.ports.attachments import KeptScan
from counter.ports.calendar import CalendarEntry
from counter.ports.consign import NoteForm
from counter.ports.delivery import DeliveryForm, HandingForm
from counter.ports.steps import AgencyRequest
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.domain.carried_list import CarriedList
from shared.domain.dossier import GivenDocument
from shared.domain.paper_code import Gathered
from shared.domain.payment import FeePart
from shared.domain.permission import Act, may
from shared.failures import EnvironmentFailure, Refusal
from shared.journal.verify import verify
from tests.counter.counters import APPLICANT, STAFF, counter_at, procedure_of_a_department, reception_form, written
from tests.scans import samples

PROCEDURE = procedure_of_a_department()
ROLES = {role: next(each for each in STAFF.values() if each.role == role) for role in {s.role for s in STAFF.values()}}
MODULES = (
    *(people, queue, reception, handover, results, dossiers, steps),
    *(forms, deadlines, deciding, fees, lead, calendar, attachments),
    *(custody, consign, delivery, post_day),
)


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter that is open, at which a fee was taken, a paper scanned and a form issued by somebody who may."""

    office: JournalCounterOffice
    dossier: str
    payment: str
    scan: str
    form: str
    paper: Path


@pytest.fixture(scope="module")
def desk(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("desk")
    with counter_at(folder) as office:
        office.officer = STAFF["thu"]
        office.open_counter("quay-1")
        dossier = office.receive(reception_form(PROCEDURE)).id
        payment = office.collect(_fee(dossier)).id
        paper = folder / "a.pdf"
        paper.write_bytes(samples.pdf(1))
        scan = office.attach(dossier, paper, "").id
        yield Desk(office, dossier, payment, scan, office.form_01(dossier).id, paper)


def _fee(dossier: str) -> FeeForm:
    return FeeForm(dossier, 5000, 5000, (FeePart("Lệ phí", 5000),), "cash")


NOBODY = Applicant("", "", None, "", "", "")
DAY = CalendarEntry("closed", (), "Tập huấn", "")
HANDING = HandingForm("addressee", "identity_card", "", "")
SETTLING = Settling("missing", "no paper", "lost")
HEARD = CarriedList("h", "BG-1", "one_stop", "kinh-te", "one_stop", "department", (), "staff-1", MORNING, 1)
Deed = Callable[[Desk], object]
DEEDS: Mapping[str, tuple[Act, Deed]] = {
    "open_counter": ("open_desk", lambda d: d.office.open_counter("quay-2")),
    "resume": ("open_desk", lambda d: d.office.resume()),
    "call_offline": ("call", lambda d: d.office.call_offline("k")),
    "call_parked": ("call", lambda d: d.office.call_parked("no ticket")),
    "call_by_slip": ("call", lambda d: d.office.call_by_slip("k2", "A001", sure=False)),
    "serve_walk_in": ("call", lambda d: d.office.serve_walk_in("k3", "?")),
    "undo": ("call", lambda d: d.office.undo("no ticket", "no step")),
    "receive": ("receive", lambda d: d.office.receive(reception_form(PROCEDURE))),
    "given_before": ("receive", lambda d: d.office.given_before("000000777333")),
    "offer": ("hand_over", lambda d: d.office.offer("kinh-te", ("no dossier",))),
    "accept": ("hand_over", lambda d: d.office.accept("no handover", Count(), None)),
    "cancel_handover": ("hand_over", lambda d: d.office.cancel_handover("no handover")),
    "mark_result_ready": ("decide_result", lambda d: d.office.mark_result_ready(d.dossier, "granted")),
    "return_result": ("return_result", lambda d: d.office.return_result(d.dossier, "applicant")),
    "request_supplement": ("ask_supplement", lambda d: d.office.request_supplement(d.dossier, (), "")),
    "meet_appointment": ("ask_supplement", lambda d: d.office.meet_appointment(d.dossier)),
    "take_supplement": ("receive", lambda d: d.office.take_supplement(d.dossier, (GivenDocument("Tờ khai", 1, 0),))),
    "show_duty": ("receive", lambda d: d.office.show_duty(d.dossier, "Giấy nộp tiền")),
    "ask_agency": ("coordinate", lambda d: d.office.ask_agency(d.dossier, AgencyRequest("nobody", "opinion", "", 1))),
    "agency_slips": ("look_up", lambda d: d.office.agency_slips(d.dossier)),
    "agency_answered": ("coordinate", lambda d: d.office.agency_answered(d.dossier, "nobody", "given")),
    "reached_agency": ("hand_over", lambda d: d.office.reached_agency(d.dossier, MORNING)),
    "back_from_agency": ("coordinate", lambda d: d.office.back_from_agency(d.dossier, "", MORNING, None)),
    "deciding_rows": ("decide_result", lambda d: d.office.deciding_rows()),
    "send_apology": ("apologise", lambda d: d.office.send_apology(d.dossier, "", date(2026, 12, 10))),
    "apology_day": ("apologise", lambda d: d.office.apology_day((d.dossier,))),
    "refuse": ("refuse", lambda d: d.office.refuse(d.dossier, "")),
    "stop": ("stop", lambda d: d.office.stop(d.dossier, StopForm("applicant", "", "portal", "", MORNING))),
    "close_unanswered": ("close", lambda d: d.office.close_unanswered(d.dossier)),
    "form_01": ("look_up", lambda d: d.office.form_01(d.dossier)),
    "control_slip": ("look_up", lambda d: d.office.control_slip(d.dossier)),
    "print_again": ("look_up", lambda d: d.office.print_again(d.form)),
    "guidance_form": (
        "refuse",
        lambda d: d.office.guidance_form(GuidanceForm("refusal", PROCEDURE.code, NOBODY, (), "")),
    ),
    "held_here": ("look_up", lambda d: d.office.held_here()),
    "find_dossier": ("look_up", lambda d: d.office.find_dossier("1001")),
    "handovers": ("look_up", lambda d: d.office.handovers()),
    "open_handover": ("look_up", lambda d: d.office.open_handover("no handover")),
    "handover_numbered": ("look_up", lambda d: d.office.handover_numbered("BG-1")),
    "handover_record": ("look_up", lambda d: d.office.handover_record("no handover")),
    "heard_list": ("look_up", lambda d: d.office.heard_list(HEARD)),
    "papers_here": ("hand_over", lambda d: d.office.papers_here(None)),
    "fees_besides": ("hand_over", lambda d: d.office.fees_besides("kinh-te")),
    "find_paper": ("look_up", lambda d: d.office.find_paper("1001", None)),
    "signers": ("look_up", lambda d: d.office.signers("kinh-te")),
    "handover_list": ("look_up", lambda d: d.office.handover_list("kinh-te", ())),
    "not_handed_over": ("look_up", lambda d: d.office.not_handed_over()),
    "accept_on_paper": ("hand_over", lambda d: d.office.accept_on_paper("no handover", Count(), "")),
    "settle_difference": ("hand_over", lambda d: d.office.settle_difference("no handover", SETTLING)),
    "result_card": ("look_up", lambda d: d.office.result_card("1001")),
    "ready_results": ("look_up", lambda d: d.office.ready_results()),
    "issued_forms": ("look_up", lambda d: d.office.issued_forms(d.dossier)),
    "step_sheet": ("look_up", lambda d: d.office.step_sheet(d.dossier)),
    "steps": ("look_up", lambda d: d.office.steps(d.dossier)),
    "fee_card": ("look_up", lambda d: d.office.fee_card("1001")),
    "payments_of": ("look_up", lambda d: d.office.payments_of(d.dossier)),
    "payments_today": ("look_up", lambda d: d.office.payments_today()),
    "day_takings": ("look_up", lambda d: d.office.day_takings(None, everybody=False)),
    "attachments": ("look_up", lambda d: d.office.attachments(d.dossier)),
    "search_dossiers": ("look_up", lambda d: d.office.search_dossiers("chim")),
    "dossier_page": ("look_up", lambda d: d.office.dossier_page(d.dossier)),
    "attachment_content": ("look_up", lambda d: d.office.attachment_content(d.scan)),
    "attach": ("attach", lambda d: d.office.attach(d.dossier, d.paper, "")),
    "attach_kept": ("attach", lambda d: d.office.attach_kept(d.dossier, _kept(d), "")),
    "describe_attachment": ("attach", lambda d: d.office.describe_attachment(d.scan, "")),
    "withdraw_attachment": ("attach", lambda d: d.office.withdraw_attachment("no scan")),
    "put_back_attachment": ("attach", lambda d: d.office.put_back_attachment(d.scan)),
    "collect": ("collect_fee", lambda d: d.office.collect(_fee(d.dossier))),
    "record_receipt": ("collect_fee", lambda d: d.office.record_receipt(d.payment, "", "")),
    "give_back": ("collect_fee", lambda d: d.office.give_back(d.payment, "")),
    "cash_up_sheet": ("collect_fee", lambda d: d.office.cash_up_sheet(MORNING.date(), 0, everybody=False)),
    "deadlines": ("watch_deadlines", lambda d: d.office.deadlines("office")),
    "deadline_list": ("watch_deadlines", lambda d: d.office.deadline_list(_nothing_due(d))),
    "register_size": ("watch_deadlines", lambda d: d.office.register_size(_scope(d), MORNING.date(), MORNING.date())),
    "register": ("watch_deadlines", lambda d: d.office.register(_scope(d), MORNING.date(), MORNING.date())),
    "custody_map": ("see_custody", lambda d: d.office.custody_map()),
    "papers_at": ("see_custody", lambda d: d.office.papers_at("one_stop", None)),
    "where_is": ("see_custody", lambda d: d.office.where_is("1001")),
    "hands_of": ("see_custody", lambda d: d.office.hands_of("dossier", d.dossier)),
    "make_note": ("consign", lambda d: d.office.make_note(NoteForm(reception_form(PROCEDURE)))),
    "notes_of_today": ("consign", lambda d: d.office.notes_of_today()),
    "last_receipt_series": ("consign", lambda d: d.office.last_receipt_series()),
    "note_paper": ("consign", lambda d: d.office.note_paper("no note", copy=True)),
    "withdraw_note": ("consign", lambda d: d.office.withdraw_note("no note")),
    "give_note_back": ("consign", lambda d: d.office.give_note_back("no note")),
    "awaiting_supplement": ("consign", lambda d: d.office.awaiting_supplement("1001")),
    "waiting_entries": ("receive", lambda d: d.office.waiting_entries()),
    "enter_note": ("receive", lambda d: d.office.enter_note("no note")),
    "enter_arrived": ("receive", lambda d: d.office.enter_arrived()),
    "receipts_to_print": ("receive", lambda d: d.office.receipts_to_print()),
    "enter_paper": ("receive", lambda d: d.office.enter_paper(Gathered("MCPG1", "0" * 8, 1))),
    "delivery_lists": ("look_up", lambda d: d.office.delivery_lists()),
    "find_delivery": ("look_up", lambda d: d.office.find_delivery("1001")),
    "delivery_card": ("look_up", lambda d: d.office.delivery_card("no delivery")),
    "delivery_paper": ("look_up", lambda d: d.office.delivery_paper("no delivery", copy=True)),
    "offer_delivery": ("prepare_delivery", lambda d: d.office.offer_delivery(d.dossier, "result")),
    "prepare_delivery": ("prepare_delivery", lambda d: d.office.prepare_delivery(_letter(d))),
    "give_letter": ("prepare_delivery", lambda d: d.office.give_letter("no dossier", "apology")),
    "withdraw_delivery": ("prepare_delivery", lambda d: d.office.withdraw_delivery("no delivery")),
    "track_delivery": ("prepare_delivery", lambda d: d.office.track_delivery("no delivery", "")),
    "note_attempt": ("deliver", lambda d: d.office.note_attempt("no delivery", "absent")),
    "hand_delivery": ("deliver", lambda d: d.office.hand_delivery("no delivery", HANDING)),
    "give_up_delivery": ("deliver", lambda d: d.office.give_up_delivery("no delivery")),
    "lead_figures": ("lead", lambda d: d.office.lead_figures()),
    "settle_conflict": ("settle_conflict", lambda d: d.office.settle_conflict("ticket", "t", "c", "accepted")),
    "set_calendar_day": ("edit_calendar", lambda d: d.office.set_calendar_day(date(2020, 1, 1), DAY)),
    "withdraw_calendar_day": ("edit_calendar", lambda d: d.office.withdraw_calendar_day(date(2026, 12, 24))),
}
"""Each deed of the ports with the act it is; where it is allowed it may still be refused for another reason."""

SERVING: Mapping[str, Deed] = {
    "recall": lambda d: d.office.recall(),
    "absent": lambda d: d.office.absent(),
    "park": lambda d: d.office.park(),
    "transfer": lambda d: d.office.transfer("B"),
    "transfer_and_return": lambda d: d.office.transfer_and_return("B"),
    "finish": lambda d: d.office.finish(),
    "undo_call": lambda d: d.office.undo_call(),
}
"""What is done with the ticket that is being served; all of them are the act "call"."""

AT_A_POST_POINT: Mapping[str, Deed] = {
    "post_day": lambda d: d.office.post_day(None),
    "post_day_sheet": lambda d: d.office.post_day_sheet(MORNING.date()),
}
"""What only the people of a post point do."""

OPEN_TO_ALL = {
    *("sign_in", "verify", "unlock", "sign_out", "counters", "pause", "close_counter", "sync_state"),
    *(
        "situation",
        "take_claim",
        "claim",
        "procedures",
        "promise",
        "agencies_for",
        "fee_today",
        "save_draft",
        "load_draft",
        "drop_draft",
    ),
    *("units", "prove", "index_dossiers", "papers_to_ask_for", "suggested_new_day"),
    *("register_scopes", "payment_slip", "calendar_month", "keep_scan", "attachment_picture"),
}
"""What asks no role: signing in and out, and what rooms show that only those see whose work it is."""


def _letter(desk: Desk) -> DeliveryForm:
    return DeliveryForm(desk.dossier, "result", None, "", "", "", (), "", 0)


def _kept(desk: Desk) -> KeptScan:
    return KeptScan("ab" * 32, "application/pdf", 0, 0, "a.pdf")


def _scope(desk: Desk) -> Any:
    return desk.office.register_scopes()[0]


def _nothing_due(desk: Desk) -> Any:
    return deadlines.Deadlines(MORNING, MORNING.date(), MORNING.date() + timedelta(days=1), "office", (), 0)


def is_refused(deed: Deed, desk: Desk) -> bool:
    """Whether it is refused to whoever has signed in; what it is refused for otherwise does not matter here."""
    try:
        deed(desk)
    except Refusal as refusal:
        return refusal.code == "not_allowed"
    except EnvironmentFailure:
        return False
    return False


def test_every_method_of_the_ports_is_known_here() -> None:
    ports = [
        port
        for module in MODULES
        for _, port in inspect.getmembers(module, inspect.isclass)
        if port.__module__ == module.__name__ and getattr(port, "_is_protocol", False)
    ]
    methods = {name for port in ports for name, _ in inspect.getmembers(port, inspect.isfunction) if name[0] != "_"}
    assert methods == DEEDS.keys() | SERVING.keys() | AT_A_POST_POINT.keys() | OPEN_TO_ALL


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_role_may_do_what_the_table_says_and_nothing_more(desk: Desk, role: Any) -> None:
    wrong = []
    for name, (act, deed) in DEEDS.items():
        desk.office.officer = STAFF["thu"]
        with suppress(Refusal):
            desk.office.open_counter("quay-1")
        desk.office.officer = ROLES[role]
        before = len(written(desk.office))
        refused = is_refused(deed, desk)
        if refused == may(role, act) or (refused and len(written(desk.office)) != before):
            wrong.append(name)
    assert wrong == []


@pytest.mark.parametrize("role", sorted(ROLES))
def test_whoever_may_not_call_does_nothing_with_the_number_that_is_served(qtbot: QtBot, desk: Desk, role: Any) -> None:
    office = desk.office
    for name, deed in SERVING.items():
        office.officer = STAFF["thu"]
        if office.desk is None:
            office.open_counter("quay-1")
        if office.situation().serving is None:
            office.serve_walk_in(f"{role}-{name}", "A")
        office.officer = ROLES[role]
        assert is_refused(deed, desk) != may(role, "call"), name
    office.officer = STAFF["thu"]
    with suppress(Refusal):
        office.finish()


@pytest.mark.parametrize("name", sorted(AT_A_POST_POINT))
def test_what_belongs_to_a_post_point_is_done_by_its_people_only(desk: Desk, name: str) -> None:
    for member in (*ROLES.values(), STAFF["buutu"]):
        desk.office.officer = member
        assert is_refused(AT_A_POST_POINT[name], desk) == (member.unit_kind != "post")


def test_nobody_does_anything_before_signing_in(desk: Desk) -> None:
    desk.office.officer = None
    for name, (_, deed) in DEEDS.items():
        with pytest.raises(Refusal) as refused:
            deed(desk)
        assert refused.value.code == "not_signed_in", name
    assert APPLICANT.name not in str(refused.value)


def test_the_journal_holds_after_all_that_was_tried(desk: Desk) -> None:
    with desk.office.journal.reading() as reader:
        report = verify(reader.connection, desk.office.journal.office, frozenset({desk.office.journal.device}))
    assert report.findings == ()


def test_each_role_has_somebody_here() -> None:
    assert all(isinstance(each, Officer) for each in ROLES.values())
    assert len(ROLES) == 5
