"""Papers that are not to be asked for: the country's list, an office's own marks, the checklist."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest

from resources.catalogue.marks import SOURCE, national_marks, with_national_marks
from resources.sample_ward.load import sample_office_document
from shared.domain.office import Office, office_from_document, office_to_document
from shared.domain.procedure import Procedure, ReplacedDocument, RequiredDocument
from shared.domain.replaced_papers import marked_papers, paper_key, with_marks


@pytest.fixture(scope="module")
def office() -> Office:
    return office_from_document(sample_office_document())


@pytest.fixture
def procedure(office: Office) -> Procedure:
    return office.procedures[0]


def paper(name: str) -> RequiredDocument:
    return RequiredDocument(name, "original", 1, None)


@pytest.mark.parametrize(
    "name",
    [
        "Giấy khai sinh",
        "giấy khai sinh.",
        "Bản sao Giấy khai sinh",
        "Giấy khai sinh (nếu có)",
        "Bản sao giay khai sinh",
    ],
)
def test_one_paper_has_one_key_however_it_is_written(name: str) -> None:
    assert paper_key(name) == "giay khai sinh"


def test_other_papers_have_other_keys() -> None:
    assert paper_key("Giấy khai sinh của con") != paper_key("Giấy khai sinh")
    assert paper_key("Bản sao") == "ban sao"


def test_a_mark_stands_at_its_paper_and_others_stand_alone(procedure: Procedure) -> None:
    birth, other = ReplacedDocument("bản sao giấy khai sinh", "A"), ReplacedDocument("Căn cước", "B")
    marked = marked_papers(
        replace(procedure, documents=(paper("Tờ khai"), paper("Giấy khai sinh")), replaced_by_data=(birth, other))
    )
    assert [mark for _, mark in marked.papers] == [None, birth]
    assert marked.others == (other,)


def test_an_office_without_marks_of_its_own_shows_those_of_the_list(office: Office) -> None:
    bare = replace(office, procedures=tuple(replace(each, replaced_by_data=()) for each in office.procedures))
    marked = with_national_marks(bare)
    assert sum(bool(each.replaced_by_data) for each in marked.procedures) == 51
    (mark,) = next(each for each in marked.procedures if each.code == "1.001193").replaced_by_data
    assert (mark.document, mark.owner, mark.source) == ("Căn cước", "Bộ Công an", SOURCE)


def test_what_the_office_says_of_a_paper_stands_and_gets_the_owner(procedure: Procedure) -> None:
    own = ReplacedDocument("căn cước", "Cơ sở dữ liệu của tỉnh")
    sourced = ReplacedDocument("Giấy khai sinh", "Sổ hộ tịch", "", "Quyết định 1/QĐ-UBND")
    table = {
        procedure.code: (
            ReplacedDocument("Căn cước", "CSDL dân cư", "Bộ Công an", "list"),
            ReplacedDocument("Giấy khai sinh", "CSDL hộ tịch", "Bộ Tư pháp", "list"),
            ReplacedDocument("Giấy chứng tử", "CSDL hộ tịch", "Bộ Tư pháp", "list"),
        )
    }
    (found,) = with_marks([replace(procedure, replaced_by_data=(own, sourced))], table)
    assert found.replaced_by_data == (
        replace(own, owner="Bộ Công an", source="list"),
        sourced,
        table[procedure.code][2],
    )


def test_a_procedure_that_the_list_does_not_name_stays_as_it_is(office: Office) -> None:
    other = next(each for each in office.procedures if not each.replaced_by_data)
    assert with_marks([other], national_marks(frozenset({other.code}))) == (other,)


def test_the_list_marks_twice_what_it_marks_once(office: Office) -> None:
    once = with_national_marks(office)
    assert with_national_marks(once) == once


def test_every_line_of_the_list_can_be_read() -> None:
    lines = (files("resources.catalogue") / "replaced_by_data.tsv").read_text(encoding="utf-8").splitlines()
    codes = frozenset(line.split("\t")[0] for line in lines if line[0].isdigit())
    found = national_marks(codes)
    assert len(found) == 740
    assert all(mark.document and mark.database for marks in found.values() for mark in marks)


def test_a_marked_office_is_written_and_read_back_equal(office: Office) -> None:
    marked = with_national_marks(office)
    assert office_from_document(office_to_document(marked)) == marked
