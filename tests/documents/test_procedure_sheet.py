"""The strip that people take home, to tick what they must bring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from resources.sample_ward.load import sample_office_document
from shared.documents.procedure_sheet import ProcedureSheet, render_procedure_sheet, where_in_words
from shared.domain.guidance import Guidance, guidance_on
from shared.domain.office import Office, office_from_document
from tests.documents.reading import (
    MM,
    codes_of,
    every_text_is_embedded,
    facts_of,
    inks_of,
    letters_of,
    page_texts,
    text_of,
)

DAY = date(2026, 11, 23)
URL = "https://motcua.phuong-mau.example/p/1.001193"


@cache
def office() -> Office:
    return office_from_document(sample_office_document())


def guidance(code: str = "1.001193") -> Guidance:
    found = guidance_on(office(), code, DAY)
    assert found is not None
    return found


def sheet(of: Guidance) -> ProcedureSheet:
    return ProcedureSheet(office().name, office().hotline, of, DAY, URL)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_strip_says_what_to_bring_how_long_it_takes_what_it_costs_and_where() -> None:
    told = guidance()
    text = letters_of(render_procedure_sheet(sheet(told)))
    expected = (
        told.procedure.name,
        "1.001193",
        told.procedure.time_limit_text,
        told.procedure.fee_text,
        "Lấy số hàng A (Hộ tịch – Chứng thực); quầy số 1, 3, 4",
        "Hỏi thêm: 0900 000 000",
        "Theo quy định tại ngày 23/11/2026",
        *(paper.name for paper in told.papers),
        *(paper.note for paper in told.papers if paper.to_bring),
    )
    assert [each for each in expected if squeezed(each) not in text] == []


def test_the_phone_reads_the_address_of_the_same_guidance() -> None:
    assert codes_of(render_procedure_sheet(sheet(guidance())), 203) == [URL]


@pytest.mark.parametrize("code", [each.code for each in office().procedures])
def test_every_procedure_of_the_catalogue_fits_the_paper(code: str) -> None:
    content = render_procedure_sheet(sheet(guidance(code)))
    assert len(page_texts(content)) == 1
    (ink,) = inks_of(content)
    assert ink.page_width == pytest.approx(80 * MM, abs=0.05)
    assert ink.left >= 4 * MM - 1.5
    assert ink.right <= 76 * MM + 1.5
    assert every_text_is_embedded(content)


def test_what_a_database_replaces_stands_apart_from_what_to_bring() -> None:
    told = guidance("1.004873")
    kept = [paper for paper in told.papers if paper.kept_in]
    assert kept
    text = text_of(render_procedure_sheet(sheet(told)))
    assert text.index("Không phải nộp, đã có") > text.index("Giấy tờ cần mang")
    assert all(paper.kept_in in text for paper in kept)


def test_what_only_an_online_dossier_needs_is_not_among_what_to_bring() -> None:
    told = guidance("1.004873")
    (online,) = [paper for paper in told.papers if paper.online]
    text = text_of(render_procedure_sheet(sheet(told)))
    assert text.index("Chỉ khi nộp trực tuyến") < text.index(online.name)


def test_without_a_list_of_papers_people_are_told_whom_to_ask() -> None:
    text = text_of(render_procedure_sheet(sheet(replace(guidance(), papers=()))))
    assert "Danh mục chưa ghi giấy tờ" in text


def test_without_a_line_people_are_told_whom_to_ask() -> None:
    assert "quầy hướng dẫn" in where_in_words(replace(guidance(), line=None, counters=()))
    assert where_in_words(replace(guidance(), counters=())) == "Lấy số hàng A (Hộ tịch – Chứng thực)"


def test_what_the_catalogue_does_not_say_takes_no_room() -> None:
    told = guidance()
    silent = replace(told, procedure=replace(told.procedure, time_limit_text="", fee_text="", result=""))
    text = text_of(render_procedure_sheet(sheet(silent)))
    assert not any(heading in text for heading in ("Thời hạn", "Phí, lệ phí", "Kết quả"))


def test_the_file_says_what_it_is_and_comes_out_the_same_every_time() -> None:
    content = render_procedure_sheet(sheet(guidance()))
    assert facts_of(content)["Title"] == "Hướng dẫn thủ tục 1.001193"
    assert content == render_procedure_sheet(sheet(guidance()))


def test_a_hotline_that_is_not_there_is_not_printed() -> None:
    assert "Hỏi thêm" not in text_of(render_procedure_sheet(replace(sheet(guidance()), hotline="")))
