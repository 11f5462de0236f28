"""The sample day is the same every time, and has everything in it that the morning is to show."""

from __future__ import annotations

from pathlib import Path

from installer.demo.citizens import ERRANDS, first_visits
from installer.demo.hall import Hall
from installer.demo.offered import offered_procedures
from installer.demo.papers import words_on
from installer.demo.scanner import scan_a_page
from installer.demo.till import Till, amount_in, amount_words
from resources.sample_ward.load import sample_office_document
from shared.domain.office import office_from_document
from shared.domain.procedures import search_procedures
from shared.domain.rating import REASONS


def test_the_same_seed_makes_the_same_day_and_another_seed_another() -> None:
    assert first_visits(7) == first_visits(7)
    assert first_visits(7) != first_visits(8)


def test_people_come_in_order_from_the_first_to_the_last_moment() -> None:
    arrivals = [visit.arrives for visit in first_visits(2026)]
    assert arrivals == sorted(arrivals)
    assert (arrivals[0], arrivals[-1]) == (0.0, 1.0)


def test_the_day_has_priority_asking_leaving_a_wrong_line_and_both_ways_to_rate() -> None:
    visits = first_visits(2026)
    assert {"elderly", None} <= {visit.priority for visit in visits}
    assert sum(visit.errand is not None for visit in visits) >= 25
    assert [visit.stays for visit in visits].count(False) == 1
    assert sum(visit.belongs_to is not None for visit in visits) == 1
    authorised = [visit for visit in visits if visit.submitter]
    assert len(authorised) == 1
    assert authorised[0].errand is not None
    assert authorised[0].submitter != authorised[0].citizen
    assert {visit.rating.where for visit in visits if visit.rating} == {"kiosk", "phone"}
    assert {visit.check for visit in visits} == {"scan", "type", None}
    assert {visit.rating.reason for visit in visits if visit.rating} <= set(REASONS)


def test_only_one_counter_gets_the_slip_that_somebody_shows_and_none_gets_it_of_those_who_came_before() -> None:
    visits, hall = first_visits(2026), Hall()
    hall.enter("A001", visits[0])
    hall.show_slip(taken_before=1)
    assert hall.slip_shown() is None
    hall.enter("A002", visits[1])
    hall.show_slip(taken_before=1)
    assert (hall.slip_shown(), hall.slip_shown(), hall.slips_read) == ("A002", None, 1)
    hall.show_slip(taken_before=1)
    assert hall.slip_shown() is None


def test_payments_come_by_turns_each_with_a_receipt_of_its_own_and_the_till_adds_up() -> None:
    till = Till()
    turns = [till.next_turn() for _ in range(3)]
    assert [turn.way for turn in turns] == ["cash", "transfer", "cash"]
    assert len({turn.receipt for turn in turns}) == 3
    for turn in turns:
        till.took(turn, amount_in("Đã thu 8.000 đ"))
    assert (till.total, till.cash) == (24_000, 16_000)
    assert amount_words(till.total) == "24.000 đ"


def test_the_scanner_leaves_a_readable_page_and_nothing_half_written(tmp_path: Path) -> None:
    page = scan_a_page(tmp_path / "scans", "quet-1")
    assert [each.name for each in page.parent.iterdir()] == ["quet-1.pdf"]
    assert "SAMPLE" in words_on(page)


def test_every_errand_is_found_by_what_the_officer_types_and_belongs_to_its_line_and_department() -> None:
    document = sample_office_document()
    office = office_from_document(document)
    offered = offered_procedures(document)
    fields_of_lines = {line.letter: line.fields for line in office.lines}
    fields_of_departments = {department.id: department.fields for department in office.departments}
    for errand in ERRANDS:
        found = search_procedures(office.procedures, errand.typed)
        procedure = next(each for each in found[:7] if each.code == errand.code)
        assert procedure.field in fields_of_lines[errand.line]
        assert procedure.field in fields_of_departments[errand.department]
        assert offered[errand.code].name == procedure.name
