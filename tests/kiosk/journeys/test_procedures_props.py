"""What the screens of the procedures say, and where the journey goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.journeys.procedures import state as steps
from kiosk.journeys.procedures.props import (
    LONGEST_NAME_IN_A_LIST,
    LONGEST_TITLE,
    derive_hit_props,
    derive_page_props,
    derive_paper_props,
    derive_procedures_props,
)
from kiosk.journeys.procedures.state import ProceduresState
from kiosk.language import words_of
from kiosk.ports import ProcedureField, ProcedureHit, ProcedureHits
from kiosk.sample_procedures import SampleGuide
from shared.domain.guidance import Paper
from shared.failures import Sentence

VI, EN = words_of("vi"), words_of("en")
GUIDE = SampleGuide()
BROWSING = steps.begun(ProceduresState(fields=(ProcedureField("Hộ tịch", "A", "civil_status", 24),)))
TYPING = steps.with_text(steps.with_keyboard(BROWSING), "khai")


def hits(number: int, total: int, *, nearby: bool = False) -> ProcedureHits:
    hit = ProcedureHit("1.001193", "Khai sinh", "Hộ tịch", "A", received_here=True)
    return ProcedureHits((hit,) * number, total, nearby)


def test_a_field_says_how_many_procedures_it_has() -> None:
    (vietnamese,) = derive_procedures_props(BROWSING, VI).fields
    (english,) = derive_procedures_props(BROWSING, EN).fields
    assert (vietnamese.count, english.count) == ("24 thủ tục", "24 procedures")


@pytest.mark.parametrize(
    ("found", "vietnamese", "english"),
    [
        (hits(2, 2), "Tìm thấy 2 thủ tục", "2 procedures found"),
        (hits(2, 90), "Có 90 thủ tục. Gõ thêm", "90 procedures. Type more"),
        (hits(1, 1, nearby=True), "Gần giống: 1 thủ tục", "Similar: 1 procedure"),
        (hits(0, 0), "Không tìm thấy", "No procedure was found"),
    ],
)
def test_what_was_found_is_said_in_a_sentence(found: ProcedureHits, vietnamese: str, english: str) -> None:
    state = steps.with_hits(TYPING, found)
    assert vietnamese in derive_procedures_props(state, VI).said
    assert english in derive_procedures_props(state, EN).said


def test_nothing_is_said_to_be_missing_while_the_answer_is_on_its_way() -> None:
    props = derive_procedures_props(TYPING, VI)
    assert (props.searching, props.nothing, props.said) == (True, False, "")


def test_hits_of_the_last_keystroke_stay_until_the_next_answer() -> None:
    state = steps.with_text(steps.with_hits(TYPING, hits(3, 3)), "khai s")
    props = derive_procedures_props(state, VI)
    assert (len(props.hits), props.searching) == (3, True)


def test_an_emptied_search_field_shows_nothing_found_before() -> None:
    state = steps.with_text(steps.with_hits(TYPING, hits(3, 3)), "")
    assert derive_procedures_props(state, VI).hits == ()


def test_new_hits_begin_with_the_first_page() -> None:
    state = replace(steps.with_hits(TYPING, hits(9, 9)), hits_from=4)
    assert steps.with_hits(state, hits(9, 9)).hits_from == 0


def test_a_hit_says_its_line_or_that_it_is_not_received_here() -> None:
    here = ProcedureHit("1.001193", "Khai sinh", "Hộ tịch", "A", received_here=True)
    assert derive_hit_props(here, VI).where == "Hàng A"
    assert derive_hit_props(replace(here, letter=""), VI).where == "Hỏi quầy hướng dẫn"
    assert derive_hit_props(replace(here, letter="", received_here=False), EN).where == "Not received here"


def test_a_very_long_name_is_shortened_to_see_and_whole_to_hear() -> None:
    long = "Chứng thực " * 60
    hit = derive_hit_props(ProcedureHit("1.001193", long, "Chứng thực", "A", received_here=True), VI)
    assert len(hit.name) <= LONGEST_NAME_IN_A_LIST
    assert hit.full_name == long
    page = derive_page_props(replace(GUIDE.page("1.001193"), name=long), "", VI)
    assert len(page.name) <= LONGEST_TITLE
    assert page.full_name == long


def test_papers_to_bring_come_first_and_what_nobody_may_ask_for_last() -> None:
    kinds = [paper.kind for paper in derive_page_props(GUIDE.page("1.001193"), "", VI).papers]
    assert kinds == ["bring"] * 5 + ["online", "kept"]


@pytest.mark.parametrize(
    ("paper", "detail"),
    [
        (Paper("Tờ khai", Sentence("1 bản chính", "1 original"), "nếu có."), "1 bản chính. Nếu có"),
        (Paper("Tờ khai", Sentence("", ""), ""), ""),
        (Paper("Tờ khai", Sentence("", ""), "", kept_in="CSDL"), "Không phải nộp, đã có trong: CSDL"),
        (Paper("Tờ khai", Sentence("1 bản điện tử", ""), "", online=True), "Chỉ khi nộp trực tuyến"),
    ],
)
def test_a_paper_says_in_which_form_and_when_it_is_needed(paper: Paper, detail: str) -> None:
    assert derive_paper_props(paper, VI).detail == detail


def test_a_procedure_of_another_office_says_so_and_offers_no_number() -> None:
    page = derive_page_props(GUIDE.page("1.000110"), "", VI)
    assert "không tiếp nhận tại đây" in page.not_here
    assert "dichvucong.gov.vn" in page.not_here
    assert not page.can_queue


def test_back_leads_from_the_page_to_its_list_to_the_fields_and_out() -> None:
    listed = replace(steps.with_hits(steps.in_field(BROWSING, "Hộ tịch"), hits(9, 9)), hits_from=4)
    page = steps.with_page(listed, GUIDE.page("1.001193"))
    back = steps.one_back(page)
    assert (back.stage, back.field, back.hits_from) == ("results", "Hộ tịch", 4)
    fields = steps.one_back(back)
    assert (fields.stage, fields.field, fields.typed) == ("browse", "", "")
    assert steps.one_back(fields).stage == "resting"


def test_a_new_visit_keeps_nothing_of_the_last_but_the_fields() -> None:
    ended = steps.ended(steps.with_hits(TYPING, hits(3, 3)))
    assert (ended.typed, ended.hits, ended.stage) == ("", steps.NO_HITS, "resting")
    assert ended.visit != TYPING.visit
    assert ended.fields == TYPING.fields
