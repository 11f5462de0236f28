"""The figures of the morning are found by looking, and what is wrong is seen."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import text

from shared.domain.fact import Fact
from shared.domain.ticket_slip import stand_in_id
from tests.scenario.sample_nodes import SampleNodes, write


def issued(subject: str, label: str) -> Fact:
    data = {
        "date": "2026-11-23",
        "line": label[0],
        "number": int(label[1:]),
        "label": label,
        "token": f"T{subject}".ljust(26, "A"),
        "priority": None,
        "procedure": None,
        "people_ahead": 0,
        "wait_low": None,
        "wait_high": None,
    }
    return Fact(subject, "ticket.issued", data)


def called(subject: str, counter: str, mode: str = "offline") -> Fact:
    return Fact(subject, "ticket.called", {"counter": counter, "desk": "d", "key": f"{subject}{counter}", "mode": mode})


def form_issued(subject: str, form: str) -> Fact:
    words = {
        "managing_body": "",
        "office_name": "",
        "place": "",
        "procedure_name": "",
        "unit": "one_stop",
        "papers": [],
        "requests": [],
    }
    data = {"form": form, "dossier": None, "year": 2026, "order": 100001, "version": ["01", "Mẫu", "", None]}
    return Fact(subject, "form.issued", {**data, "words": words, "applicant": None, "reason": None})


def paid(subject: str, receipt: str) -> Fact:
    data = {
        "dossier": "d1",
        "dossier_code": "H99.99.01-261123-1001",
        "procedure": "2.000635",
        "procedure_name": "Trích lục",
        "amount_vnd": 8000,
        "due_vnd": 8000,
        "parts": [["Lệ phí", 8000, ""]],
        "way": "cash",
        "counter": "quay-1",
        "receipt": ["01AB-26E", receipt],
    }
    return Fact(subject, "payment.collected", data)


def ended(subject: str, counter: str, how: str) -> Fact:
    return Fact(subject, f"ticket.{how}", {"counter": counter})


def test_what_every_device_wrote_and_the_server_has_is_counted(nodes: SampleNodes) -> None:
    kiosk, counter = nodes.device("kiosk"), nodes.device("counter-1")
    first = write(kiosk, issued("t1", "A001"))
    with counter.writing() as writer:
        writer.take_in(first)
    nodes.replicate([*first, *write(counter, called("t1", "quay-1"), ended("t1", "quay-1", "done"))])
    nodes.carry_up(write(nodes.server, issued("t2", "B001")))
    tally = nodes.tally()
    assert (tally.events_written, tally.events_on_server, tally.events_in_province) == (4, 4, 4)
    assert (tally.lost, tally.findings) == (0, ())
    assert (tally.happened.tickets_issued, tally.happened.calls, tally.happened.calls_offline) == (2, 1, 1)
    figures = json.loads(tally.to_json())
    assert {"tickets_issued", "lost", "double_calls", "duplicate_numbers", "seconds"} <= figures.keys()


def test_an_event_that_never_reached_the_server_is_lost(nodes: SampleNodes) -> None:
    write(nodes.device("kiosk"), issued("t1", "A001"), issued("t2", "A002"))
    tally = nodes.tally()
    assert tally.lost == 2
    assert any("events lost: 2" in complaint for complaint in tally.complaints())


def test_a_number_that_two_kiosks_issued_is_a_duplicate(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("kiosk-1"), issued("t1", "A001")))
    nodes.replicate(write(nodes.device("kiosk-2"), issued("t2", "A001")))
    assert nodes.tally().happened.duplicate_numbers == 1


@pytest.mark.parametrize(
    ("how", "double", "crossed"),
    [("done", 1, 1), ("absent", 0, 1), ("call_undone", 0, 1), ("transferred", 0, 1)],
)
def test_a_ticket_counts_as_called_twice_when_two_counters_went_on_to_serve_it(
    nodes: SampleNodes, how: str, double: int, crossed: int
) -> None:
    ticket = write(nodes.device("kiosk"), issued("t1", "A001"))
    nodes.replicate(ticket)
    one, two = nodes.device("counter-1"), nodes.device("counter-2")
    for counter in (one, two):
        with counter.writing() as writer:
            writer.take_in(ticket)
    data = {"counter": "quay-2"} | ({"line": "B", "to_counter": None} if how == "transferred" else {})
    first = write(one, called("t1", "quay-1"), ended("t1", "quay-1", "done"))
    second = write(two, called("t1", "quay-2"), Fact("t1", f"ticket.{how}", data))
    nodes.replicate([first[0], second[0], first[1], second[1]])
    happened = nodes.tally().happened
    assert (happened.double_calls, happened.calls_crossed) == (double, crossed)


def test_a_number_read_off_its_slip_is_one_number_served_once(nodes: SampleNodes) -> None:
    counter = nodes.device("counter-1")
    number = {"date": "2026-11-23", "line": "A", "number": 1, "label": "A001", "counter": "quay-1"}
    slip = stand_in_id("2026-11-23", "A001")
    read = write(counter, Fact(slip, "ticket.read_off_slip", number), called(slip, "quay-1"))
    ticket = write(nodes.server, issued("t1", "A001"))
    with counter.writing() as writer:
        writer.take_in(ticket)
    nodes.replicate([*read, *write(counter, Fact(slip, "ticket.slip_matched", {"ticket": "t1"}))])
    tally = nodes.tally()
    assert (tally.happened.tickets_issued, tally.happened.duplicate_numbers, tally.happened.double_calls) == (1, 0, 0)
    assert (tally.rooms.slips_read, tally.rooms.slips_matched) == (1, 1)


@pytest.mark.parametrize(("goes_on", "double"), [(False, 0), (True, 1)])
def test_a_ticket_served_by_its_slip_and_called_elsewhere_is_served_twice_only_if_that_service_ended_too(
    nodes: SampleNodes, goes_on: bool, double: int
) -> None:
    other, ticket = nodes.device("counter-2"), write(nodes.server, issued("t1", "A001"))
    by_slip = Fact("t1", "ticket.served_by_slip", {"slip": "s1", "counter": "quay-1", "state": "done"})
    write(nodes.server, by_slip)
    with other.writing() as writer:
        writer.take_in(ticket)
    facts = (called("t1", "quay-2"), *((ended("t1", "quay-2", "done"),) if goes_on else ()))
    nodes.replicate(write(other, *facts))
    assert nodes.tally().happened.double_calls == double


def test_two_forms_with_one_number_are_a_duplicate_and_different_forms_are_not(nodes: SampleNodes) -> None:
    for name, form in (("counter-1", "receipt"), ("counter-2", "receipt"), ("counter-3", "apology")):
        nodes.replicate(write(nodes.device(name), form_issued(f"f-{name}", form)))
    assert nodes.tally().happened.duplicate_numbers == 1


def test_money_on_the_sheet_that_is_not_the_money_taken_and_a_receipt_used_twice_are_complaints(
    nodes: SampleNodes,
) -> None:
    for name, receipt in (("counter-1", "12"), ("counter-2", "0000012")):
        nodes.replicate(write(nodes.device(name), paid(f"p-{name}", receipt)))
    tally = nodes.tally()
    assert (tally.rooms.payments, tally.rooms.fees_vnd, tally.rooms.receipts_twice) == (2, 16_000, 1)
    complaints = " ".join(tally.complaints())
    assert "cash-up sheet (VND): 0 ≠ 16000" in complaints
    assert "receipts on two payments: 1" in complaints


def test_a_scan_that_never_reached_the_server_is_a_complaint(nodes: SampleNodes) -> None:
    content = "0" * 64
    data = {
        "dossier": "d1",
        "content": content,
        "size": 5,
        "media_type": "application/pdf",
        "pages": 1,
        "document": "",
    }
    nodes.replicate(write(nodes.device("counter-1"), Fact("s1", "attachment.added", data)))
    tally = nodes.tally()
    assert (tally.rooms.scans_attached, tally.rooms.scans_whole) == (1, 0)
    assert "scans whole on the server: 0 ≠ 1" in " ".join(tally.complaints())


def test_a_body_that_somebody_changed_is_a_finding(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("kiosk"), issued("t1", "A001")))
    with nodes.server.writing() as writer:
        writer.connection.execute(text("UPDATE event SET body = CAST(replace(body, 'A001', 'A009') AS BLOB)"))
    assert any("server" in finding for finding in nodes.tally().findings)


def test_a_quiet_morning_is_not_enough(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("kiosk"), issued("t1", "A001")))
    complaints = " ".join(nodes.tally().complaints())
    assert "tickets issued: 1 < 40" in complaints
    assert "dossiers received: 0 < 15" in complaints
