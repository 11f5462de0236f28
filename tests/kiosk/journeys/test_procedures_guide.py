"""The procedures as the kiosk's own copy of the office's data has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import cast

import pytest

from kiosk.wiring.procedures import MOST_HITS, NATIONAL_PORTAL, JournalProcedureGuide, national_names
from resources.sample_ward.load import sample_office_document
from server.setting_up import set_up
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.office import Office, office_from_document, office_to_document
from shared.failures import Refusal
from shared.identities import Identities
from shared.journal.journal import Journal
from shared.journal.reference import ReferenceData, store_reference
from shared.qt.device_program import DeviceProgram
from tests.documents.reading import codes_of, text_of
from tests.server.running import file_engine

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)


@dataclass(slots=True)
class Program:
    """What the guide needs of a device: its journal and its reference data."""

    journal: Journal
    reference: ReferenceData
    office: Office

    def change(self, office: Office) -> None:
        """New reference data has come from the server."""
        self.office = replace(office, version=self.office.version + 1)
        with self.journal.writing() as writer:
            document = office_to_document(self.office)
            store_reference(writer.connection, self.office.id, self.office.version, document)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    engine, clock = file_engine(tmp_path), SetClock(MORNING)
    office = office_from_document(sample_office_document())
    node = set_up(engine, clock, office)
    journal = Journal(engine, office=office.id, device=node.device, epoch=1, clock=clock, identities=Identities(clock))
    yield Program(journal, ReferenceData(office.id), office)
    engine.dispose()


@pytest.fixture
def guide(program: Program) -> JournalProcedureGuide:
    return JournalProcedureGuide(cast("DeviceProgram", program))


def test_the_fields_stand_in_the_order_of_the_lines_and_count_their_procedures(
    guide: JournalProcedureGuide, program: Program
) -> None:
    fields = guide.fields()
    assert [field.letter for field in fields] == sorted(field.letter for field in fields)
    assert sum(field.procedures for field in fields) == len({each.code for each in program.office.procedures})
    assert (fields[0].name, fields[0].letter, fields[0].icon) == ("Hộ tịch", "A", "civil_status")


def test_what_is_received_here_is_found_before_the_rest_of_the_country(guide: JournalProcedureGuide) -> None:
    found = guide.search("khai sinh", "")
    here = [hit.received_here for hit in found.hits]
    assert here == sorted(here, reverse=True)
    assert (found.hits[0].letter, found.hits[-1].letter) == ("A", "")
    assert not found.hits[-1].received_here
    assert found.total == len(found.hits)


def test_an_answer_is_bounded(guide: JournalProcedureGuide) -> None:
    found = guide.search("c", "")
    assert len(found.hits) == MOST_HITS < found.total


def test_an_empty_text_finds_the_whole_field_or_nothing(guide: JournalProcedureGuide) -> None:
    assert guide.search(" ", "").total == 0
    assert guide.search("", "Căn cước").total == 4


def test_new_reference_data_is_found_at_once(guide: JournalProcedureGuide, program: Program) -> None:
    assert not guide.search("1.000028", "").hits[0].received_here
    procedure = replace(program.office.procedures[0], code="1.000028", name="Thủ tục mới")
    program.change(replace(program.office, procedures=(*program.office.procedures, procedure)))
    hit = guide.search("1.000028", "").hits[0]
    assert (hit.name, hit.received_here) == ("Thủ tục mới", True)


def test_what_is_no_longer_in_force_is_no_longer_received_here(guide: JournalProcedureGuide, program: Program) -> None:
    over = [replace(each, valid_to=date(2026, 11, 22)) for each in program.office.procedures if each.code == "1.001193"]
    others = [each for each in program.office.procedures if each.code != "1.001193"]
    program.change(replace(program.office, procedures=(*others, *over)))
    assert not guide.page("1.001193").received_here


def test_the_page_says_everything_and_its_address(guide: JournalProcedureGuide) -> None:
    page = guide.page("1.001193")
    assert (page.letter, page.line_name_en, page.counters) == ("A", "Civil status – Certification", (1, 3, 4))
    assert page.take_along_url == "https://motcua.phuong-mau.example/p/1.001193"
    assert page.papers
    assert page.time_limit_text


def test_a_procedure_of_the_country_is_known_by_name_only(guide: JournalProcedureGuide) -> None:
    page = guide.page("1.000028")
    assert page.name == national_names()["1.000028"]
    assert (page.received_here, page.papers, page.take_along_url) == (False, (), NATIONAL_PORTAL)
    with pytest.raises(Refusal) as refused:
        guide.sheet("1.000028")
    assert refused.value.code == "not_received_here"


def test_an_unknown_code_is_refused(guide: JournalProcedureGuide) -> None:
    with pytest.raises(Refusal) as refused:
        guide.page("9.999999")
    assert refused.value.code == "no_such_procedure"


def test_the_sheet_is_a_readable_paper_with_the_same_address(guide: JournalProcedureGuide) -> None:
    content = guide.sheet("1.001193")
    assert "khai sinh" in text_of(content)
    assert codes_of(content, 203) == ["https://motcua.phuong-mau.example/p/1.001193"]
