"""Official forms as the citizen takes them home: their numbers, words and marks, read back from the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter.ports import GuidanceForm, StopForm
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.dossier import GivenDocument
from shared.failures import Refusal
from shared.journal.verify import verify
from tests.counter.counters import (
    APPLICANT,
    STAFF,
    WARD,
    askable,
    counter_at,
    everything_to,
    hand_over,
    procedure_of_a_department,
    reception_form,
    written,
)
from tests.documents.reading import codes_of, text_of

PROCEDURE = procedure_of_a_department()
LACKING = askable(PROCEDURE)[1]
REASON = "Thiếu chữ ký ở trang hai"


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path, 1, clock) as office:
        yield office


@pytest.fixture
def dossier(counter: JournalCounterOffice) -> str:
    """Received at the counter by Thử and still there."""
    counter.officer = STAFF["thu"]
    return counter.receive(reception_form(PROCEDURE)).id


def test_form_01_is_an_original_once_and_a_marked_copy_ever_after(
    counter: JournalCounterOffice, dossier: str, clock: SetClock
) -> None:
    first = counter.form_01(dossier)
    clock.advance(timedelta(days=1))
    second, third = counter.form_01(dossier), counter.print_again(first.id)
    assert [each.copy for each in (first, second, third)] == [False, True, True]
    assert "BẢN SAO" not in text_of(first.pdf)
    assert "BẢN SAO" in text_of(second.pdf)
    assert text_of(second.pdf).replace("BẢN SAO ", "") == text_of(first.pdf)
    (row,) = counter.issued_forms(dossier)
    assert (row.form, row.prints, row.number) == ("receipt", 3, first.number)
    assert APPLICANT.name in text_of(second.pdf)


def test_a_print_asked_for_later_says_what_it_said_then(
    counter: JournalCounterOffice, dossier: str, clock: SetClock
) -> None:
    first = counter.form_01(dossier)
    form_02 = counter.request_supplement(dossier, (LACKING,), REASON)
    clock.advance(timedelta(days=2))
    counter.take_supplement(dossier, (GivenDocument(LACKING, 1, 0),))
    assert text_of(counter.print_again(first.id).pdf).replace("BẢN SAO ", "") == text_of(first.pdf)
    assert text_of(counter.print_again(form_02.id).pdf).replace("BẢN SAO ", "") == text_of(form_02.pdf)


def test_after_a_supplement_the_citizen_gets_a_form_01_with_the_new_promise(
    counter: JournalCounterOffice, dossier: str, clock: SetClock
) -> None:
    first = counter.form_01(dossier)
    counter.request_supplement(dossier, (LACKING,), REASON)
    clock.advance(timedelta(days=2))
    taken = counter.take_supplement(dossier, (GivenDocument(LACKING, 1, 0),))
    anew = counter.form_01(dossier)
    assert not anew.copy
    assert anew.number != first.number
    assert taken.due_at is not None
    assert LACKING.split()[0] in text_of(anew.pdf)
    assert text_of(anew.pdf) != text_of(first.pdf)
    assert counter.form_01(dossier).copy
    counter.officer = STAFF["thu"]
    number_of_another = counter.form_01(counter.receive(reception_form(PROCEDURE)).id).number
    assert len({first.number, anew.number, number_of_another}) == 3


def test_each_step_prints_its_own_form_with_number_reason_and_code(
    counter: JournalCounterOffice, dossier: str, clock: SetClock
) -> None:
    asked = counter.request_supplement(dossier, (LACKING,), REASON)
    words = text_of(asked.pdf)
    assert asked.number == "100001/PBS-TTPVHCC"
    assert all(each in words for each in (f"Số: {asked.number}", REASON, APPLICANT.name, "Nguyễn Thị Thử"))
    assert codes_of(asked.pdf)[0].startswith(f"{WARD.public_url}/d/")

    other = counter.receive(reception_form(PROCEDURE)).id
    apology = counter.send_apology(other, "Chờ ý kiến của cơ quan khác", counter.suggested_new_day(other))
    assert apology.number == "100001/PXL"
    assert "XIN LỖI" in text_of(apology.pdf)
    assert "Chờ ý kiến của cơ quan khác" in text_of(apology.pdf)

    clock.advance(timedelta(minutes=30))
    stopped = counter.stop(
        other, StopForm("applicant", APPLICANT.name, "signed_request", "Đơn số 12", clock.now() - timedelta(minutes=5))
    )
    assert stopped.number == "100001/TB-TTPVHCC"
    assert "BẢN DỰ THẢO" in text_of(stopped.pdf)
    assert "Đơn số 12" in text_of(stopped.pdf)

    third = counter.receive(reception_form(PROCEDURE)).id
    refused = counter.refuse(third, "Không thuộc thẩm quyền giải quyết")
    assert refused.number == "100001/PTC-TTPVHCC"
    assert "Không thuộc thẩm quyền giải quyết" in text_of(refused.pdf)
    assert [each.form for each in counter.issued_forms(other)] == ["apology", "stop_notice"]


def test_numbers_go_on_within_a_year_and_begin_again_with_the_next(
    counter: JournalCounterOffice, dossier: str, clock: SetClock
) -> None:
    counter.refuse(dossier, "Không thuộc thẩm quyền")
    second = counter.refuse(counter.receive(reception_form(PROCEDURE)).id, "Không thuộc thẩm quyền")
    assert second.number == "100002/PTC-TTPVHCC"
    clock.set(datetime(2027, 1, 4, 8, 0, tzinfo=HO_CHI_MINH))
    next_year = counter.guidance_form(GuidanceForm("refusal", PROCEDURE.code, APPLICANT, (), "Không thuộc thẩm quyền"))
    assert next_year.number == "100001/PTC-TTPVHCC"


def test_two_counters_that_never_met_print_no_number_twice(qtbot: QtBot, tmp_path: Path) -> None:
    numbers: list[str] = []
    with counter_at(tmp_path, 1) as one, counter_at(tmp_path, 2) as two:
        for office in (one, two, one, two):
            office.officer = STAFF["thu"]
            received = office.receive(reception_form(PROCEDURE)).id
            numbers.append(office.form_01(received).number)
            numbers.append(office.request_supplement(received, (LACKING,), REASON).number)
        assert len(set(numbers)) == len(numbers)
        everything_to(two, one)
        everything_to(one, two)
        with one.journal.reading() as reader:
            assert verify(reader.connection, WARD.id).holds
        assert {each.number for each in one.issued_forms(received)} == {numbers[-2], numbers[-1]}
        copied = one.print_again(one.issued_forms(received)[1].id)
        assert REASON in text_of(copied.pdf)


def test_two_counters_that_asked_offline_each_print_what_they_said(qtbot: QtBot, tmp_path: Path) -> None:
    with counter_at(tmp_path, 1) as one, counter_at(tmp_path, 2) as two:
        one.officer = two.officer = STAFF["thu"]
        dossier = one.receive(reception_form(PROCEDURE)).id
        everything_to(one, two)
        said = {
            one.request_supplement(dossier, (LACKING,), "Thiếu chữ ký"): "Thiếu chữ ký",
            two.request_supplement(dossier, (LACKING,), "Thiếu bản chính"): "Thiếu bản chính",
        }
        everything_to(one, two)
        everything_to(two, one)
        for office in (one, two):
            for form, reason in said.items():
                assert reason in text_of(office.print_again(form.id).pdf)


def test_an_old_dossier_keeps_the_number_and_title_of_its_own_generation(
    counter: JournalCounterOffice, clock: SetClock
) -> None:
    clock.set(datetime(2025, 9, 12, 9, 0, tzinfo=HO_CHI_MINH))
    counter.officer = STAFF["thu"]
    procedure = next(
        each for each in counter.procedures("") if each.time_limit is None or each.time_limit.unit == "same_day"
    )
    old = counter.receive(replace(reception_form(PROCEDURE), procedure=procedure.code)).id
    clock.set(MORNING)
    for printed in (counter.form_01(old), counter.control_slip(old)):
        assert "Thông tư 01/2018/TT-VPCP" in text_of(printed.pdf)
    assert "Mẫu số 05, Thông tư 01/2018/TT-VPCP" in text_of(counter.control_slip(old).pdf)
    new = counter.receive(reception_form(PROCEDURE)).id
    assert "Mẫu số 06, Thông tư 03/2025/TT-VPCP" in text_of(counter.control_slip(new).pdf)


def test_the_control_slip_shows_every_change_of_hands_and_who_kept_the_time(
    counter: JournalCounterOffice, dossier: str, clock: SetClock
) -> None:
    assert not counter.control_slip(dossier).copy
    hand_over(counter, dossier, "thu", "tuphap")
    clock.advance(timedelta(days=2))
    hand_over(counter, dossier, "tuphap", "thu")
    clock.advance(timedelta(days=21))
    hand_over(counter, dossier, "thu", "tuphap")
    counter.officer = STAFF["thu"]
    slip = counter.control_slip(dossier)
    words = text_of(slip.pdf)
    assert not slip.copy
    assert words.count("1. Giao:") == words.count("2. Nhận:") == 5
    assert words.count("Biên bản BG-") == 3
    assert words.count("Đúng hạn") == 1
    assert words.count("Trước hạn") == 1
    assert words.count("Quá hạn") == 1
    assert "Hoàng Thị Mẫu" in words
    assert APPLICANT.name not in words
    assert counter.control_slip(dossier).copy
    assert len(counter.issued_forms(dossier)) == 1


def test_guidance_is_numbered_and_printed_and_leaves_no_dossier(counter: JournalCounterOffice) -> None:
    counter.officer = STAFF["thu"]
    form = GuidanceForm("supplement_request", PROCEDURE.code, APPLICANT, ("Ký vào tờ khai", "Nộp bản chính"), REASON)
    printed = counter.guidance_form(form)
    again = counter.print_again(printed.id)
    for each in (printed, again):
        words = text_of(each.pdf)
        assert all(word in words for word in (APPLICANT.name, "1. Ký vào tờ khai", "2. Nộp bản chính", REASON))
    assert "BẢN SAO" in text_of(again.pdf)
    assert codes_of(printed.pdf) == []
    assert counter.held_here() == ()


@pytest.mark.parametrize("lacking", [{"reason": " "}, {"requests": ("",)}, {"applicant": replace(APPLICANT, name="")}])
def test_guidance_without_its_words_is_refused(counter: JournalCounterOffice, lacking: dict[str, object]) -> None:
    counter.officer = STAFF["thu"]
    form = GuidanceForm("supplement_request", PROCEDURE.code, APPLICANT, ("Ký vào tờ khai",), REASON)
    with pytest.raises(Refusal) as refused:
        counter.guidance_form(replace(form, **lacking))  # type: ignore[arg-type]  # a field of the form
    assert refused.value.code == "words_missing"
    assert written(counter) == []


def test_what_does_not_exist_cannot_be_printed_again(counter: JournalCounterOffice) -> None:
    counter.officer = STAFF["thu"]
    with pytest.raises(Refusal) as refused:
        counter.print_again("no form")
    assert refused.value.code == "no_such_form"


def test_no_word_about_a_citizen_stands_in_an_event(
    counter: JournalCounterOffice, dossier: str, clock: SetClock
) -> None:
    counter.form_01(dossier)
    counter.request_supplement(dossier, (LACKING,), REASON)
    other = counter.receive(reception_form(PROCEDURE)).id
    counter.send_apology(other, "Chờ Khổng", date(2026, 12, 30))
    counter.stop(other, StopForm("authorised", "Chim Yến", "portal", "Tin nhắn chim", clock.now()))
    counter.refuse(counter.receive(reception_form(PROCEDURE)).id, "Khổng không đủ điều kiện")
    counter.guidance_form(GuidanceForm("supplement_request", PROCEDURE.code, APPLICANT, ("Chim ký",), "Chim thiếu"))
    counter.control_slip(dossier)
    told = "\n".join(each.body.decode() for each in written(counter))
    for canary in ("Khổng", "Chim", "chim", "777333", REASON, "Lồng"):
        assert canary not in told
