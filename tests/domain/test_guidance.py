"""What people are told of a procedure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from resources.sample_ward.load import sample_office_document
from shared.domain.guidance import guidance_on, how_to_bring, papers_of
from shared.domain.office import Office, office_from_document
from shared.domain.procedure import DocumentForm, ReplacedDocument, RequiredDocument
from shared.failures import Sentence

DAY = date(2026, 11, 23)


@cache
def sample_office() -> Office:
    return office_from_document(sample_office_document())


def test_a_procedure_says_its_line_and_the_counters_that_serve_it() -> None:
    guidance = guidance_on(sample_office(), "1.001193", DAY)
    assert guidance is not None
    assert guidance.line is not None
    assert guidance.line.letter == "A"
    assert [counter.number for counter in guidance.counters] == [1, 3, 4]
    assert guidance.papers


def test_a_procedure_that_is_not_received_here_has_no_guidance() -> None:
    assert guidance_on(sample_office(), "1.000028", DAY) is None


def test_a_field_without_a_line_leaves_line_and_counters_open() -> None:
    office = sample_office()
    without = replace(office, lines=tuple(line for line in office.lines if line.letter != "A"))
    guidance = guidance_on(without, "1.001193", DAY)
    assert guidance is not None
    assert (guidance.line, guidance.counters) == (None, ())


def test_what_a_database_replaces_is_named_and_not_asked_for() -> None:
    procedure = sample_office().procedures[0]
    papers = papers_of(
        replace(
            procedure,
            documents=(RequiredDocument("Tờ khai", "original", 1, None), RequiredDocument("CĂN CƯỚC", "copy", 1, "x")),
            replaced_by_data=(ReplacedDocument("Căn cước", "CSDL dân cư"), ReplacedDocument("Giấy khác", "CSDL khác")),
        )
    )
    assert [(paper.name, paper.kept_in, paper.how.vi) for paper in papers] == [
        ("Tờ khai", "", "1 bản chính"),
        ("CĂN CƯỚC", "CSDL dân cư", ""),
        ("Giấy khác", "CSDL khác", ""),
    ]


@pytest.mark.parametrize(
    ("form", "copies", "words"),
    [
        ("original", 1, Sentence("1 bản chính", "1 original")),
        ("copy", 2, Sentence("2 bản sao", "2 copies")),
        ("certified_copy", None, Sentence("bản sao có chứng thực", "certified copy")),
        ("present_only", 1, Sentence("chỉ xuất trình, không phải nộp", "to be shown, not handed in")),
        ("electronic", 1, Sentence("1 bản điện tử", "1 electronic copy")),
        (None, 2, Sentence("2 bản", "2 copies")),
        (None, None, Sentence("", "")),
    ],
)
def test_form_and_number_are_told_in_words(form: DocumentForm | None, copies: int | None, words: Sentence) -> None:
    assert how_to_bring(RequiredDocument("Tờ khai", form, copies, None)) == words


def test_an_electronic_form_is_for_those_who_apply_online() -> None:
    procedure = replace(
        sample_office().procedures[0],
        documents=(RequiredDocument("Mẫu điện tử", "electronic", 1, None), RequiredDocument("Tờ khai", None, 1, None)),
        replaced_by_data=(),
    )
    assert [(paper.online, paper.to_bring) for paper in papers_of(procedure)] == [(True, False), (False, True)]
